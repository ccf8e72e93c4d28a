import Glibc

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
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let fault = FileFault(errorNumber: errno)
      return fault == .missing || fault == .notDirectory ? .nothing : .unreadable(fault)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .directory
    case S_IFLNK: return .link
    default: return .special
    }
    do throws(FileFault) {
      let file = try FileDescriptor(opening: path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      return .file(try read(file))
    } catch {
      return .unreadable(error)
    }
  }

  /// Whether a directory has this name, and not a link to one.
  func isDirectory(named name: String) -> Bool {
    var status = stat()
    return lstat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a regular file has this name.
  func hasFile(named name: String) -> Bool { FileState(of: path + "/" + name)?.isRegularFile == true }

  /// A name that nothing has: `mish.png.old`, else `mish.png.old-2`, …
  func unusedName(like name: String) -> String {
    var (status, number) = (stat(), 1)
    while true {
      let candidate = name + (number == 1 ? ".old" : ".old-\(number)")
      if lstat(path + "/" + candidate, &status) != 0 { return candidate }
      number += 1
    }
  }

  /// The names in the directory, in the order of their bytes; none where it cannot be read.
  var names: [String] { (try? listedNames()) ?? [] }

  /// The names in the directory, in the order of their bytes; none where there is no directory.
  ///
  /// - Throws: Where it cannot be read, or not to its end.
  func listedNames() throws(OutputError) -> [String] {
    func fault() -> OutputError { OutputError(path: path, fault: FileFault(errorNumber: errno), verb: "read") }
    guard let stream = opendir(path) else {
      let fault = fault()
      // A directory that is there has names, whatever the call says.
      if errno == ENOENT, access(path, F_OK) != 0, errno == ENOENT { return [] }
      throw fault
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw fault() }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(validatingCString: $0)
        }
      }
      // A name that is not UTF-8 is none of ours.
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes the temporary files of processes that ended before they could.
  func removeAbandonedFiles() {
    for name in names where TemporaryFile.owns(name) { TemporaryFile.removeAbandoned(at: path + "/" + name) }
  }
}
