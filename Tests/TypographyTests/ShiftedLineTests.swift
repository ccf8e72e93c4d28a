import Geometry
import Testing
import Typography

@Suite struct ShiftedLineTests {
  private static let family = Result { try TypefaceFamily(installedWith: []) }

  private func line(_ source: String, size: Double = 100) throws -> TextLine {
    TextLine(MathematicalText(source).marked, in: try Self.family.get().regular, size: size, withShifts: true)
  }

  private func plain(_ text: String, size: Double = 100) throws -> TextLine {
    TextLine(text, in: try Self.family.get().regular, size: size)
  }

  @Test("Superscripts are raised and subscripts are lowered, both at seven tenths of the size.")
  func shifts() throws {
    let (base, script) = (try plain("x"), try plain("1", size: 70))
    let (raised, lowered) = (try line("$x^1$"), try line("$x_1$"))
    #expect(abs(raised.width - base.width - script.width - 5) < 0.1)
    #expect(raised.width == lowered.width)
    #expect(abs(raised.ascent - script.ascent - 36) < 0.1)
    #expect(abs(lowered.descent - script.descent - 16) < 0.1)
    let box = try #require(lowered.outline(at: Point(x: 0, y: 0)).controlBox)
    #expect(abs(box.maxY - lowered.descent) < 0.1)
    #expect(try line("$x_1$ and $x^2$", size: 0).width == 0)
  }

  @Test("A superscript and a subscript of one letter stand above each other.")
  func stacking() throws {
    let (both, one) = (try line(#"$\sigma_w^2$"#), try line(#"$\sigma_w$"#))
    #expect(both.width == one.width)
    #expect(both.ascent > one.ascent && both.descent == one.descent)
    #expect(try line(#"$\sigma^2_w$"#).width == both.width)
  }

  @Test("A text without shifts is the same line as always, and a mark in such a text is a missing character.")
  func unshifted() throws {
    let (shifted, plain) = (try line(#"$\alpha$ = 0.01"#), try plain("α = 0.01"))
    #expect(shifted.width == plain.width)
    #expect(shifted.outline(at: Point(x: 1, y: 2)) == plain.outline(at: Point(x: 1, y: 2)))
    #expect(try self.plain("\u{F0041}").missing.map(\.character) == ["\u{F0041}"])
  }

  @Test("A raised character without a glyph is told by its own number.")
  func missing() throws {
    #expect(try line("$x^\u{3042}$ \u{3042}").missing.map(\.character) == ["\u{3042}"])
  }

  @Test("No line is broken between dollar signs.")
  func breaks() throws {
    let text = MathematicalText("first $x_1 + x_2 = -y$ and-so $a, b$ on").marked
    let parts = TextLine.breaks(in: text).map { text[$0...].prefix(3) }
    #expect(parts.count == 5)
    #expect(
      parts[0].first == "x" && parts[1] == "and" && parts[2] == "so " && parts[3].first == "a" && parts[4] == "on")
  }
}
