import Glibc

/// A new file beside the one it is to become; unless it becomes that it is removed when its owner lets go of it.
///
/// The owner holds a lock on it (flock(2)), which ends with its process however that ends. So a file that nobody locks was
/// left behind, and whoever comes next may remove it.
package struct TemporaryFile: ~Copyable {
  private let path: String
  private var descriptor: FileDescriptor
  private var isRemoved = false

  /// Hidden, and told by its beginning and end from anything a user would keep: `.actfig-3f9c2d7a11e05b64.tmp`.
  static func newName() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return prefix + String(repeating: "0", count: digitCount - digits.count) + digits + suffix
  }

  private static let prefix = ".actfig-"
  private static let digitCount = 16
  private static let suffix = ".tmp"

  /// Whether a name is one that `newName()` could have made.
  package static func owns(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let digits = name.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
    return digits.count == digitCount && digits.allSatisfy { "0"..."9" ~= $0 || "a"..."f" ~= $0 }
  }

  /// Makes the file in a directory. It is new: a file or link of its name, however it got there, is never opened.
  init(in directory: String) throws(FileFault) {
    while true {
      let path = directory + "/" + Self.newName()
      let descriptor = try FileDescriptor(creating: path)
      // Where the file system knows no locks there is nobody who could find the file unlocked.
      _ = descriptor.lock(waiting: true)
      do throws(FileFault) {
        // Between its making and its locking another process may have taken it for a file left behind, and removed it.
        guard try descriptor.hasName() else { continue }
      } catch {
        _ = unlink(path)
        throw error
      }
      self.path = path
      self.descriptor = descriptor
      return
    }
  }

  deinit { if !isRemoved { _ = unlink(path) } }

  /// Gives the file the permissions of the one that it is to replace.
  borrowing func takePermissions(of other: FilePermissions) throws(FileFault) {
    try descriptor.takePermissions(of: other)
  }

  package borrowing func write(_ bytes: [UInt8]) throws(FileFault) { try descriptor.write(bytes) }

  /// Gives the file its final name once its content is on the disk, in the place of what has that name, at one stroke.
  mutating func rename(to target: String) throws(FileFault) {
    try descriptor.synchronize()
    // Still open, and so still locked, until it has a name of its own.
    _ = try retrying { Int(Glibc.rename(path, target)) }
    isRemoved = true
  }

  /// Removes a file that its owner left behind; one that is locked, or is no regular file, stays.
  package static func removeAbandoned(at path: String) {
    do throws(FileFault) {
      let file = try FileDescriptor(readingWithoutLinks: path)
      // With the lock in hand nobody else is at work with it, and its name is still its own.
      if try file.lengthOfRegularFile() != nil, file.lock(waiting: false) { _ = unlink(path) }
    } catch {
      // Gone already, or not ours to touch.
    }
  }
}

private func ~= (range: ClosedRange<Unicode.Scalar>, byte: UInt8) -> Bool { range ~= Unicode.Scalar(byte) }
