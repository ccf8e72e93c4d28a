import Glibc

/// A file that is written in pieces and replaced as a whole, and only if its content changes.
///
/// As long as the pieces equal the existing file, nothing is written. The first different piece starts a temporary file, which
/// begins with a copy of the equal part. A replaced file keeps its permissions; a new file gets those that the process's mask
/// leaves.
package struct FileRevision: ~Copyable {
  private let directory: String
  private let target: String
  private var earlier: KnownFile?
  private var file: TemporaryFile?
  private var outcome = FileOutcome.unchanged

  package init(of name: String, in directory: String, replacing replacement: FileReplacement) {
    self.directory = directory
    target = directory + "/" + name
    earlier = replacement == .whenDifferent ? KnownFile(target) : nil
  }

  package mutating func append(_ bytes: [UInt8]) throws(FileFault) {
    if file == nil {
      if earlier?.continues(with: bytes) == true { return }
      try begin()
    }
    try file?.write(bytes)
  }

  /// Replaces the existing file if the content has changed.
  package mutating func finish() throws(FileFault) -> FileOutcome {
    if file == nil {
      if earlier?.isAtEnd == true { return .unchanged }
      try begin()
    }
    try file?.rename(to: target)
    return outcome
  }

  private mutating func begin() throws(FileFault) {
    let earlierState = try? FileState(of: target)
    outcome = earlierState == nil ? .created : .replaced
    // Otherwise rename(2) could only say that it failed.
    if earlierState?.kind == .directory { throw .isDirectory }
    let file = try TemporaryFile(in: directory)
    // A file that replaces a link gets the permissions of a new file.
    if let earlierState, earlierState.kind == .regular { try file.takePermissions(of: earlierState.permissions) }
    let agreedCount = earlier?.agreedCount ?? 0
    var count = 0
    while count < agreedCount {
      guard let piece = earlier?.piece(at: count, atMost: agreedCount - count), !piece.isEmpty else {
        throw .system(EIO)
      }
      try file.write(piece)
      count += piece.count
    }
    self.file = consume file
  }
}

/// The rule that says whether an existing file is written again.
public enum FileReplacement: Sendable {
  case always
  /// An existing file is written only if its content differs, so that its date tells when it last changed.
  case whenDifferent
}

/// The outcome of writing a file.
public enum FileOutcome: Sendable, Equatable {
  case created
  case replaced
  case unchanged
}

/// A file that is written only if its path is free.
package enum NewFile {
  /// Writes a complete file, or none.
  ///
  /// - Throws: `FileFault.exists` where anything stands at the path.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    var isCreated = false
    do throws(FileFault) {
      let file = try FileDescriptor(creating: path)
      isCreated = true
      try file.write(bytes)
      try file.synchronize()
    } catch {
      if isCreated { try? Directory.remove(file: path) }
      throw error
    }
  }
}

/// A regular file whose content is compared with bytes as they are produced. A file that cannot be read counts as different.
package struct KnownFile: ~Copyable {
  private let descriptor: FileDescriptor
  /// The number of bytes from the beginning that were equal.
  private(set) var agreedCount = 0

  private static let pieceLength = 1 << 16

  /// Opens a file; nil if the path leads to no regular file or to a link.
  package init?(_ path: String) {
    guard let descriptor = try? FileDescriptor(readingWithoutLinks: path),
      (try? descriptor.lengthOfRegularFile()) != nil
    else { return nil }
    self.descriptor = descriptor
  }

  /// Compares the next bytes of the file; the position advances only if they are equal.
  package mutating func continues(with bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = piece(at: agreedCount + bytes.count - rest.count, atMost: rest.count)
      guard !piece.isEmpty, rest.starts(with: piece) else { return false }
      rest = rest.dropFirst(piece.count)
    }
    agreedCount += bytes.count
    return true
  }

  /// Whether the position is at the end of the file.
  package var isAtEnd: Bool { (try? descriptor.read(atMost: 1, from: agreedCount))?.isEmpty ?? false }

  /// Whether the file ends with these bytes.
  package func ends(with bytes: [UInt8]) -> Bool {
    guard let length = try? descriptor.lengthOfRegularFile(), length >= bytes.count else { return false }
    return self.bytes(in: length - bytes.count..<length) == bytes
  }

  /// The bytes from an offset on, up to the length of one read; empty at the end, or if reading fails.
  package func piece(at place: Int, atMost count: Int = .max) -> [UInt8] {
    (try? descriptor.read(atMost: min(count, Self.pieceLength), from: place)) ?? []
  }

  /// The bytes of a range; nil if they cannot all be read.
  package func bytes(in range: Range<Int>) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < range.count {
      let piece = piece(at: range.lowerBound + bytes.count, atMost: range.count - bytes.count)
      if piece.isEmpty { return nil }
      bytes += piece
    }
    return bytes
  }
}

