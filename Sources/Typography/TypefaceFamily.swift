/// The faces that a figure is set in.
public struct TypefaceFamily: Sendable {
  /// For all words but the figure's title.
  public let regular: Typeface
  /// For the figure's title.
  public let bold: Typeface

  /// The preferred fonts, and as the last resort DejaVu Sans, with the glyphs of ASCII, U+2212 and `characters`.
  ///
  /// Each character is drawn in the first face that has it. DejaVu Sans is the one that is part of the program, so that
  /// what is drawn does not depend on the machine. A program that was built where the font was missing takes both faces from
  /// one folder of the machine, the first that holds `DejaVuSans.ttf` and `DejaVuSans-Bold.ttf`:
  /// `/usr/share/fonts/truetype/dejavu`, where Debian and its kin keep them, then any folder of `/usr/share/fonts`,
  /// `/usr/local/share/fonts`, `~/.local/share/fonts` and `~/.fonts`, in this order, the folders of each in alphabetical order.
  ///
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
