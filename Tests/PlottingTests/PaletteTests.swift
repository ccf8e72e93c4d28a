import Drawing
import Foundation
import Testing

@testable import Plotting

@Suite struct PaletteTests {
  static let styles = ["light": Style.light, "dark": Style.dark]

  /// The six colours of M. A. Petroff: Accessible Color Sequences for Data Visualization, 2021.
  static let petroff = [0x5790fc, 0xf89c20, 0xe42536, 0x964a8b, 0x9c9ca1, 0x7a21dd].map { Color($0) }

  @Test(
    "Any two accents differ more than the least different of Petroff's six colours, with every sight and in grey.",
    arguments: ["light", "dark"])
  func accentsDiffer(name: String) throws {
    let style = try #require(Self.styles[name])
    #expect(style.palette.count == 6)
    for sight in Sight.allCases {
      let (least, petroff) = (sight.leastDifference(of: style.palette), sight.leastDifference(of: Self.petroff))
      #expect(least >= 1.08 * petroff, "\(name), \(sight): \(least) is not above \(petroff)")
    }
  }

  @Test("The least differences of Petroff's colours are those of an implementation in NumPy.")
  func petroffsDifferences() {
    let expected = [17.86820311, 10.56978517, 14.659791, 18.33507226, 3.15436307]
    for (sight, difference) in zip(Sight.allCases, expected) {
      #expect((sight.leastDifference(of: Self.petroff) - difference).magnitude < 1e-6, "\(sight)")
    }
  }

  @Test("The accents are a blue, an orange and four more, each far from the ink.", arguments: ["light", "dark"])
  func accentsFarFromInk(name: String) throws {
    let style = try #require(Self.styles[name])
    let lab = style.palette.map { Lab(Vision.normal.seen($0)) }
    #expect(lab[0].b < -30 && lab[0].a < 25, "\(name): the first is a blue")
    #expect(lab[1].b > 30 && lab[1].a > 20, "\(name): the second is an orange")
    for vision in Vision.allCases {
      #expect(
        Lab(vision.seen(style.palette[0])).difference(to: Lab(vision.seen(style.palette[1]))) >= 40,
        "\(name), \(vision): value and derivative")
      let ink = Lab(vision.seen(style.titleColor))
      for color in style.palette {
        #expect(Lab(vision.seen(color)).difference(to: ink) >= 14, "\(name), \(vision): \(color.hexadecimal)")
      }
    }
  }

  @Test("CIEDE2000 gives the published differences of 34 pairs.")
  func publishedPairs() throws {
    let url = try #require(Bundle.module.url(forResource: "Data/ciede2000", withExtension: "txt"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 34)
    for line in lines {
      let values = line.split(separator: " ").compactMap { Double($0) }
      try #require(values.count == 7)
      let difference = Lab(values[0], values[1], values[2]).difference(to: Lab(values[3], values[4], values[5]))
      #expect((difference - values[6]).magnitude < 1e-4, "\(line)")
    }
  }

  @Test(
    "Twenty colours of the ordered scale rise or fall in lightness by even steps, with every sight and in grey.",
    arguments: ["light", "dark"])
  func orderedScale(name: String) throws {
    let style = try #require(Self.styles[name])
    let colors = (0..<20).map { style.orderedColor(at: Double($0) / 19) }
    let direction = name == "light" ? -1.0 : 1.0
    for vision in Vision.allCases {
      let lightness = colors.map { Lab(vision.seen($0)).lightness }
      let steps = zip(lightness, lightness.dropFirst()).map { direction * ($1 - $0) }
      #expect(steps.allSatisfy { $0 >= 1 }, "\(name), \(vision): \(steps)")
    }
    let lightness = colors.map { Lab(Vision.normal.seen($0)).lightness }
    let steps = zip(lightness, lightness.dropFirst()).map { direction * ($1 - $0) }
    #expect(steps.allSatisfy { $0 >= 2 }, "\(name): \(steps)")
    #expect(steps.max()! < 1.6 * steps.min()!, "\(name): \(steps)")
    for color in colors { #expect(color.measuredContrast(with: style.paper) >= 3, "\(name): \(color.hexadecimal)") }
  }
}

/// The ways in which colours are seen: with each vision, and by their lightness alone.
enum Sight: CaseIterable, CustomStringConvertible {
  case normal, protanopia, deuteranopia, tritanopia, grey

  var description: String {
    switch self {
    case .normal: "normal sight"
    case .protanopia: "protanopia"
    case .deuteranopia: "deuteranopia"
    case .tritanopia: "tritanopia"
    case .grey: "grey"
    }
  }

  /// The smallest difference between any two colours.
  func leastDifference(of colors: [Color]) -> Double {
    let seen = colors.map(seen)
    return seen.indices.flatMap { index in seen[..<index].map { seen[index].difference(to: $0) } }.min() ?? .infinity
  }

  private func seen(_ color: Color) -> Lab {
    switch self {
    case .normal: Lab(Vision.normal.seen(color))
    case .protanopia: Lab(Vision.protanopia.seen(color))
    case .deuteranopia: Lab(Vision.deuteranopia.seen(color))
    case .tritanopia: Lab(Vision.tritanopia.seen(color))
    case .grey: Lab(Lab(Vision.normal.seen(color)).lightness, 0, 0)
    }
  }
}
