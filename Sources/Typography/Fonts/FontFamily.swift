/// Where the faces of a family lie on the disk.
public struct FontFamily: Sendable {
  /// As the font tells it: "Noto Sans".
  public let name: String
  let regular: FontLocation
  /// The regular face where the family has no bold one.
  let bold: FontLocation

  /// The files of its faces.
  public var paths: [String] { regular.path == bold.path ? [regular.path] : [regular.path, bold.path] }

  /// A font file by itself, of which the first face serves as the bold one too.
  ///
  /// - Throws: ``TypographyError`` where it cannot be read as a font, or has no outlines.
  public init(readingFile path: String) throws(TypographyError) {
    // Opening a pipe would wait for whoever writes into it.
    guard FontSearch.isFile(path) else { throw .fontUnreadable(path: path, character: nil, code: 0x01) }
    let file = try FontFile(opening: path)
    name = file.familyName
    regular = FontLocation(path: path, index: 0)
    bold = regular
  }

  init(name: String, regular: FontLocation, bold: FontLocation) {
    self.name = name
    self.regular = regular
    self.bold = bold
  }
}

/// A face in a font file; its number counts in a collection and is 0 elsewhere.
struct FontLocation: Sendable, Hashable {
  let path: String
  let index: Int
}
