import ActivationFigures
import Configuration
import Goldens
import Plans
import SeededNumbers
import Testing

@testable import Embedding
@testable import JSON
@testable import Pipeline

@Suite
struct GalleryPageTests {
  @Test("The page of a function with variants, a comparison and a family is the golden, but for style and script.")
  func golden() throws {
    let variants = PageFigure(
      "leaky-relu", title: "Leaky ReLU", themes: [.light, .dark], arrangements: [.row, .column], scales: [1, 2],
      entry: ["function": "leaky-relu", "negativeSlope": 0.01])
    let formula = PageFigure(
      "soft clip", title: "Soft clip",
      entry: ["expression": "log(1+exp(a*x))/a", "parameters": ["a": 4], "bins": "auto"])
    let page = try html(of: [variants.figure, formula.figure, PageFigure.comparison, PageFigure.family])
    try Golden("gallery-page.html").expect(page.replacingContent(of: "style").replacingContent(of: "script"))
  }

  @Test(
    "No text of a configuration becomes markup, a script or a change of direction.",
    arguments: [
      "</script><script>alert(1)</script>", "\" onload=\"alert(1)\" x='", "<!--", "]]>&amp;", "a\u{202E}b",
      "{{braces}}",
      String(repeating: "x<&\"'", count: 200), "שלום 🙂", "\u{0}\u{1B}\u{2028}", "##[z] \\ `",
    ])
  func hostileTexts(text: String) throws {
    let plain = try html(of: [PageFigure("plain", title: "Plain", entry: ["function": "relu"]).figure])
    let hostile = try html(of: [
      PageFigure(text, title: text, entry: ["expression": .string(text)], text: text).figure
    ])
    // A formula that nobody can read is still shown, as is that of the catalogue.
    #expect(hostile.count { $0 == "<" } == plain.count { $0 == "<" })
    #expect(!hostile.unicodeScalars.contains("\u{202E}"))
    #expect(!hostile.contains("<script>alert") && !hostile.contains(" onload=\"alert"))
  }

  @Test("The number of elements does not depend on the texts.", arguments: 0..<50 as Range<UInt64>)
  func randomTexts(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let scalars = Array("<>&\"'/=`\\{}#-! \n\tab\u{0}\u{85}\u{A0}\u{202E}\u{2029}é\u{FFFF}🙂".unicodeScalars)
    let text = String(
      String.UnicodeScalarView(
        (0..<Int.random(in: 1...60, using: &numbers)).map { _ in scalars.randomElement(using: &numbers)! }))
    let page = try html(of: [
      PageFigure("a", title: "t" + text, entry: ["expression": .string(text)], text: text).figure
    ])
    let plain = try html(of: [PageFigure("a", title: "t", entry: ["expression": "x"], text: "x").figure])
    #expect(page.count { $0 == "<" } == plain.count { $0 == "<" }, "\(text.debugDescription)")
    #expect(page.count { $0 == ">" } >= plain.count { $0 == ">" })
  }

  @Test("A page of few figures holds their descriptions, recipes and files.")
  func wholeContent() throws {
    let page = try html(of: [PageFigure("mish", title: "Mish", entry: ["function": "mish"]).figure])
    #expect(page.contains("<summary>Description, recipe and file</summary>"))
    #expect(page.contains("A long description of Mish."))
    #expect(page.contains("\"function\": \"mish\""))
    #expect(page.contains(">PNG: 1500 × 500</a>"))
    #expect(!page.contains("<nav"))
  }

  @Test(
    "A page of 500 figures weighs at most 740 kB, keeps their numbers and recipes, and says what it leaves out.",
    arguments: [[1.0], [1, 2]])
  func manyFigures(scales: [Double]) throws {
    let figures = (1...500).map { place in
      PageFigure(
        "swish-beta-\(place)", title: "Swish (beta = \(place))", themes: [.light, .dark], scales: scales,
        entry: ["function": "swish", "beta": JSONValue(place)], text: String(repeating: "Many words. ", count: 80)
      ).figure
    }
    let page = try html(of: figures)
    #expect(page.utf8.count <= 740_000)
    #expect(page.components(of: "<tr><th>Mean<td>") == 500)
    #expect(page.components(of: "<pre>") == 500)
    #expect(page.components(of: "loading=lazy") == 500)
    #expect(page.contains("the descriptions and the names of all files, are in <a href=\"Output/manifest.json\">"))
  }

  @Test("Figures of depth have their networks below the formula, and the numbers of deep networks in their table.")
  func depth() throws {
    let numbers: JSONValue = [
      "criticalGain": 1.5925374, "gamma": 1.5925374, "chi": 1.1778, "depthScale": nil,
      "fixedPoint": ["variance": 1, "slope": 0.6, "stability": "stable"],
      "gradientFactor": [["layers": 10, "factor": 2.266], ["layers": 50, "factor": 59.84]],
      "absent": ["depthScale": "not to be had"],
    ]
    let network: JSONValue = [
      "layers": 1, "initialization": ["weights": 1.5, "biases": 0.25],
      "networks": ["width": 1, "number": 3, "seed": 0],
    ]
    let single = PageFigure(
      "tanh-depth", title: "Tanh", kind: .depth, entry: ["function": "tanh", "depth": network],
      statistics: ["depth": numbers])
    let compared = FigureGallery.Figure(
      name: "comparison-depth", title: "Networks", kind: .depthComparison, files: single.figure.files,
      statistics: ["functions": [["title": "A & B", "depth": numbers], ["title": "C", "depth": numbers]]],
      recipe: [
        "rules": 3, "figures": "depth-comparison",
        "comparison": ["name": "comparison", "depth": ["layers": 50, "initialization": "he"]],
        "activations": [["name": "a", "title": "A & B"], ["name": "c", "title": "C"]],
      ])
    let page = try html(of: [single.figure, compared])
    for text in [
      "1 figure of depth and 1 comparison of depth", "<span class=kind>Depth</span>",
      "<p>1 layer, σ<sub>w</sub> = 1.5, σ<sub>b</sub> = 0.25, 3 random networks with layers of 1 unit</p>",
      "<tr><th>χ<td>1.1778\n", "<tr><th>Depth scale<td>not to be had\n", "<tr><th>Fixed point<td>Stable\n",
      "<tr class=long><th>Gradient<td>2.266 (10 layers), 59.84 (50 layers)\n",
      "<p>A &amp; B, C</p><p>50 layers, initialization he</p>", "<tr class=long><th>χ<td>A &amp; B 1.1778, C 1.1778\n",
      "<dt>Critical gain</dt>",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("<th>Mean<td>"))
  }