/// A temporary file beside its target. It is removed at the end of the value's life unless it was renamed to the target.
///
/// The owner holds a lock on the file (flock(2)), which ends with its process in any case. A file without a lock was therefore
/// abandoned, and a later run may remove it.
package struct TemporaryFile: ~Copyable {
  private let path: String
  private var descriptor: FileDescriptor
  private var isRemoved = false

  /// A random hidden name that no user would choose: `.actfig-3f9c2d7a11e05b64.tmp`.
  static func newName() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return prefix + String(repeating: "0", count: digitCount - digits.count) + digits + suffix
  }

  private static let prefix = ".actfig-"
  private static let digitCount = 16
  private static let suffix = ".tmp"

  /// Whether `newName()` could have returned a name.
  package static func owns(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let digits = name.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
    return digits.count == digitCount && digits.allSatisfy { "0"..."9" ~= $0 || "a"..."f" ~= $0 }
  }

  /// Creates the file in a directory. An existing file or link of that name is never opened.
  init(in directory: String) throws(FileFault) {
    while true {
      let path = directory + "/" + Self.newName()
      let descriptor = try FileDescriptor(creating: path)
      // If the file system does not support locks, no other process can find the file unlocked either.
      _ = descriptor.lock(waiting: true)
      do throws(FileFault) {
        // Between creation and locking another process may have removed the file as abandoned.
        guard try descriptor.hasName() else { continue }
      } catch {
        _ = unlink(path)
        throw error
      }
      self.path = path
      self.descriptor = descriptor
      return
    }
  }

  deinit { if !isRemoved { _ = unlink(path) } }

  /// Sets the permissions of the file that is to be replaced.
  borrowing func takePermissions(of other: FilePermissions) throws(FileFault) {
    try descriptor.takePermissions(of: other)
  }

  package borrowing func write(_ bytes: [UInt8]) throws(FileFault) { try descriptor.write(bytes) }

  /// Waits until the content is on the disk, and then replaces the target atomically (rename(2)).
  mutating func rename(to target: String) throws(FileFault) {
    guard !target.utf8.contains(0) else { throw .nameWithZero }
    try descriptor.synchronize()
    // The file stays open, and so locked, until it has its final name.
    _ = try retrying { Int(Glibc.rename(path, target)) }
    isRemoved = true
  }

  /// Removes an abandoned temporary file. A locked file, or anything but a regular file, is kept.
  package static func removeAbandoned(at path: String) {
    do throws(FileFault) {
      let file = try FileDescriptor(readingWithoutLinks: path)
      // As the file is locked now, no other process is working with it.
      if try file.lengthOfRegularFile() != nil, file.lock(waiting: false) { _ = unlink(path) }
    } catch {
      // The file is gone already, or belongs to another user.
    }
  }
}

private func ~= (range: ClosedRange<Unicode.Scalar>, byte: UInt8) -> Bool { range ~= Unicode.Scalar(byte) }
