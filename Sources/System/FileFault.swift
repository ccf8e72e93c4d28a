import Glibc
import Text

/// The reason for which an operation on a file or directory failed.
public enum FileFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no space or quota left, or the file would be larger than the process may write.
  case diskFull
  case readOnly
  case notPermitted
  case missing
  /// The file that was to be created exists already.
  case exists
  /// A directory stands where a file was expected.
  case isDirectory
  /// A pipe, a socket or a device stands where a file was expected.
  case isSpecial
  /// A link stands where none is followed.
  case isLink
  /// Something else stands where a directory was expected.
  case notDirectory
  case nameTooLong
  /// The path holds a zero byte, which no file name can.
  case nameWithZero
  /// The name is empty, hidden, or contains characters that no file of the tool has.
  case unsuitableName
  /// The file is longer than it may be, in bytes.
  case tooLong(limit: Int)
  /// The reader of a pipe has gone away.
  case readerGone
  /// The content that was to be written refers to another file, of this name, which can no longer be read.
  case unreadable(String)
  /// Any other error number of the system.
  case system(Int32)

  /// Creates the reason that an error number of the system means.
  init(errorNumber: Int32) {
    switch errorNumber {
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull
    case EROFS: self = .readOnly
    case EACCES, EPERM: self = .notPermitted
    case ENOENT: self = .missing
    case EEXIST: self = .exists
    case EISDIR: self = .isDirectory
    case EPIPE: self = .readerGone
    case ELOOP: self = .isLink
    case ENOTDIR: self = .notDirectory
    case ENAMETOOLONG: self = .nameTooLong
    default: self = .system(errorNumber)
    }
  }

  /// The end of a sentence: `the disk is full`.
  public var description: String {
    switch self {
    case .diskFull: "the disk is full"
    case .readOnly: "the disk is read-only"
    case .notPermitted: "permission is denied"
    case .missing: "there is no such file or directory"
    case .exists: "it is there already"
    case .isDirectory: "it is a directory"
    case .isSpecial: "it is a pipe, a socket or a device"
    case .isLink: "it is a symbolic link, or too many of them lead to it"
    case .notDirectory: "a part of its path is not a directory"
    case .nameTooLong: "its name is too long"
    case .nameWithZero: "its name holds a zero byte"
    case .unsuitableName: "its name is not one that a figure can have"
    case .tooLong(let limit): "it is longer than \(limit) bytes"
    case .readerGone: "its reader has gone away"
    case .unreadable(let name): "\(name.printable) can no longer be read"
    case .system(let number): String(cString: strerror(number))
    }
  }
}

/// The error of a file or directory that could not be written or removed.
public struct OutputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as it was given.
  public let path: String
  /// The reason that the system reported.
  public let fault: FileFault
  /// The verb of the failed operation, e.g. `write`.
  public let verb: String

  package init(path: String, fault: FileFault, verb: String = "write") {
    self.path = path
    self.fault = fault
    self.verb = verb
  }

  /// `Cannot write Output/mish.png: the disk is full.`
  public var description: String { "Cannot \(verb) \(path.printable): \(fault)." }
}

/// The error of a file that could not be read.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as it was given, or `standard input`.
  public let name: String
  /// The reason that the system reported.
  public let fault: FileFault

  /// `Cannot read config.json: there is no such file or directory.`
  public var description: String { "Cannot read \(name.printable): \(fault)." }
}
