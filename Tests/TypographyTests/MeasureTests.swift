import Testing
import Typography

/// Text, size in points, dots an inch; width, height of the ink, descent as matplotlib 3.11.2 gives them
/// (`RendererAgg.get_text_width_height_descent` with `text.hinting` "none" and the installed DejaVu 2.37).
typealias Measure = (words: String, points: Double, resolution: Double, width: Double, height: Double, descent: Double)

@Suite struct MeasureTests {
  let family: TypefaceFamily

  init() throws { family = try TypefaceFamily(installedWith: Set("éüΩπ".unicodeScalars)) }

  static let plainWords: [Measure] = [
    ("\u{2212}4", 10, 100, 20.484375, 10.125, 0.0),
    ("0", 10, 100, 8.84375, 10.515625, 0.203125),
    ("mean: -0.010698", 10, 100, 119.84375, 10.515625, 0.203125),
    ("std: 1.0019", 10, 100, 79.25, 10.75, 0.203125),
    ("Value", 10, 100, 38.140625, 10.75, 0.203125),
    ("Derivative", 10, 100, 71.625, 10.75, 0.203125),
    ("Input distribution", 12, 100, 143.421875, 16.140625, 3.46875),
    ("(samples: 10000)", 12, 100, 146.234375, 16.140625, 3.46875),
    ("Output distribution", 12, 100, 158.15625, 16.140625, 3.46875),
  ]

  static let kernedPairs: [Measure] = [
    ("Tanh", 10, 100, 32.296875, 10.75, 0.203125),
    ("Value", 10, 100, 38.140625, 10.75, 0.203125),
    ("AVATAR", 10, 100, 52.203125, 10.125, 0.0),
    ("To. Ty", 10, 100, 37.765625, 13.015625, 2.890625),
    ("LT", 10, 100, 14.3125, 10.125, 0.0),
    ("Yo, Wave", 10, 100, 62.109375, 11.734375, 1.609375),
    ("\u{2212} 1.5", 10, 100, 38.171875, 10.328125, 0.203125),
    ("é ü Ω π", 10, 100, 49.578125, 11.375, 0.265625),
    ("Tanh", 7.5, 100, 24.25, 8.0625, 0.140625),
    ("Value", 7.5, 100, 28.609375, 8.0625, 0.140625),
    ("AVATAR", 7.5, 100, 39.125, 7.59375, 0.0),
    ("To. Ty", 7.5, 100, 28.3125, 9.765625, 2.171875),
    ("LT", 7.5, 100, 10.734375, 7.59375, 0.0),
    ("Yo, Wave", 7.5, 100, 46.578125, 8.8125, 1.21875),
    ("\u{2212} 1.5", 7.5, 100, 28.609375, 7.734375, 0.140625),
    ("é ü Ω π", 7.5, 100, 37.203125, 8.53125, 0.203125),
    ("Tanh", 12, 150, 58.125, 19.359375, 0.359375),
    ("Value", 12, 150, 68.65625, 19.359375, 0.359375),
    ("AVATAR", 12, 150, 94.015625, 18.21875, 0.0),
    ("To. Ty", 12, 150, 67.953125, 23.421875, 5.203125),
    ("LT", 12, 150, 25.75, 18.21875, 0.0),
    ("Yo, Wave", 12, 150, 111.765625, 21.125, 2.90625),
    ("\u{2212} 1.5", 12, 150, 68.671875, 18.578125, 0.359375),
    ("é ü Ω π", 12, 150, 89.234375, 20.46875, 0.46875),
    ("Tanh", 33.3, 300, 322.640625, 107.375, 1.96875),
    ("Value", 33.3, 300, 380.984375, 107.375, 1.96875),
    ("AVATAR", 33.3, 300, 521.484375, 101.140625, 0.0),
    ("To. Ty", 33.3, 300, 377.046875, 130.0, 28.859375),
    ("LT", 33.3, 300, 142.9375, 101.140625, 0.0),
    ("Yo, Wave", 33.3, 300, 620.171875, 117.265625, 16.125),
    ("\u{2212} 1.5", 33.3, 300, 380.96875, 103.109375, 1.96875),
    ("é ü Ω π", 33.3, 300, 495.109375, 113.59375, 2.640625),
  ]

