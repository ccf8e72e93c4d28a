/// An error in finding or reading a font.
public enum TypographyError: Error, Equatable {
  /// No folder in or below `places` holds all `files`.
  case fontNotFound(files: [String], places: [String])
  /// FreeType cannot read the file, or the glyph of `character` in it; `code` is FreeType's error code.
  case fontUnreadable(path: String, character: Unicode.Scalar?, code: Int)
  /// The file holds bitmaps instead of outlines, or does not say how many units an em has.
  case fontNotScalable(path: String)
}

extension TypographyError: CustomStringConvertible {
  /// One sentence, with what to do where something can be done.
  public var description: String {
    switch self {
    case .fontNotFound(let files, let places):
      "The fonts \(files.joined(separator: " and ")) are in no folder of \(places.joined(separator: ", ")); "
        + "install them with `apt-get install fonts-dejavu-core`."
    case .fontUnreadable(let path, nil, let code):
      "\(path): cannot be read as a font (\(Self.meaning(of: code)))."
    case .fontUnreadable(let path, .some(let character), let code):
      "\(path): the glyph of \(character.codePoint) is damaged (\(Self.meaning(of: code)))."
    case .fontNotScalable(let path):
      "\(path): the font has no outlines that could be scaled."
    }
  }

  /// What is wrong, without the place: `the format is unknown`.
  public var reason: String {
    switch self {
    case .fontNotFound: "there is no such file"
    case .fontUnreadable(_, nil, let code): Self.meaning(of: code)
    case .fontUnreadable(_, .some(let character), let code):
      "the glyph of \(character.codePoint) is damaged (\(Self.meaning(of: code)))"
    case .fontNotScalable: "the font has no outlines that could be scaled"
    }
  }

  /// The codes of FreeType's `fterrdef.h` that one meets in practice, in words.
  private static func meaning(of code: Int) -> String {
    switch code {
    case 0x01: "the file cannot be opened"
    case 0x02: "the format is unknown"
    case 0x03: "the file is damaged"
    case 0x26: "it has no table of Unicode characters"
    case 0x40: "out of memory"
    default: "FreeType's error \(code)"
    }
  }
}
