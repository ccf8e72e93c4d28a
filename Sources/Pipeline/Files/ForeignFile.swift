import System
import Text

/// A file of another origin in the place of a file of this tool. It is replaced only on request.
public enum ForeignFile: Sendable, Equatable {
  /// A PNG that carries no recipe and has no entry in a manifest of the directory.
  case picture
  /// A PNG that cannot be decoded and holds nothing of a figure.
  case brokenPicture
  /// A pointer in the place of a file that Git LFS did not fetch.
  case gitLFSPointer
  /// A pointer in the place of a file that git-annex did not fetch.
  case gitAnnexPointer
  /// A file with any other content.
  case other
  /// A symbolic link, wherever it leads.
  case link
  case directory
  /// A pipe, a socket or a device.
  case special
  /// A file in the place of a manifest that is not a manifest.
  case noManifest
  /// A file that cannot be read.
  case unreadable(FileFault)
}

extension ForeignFile: CustomStringConvertible {
  /// The kind of the file: `a symbolic link`.
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

  /// The reason why a file is not written: `Output/mish.png stands in the way: it is a symbolic link; --force replaces
  /// it.`
  func sentence(about path: String) -> String {
    // No run replaces a directory.
    self == .directory
      ? OutputError(path: path, fault: .isDirectory).description
      : "\(path.printable) stands in the way: it is \(self); --force replaces it."
  }
}

extension ForeignFile {
  /// - Parameter bytes: The bytes of a file that is neither a complete PNG nor the remains of a figure.
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

  /// The number of bytes below which a pointer of Git LFS lies (Git LFS specification, "The Pointer").
  private static let longestPointer = 1024
  /// The beginnings of a pointer, today and before the first release.
  private static let gitLFSVersions = [
    "version https://git-lfs.github.com/spec/", "version https://hawser.github.com/spec/",
  ]
}