  static let boldTitles: [Measure] = [
    ("Sigmoid", 17.28, 100, 109.53125, 23.390625, 5.171875),
    ("Tanh", 17.28, 100, 63.609375, 18.5625, 0.34375),
    ("Hard tanh", 17.28, 100, 135.421875, 18.5625, 0.34375),
    ("ReLU", 17.28, 100, 68.625, 17.828125, 0.34375),
    ("Leaky ReLU", 17.28, 100, 156.296875, 23.390625, 5.171875),
    ("eLU", 17.28, 100, 50.15625, 17.828125, 0.34375),
    ("SeLU", 17.28, 100, 67.4375, 18.140625, 0.34375),
    ("CeLU", 17.28, 100, 67.765625, 18.140625, 0.34375),
    ("Softplus", 17.28, 100, 112.421875, 23.203125, 4.984375),
    ("Swish", 17.28, 100, 79.015625, 18.5625, 0.34375),
    ("Mish", 17.28, 100, 63.453125, 18.5625, 0.34375),
    ("Sigmoid", 17.28, 200, 218.96875, 46.78125, 10.34375),
    ("Tanh", 17.28, 200, 127.15625, 37.109375, 0.671875),
    ("Hard tanh", 17.28, 200, 270.71875, 37.109375, 0.671875),
    ("ReLU", 17.28, 200, 137.234375, 35.625, 0.671875),
    ("Leaky ReLU", 17.28, 200, 312.515625, 46.78125, 10.34375),
    ("eLU", 17.28, 200, 100.3125, 35.625, 0.671875),
    ("SeLU", 17.28, 200, 134.84375, 36.265625, 0.671875),
    ("CeLU", 17.28, 200, 135.5, 36.265625, 0.671875),
    ("Softplus", 17.28, 200, 224.703125, 46.40625, 9.96875),
    ("Swish", 17.28, 200, 157.953125, 37.109375, 0.671875),
    ("Mish", 17.28, 200, 126.84375, 37.109375, 0.671875),
    ("Sigmoid", 10, 100, 63.421875, 13.546875, 3.0),
    ("Tanh", 10, 100, 36.828125, 10.75, 0.203125),
    ("Hard tanh", 10, 100, 78.421875, 10.75, 0.203125),
    ("ReLU", 10, 100, 39.75, 10.328125, 0.203125),
    ("Leaky ReLU", 10, 100, 90.53125, 13.546875, 3.0),
    ("eLU", 10, 100, 29.046875, 10.328125, 0.203125),
    ("SeLU", 10, 100, 39.046875, 10.515625, 0.203125),
    ("CeLU", 10, 100, 39.234375, 10.515625, 0.203125),
    ("Softplus", 10, 100, 65.09375, 13.4375, 2.890625),
    ("Swish", 10, 100, 45.75, 10.75, 0.203125),
    ("Mish", 10, 100, 36.75, 10.75, 0.203125),
  ]

  @Test("Words measure what matplotlib measures, to the bit.", arguments: plainWords)
  func plain(_ expected: Measure) { expect(expected, in: family.regular) }

  @Test("Kerned pairs measure what matplotlib measures, to the bit.", arguments: kernedPairs)
  func kerned(_ expected: Measure) { expect(expected, in: family.regular) }

  @Test("Titles in bold measure what matplotlib measures, to the bit.", arguments: boldTitles)
  func bold(_ expected: Measure) { expect(expected, in: family.bold) }

  private func expect(_ expected: Measure, in typeface: Typeface, at location: SourceLocation = #_sourceLocation) {
    let line = TextLine(expected.words, in: typeface, points: expected.points, resolution: expected.resolution)
    #expect(line.width == expected.width, sourceLocation: location)
    #expect(line.ascent + line.descent == expected.height, sourceLocation: location)
    #expect(line.descent == expected.descent, sourceLocation: location)
    #expect(line.missing.isEmpty, sourceLocation: location)
  }

  @Test("A size in pixels is the size in points at that resolution, where 64ths of a point are whole.")
  func pixels() {
    for (points, size) in [(10.0, 10.0 * 100 / 72), (12, 12.0 * 100 / 72), (7.5, 7.5 * 100 / 72)] {
      let words = "mean: -0.010698"
      let byPixels = TextLine(words, in: family.regular, size: size)
      let byPoints = TextLine(words, in: family.regular, points: points, resolution: 100)
      #expect(byPixels.width == byPoints.width)
      #expect(byPixels.ascent == byPoints.ascent)
    }
  }

  @Test("17.28 points are cut to 1105/64 and stay 1/64 pixel short of 24 pixels an em.")
  func cutPoints() {
    #expect(TextLine("Mish", in: family.bold, size: 1535.0 / 64).width == 63.453125)
    #expect(TextLine("Mish", in: family.bold, size: 24).width == 63.5)
  }

  @Test("Ligatures measure what matplotlib measures.")
  func ligatures() {
    let line = TextLine("fi ffl", in: family.regular, points: 10, resolution: 100)
    #expect(line.width == 26.59375)
    #expect(line.ascent == 10.546875)
    #expect(line.descent == 0)
  }

  @Test("Ink above the baseline has a negative descent, and no ink has none.")
  func inkAboveTheBaseline() {
    let dashes = TextLine("--", in: family.regular, points: 10, resolution: 100)
    #expect(dashes.descent == -3.25)
    #expect(dashes.ascent == 1.109375 + 3.25)
    for words in ["", "   "] {
      let blank = TextLine(words, in: family.regular, size: 10)
      #expect(blank.ascent == 0 && blank.descent == 0)
    }
  }
}
