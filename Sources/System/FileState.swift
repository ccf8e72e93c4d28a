import Glibc

/// The kind of what a path leads to.
package enum FileKind: Sendable {
  /// A regular file.
  case regular
  /// A directory.
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
