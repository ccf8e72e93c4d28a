import Glibc

/// A file of a directory that is written piece by piece, whole or not at all, and only where it becomes another.
///
/// As long as the pieces are what stands there already nothing is written. With the first that is not a temporary file
/// begins: with what was the same so far. A file that is replaced keeps its permissions; a new one has those that the
/// process's mask leaves.
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

  /// Gives the file its name, if it is another.
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
    // What stands in the place of a link has the permissions of a new file.
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

/// Whether a file that is there already is written anew.
public enum FileReplacement: Sendable {
  case always
  /// Only where its content is another, so that its date tells when it last changed.
  case whenDifferent
}

/// What became of a file.
public enum FileOutcome: Sendable, Equatable {
  case created
  case replaced
  case unchanged
}

/// A file that is written only where nothing stands in its place.
package enum NewFile {
  /// Writes a whole file, or none.
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
