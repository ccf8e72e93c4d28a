import Configuration
import Plans
import System
import Text

/// A directory in which every file is either complete or absent.
///
/// A file is written under a temporary name in the same directory, synchronized to the disk, and then renamed
/// atomically, by `FileRevision` and `TemporaryFile` of the module `System`; if any of it fails, the temporary file is
/// removed and the earlier file stays. Several threads and several processes may write to the same directory.
///
/// ```swift
/// let directory = try OutputDirectory(creating: "Output")
/// try directory.write(bytes, to: "mish.png", replacing: .whenDifferent)     // .created; the second time .unchanged
/// ```
public struct OutputDirectory: Sendable {
  /// The path as it was given.
  public let path: String
  /// The choice of the directory: the files of another configuration are not touched.
  let source: DirectorySource

  /// Whether a file that holds the same bytes already is replaced.
  public typealias Replacement = FileReplacement
  /// The outcome of writing a file.
  public typealias Outcome = FileOutcome

  /// Names a directory, which may be missing.
  public init(_ path: String, source: DirectorySource? = nil) {
    (self.path, self.source) = (path, source ?? .unknown)
  }

  /// Creates the directory, and those above it, if they are missing.
  public init(creating path: String, source: DirectorySource? = nil) throws(OutputError) {
    self.init(path, source: source)
    try create()
  }

  /// Creates the directory, and those above it, if they are missing.
  public func create() throws(OutputError) { try Directory.create(path) }

  /// Writes a file completely or not at all.
  ///
  /// A symbolic link of that name is replaced; the file to which it leads is neither read nor written.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - name: A name without `/` and without a leading dot.
  ///   - replacement: Whether a file is written again that has the same content already.
  @discardableResult
  public func write(
    _ bytes: [UInt8], to name: String, replacing replacement: Replacement
  ) throws(OutputError) -> Outcome {
    precondition(FileName.expectation(missedBy: name) == nil, "\(name) cannot be the name of a file in a directory.")
    var revision = FileRevision(of: name, in: path, replacing: replacement)
    do throws(FileFault) {
      try revision.append(bytes)
      return try revision.finish()
    } catch {
      throw OutputError(path: path + "/" + name, fault: error)
    }
  }

  /// Writes one file completely or not at all, into an existing directory.
  ///
  /// - Throws: `OutputError`, also if the file's name could not be that of a figure.
  public static func write(_ bytes: [UInt8], toFile path: String) throws(OutputError) {
    do {
      try write(toFile: path) { append in try append(bytes) }
    } catch let error as OutputError {
      throw error
    } catch {
      preconditionFailure("Only the file can fail.")
    }
  }

  /// Writes one file in pieces, completely or not at all, into an existing directory.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - produce: Passes the pieces in their order to the function that it receives. If it throws, no file is written.
  /// - Throws: `OutputError`, also if the file's name could not be that of a figure, and the errors of `produce`.
  public static func write(
    toFile path: String, producing produce: (_ append: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let name = path.lastNameOfPath
    guard FileName.expectation(missedBy: name) == nil, !path.utf8.contains(0) else {
      throw OutputError(path: path, fault: .unsuitableName)
    }
    // Otherwise a file would take the place of e.g. /dev/null.
    if path.fileKind() == .special { throw OutputError(path: path, fault: .isSpecial) }
    var revision = FileRevision(of: name, in: path.folderOfPath, replacing: .whenDifferent)
    do {
      try produce { bytes in try revision.append(bytes) }
      _ = try revision.finish()
    } catch let fault as FileFault {
      throw OutputError(path: path, fault: fault)
    }
  }

  /// Checks that the path leads to a directory, or that nothing is in its place.
  public func requireDirectoryOrNothing() throws(OutputError) {
    do throws(FileFault) {
      if try FileState(of: path, followingLinks: true).kind == .directory { return }
    } catch {
      // A link that leads nowhere is in its place, too.
      if error == .missing, path.fileKind() == nil { return }
      throw OutputError(path: path, fault: error == .missing ? .notDirectory : error, verb: "read")
    }
    throw OutputError(path: path, fault: .notDirectory, verb: "read")
  }
}

// MARK: - Reading

extension OutputDirectory {
  /// What a name in the directory stands for.
  package enum Content: Sendable {
    case nothing
    case file([UInt8])
    case directory
    /// A symbolic link, wherever it leads.
    case link
    /// A pipe, a socket, a device.
    case special
    case unreadable(FileFault)
  }

  /// Reads a file. A pipe is not waited for, and no link is followed.
  package func content(of name: String) -> Content {
    content(of: name) { (file) throws(FileFault) in try file.bytes(limit: Limits.pictureBytes) }
  }

  /// Reads the first `count` bytes of a file, or all of a shorter one.
  func beginning(of name: String, count: Int) -> Content {
    content(of: name) { (file) throws(FileFault) in try file.read(atMost: count) }
  }

  private func content(
    of name: String, reading read: (borrowing FileDescriptor) throws(FileFault) -> [UInt8]
  ) -> Content {
    let path = path + "/" + name
    do throws(FileFault) {
      switch try FileState(of: path).kind {
      case .regular: break
      case .directory: return .directory
      case .link: return .link
      case .special: return .special
      }
    } catch {
      return error == .missing || error == .notDirectory ? .nothing : .unreadable(error)
    }
    do throws(FileFault) {
      let file = try FileDescriptor(readingWithoutLinks: path)
      return .file(try read(file))
    } catch {
      return .unreadable(error)
    }
  }

  /// Whether the name is that of a directory, and not of a link to one.
  func isDirectory(named name: String) -> Bool { (path + "/" + name).fileKind() == .directory }

  /// Whether the name is that of a regular file.
  func hasFile(named name: String) -> Bool { (path + "/" + name).fileKind() == .regular }

  /// A name that is not in use: `mish.png.old`, or else `mish.png.old-2`, …
  func unusedName(like name: String) -> String {
    var number = 1
    while true {
      let candidate = name + (number == 1 ? ".old" : ".old-\(number)")
      if (path + "/" + candidate).fileKind() == nil { return candidate }
      number += 1
    }
  }

  /// The names in the directory, in the order of their bytes; none if it cannot be read.
  var names: [String] { (try? listedNames()) ?? [] }

  /// The names in the directory, in the order of their bytes; none if there is no directory.
  ///
  /// - Throws: `OutputError` if the directory cannot be read to its end.
  func listedNames() throws(OutputError) -> [String] {
    do throws(FileFault) {
      return try Directory.names(in: path)
    } catch {
      throw OutputError(path: path, fault: error, verb: "read")
    }
  }

  /// Removes the temporary files that killed processes left behind.
  func removeAbandonedFiles() {
    for name in names where TemporaryFile.owns(name) { TemporaryFile.removeAbandoned(at: path + "/" + name) }
  }
}

extension InputFile {
  /// Reads a picture, up to the largest size that a figure can have.
  public init(picture path: String) throws(InputError) {
    try self.init(path, limit: Limits.pictureBytes)
  }

  /// Reads a configuration, up to the largest size that one may have.
  public init(_ path: String) throws(InputError) {
    try self.init(path, limit: Limits.configurationBytes)
  }
}
