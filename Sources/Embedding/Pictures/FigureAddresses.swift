import Pipeline
import System
import Text

/// The addresses of the files of an output directory, as a page refers to them.
///
/// ```swift
/// let addresses = FigureAddresses(base: "https://example.org/figures")
/// addresses.address(ofFile: "mish@2x.png")     // "https://example.org/figures/mish@2x.png"
/// try FigureAddresses(of: directory, seenFrom: "posts/mish.html").address(ofFile: "a b.png")    // "../Output/a%20b.png"
/// ```
public struct FigureAddresses: Sendable, Equatable {
  /// What stands before the name of a file, percent-encoded.
  let prefix: String
  /// The same as a path, without percent-encoding; a base as it is.
  let pathPrefix: String

  /// Makes addresses below a base, which is taken as it is.
  ///
  /// - Parameter base: A URL such as `https://example.org/figures/` or a path such as `/figures`; a slash is added to its
  ///   end if it has none.
  public init(base: String) {
    prefix = base.isEmpty || base.utf8.last == UInt8(ascii: "/") ? base : base + "/"
    pathPrefix = prefix
  }

  /// Makes addresses relative to the place of a page.
  ///
  /// - Parameters:
  ///   - directory: The directory of the figures.
  ///   - place: The folder of the page, or the page itself, which may not be there yet: a name with a dot that is no folder
  ///     is a page.
  /// - Throws: `AddressError` if one of the paths leads nowhere.
  public init(of directory: OutputDirectory, seenFrom place: String) throws(AddressError) {
    let page = try Self.resolved(Self.folder(ofPage: place))
    let path = try Self.resolved(directory.path).pathSeen(fromFolder: page)
    pathPrefix = path.isEmpty ? "" : path + "/"
    prefix = pathPrefix.percentEncoded
  }

  /// Whether the addresses begin with a way out of the folder of the page.
  public var leadOutside: Bool { prefix.hasPrefix("../") }

  /// The address of a file, percent-encoded as RFC 3986 asks for it.
  public func address(ofFile name: String) -> String { prefix + name.percentEncoded }

  /// The path of a file, for programs that read files and no addresses.
  func path(ofFile name: String) -> String { pathPrefix + name }

  /// The folder in which a page stands.
  private static func folder(ofPage place: String) -> String {
    guard place.utf8.last != UInt8(ascii: "/"), place.fileKind(followingLinks: true) != .directory else { return place }
    let name = place.lastNameOfPath
    let isPage = place.fileKind(followingLinks: true) != nil || name.utf8.dropFirst().contains(UInt8(ascii: "."))
    return isPage && name != ".." ? place.folderOfPath : place
  }

  private static func resolved(_ path: String) throws(AddressError) -> String {
    do throws(FileFault) {
      return try path.resolvedPath()
    } catch {
      throw AddressError(path: path, fault: error)
    }
  }
}

/// An error of finding the way from a page to the figures.
public struct AddressError: Error, Equatable, CustomStringConvertible {
  let path: String
  let fault: FileFault

  public var description: String { "Cannot find \(path.printable): \(fault)." }
}

extension String {
  /// The text with a percent sign and two digits for each byte that is not a letter or digit of ASCII or one of `-._~/@`.
  /// This holds for paths, in which nothing else has a meaning, and leaves nothing that HTML, Markdown or a list of
  /// candidates in `srcset` would take for its own.
  var percentEncoded: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x40, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return text
  }
}
