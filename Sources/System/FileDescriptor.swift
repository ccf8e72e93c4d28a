import Glibc

/// An open file, closed when its owner lets go of it.
package struct FileDescriptor: ~Copyable {
  private let number: Int32
  private let closesAtEnd: Bool

  /// Opens a file for this process alone: children do not inherit it.
  ///
  /// - Parameter flags: As for open(2); the mode of a new file is what the process's mask leaves of 0666.
  init(opening path: String, _ flags: Int32) throws(FileFault) {
    guard !path.utf8.contains(0) else { throw .nameWithZero }
    number = Int32(try retrying { Int(open(path, flags | O_CLOEXEC, 0o666)) })
    closesAtEnd = true
  }

  /// Opens a file for reading; a link at its end is followed.
  package init(reading path: String) throws(FileFault) { try self.init(opening: path, O_RDONLY) }

  /// Opens a regular file for reading. No link is followed, and a pipe of that name keeps nobody waiting for its other end.
  package init(readingWithoutLinks path: String) throws(FileFault) {
    try self.init(opening: path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  }

  /// Creates a file for writing.
  ///
  /// - Throws: `FileFault.exists` where anything stands at the path.
  package init(creating path: String) throws(FileFault) {
    try self.init(opening: path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
  }

  /// Opens a file for writing at its end, and creates it where it is missing.
  package init(appendingTo path: String) throws(FileFault) {
    try self.init(opening: path, O_WRONLY | O_APPEND | O_CREAT)
  }

  private init(borrowing number: Int32) {
    self.number = number
    closesAtEnd = false
  }

  static var standardInput: FileDescriptor { FileDescriptor(borrowing: STDIN_FILENO) }

  deinit { if closesAtEnd { _ = Glibc.close(number) } }

  /// Writes all bytes, however few the system takes at a time.
  package borrowing func write(_ bytes: [UInt8]) throws(FileFault) {
    var start = 0
    while start < bytes.count {
      start += try retrying {
        bytes[start...].withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      }
    }
  }

  /// Reads up to so many bytes; none are the end of the file.
  ///
  /// - Parameter offset: Where they stand in a regular file; without it, they are those that follow.
  package borrowing func read(atMost count: Int, from offset: Int? = nil) throws(FileFault) -> [UInt8] {
    var fault: FileFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      do throws(FileFault) {
        initializedCount = try retrying {
          offset.map { pread(number, buffer.baseAddress, count, $0) } ?? Glibc.read(number, buffer.baseAddress, count)
        }
      } catch { fault = error }
    }
    if let fault { throw fault }
    return bytes
  }

  /// Waits until the file's content has reached the disk.
  borrowing func synchronize() throws(FileFault) {
    do {
      _ = try retrying { Int(fsync(number)) }
    } catch .system(EINVAL), .system(ENOSYS) {
      // The file system has nothing to wait for.
    }
  }

  /// Locks the file for this descriptor alone, until it is closed.
  ///
  /// - Returns: Whether it is locked now; not where another one locks it and there is no waiting, or where the file system
  ///   knows no locks.
  borrowing func lock(waiting: Bool) -> Bool {
    (try? retrying { Int(flock(number, waiting ? LOCK_EX : LOCK_EX | LOCK_NB)) }) != nil
  }

  /// Locks the file without waiting, until it is closed: for this descriptor alone, or together with others that share it.
  ///
  /// - Returns: Whether it is locked now; not where another one keeps it.
  /// - Throws: Where there are no locks to be had, as on some file systems.
  borrowing func tryLock(shared isShared: Bool) throws(FileFault) -> Bool {
    do {
      _ = try retrying { Int(flock(number, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB)) }
      return true
    } catch .system(EWOULDBLOCK) {
      return false
    }
  }

  /// Gives the file the permissions of another, and to root, who may, that one's owner and group.
  ///
  /// The owner can always read the file, whatever the other's permissions: it is to be looked at again by the next run.
  borrowing func takePermissions(of other: FilePermissions) throws(FileFault) {
    if geteuid() == 0 { _ = fchown(number, other.owner, other.group) }
    do {
      _ = try retrying { Int(fchmod(number, other.mode | 0o400)) }
    } catch .notPermitted, .system(ENOTSUP), .system(ENOSYS) {
      // The file system keeps no permissions.
    }
  }

  /// The state of the open file, whatever its name is by now.
  package borrowing func state() throws(FileFault) -> FileState { FileState(try status()) }

  private borrowing func status() throws(FileFault) -> stat {
    var status = stat()
    _ = try retrying { Int(fstat(number, &status)) }
    return status
  }

  /// Whether any directory still holds the file.
  borrowing func hasName() throws(FileFault) -> Bool { try status().st_nlink > 0 }

  /// The length of a regular file in bytes, or nil where it is something else.
  borrowing func lengthOfRegularFile() throws(FileFault) -> Int? {
    let status = try status()
    return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }
}

/// The result of a system call that says with a negative number that it failed, called anew where a signal interrupted it.
func retrying(_ call: () -> Int) throws(FileFault) -> Int {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw FileFault(errorNumber: errno) }
  }
}
