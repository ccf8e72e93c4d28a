private import CDejaVu

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

/// A face in a font.
struct FontLocation: Sendable, Hashable {
  let source: Source
  /// Counts the faces of a collection (`.ttc`) from 0, and is 0 in other fonts.
  let index: Int

  enum Source: Sendable, Hashable {
    /// A file that holds the font.
    case file(path: String)
    /// A font that is part of the program.
    case linked(LinkedFont)
  }

  init(source: Source, index: Int = 0) {
    self.source = source
    self.index = index
  }

  init(path: String, index: Int = 0) { self.init(source: .file(path: path), index: index) }

  /// The file that holds the font, if it is one.
  var path: String? {
    if case .file(let path) = source { path } else { nil }
  }

  /// For messages: the path of the file, or the name of the linked font.
  var description: String {
    switch source {
    case .file(let path): path
    case .linked(let font): "The linked font \(font.rawValue)"
    }
  }
}

/// A font whose file became part of the program when it was built.
enum LinkedFont: String, Sendable, Hashable, CaseIterable {
  case dejaVuSans = "DejaVuSans.ttf"
  case dejaVuSansBold = "DejaVuSans-Bold.ttf"

  /// The bytes of the file, for as long as the program runs; `nil` where it was built without them.
  var bytes: UnsafeBufferPointer<UInt8>? {
    let font =
      switch self {
      case .dejaVuSans: dejavu_sans()
      case .dejaVuSansBold: dejavu_sans_bold()
      }
    return font.bytes.map { UnsafeBufferPointer(start: $0, count: font.count) }
  }

  /// Whether this program was built with all of them.
  static var areThere: Bool { allCases.allSatisfy { $0.bytes != nil } }
}
