import Glibc
import Text

/// The content of a file or of the standard input.
///
/// ```swift
/// let file = try InputFile("config.json")
/// let plan = try RenderPlan(readingConfiguration: file.bytes, named: file.name, in: file.directory)
/// ```
public struct InputFile: Sendable {
  /// The name in messages: the path, or `standard input`.
  public let name: String
  /// The directory of the file; the current directory for the standard input.
  public let directory: String
  /// The whole content.
  public let bytes: [UInt8]

  /// Reads a file to its end.
  ///
  /// - Parameters:
  ///   - path: The path of the file; `-` is the standard input.
  ///   - limit: The greatest number of bytes. Reading a longer file stops there and throws, so that endless files do no harm.
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

  /// Whether anything exists at a path, including a link that leads nowhere.
  public static func isThere(_ path: String) -> Bool { path.fileKind() != nil }
}

extension FileDescriptor {
  /// Reads all remaining bytes.
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

extension UnsafeRawBufferPointer {
  /// The offset of the first byte of this value, at the speed of memchr(3), or nil where there is none.
  ///
  /// - Parameter start: The offset at which the search begins.
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }

  /// The offset at which a pattern first stands, or nil where it does not.
  ///
  /// - Parameters:
  ///   - pattern: At least one byte.
  ///   - start: The offset at which the search begins.
  package func firstOffset(of pattern: [UInt8], from start: Int = 0) -> Int? {
    var place = start
    while count - place >= pattern.count, let found = firstOffset(of: pattern[0], from: place) {
      guard count - found >= pattern.count else { return nil }
      if memcmp(baseAddress! + found, pattern, pattern.count) == 0 { return found }
      place = found + 1
    }
    return nil
  }
}
