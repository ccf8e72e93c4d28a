import Foundation
import FoundationXML
import PNG
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Reports
@testable import System
@testable import Text

@Suite
struct CheckReportTests {
  private let scratch = Scratch()

  private func result(_ damages: [(String, Damage)] = []) async throws -> CheckResult {
    let entries = #""relu", {"function": "mish", "name": "m & n", "title": "\"M\""}, "tanh""#
    let text = #"{"samples": 500, "figure": {"dpi": 40}, "activations": [\#(entries)]}"#
    let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
    _ = try await plan.render(into: scratch.directory)
    for (name, damage) in damages { try damage.inflict(on: name, in: scratch) }
    return try await plan.check(scratch.directory, fixedBy: RenderCommand(configuration: "config.json"))
  }

  @Test("A report is one self-contained page, with the same result in formats for programs.")
  func files() async throws {
    let result = try await result([("m & n.png", .paint), ("relu.png", .removal)])
    let reports = try OutputDirectory(creating: scratch.path + "/report")
    try await CheckReport(of: result).write(to: reports)
    #expect(reports.names == ["index.html", "junit.xml", "report.json"])
    let html = String(decoding: try #require(scratch.bytes(at: "report/index.html")), as: UTF8.self)
    #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("src=\"/"))
    #expect(html.contains("<h1>2 of the files differ</h1>") && html.contains("m &amp; n.png"))
    #expect(!html.contains("m & n"))
    // A missing figure is shown as redrawn, and a modified one as both pictures and their difference.
    let pictures = html.matches(of: /data:image\/png;base64,([A-Za-z0-9+\/=]+)"/)
    let images = try pictures.map { match in
      try PNGImage(decoding: Array(#require(Data(base64Encoded: String(match.1)))))
    }
    #expect(images.map(\.width) == [600, 600, 600, 600])
    #expect(html.matches(of: /<img [^>]*alt="[^"]{20,}"/).count == 4)
    #expect(html.matches(of: /<input [^>]*type="range"/).count == 1)
  }

  @Test("The picture in the directory has the alternative text of its own file, and not that of the redrawn one.")
  func alternativeTexts() async throws {
    _ = try await result()
    // One file shows another function, one has lost its texts and shows it too, and one has nothing to say.
    let other = try await image(drawing: #"{"samples": 500, "figure": {"dpi": 40}, "activations": ["hard-tanh"]}"#)
    let stripped = PNGImage(width: other.width, height: other.height, pixels: other.pixels)
    try scratch.directory.write(other.encoded(), to: "relu.png", replacing: .always)
    try scratch.directory.write(stripped.encoded(), to: "m & n.png", replacing: .always)
    var manifest = String(decoding: try #require(scratch.bytes(at: "manifest.json")), as: UTF8.self)
    let mish = try #require(EarlierManifest(named: "manifest.json", in: scratch.directory).entry(of: "m & n.png"))
    let pixels = PictureChecksums(of: other, without: FigureRecord.checksumKeyword).pixels.text
    manifest.replace(try #require(mish.pixels), with: pixels)
    try scratch.directory.write(Array(manifest.utf8), to: "manifest.json", replacing: .always)
    try scratch.directory.write(
      PNGImage(width: 1, height: 1, pixels: [1, 2, 3, 4]).encoded(), to: "tanh.png", replacing: .always)
    let text = #"{"samples": 500, "seed": 1, "figure": {"dpi": 40}, "activations": ["relu", "mish", "tanh"]}"#
      .replacing(#""mish""#, with: #"{"function": "mish", "name": "m & n", "title": "\"M\""}"#)
    let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
    let result = try await plan.check(scratch.directory, fixedBy: RenderCommand(configuration: "config.json"))
    let pictures = try await CheckReport(of: result).pictures
    #expect(pictures["relu.png"]?.committedDescription.hasPrefix("Hard tanh: three panels show 500 samples") == true)
    #expect(pictures["relu.png"]?.description.hasPrefix("ReLU: three panels show 500 samples") == true)
    #expect(pictures["m & n.png"]?.committedDescription == mish.record.description)
    #expect(pictures["m & n.png"]?.description != mish.record.description)
    #expect(pictures["tanh.png"]?.committedDescription == "The file does not say what it shows.")
    let html = try await CheckReport(of: result).html
    #expect(html.contains("alt=\"As it is in the directory. Hard tanh: three panels"))
    #expect(html.contains("alt=\"Redrawn. ReLU: three panels"))
  }

  private func image(drawing text: String) async throws -> PNGImage {
    let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
    let bytes = try #require(try await Batch(of: plan).files().first??.get())
    return try PNGImage(decoding: bytes)
  }

  @Test("The JSON of a check has the same content as its text.")
  func json() async throws {
    let result = try await result([("relu.png", .paint), ("tanh.png", .cut)])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(JSONValue(result).text.utf8)) as? [String: Any])
    #expect(json["isCurrent"] as? Bool == false)
    let figures = try #require(json["figures"] as? [[String: Any]])
    #expect(figures.map { $0["difference"] as? String } == ["altered", nil, "broken"])
    #expect((figures[0]["pixels"] as? [String: Any])?["count"] as? Int == 1)
    let differences = try #require(json["differences"] as? [[String: String]])
    #expect(differences.map { $0["file"] } == ["relu.png", "tanh.png"])
    #expect(differences.map { $0["mend"] } == ["actfig render --only relu", "actfig render --only tanh"])
  }

  @Test("The JUnit file is valid XML with a test case for each figure and the number of failures.")
  func junit() async throws {
    let result = try await result([("m & n.png", .removal)])
    let document = try XMLDocument(data: Data(result.junit.utf8))
    let suite = try #require(try document.nodes(forXPath: "/testsuites/testsuite").first as? XMLElement)
    #expect(suite.attribute(forName: "tests")?.stringValue == "3")
    #expect(suite.attribute(forName: "failures")?.stringValue == "1")
    let cases = try document.nodes(forXPath: "//testcase").compactMap { $0 as? XMLElement }
    #expect(cases.map { $0.attribute(forName: "name")?.stringValue } == ["relu.png", "m & n.png", "tanh.png"])
    let failures = try document.nodes(forXPath: "//testcase/failure").compactMap { $0 as? XMLElement }
    #expect(failures.map { $0.attribute(forName: "type")?.stringValue } == ["missing"])
    #expect(failures.first?.stringValue == "Fix with: actfig render --only 'm & n'")
  }

  @Test("A variant that cannot be drawn is an error of its own, and messages name its file.")
  func variants() async throws {
    // The paper is too small for one style only.
    let text = #"""
      {"samples": 300, "figure": {"width": 6, "height": 2, "dpi": 30}, "variants": {"theme": ["light", "matplotlib"]},
       "activations": ["relu"]}
      """#
    let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
    let result = try await plan.check(scratch.directory, fixedBy: RenderCommand(configuration: "config.json"))
    #expect(result.failures.count == 1 && result.failures[0].description.hasPrefix("relu.png: 6 × 2 inches leave no"))
    let document = try XMLDocument(data: Data(result.junit.utf8))
    func names(_ path: String) throws -> [String?] {
      try document.nodes(forXPath: path).map { ($0 as? XMLElement)?.attribute(forName: "name")?.stringValue }
    }
    #expect(try names("//testcase[error]") == ["relu.png"])
    #expect(try names("//testcase[failure]") == ["relu-matplotlib.png", "manifest.json"])
    #expect(try names("//testcase") == ["relu.png", "relu-matplotlib.png", "manifest.json"])
    #expect(
      try document.nodes(forXPath: "/testsuites/@errors | //testsuite/@errors").map(\.stringValue) == ["1", "1"])
    let path = scratch.path.replacing(":", with: "%3A")
    #expect(
      result.annotations.last?.hasPrefix("::error file=\(path)/relu.png,title=relu.png cannot be drawn::6 × 2 ") == true
    )
    #expect(result.summary.contains("/relu.png | cannot be drawn: 6 × 2 inches"))
    let run = try await plan.render(into: scratch.directory)
    #expect(RenderListing(run, in: scratch.directory).json.text.contains(#""name": "relu", "file": "relu.png""#))
    #expect(scratch.names == ["manifest.json", "relu-matplotlib.png"])
  }

  @Test("GitHub Actions gets an annotation for each file, and a summary.")
  func annotations() async throws {
    let result = try await result([("relu.png", .removal), ("m & n.png", .retitling)])
    let path = scratch.path.replacing(":", with: "%3A")
    #expect(
      result.annotations.first
        == "::error file=\(path)/relu.png,title=relu.png differs::missing. Fix with: actfig render --only relu")
    #expect(result.annotations.allSatisfy { !$0.contains("\n") })
    #expect(result.summary.hasPrefix("### 3 figures, 2 differences\n\n| File | What differs | Fix with |\n"))
    try result.appendSummary(to: scratch.path + "/summary")
    try result.appendSummary(to: scratch.path + "/summary")
    let text = String(decoding: try #require(scratch.bytes(at: "summary")), as: UTF8.self)
    #expect(text == result.summary + "\n" + result.summary + "\n")
    #expect(try await self.result().summary == "3 figures, all as the configuration asks for them.\n")
  }

  @Test("Bytes of every length are written in base 64 as RFC 4648 specifies.", arguments: 0..<20)
  func base64(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 73 + 251) }
    #expect(String(base64: bytes) == Data(bytes).base64EncodedString())
  }

  @Test("The picture of a difference shows where it is, also at the edge.")
  func differencePicture() throws {
    var pixels = [UInt8](repeating: 255, count: 4 * 30 * 20)
    let one = PNGImage(width: 30, height: 20, pixels: pixels)
    (pixels[0], pixels[4 * 599]) = (254, 0)
    let other = PNGImage(width: 30, height: 20, pixels: pixels)
    #expect(PixelDifference.picture(from: one, to: one) == nil)
    let picture = try #require(PixelDifference.picture(from: one, to: other))
    #expect(
      Array(picture.pixels[0..<3]) == [214, 0, 64] && Array(picture.pixels[4 * 599..<4 * 599 + 3]) == [214, 0, 64])
    #expect(Array(picture.pixels[4 * 300..<4 * 300 + 3]) == [255, 255, 255])
    #expect(
      PixelDifference(from: one, to: other)?.description
        == "2 of 600 pixels differ, by at most 255 of 255 levels, from (0, 0) to (29, 19)")
  }
}
