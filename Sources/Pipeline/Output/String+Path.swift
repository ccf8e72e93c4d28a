import Glibc

// Paths as POSIX has them: bytes, of which "/" separates names. Characters of Swift would join a slash with a combining mark.

extension String {
  /// The folder in which the file of a path lies, as the path says it: `.` for a mere name.
  var folderOfPath: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The last name of a path.
  var lastNameOfPath: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }

  /// Where a path leads that is relative to a folder; an absolute path stays as it is, and so does one relative to `.`.
  func path(relativeTo folder: String) -> String {
    if utf8.first == UInt8(ascii: "/") || folder == "." { return self }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + self : folder + "/" + self
  }

  /// The path without links, `.` and `..` (realpath(3)). What is not there yet is taken as it would be made: the names after
  /// the last folder that is there stay as they are. Nil where the path leads nowhere, as through a file.
  var physicalPath: String? {
    guard !isEmpty, !utf8.contains(0) else { return nil }
    if let resolved = realpath(self, nil) {
      defer { free(resolved) }
      return String(validatingCString: resolved)
    }
    guard errno == ENOENT, self != ".", self != "/" else { return nil }
    var path = self
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    let name = path.lastNameOfPath
    guard let folder = path.folderOfPath.physicalPath else { return nil }
    switch name {
    case ".": return folder
    case "..": return folder.folderOfPath
    default: return name.path(relativeTo: folder)
    }
  }

  /// This absolute path as it is reached from an absolute folder, both without links: `../config.json`.
  func pathSeen(fromFolder folder: String) -> String {
    let (names, others) = (utf8Names, folder.utf8Names)
    let common = zip(names, others).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: others.count - common) + names.dropFirst(common)).joined(separator: "/")
  }

  /// The path with every `name/..` left out and every `.`, for people to read: links are not looked at.
  var tidyPath: String {
    var names: [String] = []
    for name in utf8Names where name != "." {
      if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(name) }
    }
    let path = names.joined(separator: "/")
    return utf8.first == UInt8(ascii: "/") ? "/" + path : path.isEmpty ? "." : path
  }

  private var utf8Names: [String] { utf8.split(separator: UInt8(ascii: "/")).map { String($0) ?? "" } }
}
