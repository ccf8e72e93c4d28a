import Configuration
import System

extension OutputDirectory {
  /// What stands under a name.
  enum Content: Sendable {
    case nothing
    case file([UInt8])
    case directory
    /// A symbolic link, wherever it leads.
    case link
    /// A pipe, a socket, a device.
    case special
    case unreadable(FileFault)
  }

  /// Reads a file; nothing waits for the other end of a pipe, and no link is followed.
  func content(of name: String) -> Content {
    content(of: name) { (file) throws(FileFault) in try file.bytes(limit: Limits.pictureBytes) }
  }

  /// Reads the first bytes of a file, up to so many.
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

  /// Whether a directory has this name, and not a link to one.
  func isDirectory(named name: String) -> Bool { (path + "/" + name).fileKind() == .directory }

  /// Whether a regular file has this name.
  func hasFile(named name: String) -> Bool { (path + "/" + name).fileKind() == .regular }

  /// A name that nothing has: `mish.png.old`, else `mish.png.old-2`, …
  func unusedName(like name: String) -> String {
    var number = 1
    while true {
      let candidate = name + (number == 1 ? ".old" : ".old-\(number)")
      if (path + "/" + candidate).fileKind() == nil { return candidate }
      number += 1
    }
  }

  /// The names in the directory, in the order of their bytes; none where it cannot be read.
  var names: [String] { (try? listedNames()) ?? [] }

  /// The names in the directory, in the order of their bytes; none where there is no directory.
  ///
  /// - Throws: Where it cannot be read, or not to its end.
  func listedNames() throws(OutputError) -> [String] {
    do throws(FileFault) {
      return try Directory.names(in: path)
    } catch {
      throw OutputError(path: path, fault: error, verb: "read")
    }
  }

  /// Removes the temporary files of processes that ended before they could.
  func removeAbandonedFiles() {
    for name in names where TemporaryFile.owns(name) { TemporaryFile.removeAbandoned(at: path + "/" + name) }
  }
}
