import Glibc
import Text

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
    guard !path.utf8.contains(0) else { throw .nameWithZero }
    _ = try retrying { Int(unlink(path)) }
  }
}

/// A lock that keeps other runs out of a directory, so that none removes what another has just rendered.
///
/// The directory itself is locked (flock(2)), so that no file is needed and the lock ends with its process in any case. Shards
/// of one run share the lock. If the file system does not support locks, or the directory cannot be opened, there is no lock,
/// and the run continues without one.
package struct DirectoryLock: ~Copyable {
  private let descriptor: FileDescriptor

  /// The time after which the end of another run, or an interruption, is noticed.
  private static let interval = Duration.milliseconds(50)

  /// Waits until no other run holds the lock, or until the task is cancelled.
  ///
  /// - Parameters:
  ///   - directory: The path of the directory.
  ///   - isShared: Whether other runs may hold the lock at the same time if they share it too.
  ///   - announce: A function that is called once if the run has to wait.
  /// - Returns: The lock; nil if there is none.
  package static func waiting(
    for directory: String, shared isShared: Bool, announcing announce: () -> Void = {}
  ) async -> DirectoryLock? {
    guard let descriptor = try? FileDescriptor(opening: directory, O_RDONLY | O_DIRECTORY) else { return nil }
    var isAnnounced = false
    while let isLocked = try? descriptor.tryLock(shared: isShared), !isLocked {
      if !isAnnounced { announce() }
      isAnnounced = true
      do { try await Task.sleep(for: interval) } catch { return nil }
    }
    return DirectoryLock(descriptor: descriptor)
  }

  private init(descriptor: consuming FileDescriptor) { self.descriptor = descriptor }
}

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