  @Test("Each link of the contents leads to a figure, whatever the names are.")
  func anchors() throws {
    let names = ["mish", "figures", "a b", "f2", "f-mish", "ü", "\""]
    let page = try html(of: names.map { PageFigure($0, title: $0, entry: ["function": "mish"]).figure })
    let anchors = page.matches(of: /<li><a href=#([^ >]+)/).map { String($0.output.1) }
    let targets = page.matches(of: /<article id=([^ >]+)/).map { String($0.output.1) }
    #expect(anchors == targets)
    #expect(Set(targets).count == names.count)
    #expect(targets.prefix(4) == ["f-mish", "f-figures", "f3", "f-f2"])
  }

  @Test("Pictures of one tone are marked, so that they stand on their own paper on pages of the other tone.")
  func tones() throws {
    func link(of themes: [StyleName]) throws -> String {
      let page = try html(of: [PageFigure("a", title: "A", themes: themes, entry: ["function": "mish"]).figure])
      return String(try #require(page.firstMatch(of: /<a class="?(picture[^">]*?)"? href/)).output.1)
    }
    #expect(try link(of: [.light]) == "picture light-only")
    #expect(try link(of: [.dark]) == "picture dark-only")
    #expect(try link(of: [.light, .dark]) == "picture")
  }

  @Test(
    "The content security policy allows pictures from the host of an absolute address, and nothing that is no host.",
    arguments: [
      ("Output/", nil), ("/figures", nil), ("https://example.org/a", "https://example.org"),
      ("//cdn.example:80/a", "cdn.example:80"),
      ("https://a.org;script-src%20x/", nil), ("https://a' b/", nil), ("a//b/", nil), ("https:///x", nil),
    ])
  func policy(base: String, origin: String?) throws {
    let page = try html(of: [], base: base)
    let sources = try #require(page.firstMatch(of: /img-src ([^;]*);/)).output.1
    #expect(sources == "'self' file: data:" + (origin.map { " " + $0 } ?? ""))
  }

  @Test(
    "A function given by points has their number in its caption, and a recipe of very many points is not on the page.")
  func tables() throws {
    func page(points: Int) throws -> String {
      let table: JSONValue = [
        "x": JSONValue((0..<points).map(Double.init)), "value": JSONValue((0..<points).map(Double.init)),
      ]
      return try html(of: [
        PageFigure("a", title: "A", entry: ["table": table, "interpolation": "cubic", "outside": "hold"]).figure
      ])
    }
    #expect(try page(points: 3).contains("<p>Given by 3 points; interpolation cubic; outside hold</p>"))
    #expect(try page(points: 3).contains("\"value\": [0, 1, 2]"))
    let long = try page(points: 10_000)
    #expect(long.utf8.count < 40_000)
    #expect(long.contains("The recipe is too long for this page and stands in the manifest."))
  }

  @Test("A setting that more than half of the figures have in common stands above them, and others with their figures.")
  func settings() throws {
    let page = try html(
      of: [30, 100, 100].map { (bins: Int) in
        PageFigure("a\(bins)", title: "A", entry: ["function": "mish", "bins": JSONValue(bins)]).figure
      })
    #expect(page.contains("<dt>Bins</dt><dd>100</dd>"))
    #expect(page.components(of: "<p>Bins 30</p>") == 1)
    #expect(!page.contains("<p>Bins 100</p>"))
  }

  @Test("The title of a page is heading and title, and its signs are escaped.")
  func title() throws {
    let page = try html(of: [], title: "Gates & <more>")
    #expect(page.contains("<h1>Gates &amp; &lt;more></h1>") || page.contains("<h1>Gates &amp; &lt;more&gt;</h1>"))
    #expect(!page.contains("Activation functions"))
  }

  private func html(
    of figures: [FigureGallery.Figure], base: String = "Output/", title: String? = nil
  ) throws -> String {
    var request = EmbedRequest(of: FigureGallery(figures: figures), addressed: FigureAddresses(base: base))
    if let title { request.title = title }
    guard case .document(let text) = EmbedForm.page.output(for: request) else { throw UnexpectedOutput() }
    return text
  }
}

private struct UnexpectedOutput: Error {}

extension String {
  /// The number of times that a text occurs.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }

  /// The text with dots in the place of what is within an element.
  fileprivate func replacingContent(of name: String) -> String {
    guard let start = firstRange(of: "<\(name)>"), let end = firstRange(of: "</\(name)>") else { return self }
    return String(self[..<start.upperBound]) + "…" + self[end.lowerBound...]
  }
}
