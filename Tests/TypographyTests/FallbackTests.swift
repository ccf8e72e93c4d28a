import Foundation
import Geometry
import Testing

@testable import Typography

@Suite struct FallbackTests {
  private static func path(_ file: String) throws -> String {
    try #require(Bundle.module.url(forResource: "Data/\(file)", withExtension: nil)).path
  }

  private func family(_ file: String, with words: String) throws -> TypefaceFamily {
    let font = try FontFamily(readingFile: Self.path(file))
    return try TypefaceFamily(installedWith: Set(words.unicodeScalars), preferring: [font])
  }

  @Test("The first face that has a glyph draws it.", arguments: ["Squares.ttf", "Squares.otf", "Squares.ttc"])
  func firstFace(file: String) throws {
    let family = try family(file, with: "漢é")
    let squares = TextLine("漢", in: family.regular, size: 100)
    #expect(squares.width == 100)
    #expect(squares.ascent == 88)
    #expect(squares.descent == 12)
    #expect(squares.outline(at: Point(x: 0, y: 0)).controlBox == Rect(minX: 5, minY: -88, maxX: 95, maxY: 12))
    let dejaVu = try TypefaceFamily(installedWith: ["é"])
    #expect(TextLine("é", in: family.regular, size: 100).width == TextLine("é", in: dejaVu.regular, size: 100).width)
    #expect(TextLine("A", in: family.regular, size: 100).width == 60)
    #expect(family.regular.ascender == 880)
    #expect(TextLine("漢é A", in: family.regular, size: 100).missing.isEmpty)
  }

  @Test("Each face kerns its own glyphs and no others.")
  func kerningWithinAFace() throws {
    let family = try family("Squares.ttf", with: "漢字")
    #expect(TextLine("漢字", in: family.regular, size: 100).width == 190)
    #expect(TextLine("字漢", in: family.regular, size: 100).width == 200)
    let apart = TextLine("V", in: family.regular, size: 100).width + 60
    #expect(TextLine("VA", in: family.regular, size: 100).width == apart)
    let dejaVu = try TypefaceFamily(installedWith: []).regular
    let kerned = TextLine("To", in: dejaVu, size: 100).width
    #expect(TextLine("To", in: family.regular, size: 100).width == kerned)
  }

  @Test("A font file by itself is the bold face too.")
  func boldOfAFile() throws {
    let family = try family("Squares.ttf", with: "漢")
    #expect(family.bold.name == "Test Squares")
    #expect(family.bold.fallbacks.map(\.name) == ["DejaVu Sans Bold"])
    #expect(TextLine("漢", in: family.bold, size: 10).width == TextLine("漢", in: family.regular, size: 10).width)
  }

  @Test("An installed family is found by its name, with its bold face, in files and in collections.")
  func installedFamilies() throws {
    let folder = URL(fileURLWithPath: try Self.path("Squares.ttf")).deletingLastPathComponent().path
    let installed = InstalledFonts(searching: FontSearch(places: [folder]))
    #expect(installed.familyNames == ["Cubic Squares", "Test Squares"])
    let squares = try #require(installed.family(named: "test squares"))
    #expect(squares.name == "Test Squares")
    #expect(squares.bold != squares.regular)
    let cubic = try #require(installed.family(named: "Cubic Squares"))
    #expect(cubic.bold == cubic.regular)
    #expect(installed.family(named: "Squares") == nil)
    let family = try TypefaceFamily(installedWith: ["漢"], preferring: [squares])
    #expect(family.bold.name == "Test Squares Bold")
    #expect(TextLine("漢", in: family.bold, size: 100).ascent == 90)
  }

  @Test("DejaVu Sans is found by its name as it is without.")
  func dejaVuByName() throws {
    let fonts = InstalledFonts()
    let family = try TypefaceFamily(
      installedWith: [], preferring: [try #require(fonts.family(named: "DejaVu Sans"))])
    #expect(family.regular.name == "DejaVu Sans")
    #expect(family.bold.name == "DejaVu Sans Bold")
  }

  @Test("What no face has is told with the faces that were asked.")
  func missing() throws {
    let family = try family("Squares.ttf", with: "🚀\u{E000}")
    let line = TextLine("🚀\u{FE0F} 🚀\u{E000}", in: family.bold, size: 20)
    #expect(
      line.missing.map(\.description) == [
        "No glyph for U+1F680 (🚀) in Test Squares, DejaVu Sans Bold; a box is drawn.",
        "No glyph for U+E000 in Test Squares, DejaVu Sans Bold; a box is drawn.",
      ])
    #expect(!line.outline(at: Point(x: 0, y: 0)).isEmpty)
  }

  @Test("What is not drawn takes no room and is not missing.")
  func invisible() throws {
    let family = try TypefaceFamily(installedWith: [])
    for character in ["\u{200D}", "\u{FE0F}", "\u{FEFF}", "\u{200E}", "\u{200F}", "\u{AD}", "\u{2060}", "\u{E0067}"] {
      let line = TextLine("a\(character)b", in: family.regular, size: 20)
      #expect(line.missing.isEmpty)
      #expect(line.width == TextLine("ab", in: family.regular, size: 20).width, "\(character.debugDescription)")
    }
  }

  @Test("A decomposed letter is the composed one.", arguments: ["é", "Å", "ế", "ñ", "ά", "й", "ṩ"])
  func decomposed(letter: String) throws {
    let pieces = letter.decomposedStringWithCanonicalMapping
    let family = try TypefaceFamily(installedWith: Set(pieces.unicodeScalars))
    let whole = try TypefaceFamily(installedWith: Set(letter.unicodeScalars))
    let origin = Point(x: 0, y: 0)
    for (ours, theirs) in [(family.regular, whole.regular), (family.bold, whole.bold)] {
      #expect(pieces.unicodeScalars.count > 1)
      #expect(
        TextLine(pieces, in: ours, size: 30).outline(at: origin)
          == TextLine(letter, in: theirs, size: 30).outline(at: origin))
    }
  }

