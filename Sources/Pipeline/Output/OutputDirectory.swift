import Configuration
import System

/// A directory in which files appear whole or not at all.
///
/// A file is written under a temporary name in the same directory, brought to the disk, and then takes its name at one
/// stroke; where that fails the temporary file is removed and what stood there before stays. Several threads, and several
/// processes, may write to one directory.
///
/// ```swift
/// let directory = try OutputDirectory(creating: "Output")
/// try directory.write(bytes, to: "mish.png", replacing: .whenDifferent)     // .created; the second time .unchanged
/// ```
public struct OutputDirectory: Sendable {
  /// As given.
  public let path: String
  /// Who chose it; what belongs to another configuration is not touched.
  let source: DirectorySource

  /// What becomes of a file that holds the same bytes already.
  public typealias Replacement = FileReplacement
  /// What became of a file.
  public typealias Outcome = FileOutcome

  /// Takes the directory as it is, if there is one.
  public init(_ path: String, source: DirectorySource? = nil) {
    (self.path, self.source) = (path, source ?? .unknown)
  }

  /// Takes the directory, which is made where it is missing, with those above it.
  public init(creating path: String, source: DirectorySource? = nil) throws(OutputError) {
    self.init(path, source: source)
    try create()
  }

  /// Makes the directory where it is missing, with those above it.
  public func create() throws(OutputError) {
    try Directory.create(path)
  }

  /// Writes a file, whole or not at all.
  ///
  /// A symbolic link of that name is replaced itself; what it leads to is neither read nor written.
  ///
  /// - Parameter name: A name without `/` and without a leading dot.
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

  /// Writes one file, whole or not at all, into a directory that is there.
  ///
  /// - Throws: Also where the file's own name could not be a figure's.
  public static func write(_ bytes: [UInt8], toFile path: String) throws(OutputError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    // Of a path without a slash the directory is the present one, and the only slash of /name is the root itself.
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard FileName.expectation(missedBy: name) == nil, !path.utf8.contains(0) else {
      throw OutputError(path: path, fault: .unsuitableName)
    }
    try OutputDirectory(directory).write(bytes, to: name, replacing: .whenDifferent)
  }

  /// Makes sure that the directory can be looked at: that it is one, or that nothing is in its place.
  public func requireDirectoryOrNothing() throws(OutputError) {
    do throws(FileFault) {
      if try FileState(of: path, followingLinks: true).kind == .directory { return }
    } catch {
      // A link that leads nowhere is something, too.
      if error == .missing, path.fileKind() == nil { return }
      throw OutputError(path: path, fault: error == .missing ? .notDirectory : error, verb: "read")
    }
    throw OutputError(path: path, fault: .notDirectory, verb: "read")
  }
}
