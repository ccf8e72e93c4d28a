/// The faces that a figure is set in.
public struct TypefaceFamily: Sendable {
  /// For all words but the figure's title.
  public let regular: Typeface
  /// For the figure's title.
  public let bold: Typeface

  /// DejaVu Sans as installed on this machine, with the glyphs of ASCII, U+2212 and `characters`.
  ///
  /// Both faces come from one folder, the first that holds `DejaVuSans.ttf` and `DejaVuSans-Bold.ttf`:
  /// `/usr/share/fonts/truetype/dejavu`, where Debian and its kin keep them, then any folder of `/usr/share/fonts`,
  /// `/usr/local/share/fonts`, `~/.local/share/fonts` and `~/.fonts`, in this order, the folders of each in
  /// alphabetical order.
  ///
  /// - Throws: ``TypographyError``; see ``Typeface/init(readingFile:characters:)`` for a font that cannot be read.
  public init(installedWith characters: Set<Unicode.Scalar>) throws(TypographyError) {
    try self.init(searching: FontSearch.installed, characters: characters)
  }

  init(searching search: FontSearch, characters: Set<Unicode.Scalar>) throws(TypographyError) {
    let files = (regular: "DejaVuSans.ttf", bold: "DejaVuSans-Bold.ttf")
    guard let folder = search.folder(holding: [files.regular, files.bold]) else {
      throw .fontNotFound(files: [files.regular, files.bold], places: search.places)
    }
    regular = try Typeface(readingFile: "\(folder)/\(files.regular)", characters: characters)
    bold = try Typeface(readingFile: "\(folder)/\(files.bold)", characters: characters)
  }
}
