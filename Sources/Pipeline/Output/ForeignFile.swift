import System
import Text

/// What stands where a file of this tool is to be, but was made by somebody else, so that it is not replaced unless that is
/// asked for.
public enum ForeignFile: Sendable, Equatable {
  /// A PNG that carries no recipe, and for which no manifest of the directory vouches.
  case picture
  /// A PNG that cannot be read and in which nothing of a figure's is left.
  case brokenPicture
  /// What Git LFS keeps in the place of a file that was not fetched.
  case gitLFSPointer
  /// What git-annex keeps in the place of a file that was not fetched.
  case gitAnnexPointer
  /// Any other content.
  case other
  /// A symbolic link, wherever it leads.
  case link
  case directory
  /// A pipe, a socket, a device.
  case special
  /// A file in the place of the manifest that is none.
  case noManifest
  /// Something that the system does not let be read.
  case unreadable(FileFault)
}

extension ForeignFile: CustomStringConvertible {
  /// What it is: `a symbolic link`.
  public var description: String {
    switch self {
    case .picture: "a PNG that carries no recipe, and for which no manifest vouches"
    case .brokenPicture: "a broken PNG that carries no recipe"
    case .gitLFSPointer: "a Git LFS pointer, not the picture ('git lfs pull' fetches it)"
    case .gitAnnexPointer: "a git-annex pointer, not the picture ('git annex get' fetches it)"
    case .other: "a file that is no PNG"
    case .link: "a symbolic link"
    case .directory: "a directory"
    case .special: "no regular file"
    case .noManifest: "no manifest of actfig"
    case .unreadable(let fault): "a file that cannot be read (\(fault))"
    }
  }

  /// Why a file is not written: `Output/mish.png stands in the way: it is a symbolic link; --force replaces it.`
  func sentence(about path: String) -> String {
    // Nothing replaces a directory.
    self == .directory
      ? OutputError(path: path, fault: .isDirectory).description
      : "\(path.printable) stands in the way: it is \(self); --force replaces it."
  }
}

extension ForeignFile {
  /// - Parameter bytes: Of a file that is no whole PNG, nor what is left of a figure.
  init(content bytes: [UInt8], startsAsPNG: Bool) {
    func begins(with text: String) -> Bool { bytes.starts(with: Array(text.utf8)) }
    if startsAsPNG {
      self = .brokenPicture
    } else if bytes.count < Self.longestPointer, Self.gitLFSVersions.contains(where: begins) {
      self = .gitLFSPointer
    } else if bytes.count < 32_768, begins(with: "/annex/objects/") {
      self = .gitAnnexPointer
    } else {
      self = .other
    }
  }

  /// Git LFS's own bound, in bytes (Git LFS specification, "The Pointer").
  private static let longestPointer = 1024
  /// The line that begins a pointer, today and before the first release.
  private static let gitLFSVersions = [
    "version https://git-lfs.github.com/spec/", "version https://hawser.github.com/spec/",
  ]
}
