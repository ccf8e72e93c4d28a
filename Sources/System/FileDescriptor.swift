import Glibc

/// An open file, which is closed at the end of the value's life.
package struct FileDescriptor: ~Copyable {
  private let number: Int32
  private let closesAtEnd: Bool

  /// Opens a file that child processes do not inherit.
  ///
  /// - Parameter flags: The flags of open(2). A new file gets the mode 0666 without the bits of the process's mask.
  init(opening path: String, _ flags: Int32) throws(FileFault) {
    guard !path.utf8.contains(0) else { throw .nameWithZero }
    number = Int32(try retrying { Int(open(path, flags | O_CLOEXEC, 0o666)) })
    closesAtEnd = true
  }

  /// Opens a file for reading; a link at its end is followed.
  package init(reading path: String) throws(FileFault) { try self.init(opening: path, O_RDONLY) }

  /// Opens a regular file for reading. No link is followed, and opening a pipe does not block.
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

  /// Reads up to a number of bytes. An empty result means the end of the file.
  ///
  /// - Parameter offset: The offset in a regular file; without it, the next bytes are read.
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

  /// Waits until the content of the file is on the disk (fsync(2)).
  borrowing func synchronize() throws(FileFault) {
    do {
      _ = try retrying { Int(fsync(number)) }
    } catch .system(EINVAL), .system(ENOSYS) {
      // This file system does not support waiting.
    }
  }

  /// Locks the file exclusively until the descriptor is closed.
  ///
  /// - Returns: Whether the file is locked now. It is not if another descriptor locks it and `isWaiting` is false, or if the file
  ///   system does not support locks.
  borrowing func lock(waiting: Bool) -> Bool {
    (try? retrying { Int(flock(number, waiting ? LOCK_EX : LOCK_EX | LOCK_NB)) }) != nil
  }

  /// Locks the file without waiting until the descriptor is closed, exclusively or shared.
  ///
  /// - Returns: Whether the file is locked now, which another descriptor may prevent.
  /// - Throws: `FileFault` if the file system does not support locks.
  borrowing func tryLock(shared isShared: Bool) throws(FileFault) -> Bool {
    do {
      _ = try retrying { Int(flock(number, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB)) }
      return true
    } catch .system(EWOULDBLOCK) {
      return false
    }
  }

  /// Sets the permissions of another file and, if the process runs as root, its owner and group.
  ///
  /// The owner can always read the file, whatever the other's permissions, because the next run reads it again.
  borrowing func takePermissions(of other: FilePermissions) throws(FileFault) {
    if geteuid() == 0 { _ = fchown(number, other.owner, other.group) }
    do {
      _ = try retrying { Int(fchmod(number, other.mode | 0o400)) }
    } catch .notPermitted, .system(ENOTSUP), .system(ENOSYS) {
      // This file system does not store permissions.
    }
  }

  /// The state of the open file, even if it was renamed since.
  package borrowing func state() throws(FileFault) -> FileState { FileState(try status()) }

  private borrowing func status() throws(FileFault) -> stat {
    var status = stat()
    _ = try retrying { Int(fstat(number, &status)) }
    return status
  }

  /// Whether a directory still contains the file.
  borrowing func hasName() throws(FileFault) -> Bool { try status().st_nlink > 0 }

  /// The length of a regular file in bytes; nil for anything else.
  borrowing func lengthOfRegularFile() throws(FileFault) -> Int? {
    let status = try status()
    return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }
}

/// Calls a system function that returns a negative number on failure, and repeats the call if a signal interrupted it.
func retrying(_ call: () -> Int) throws(FileFault) -> Int {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw FileFault(errorNumber: errno) }
  }
}

/// The kind of what a path leads to.
package enum FileKind: Sendable {
  /// A regular file.
  case regular
  /// A directory, not a link to one.
  case directory
  /// A symbolic link.
  case link
  /// A pipe, a socket or a device.
  case special
}

/// The identity of a file and the times of its last change.
///
/// Two equal states of one path mean one file with one content.
package struct FileState: Equatable {
  private let device: dev_t
  private let number: ino_t
  private let byteCount: off_t
  private let contentSeconds: time_t
  private let contentNanoseconds: Int
  private let statusSeconds: time_t
  private let statusNanoseconds: Int
  /// The kind of the file.
  package let kind: FileKind
  /// The owner, the group and the permissions, which a file that replaces this one takes over.
  let permissions: FilePermissions

  init(_ status: stat) {
    (device, number, byteCount) = (status.st_dev, status.st_ino, status.st_size)
    (contentSeconds, contentNanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    (statusSeconds, statusNanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .special
      }
    permissions = FilePermissions(owner: status.st_uid, group: status.st_gid, mode: status.st_mode & 0o777)
  }

  /// The state of what stands at a path.
  ///
  /// - Parameter followsLinks: Whether a link at the end of the path is followed.
  /// - Throws: `FileFault.missing` where nothing stands there, or what else the system says.
  package init(of path: String, followingLinks followsLinks: Bool = false) throws(FileFault) {
    guard !path.utf8.contains(0) else { throw .nameWithZero }
    var status = stat()
    _ = try retrying { Int(followsLinks ? stat(path, &status) : lstat(path, &status)) }
    self.init(status)
  }

  /// Whether both are states of the same file, changed or not.
  package func isSameFile(as other: FileState) -> Bool { device == other.device && number == other.number }
}

/// The owner, the group and the permissions of a file.
struct FilePermissions: Equatable {
  let owner: uid_t
  let group: gid_t
  /// The nine permission bits.
  let mode: mode_t
}

extension String {
  /// The kind of what stands at this path, or nil where nothing can be found there.
  ///
  /// - Parameter followsLinks: Whether a link at the end of the path is followed.
  package func fileKind(followingLinks followsLinks: Bool = false) -> FileKind? {
    (try? FileState(of: self, followingLinks: followsLinks))?.kind
  }
}
