import Glibc

/// A new file beside the one it is to become; unless it becomes that it is removed when its owner lets go of it.
struct TemporaryFile: ~Copyable {
  private let path: String
  private var descriptor: FileDescriptor
  private var isRemoved = false

  /// Hidden, and told by its beginning and end from anything a user would keep: `.actfig-3f9c2d7a11e05b64.tmp`.
  static func newName() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return ".actfig-" + String(repeating: "0", count: 16 - digits.count) + digits + ".tmp"
  }

  /// Makes the file in a directory. It is new: a file or link of its name, however it got there, is never opened.
  init(in directory: String) throws(FileFault) {
    path = directory + "/" + Self.newName()
    descriptor = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
  }

  deinit { if !isRemoved { _ = unlink(path) } }

  borrowing func write(_ bytes: [UInt8]) throws(FileFault) { try descriptor.write(bytes) }

  /// Gives the file its final name once its content is on the disk, in the place of what has that name, at one stroke.
  mutating func rename(to target: String) throws(FileFault) {
    try descriptor.synchronize()
    try descriptor.close()
    _ = try retrying { Int(Glibc.rename(path, target)) }
    isRemoved = true
  }
}
