import Geometry
import SeededNumbers
import Testing
import Typography

@testable import Plotting

/// Texts that are measured once, and what each round of a layout derives from them.
@Suite struct MeasuredTextTests {
  private static let typefaces = Result { try TypefaceFamily(installedWith: []) }
  private let paper = Paper(width: 5, height: 4, resolution: Resolution(dotsPerInch: 100), style: .matplotlib)

  @Test("An axis has the same labels wherever its frame was before.", arguments: 0..<200)
  func axisLabelsWherever(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let typeface = try Self.typefaces.get().regular
    let limits = random.limits()
    func text() -> AxisText {
      AxisText(
        seed.isMultiple(of: 2) ? .horizontal : .vertical, of: Axis(), limits: limits, in: typeface, paper: paper)
    }
    var used = text()
    for _ in 0..<6 {
      let frame = Rect(
        x: .random(in: 0...100, using: &random), y: .random(in: 0...100, using: &random),
        width: .random(in: 1...900, using: &random), height: .random(in: 1...900, using: &random))
      var fresh = text()
      let axis = AxisLayout(setting: &used, along: frame, on: paper)
      let expected = AxisLayout(setting: &fresh, along: frame, on: paper)
      #expect(axis.ticks.map(\.label) == expected.ticks.map(\.label))
      #expect(axis.boxes == expected.boxes)
      #expect(axis.ticks.map(\.value) == expected.ticks.map(\.value))
    }
  }

  @Test("Lines are centred and a line gap apart.")
  func centredLines() throws {
    let face = try Self.typefaces.get().regular
    let one = TextBlock("Ag", in: face, points: 72, resolution: Resolution(dotsPerInch: 100))
    let two = TextBlock("Ag\nlonger", in: face, points: 72, resolution: Resolution(dotsPerInch: 100))
    let lineHeight = (face.ascender + face.descender + face.lineGap) / face.unitsPerEm * 100
    #expect((two.box.height - 2 * lineHeight).magnitude < 1 / 64)
    #expect((one.box.height - (lineHeight - face.lineGap / face.unitsPerEm * 100)).magnitude < 1e-9)
    #expect(two.lines[0].left > 0 && two.lines[1].left == 0)
    #expect((two.lastBaseline - two.firstBaseline - lineHeight).magnitude < 1 / 64)
  }

  @Test("Rows end at the newlines of Character.isNewline.", arguments: 0..<300)
  func rowsEndNewlines(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "é", "e\u{301}", "漢", " ", "\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "👩‍👩‍👧",
    ]
    let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    #expect(text.rows == text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
  }

  @Test("Rectangles overlap where they have an intersection.", arguments: 0..<500)
  func rectanglesOverlapIntersection(seed: Int) {
    var random = SeededGenerator(seed: seed)
    // Few coordinates, so that many rectangles touch.
    func rect() -> Rect {
      Rect(
        x: Double(Int.random(in: 0...6, using: &random)) / 3, y: Double(Int.random(in: 0...6, using: &random)) / 3,
        width: Double(Int.random(in: -1...4, using: &random)) / 3,
        height: Double(Int.random(in: -1...4, using: &random)) / 3)
    }
    let (one, other) = (rect(), rect())
    #expect(one.overlaps(other) == (one.intersection(other) != nil), "\(one) \(other)")
    #expect(one.overlaps(other) == other.overlaps(one))
  }
}
