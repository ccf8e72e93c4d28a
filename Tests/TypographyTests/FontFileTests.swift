import Foundation
import Testing

@testable import Typography

/// A folder that is gone when the test is over.
private final class ScratchFolder {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ data: Data, to file: String) throws -> String {
    let url = URL(fileURLWithPath: "\(path)/\(file)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }
}

@Suite struct FontFileTests {
  private let scratch: ScratchFolder
  private let regular: Data
  private let bold: Data

  init() throws {
    scratch = try ScratchFolder()
    let files = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]
    let folder = try #require(FontSearch.installed.folder(holding: files))
    regular = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(files[0])"))
    bold = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(files[1])"))
  }

  @Test("DejaVu Sans tells its name and its lines' metrics.")
  func metrics() throws {
    let family = try TypefaceFamily(installedWith: [])
    for typeface in [family.regular, family.bold] {
      #expect(typeface.familyName == "DejaVu Sans")
      #expect(typeface.unitsPerEm == 2048)
      #expect(typeface.ascender == 1556)
      #expect(typeface.descender == 492)
      #expect(typeface.lineGap == 410)
    }
  }

  // Without the table of kerned pairs, letters stand apart; with a damaged one, anything may come of it but a crash.
  @Test("Letters are kerned by the font's table alone.")
  func kerningTable() throws {
    var data = regular
    for name in ["kern", "GPOS"] {
      let tag = try #require(data.prefix(1000).range(of: Data(name.utf8)))
      data.replaceSubrange(tag, with: Data("none".utf8))
    }
    let bare = try Typeface(readingFile: scratch.write(data, to: "bare.ttf"), characters: [])
    let whole = try Typeface(readingFile: scratch.write(regular, to: "whole.ttf"), characters: [])
    let size = whole.unitsPerEm
    #expect(TextLine("AV", in: whole, size: size).width - TextLine("AV", in: bare, size: size).width == -131)
    #expect(TextLine("nn", in: whole, size: size).width == TextLine("nn", in: bare, size: size).width)
  }

  @Test("A file of random bytes is refused with a sentence.", arguments: 0..<50 as Range<UInt64>)
  func randomBytes(seed: UInt64) throws {
    var state = seed &+ 1
    let bytes = (0..<4096).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    let path = try scratch.write(Data(bytes), to: "random.ttf")
    #expect(throws: TypographyError.fontUnreadable(path: path, character: nil, code: 2)) {
      _ = try Typeface(readingFile: path, characters: [])
    }
  }

  @Test("A font that is cut off is refused, or still gives whole lines.", arguments: 0..<60)
  func truncated(seed: Int) throws {
    let length = seed < 20 ? seed * 37 : regular.count * (seed - 20) / 40 + seed
    let path = try scratch.write(regular.prefix(length), to: "cut.ttf")
    do {
      let typeface = try Typeface(readingFile: path, characters: ["é"])
      #expect(TextLine("Value é", in: typeface, size: 14).width > 0)
    } catch {
      #expect(error.description.hasPrefix("\(path): "))
      #expect(error.description.hasSuffix("."))
    }
  }

  @Test("A font cut within its glyphs is refused.")
  func truncatedGlyphs() throws {
    let path = try scratch.write(regular.prefix(regular.count / 8), to: "cut.ttf")
    #expect(throws: TypographyError.self) { _ = try Typeface(readingFile: path, characters: []) }
  }

  @Test("A font with damaged bytes never crashes.", arguments: 0..<100 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var state = seed &+ 1
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var data = regular
    for _ in 0..<400 { data[next(below: seed % 2 == 0 ? data.count : 4096)] = UInt8(next(below: 256)) }
    let path = try scratch.write(data, to: "damaged.ttf")
    do {
      let line = TextLine("Sigmoid AVATAR", in: try Typeface(readingFile: path, characters: []), size: 10_000)
      #expect(line.width.isFinite)
    } catch {
      #expect(error.description.hasPrefix("\(path): "))
    }
  }

  @Test("Neither an absent file nor a folder is a font.")
  func noFile() {
    for path in ["\(scratch.path)/absent.ttf", scratch.path] {
      #expect(throws: TypographyError.self) { _ = try Typeface(readingFile: path, characters: []) }
    }
    let absent = TypographyError.fontUnreadable(path: "absent.ttf", character: nil, code: 1)
    #expect(absent.description == "absent.ttf: cannot be read as a font (the file cannot be opened).")
    let damaged = TypographyError.fontUnreadable(path: "a.ttf", character: "é", code: 3)
    #expect(damaged.description == "a.ttf: the glyph of U+00E9 is damaged (the file is damaged).")
  }

  @Test("Where no folder holds both fonts, the error says where and how to install them.")
  func fontsNotFound() throws {
    _ = try scratch.write(regular, to: "one/DejaVuSans.ttf")
    _ = try scratch.write(bold, to: "two/DejaVuSans-Bold.ttf")
    let search = FontSearch(places: [scratch.path, "/nowhere"])
    let error = #expect(throws: TypographyError.self) { _ = try TypefaceFamily(searching: search, characters: []) }
    #expect(
      error?.description
        == "The fonts DejaVuSans.ttf and DejaVuSans-Bold.ttf are in no folder of \(scratch.path), /nowhere; "
        + "install them with `apt-get install fonts-dejavu-core`.")
  }

  @Test("The first folder in the order of names is taken, whatever order it was made in.")
  func sortedSearch() throws {
    for folder in ["zeta", "beta/deep", "beta/aaa/deeper", "gamma"] {
      _ = try scratch.write(regular, to: "\(folder)/DejaVuSans.ttf")
      _ = try scratch.write(bold, to: "\(folder)/DejaVuSans-Bold.ttf")
    }
    let search = FontSearch(places: [scratch.path])
    let files = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]
    #expect(search.folder(holding: files) == "\(scratch.path)/beta/aaa/deeper")
    #expect(try TypefaceFamily(searching: search, characters: []).bold.familyName == "DejaVu Sans")
    let hinted = FontSearch(likelyFolders: ["\(scratch.path)/zeta"], places: [scratch.path])
    #expect(hinted.folder(holding: files) == "\(scratch.path)/zeta")
  }

  @Test("Links that go round in circles end the search.")
  func circularLinks() throws {
    try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/round", withDestinationPath: scratch.path)
    try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/again", withDestinationPath: scratch.path)
    #expect(FontSearch(places: [scratch.path]).folder(holding: ["DejaVuSans.ttf"]) == nil)
  }
}
