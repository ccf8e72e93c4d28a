import Glibc

/// The directories of the file system: their creation, their content, and the removal of files.
package enum Directory {
  /// Creates a directory and those above it where they are missing.
  ///
  /// - Throws: `OutputError` with the part of the path that cannot be created.
  package static func create(_ path: String) throws(OutputError) {
    guard !path.utf8.contains(0) else { throw OutputError(path: path, fault: .nameWithZero) }
    let ends = path.utf8.indices.dropFirst().filter { path.utf8[$0] == UInt8(ascii: "/") } + [path.endIndex]
    for end in ends where String(path[..<end]).fileKind(followingLinks: true) != .directory {
      let part = String(path[..<end])
      guard mkdir(part, 0o777) != 0 else { continue }
      let fault = FileFault(errorNumber: errno)
      // Another process may have created it first.
      if fault == .exists, part.fileKind(followingLinks: true) == .directory { continue }
      throw OutputError(path: part, fault: fault == .exists ? .notDirectory : fault)
    }
  }

  /// The names in a directory in the order of their bytes, without those that are not UTF-8.
  ///
  /// - Returns: No names where the directory is missing.
  /// - Throws: What the system says of a directory that is there and cannot be read.
  package static func names(in path: String) throws(FileFault) -> [String] {
    guard !path.utf8.contains(0) else { throw .nameWithZero }
    guard let stream = opendir(path) else {
      let fault = FileFault(errorNumber: errno)
      // A directory that is there has names, whatever the call says.
      if fault == .missing, access(path, F_OK) != 0, errno == ENOENT { return [] }
      throw fault
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileFault(errorNumber: errno) }
        break
      }
      let offset = MemoryLayout<dirent>.offset(of: \.d_name)!
      let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      if let name = String(validatingCString: start), name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a file or a link, but never a directory.
  ///
  /// - Throws: What the system says, `FileFault.missing` where there is no such file.
  package static func remove(file path: String) throws(FileFault) {
    _ = try retrying { Int(unlink(path)) }
  }
}
