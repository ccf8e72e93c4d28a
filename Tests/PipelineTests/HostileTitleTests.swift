import Activations
import Drawing
import Foundation
import Geometry
import Plotting
import Testing
import Typography

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import Text

/// The whole catalogue on papers of many sizes and resolutions, with extreme titles.
@Suite struct HostileTitleTests {
  static let titles: [(name: String, text: String)] = [
    ("empty", ""),
    ("one long word", String(repeating: "Wolkenkratzerfenster", count: 15)),
    ("many words", String(repeating: "a title of many words, ", count: 13)),
    ("one line and much more", "Mish\n" + String(repeating: "smooth and not monotone ", count: 9)),
    ("emoji", String(repeating: "👩‍👩‍👧‍👦🏳️‍🌈🧠 ", count: 20)),
    ("right to left", "דאָס איז אַ לאַנגער טיטל מיט פיל ווערטער وهذا عنوان طويل أيضا"),
    (
      "combining marks",
      String(repeating: "Z\u{310}\u{341}\u{317}a\u{300}\u{301}\u{302}\u{303}l\u{334}g\u{489}o ", count: 12)
    ),
    ("a mark alone", "\u{301}\u{302}\u{303}"),
    ("newlines", "\n\nfirst\n\n\nsecond\n"),
    ("signs without ink", "a\u{200B}\u{202E}b\u{FEFF}\u{A0}\u{2060}c\u{3000}"),
    ("spaces", "   " + String(repeating: " ", count: 60) + "x"),
    ("wide letters", String(repeating: "W", count: 300)),
  ]
  static let papers = [(5.5, 3.5), (6, 8), (8, 3), (11, 4), (15, 5), (24, 8), (30, 3), (5.3, 9)]
  static let resolutions = [40.0, 72, 96, 100, 144, 300]

  /// Each seed is another mixture of papers, resolutions and titles.
  @Test("No text leaves the paper or covers another one.", arguments: 0..<3)
  func overlaps(seed: Int) throws {
    var choice = seed * 7919
    func next(_ count: Int) -> Int {
      choice = (choice &* 1_103_515_245 &+ 12345) & 0x7fff_ffff
      return (choice >> 8) % count
    }
    for (index, entry) in Catalogue.entries.enumerated() {
      let paper = Self.papers[next(Self.papers.count)]
      let dpi = Self.resolutions[next(Self.resolutions.count)]
      let title = Self.titles[(index + seed * 5) % Self.titles.count]
      let place = "\(entry.name) on \(paper.0) × \(paper.1) inches at \(dpi) dots an inch, title: \(title.name)"
      let drawing = try Self.drawing(of: entry.name, title: title.text, paper: paper, dpi: dpi)
      #expect(drawing.misplacedWords == [], "\(place)")
    }
  }

  /// The functions of the package's own configuration, each with every title, shown 360 pixels wide.
  @Test("In a column 360 pixels wide no text leaves the paper or covers another one.", arguments: titles.map(\.name))
  func columns(name: String) throws {
    let title = try #require(Self.titles.first { $0.name == name })
    for function in FigureReferenceTests.names {
      for style in ["light", "dark"] {
        let drawing = try Self.drawing(
          of: function, title: title.text, paper: (7.5, 15), dpi: 48, arrangement: "column", style: style)
        #expect(drawing.width == 360)
        #expect(drawing.misplacedWords == [], "\(function), \(style), title: \(name)")
      }
    }
  }

  @Test("The smallest paper of a column holds it.", arguments: ["many words", "wide letters", "empty"])
  func smallestColumn(name: String) throws {
    let title = try #require(Self.titles.first { $0.name == name })
    func drawing(_ width: Double, _ height: Double) throws -> DisplayList {
      try Self.drawing(
        of: "hard-tanh", title: title.text, paper: (width, height), dpi: 72, arrangement: "column", style: "light")
    }
    let error = try #require(throws: LayoutError.self) { try drawing(3, 4) }
    guard case .paperTooSmall(_, _, let smallest) = error else { return }
    #expect(try drawing(smallest.width, smallest.height).misplacedWords == [])
  }

  @Test("The smallest paper reported for a long title holds it.", arguments: ["many words", "wide letters"])
  func smallestPaper(name: String) throws {
    let title = try #require(Self.titles.first { $0.name == name })
    let error = try #require(throws: LayoutError.self) {
      try Self.drawing(of: "tanh", title: title.text, paper: (5, 2.5), dpi: 72)
    }
    guard case .paperTooSmall(_, _, let smallest) = error else { return }
    let drawing = try Self.drawing(of: "tanh", title: title.text, paper: (smallest.width, smallest.height), dpi: 72)
    #expect(drawing.misplacedWords == [])
  }

  @Test(
    "A title of three hundred characters fits the notebook's paper with everything else.", arguments: titles.map(\.name)
  )
  func longTitle(name: String) throws {
    let title = try #require(Self.titles.first { $0.name == name })
    let drawing = try Self.drawing(of: "mish", title: title.text, paper: (15, 5), dpi: 100)
    #expect(drawing.misplacedWords == [])
    let frame = try #require(drawing.fills.first { $0.role == .frame }?.path.controlBox)
    #expect(frame.height > 150)
  }

  private static func drawing(
    of function: String, title: String, paper: (Double, Double), dpi: Double, arrangement: String = "row",
    style: String = "matplotlib"
  ) throws -> DisplayList {
    let words = String(decoding: try JSONEncoder().encode(title), as: UTF8.self)
    let text = """
      {"samples": 200, "bins": 20, "step": 0.5, "activations": [{"function": "\(function)", "title": \(words)}],
       "style": "\(style)",
       "figure": {"width": \(paper.0), "height": \(paper.1), "dpi": \(dpi), "arrangement": "\(arrangement)"}}
      """
    let plan = try #require(try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json").figures.first)
    let renderer = FigureRenderer(typefaces: try typefaces.get())
    return renderer.drawing(of: try renderer.layout(of: plan, from: FigureInput(for: plan)).layout)
  }

  private static let typefaces = Result {
    try TypefaceFamily(installedWith: Set(titles.flatMap(\.text.unicodeScalars)))
  }
}

extension DisplayList {
  /// Texts that leave the paper or overlap other texts, and texts outside the legend that enter a frame.
  var misplacedWords: [String] {
    let paper = Rect(x: 0, y: 0, width: Double(width), height: Double(height))
    let roles: Set<Fill.Role> = [
      .tickLabel, .offsetText, .panelTitle, .axisLabel, .legendLabel, .figureTitle, .caption, .note,
    ]
    let words = fills.filter { roles.contains($0.role) }.compactMap { fill in
      fill.path.controlBox.map { (role: fill.role, box: $0) }
    }
    let frames = fills.filter { $0.role == .frame }.compactMap(\.path.controlBox)
    var faults: [String] = []
    for (index, word) in words.enumerated() {
      if word.box.union(paper) != paper { faults.append("\(word.role) leaves the paper: \(word.box)") }
      for other in words[(index + 1)...] where other.box.intersection(word.box) != nil {
        faults.append("\(word.role) \(word.box) covers \(other.role) \(other.box)")
      }
      guard word.role != .legendLabel, word.role != .note else { continue }
      for frame in frames where frame.intersection(word.box) != nil {
        faults.append("\(word.role) \(word.box) enters the frame \(frame)")
      }
    }
    return faults
  }
}
