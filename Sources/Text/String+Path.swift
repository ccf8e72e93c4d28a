// POSIX paths are bytes, in which "/" separates names. Swift characters would join a slash with a following combining mark.

extension String {
  /// The folder of a path, without resolving it: `.` for a name without a folder.
  package var folderOfPath: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The last name of a path.
  package var lastNameOfPath: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }

  /// The path relative to a folder. An absolute path is returned unchanged, and so is a path relative to `.`.
  package func path(relativeTo folder: String) -> String {
    if utf8.first == UInt8(ascii: "/") || folder == "." { return self }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + self : folder + "/" + self
  }

  /// The relative path from an absolute folder to this absolute path, e.g. `../config.json`. Both are without links.
  package func pathSeen(fromFolder folder: String) -> String {
    let (names, others) = (utf8Names, folder.utf8Names)
    let common = zip(names, others).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: others.count - common) + names.dropFirst(common)).joined(separator: "/")
  }

  /// The path without `.` and without any `name/..`, for messages. Links are not resolved.
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
