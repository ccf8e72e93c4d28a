import Glibc
import Text

extension String {
  /// The absolute path without links, `.` and `..` (realpath(3)).
  ///
  /// What does not exist yet is resolved as it would be created: the names after the last existing folder stay as they are.
  ///
  /// - Throws: `FileFault.missing` where the path leads nowhere, as through a file, or what else the system says.
  package func resolvedPath() throws(FileFault) -> String {
    guard !isEmpty, !utf8.contains(0) else { throw .missing }
    if let resolved = realpath(self, nil) {
      defer { free(resolved) }
      guard let path = String(validatingCString: resolved) else { throw .missing }
      return path
    }
    let fault = FileFault(errorNumber: errno)
    guard fault == .missing, self != ".", self != "/" else { throw fault }
    var path = self
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    let name = path.lastNameOfPath
    let folder = try path.folderOfPath.resolvedPath()
    switch name {
    case ".": return folder
    case "..": return folder.folderOfPath
    default: return name.path(relativeTo: folder)
    }
  }

  /// The absolute path with no link on the way to it; a link at its end is not followed.
  package var withoutLinks: String {
    let name = lastNameOfPath
    if ["", ".", ".."].contains(name) { return (try? resolvedPath()) ?? self }
    return (try? folderOfPath.resolvedPath()).map { name.path(relativeTo: $0) } ?? self
  }
}
