import Foundation
import Testing

@testable import Typography

/// DejaVu Sans as part of the program.
@Suite struct LinkedFontTests {
  /// The installed file of that name, where the tests were built with it.
  private func installed(_ font: LinkedFont) throws -> URL {
    let folder = try #require(FontSearch.installed.folder(holding: LinkedFont.allCases.map(\.rawValue)))
    return URL(fileURLWithPath: "\(folder)/\(font.rawValue)")
  }

  @Test("Each face is byte for byte the file that the program was built with.", arguments: LinkedFont.allCases)
  func bytes(font: LinkedFont) throws {
    let bytes = try #require(font.bytes)
    #expect(bytes.count > 500_000)
    #expect(try Data(bytes) == Data(contentsOf: installed(font)))
    // The bytes are used where they lie.
    #expect(font.bytes?.baseAddress == bytes.baseAddress)
  }

  @Test("A linked face is the same as that face read from a file.", arguments: LinkedFont.allCases)
  func face(font: LinkedFont) throws {
    let characters = Set("é∂Ωπשب".unicodeScalars)
    let linked = try Typeface(reading: FontLocation(source: .linked(font)), characters: characters)
    let read = try Typeface(readingFile: installed(font).path, characters: characters)
    #expect(linked.name == read.name)
    for text in ["AVATAR To é", "∂Ω/∂π", "ש ب"] {
      let lines = [linked, read].map { TextLine(text, in: $0, size: 40) }
      #expect(lines[0].width == lines[1].width)
      #expect(lines[0].outline(at: .init(x: 0, y: 0)) == lines[1].outline(at: .init(x: 0, y: 0)))
    }
  }

  @Test("DejaVu Sans is the linked one, by name and without, whatever is installed.")
  func lastResort() throws {
    let linked = try #require(FontFamily.linkedDejaVu)
    #expect(linked.regular.source == .linked(.dejaVuSans) && linked.bold.source == .linked(.dejaVuSansBold))
    for name in ["DejaVu Sans", "dejavu sans"] {
      #expect(InstalledFonts().family(named: name)?.regular == linked.regular)
    }
    let bare = InstalledFonts(searching: FontSearch(places: ["/nowhere"]), linked: linked)
    #expect(bare.familyNames == ["DejaVu Sans"])
    #expect(bare.family(named: "DejaVu Sans")?.bold == linked.bold)
    #expect(bare.family(named: "DejaVu Serif") == nil)
    let family = try TypefaceFamily(installedWith: [])
    #expect(family.regular.name == "DejaVu Sans" && family.bold.name == "DejaVu Sans Bold")
  }

  @Test("A program without linked fonts takes those that a search finds.")
  func search() throws {
    let search = FontSearch.installed
    let family = try FontFamily(findingDejaVuWith: search)
    #expect(family.regular.source == .file(path: try installed(.dejaVuSans).path))
    #expect(family.bold.source == .file(path: try installed(.dejaVuSansBold).path))
    #expect(InstalledFonts(searching: search).family(named: "DejaVu Sans")?.regular == family.regular)
    let found = try TypefaceFamily(searching: search, characters: [])
    let linked = try TypefaceFamily(installedWith: [])
    #expect(
      TextLine("Mish", in: found.bold, size: 30).outline(at: .init(x: 0, y: 0))
        == TextLine("Mish", in: linked.bold, size: 30).outline(at: .init(x: 0, y: 0)))
  }

  @Test("A message names a linked font that cannot be read.")
  func message() {
    let location = FontLocation(source: .linked(.dejaVuSans), index: 7)
    let error = #expect(throws: TypographyError.self) { _ = try FontFile(opening: location) }
    #expect(error?.description.hasPrefix("The linked font DejaVuSans.ttf: cannot be read as a font (") == true)
  }
}
