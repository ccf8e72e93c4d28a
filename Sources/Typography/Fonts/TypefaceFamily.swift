/// The faces that a figure is set in.
public struct TypefaceFamily: Sendable {
  /// For all words but the figure's title.
  public let regular: Typeface
  /// For the figure's title.
  public let bold: Typeface

  /// The preferred fonts, and as the last resort DejaVu Sans as installed on this machine, with the glyphs of ASCII, U+2212
  /// and `characters`.
  ///
  /// Each character is drawn in the first face that has it. Both faces of DejaVu come from one folder, the first that holds
  /// `DejaVuSans.ttf` and `DejaVuSans-Bold.ttf`: `/usr/share/fonts/truetype/dejavu`, where Debian and its kin keep them,
  /// then any folder of `/usr/share/fonts`, `/usr/local/share/fonts`, `~/.local/share/fonts` and `~/.fonts`, in this order,
  /// the folders of each in alphabetical order.
  ///
  /// - Throws: ``TypographyError``; see ``Typeface/init(readingFile:index:characters:fallbacks:)`` for a font that cannot be
  ///   read.
  public init(installedWith characters: Set<Unicode.Scalar>, preferring fonts: [FontFamily] = [])
    throws(TypographyError)
  {
    try self.init(searching: FontSearch.installed, characters: characters, preferring: fonts)
  }

  init(searching search: FontSearch, characters: Set<Unicode.Scalar>, preferring fonts: [FontFamily] = [])
    throws(TypographyError)
  {
    let files = (regular: "DejaVuSans.ttf", bold: "DejaVuSans-Bold.ttf")
    guard let folder = search.folder(holding: [files.regular, files.bold]) else {
      throw .fontNotFound(files: [files.regular, files.bold], places: search.places)
    }
    let lastResort = FontFamily(
      name: "DejaVu Sans", regular: FontLocation(path: "\(folder)/\(files.regular)", index: 0),
      bold: FontLocation(path: "\(folder)/\(files.bold)", index: 0))
    let families = fonts + [lastResort]
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
      fallbacks.append(try Typeface(readingFile: location.path, index: location.index, characters: characters))
    }
    try self.init(
      readingFile: locations[0].path, index: locations[0].index, characters: characters, fallbacks: fallbacks)
  }
}