  @Test(
    "A mark without a composed letter sits above or below it, where the font asks for it.",
    arguments: ["x", "X", "l", "q"])
  func centredMarks(base: String) throws {
    let family = try TypefaceFamily(installedWith: ["\u{302}", "\u{332}"])
    let bare = TextLine(base, in: family.regular, size: 64)
    let box = try #require(bare.outline(at: Point(x: 0, y: 0)).controlBox)
    for (mark, isAbove) in [("\u{302}", true), ("\u{332}", false)] {
      let marked = TextLine(base + mark, in: family.regular, size: 64)
      let elements = marked.outline(at: Point(x: 0, y: 0)).elements.dropFirst(
        bare.outline(at: Point(x: 0, y: 0)).elements.count)
      let points = elements.compactMap { element -> Point? in
        switch element {
        case .move(let point), .line(let point): point
        case .quadratic(let point, _): point
        case .cubic(let point, _, _): point
        case .close: nil
        }
      }
      let middle = (points.map(\.x).min()! + points.map(\.x).max()!) / 2
      #expect(abs(middle - box.midX) <= 1.1)
      #expect(marked.width == bare.width)
      if isAbove {
        #expect(points.map(\.y).max()! <= box.minY)
        #expect(marked.ascent > bare.ascent)
      } else {
        #expect(points.map(\.y).min()! > box.maxY)
        #expect(marked.descent > bare.descent)
      }
    }
  }

  @Test("Hebrew goes from right to left and brackets with it.")
  func hebrew() throws {
    let family = try TypefaceFamily(installedWith: Set("שלום(1)".unicodeScalars))
    let origin = Point(x: 0, y: 0)
    let single = TextLine("ש", in: family.regular, size: 32)
    let line = TextLine("של", in: family.regular, size: 32)
    let first = TextLine("ל", in: family.regular, size: 32)
    #expect(
      line.outline(at: origin).elements
        == first.outline(at: origin).elements
        + single.outline(at: Point(x: line.width - single.width, y: 0)).elements)
    #expect(line.missing.isEmpty)
  }

  @Test("Damaged fonts of every kind never crash.", arguments: 0..<200 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var state = seed &+ 1
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let file = ["Squares.ttf", "Squares.otf", "Squares.ttc", "Squares-Bold.ttf"][Int(seed % 4)]
    var data = try Data(contentsOf: URL(fileURLWithPath: Self.path(file)))
    if seed % 3 == 0 { data = data.prefix(next(below: data.count)) }
    for _ in 0..<next(below: 40) where !data.isEmpty { data[next(below: data.count)] = UInt8(next(below: 256)) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(file).path
    try data.write(to: URL(fileURLWithPath: path))
    for name in InstalledFonts(searching: FontSearch(places: [folder.path])).familyNames { #expect(!name.isEmpty) }
    do throws(TypographyError) {
      let font = try FontFamily(readingFile: path)
      let family = try TypefaceFamily(installedWith: Set("漢字e\u{301}שب".unicodeScalars), preferring: [font])
      let line = TextLine("A漢字 e\u{301} ש ب", in: family.regular, size: 20)
      #expect(line.width.isFinite && line.ascent.isFinite && line.descent.isFinite)
      _ = line.outline(at: Point(x: 0, y: 0))
    } catch {
      #expect(error.description.hasPrefix("\(path): "))
    }
  }

  @Test(
    "A file that is no regular file is refused without waiting for it.", arguments: ["/dev/zero", "/tmp", "/none.ttf"])
  func noFile(path: String) {
    let error = #expect(throws: TypographyError.self) { _ = try FontFamily(readingFile: path) }
    #expect(error?.reason == "the file cannot be opened")
  }
}
