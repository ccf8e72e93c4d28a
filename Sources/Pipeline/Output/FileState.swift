import Glibc

/// Which file it is, and when it last changed: two equal states of a name are one file with one content.
struct FileState: Equatable {
  private let device: dev_t
  private let number: ino_t
  private let byteCount: off_t
  private let contentSeconds: time_t
  private let contentNanoseconds: Int
  private let statusSeconds: time_t
  private let statusNanoseconds: Int
  /// Whether it is a file as others are, and not a directory, a link, a pipe, …
  let isRegularFile: Bool

  init(_ status: stat) {
    (device, number, byteCount) = (status.st_dev, status.st_ino, status.st_size)
    (contentSeconds, contentNanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    (statusSeconds, statusNanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
    isRegularFile = status.st_mode & S_IFMT == S_IFREG
  }

  /// Of what has a name, not of what a link of that name leads to; nil where nothing has it.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

extension FileDescriptor {
  /// Of the open file, whatever its name is by now.
  borrowing func state() throws(FileFault) -> FileState { FileState(try status()) }
}
