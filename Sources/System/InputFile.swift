import Glibc
import Text

/// A file read whole, or the standard input.
///
/// ```swift
/// let file = try InputFile("config.json")
/// let plan = try RenderPlan(readingConfiguration: file.bytes, named: file.name, in: file.directory)
/// ```
public struct InputFile: Sendable {
  /// How messages call it: its path, or `standard input`.
  public let name: String
  /// The directory in which the file lies; that of the run for the standard input.
  public let directory: String
  /// The whole content.
  public let bytes: [UInt8]

  /// Reads a file to its end.
  ///
  /// - Parameters:
  ///   - path: `-` is the standard input.
  ///   - limit: Where the file is longer than so many bytes, reading stops there and throws; a file without end does no harm.
  public init(_ path: String, limit: Int) throws(InputError) {
    name = path == "-" ? "standard input" : path
    directory = path == "-" ? "." : path.folderOfPath
    do throws(FileFault) {
      let file = path == "-" ? FileDescriptor.standardInput : try FileDescriptor(reading: path)
      bytes = try file.bytes(limit: limit)
    } catch {
      throw InputError(name: name, fault: error)
    }
  }

  /// Whether anything stands at a path, be it a link that leads nowhere.
  public static func isThere(_ path: String) -> Bool { path.fileKind() != nil }
}

extension FileDescriptor {
  /// All that follows, piece by piece.
  package borrowing func bytes(limit: Int) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let piece = try read(atMost: min(1 << 16, limit - bytes.count + 1))
      if piece.isEmpty { return bytes }
      bytes += piece
    }
    throw .tooLong(limit: limit)
  }
}
