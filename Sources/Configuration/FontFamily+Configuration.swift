import JSON
import Text
import Typography

extension [FontFamily] {
  /// Finds the fonts of a configuration, or says of each where it stands that it is not there.
  ///
  /// What holds a slash or ends as font files do is a path, all else the name of a family. The machine's fonts are looked
  /// through for the sake of names alone, and never for DejaVu Sans where that is part of the program.
  ///
  /// - Parameter directory: What paths are relative to.
  init(resolving fonts: [Located<String>], in directory: String, reporting faults: inout Faults) {
    self = []
    var installed: InstalledFonts?
    for font in fonts {
      guard let text = font.value else { continue }
      let found = "found the font \"\(text.abbreviated(to: 80).printable)\""
      if text.isFontPath {
        do throws(TypographyError) {
          append(try FontFamily(readingFile: text.hasPrefix("/") ? text : "\(directory)/\(text)"))
        } catch {
          faults.report(at: font.offset, "\(found), expected the path of a font file (\(error.reason))")
        }
        continue
      }
      if let linked = FontFamily.linkedDejaVu, linked.isNamed(text) {
        append(linked)
        continue
      }
      let fonts = installed ?? InstalledFonts()
      installed = fonts
      if let family = fonts.family(named: text) {
        append(family)
      } else {
        let nearest = faults.isFull ? nil : text.nearest(among: fonts.familyNames)
        let expectation =
          nearest.map { "\"\($0.printable)\"" } ?? "the name of an installed family or a path of a font file"
        faults.report(at: font.offset, "\(found), which is not installed, expected \(expectation)")
      }
    }
  }
}

extension String {
  /// Whether this is a path of a font file, and not the name of a family.
  package var isFontPath: Bool {
    contains("/") || [".ttf", ".otf", ".ttc", ".otc"].contains { lowercased().hasSuffix($0) }
  }
}
