private import CDejaVu

/// A font family by the locations of its regular and its bold face.
public struct FontFamily: Sendable {
  /// The name of the family as the font gives it: "Noto Sans".
  public let name: String
  let regular: FontLocation
  /// The regular face where the family has no bold one.
  let bold: FontLocation

  /// The paths of the files of its faces; empty where they are part of the program.
  public var paths: [String] {
    let paths = [regular, bold].compactMap { face -> String? in
      if case .file(let path) = face.source { path } else { nil }
    }
    return paths.count == 2 && paths[0] == paths[1] ? [paths[0]] : paths
  }

  /// Makes a family of a single font file, of which the first face serves as the bold one too.
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

  /// The path of the file or the name of the linked font, for messages.
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

/// The regular and the bold typeface in which the texts of a figure are set.
public struct TypefaceFamily: Sendable {
  /// The typeface of all texts but the figure's title.
  public let regular: Typeface
  /// The typeface of the figure's title.
  public let bold: Typeface

  /// Opens the preferred fonts, and as the last resort DejaVu Sans.
  ///
  /// Each character is drawn in the first face that has it. DejaVu Sans is the one that is part of the program, so that
  /// what is drawn does not depend on the machine. A program that was built where the font was missing takes both faces from
  /// one folder of the machine, the first that holds `DejaVuSans.ttf` and `DejaVuSans-Bold.ttf`:
  /// `/usr/share/fonts/truetype/dejavu`, where Debian and its kin keep them, then any folder of `/usr/share/fonts`,
  /// `/usr/local/share/fonts`, `~/.local/share/fonts` and `~/.fonts`, in this order, the folders of each in alphabetical order.
  ///
  /// - Parameter characters: Their glyphs and those of ASCII are read at once from font files, so that a damaged file is
  ///   refused here. Every other character of the fonts may be used as well.
  /// - Throws: ``TypographyError``; see ``Typeface/init(readingFile:index:characters:fallbacks:)`` for a font that cannot be
  ///   read.
  public init(installedWith characters: Set<Unicode.Scalar>, preferring fonts: [FontFamily] = [])
    throws(TypographyError)
  {
    if let linked = FontFamily.linkedDejaVu {
      try self.init(families: fonts + [linked], characters: characters)
    } else {
      try self.init(searching: FontSearch.installed, characters: characters, preferring: fonts)
    }
  }

  /// The preferred fonts, and as the last resort DejaVu Sans as a search finds it.
  init(searching search: FontSearch, characters: Set<Unicode.Scalar>, preferring fonts: [FontFamily] = [])
    throws(TypographyError)
  {
    try self.init(families: fonts + [FontFamily(findingDejaVuWith: search)], characters: characters)
  }

  /// The first family, falling back on the others.
  private init(families: [FontFamily], characters: Set<Unicode.Scalar>) throws(TypographyError) {
    regular = try Typeface(reading: families.map(\.regular), characters: characters)
    bold = try Typeface(reading: families.map(\.bold), characters: characters)
  }
}

extension Typeface {
  /// The first face, falling back on the others.
  fileprivate convenience init(reading locations: [FontLocation], characters: Set<Unicode.Scalar>)
    throws(TypographyError)
  {
    var fallbacks: [Typeface] = []
    for location in locations.dropFirst() {
      fallbacks.append(try Typeface(reading: location, characters: characters))
    }
    try self.init(reading: locations[0], characters: characters, fallbacks: fallbacks)
  }
}
