/// Where the regular and the bold face of a family are.
public struct FontFamily: Sendable {
  /// As the font tells it: "Noto Sans".
  public let name: String
  let regular: FontLocation
  /// The regular face where the family has no bold one.
  let bold: FontLocation

  /// The files of its faces; none where they are part of the program.
  public var paths: [String] {
    let paths = [regular, bold].compactMap { face -> String? in
      if case .file(let path) = face.source { path } else { nil }
    }
    return paths.count == 2 && paths[0] == paths[1] ? [paths[0]] : paths
  }

  /// A font file by itself, of which the first face serves as the bold one too.
  ///
  /// - Throws: ``TypographyError`` where it cannot be read as a font, or has no outlines.
  public init(readingFile path: String) throws(TypographyError) {
    // Opening a pipe would wait for whoever writes into it.
    guard FontSearch.isFile(path) else { throw .fontUnreadable(path: path, character: nil, code: 0x01) }
    let location = FontLocation(path: path)
    let file = try FontFile(opening: location)
    name = file.familyName
    regular = location
    bold = location
  }

  init(name: String, regular: FontLocation, bold: FontLocation) {
    self.name = name
    self.regular = regular
    self.bold = bold
  }

  /// DejaVu Sans as it is part of the program, whatever is installed; `nil` in a program that was built without it.
  public static var linkedDejaVu: FontFamily? {
    guard LinkedFont.areThere else { return nil }
    return FontFamily(
      name: dejaVuName, regular: FontLocation(source: .linked(.dejaVuSans)),
      bold: FontLocation(source: .linked(.dejaVuSansBold)))
  }

  /// DejaVu Sans as installed in the first folder that holds both of its faces.
  ///
  /// - Throws: ``TypographyError/fontNotFound(files:places:)`` where no folder does.
  init(findingDejaVuWith search: FontSearch) throws(TypographyError) {
    let files = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]
    guard let folder = search.folder(holding: files) else {
      throw .fontNotFound(files: files, places: search.places)
    }
    self.init(
      name: Self.dejaVuName, regular: FontLocation(path: "\(folder)/\(files[0])"),
      bold: FontLocation(path: "\(folder)/\(files[1])"))
  }

  /// Whether this is the family of that name, whatever the case of its letters.
  public func isNamed(_ name: String) -> Bool { self.name.lowercased() == name.lowercased() }

  private static let dejaVuName = "DejaVu Sans"
}
