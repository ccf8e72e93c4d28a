// Paths as POSIX has them: bytes, of which "/" separates names. Characters of Swift would join a slash with a combining mark.

extension String {
  /// The folder in which the file of a path lies, as the path says it: `.` for a mere name.
  package var folderOfPath: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The last name of a path.
  package var lastNameOfPath: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }

  /// Where a path leads that is relative to a folder; an absolute path stays as it is, and so does one relative to `.`.
  package func path(relativeTo folder: String) -> String {
    if utf8.first == UInt8(ascii: "/") || folder == "." { return self }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + self : folder + "/" + self
  }

  /// This absolute path as it is reached from an absolute folder, both without links: `../config.json`.
  package func pathSeen(fromFolder folder: String) -> String {
    let (names, others) = (utf8Names, folder.utf8Names)
    let common = zip(names, others).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: others.count - common) + names.dropFirst(common)).joined(separator: "/")
  }

  /// The path with every `name/..` left out and every `.`, for people to read: links are not looked at.
  package var tidyPath: String {
    var names: [String] = []
    for name in utf8Names where name != "." {
      if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(name) }
    }
    let path = names.joined(separator: "/")
    return utf8.first == UInt8(ascii: "/") ? "/" + path : path.isEmpty ? "." : path
  }

  private var utf8Names: [String] { utf8.split(separator: UInt8(ascii: "/")).map { String($0) ?? "" } }
}
