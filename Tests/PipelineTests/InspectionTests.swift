import Foundation
import PNG
import SeededNumbers
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import System
@testable import Text

@Suite
struct InspectionTests {
  private static let output = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Output")

  private static let names = try! FileManager.default.contentsOfDirectory(atPath: output.path)
    .filter { $0.hasSuffix(".png") }.sorted()

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.output.appending(path: name)))
  }

  @Test("Each committed figure is drawn again from its own recipe, with the same bytes.", arguments: names)
  func committed(name: String) async throws {
    let bytes = try bytes(name)
    let redrawn = try await Inspection(of: bytes, named: name).redrawn()
    #expect(redrawn == bytes)
  }

  @Test("All eleven committed figures are tested.")
  func count() { #expect(Self.names.count >= 11) }

  @Test("A figure of a formula is drawn again from its file alone.")
  func formula() async throws {
    let entry =
      #"{"name": "bump", "title": "{{Bump}}", "expression": "x * exp(-(x / w)^2)", "parameters": {"w": 1.5}, "samples": 400}"#
    let plan = try RenderPlan(readingConfiguration: Array("{\"activations\": [\(entry)]}".utf8), named: "config.json")
    let bytes = try #require(try await Batch(of: plan).files()[0]?.get())
    let inspection = try Inspection(of: bytes, named: "bump.png")
    #expect(try await inspection.redrawn() == bytes)
    #expect(inspection.text.contains("Title: {Bump}\n"))
    #expect(inspection.json["recipe"]?.line == Recipe(of: plan.figures[0]).text)
    #expect(inspection.json["isAsDrawn"] == true)
  }

  @Test("A file that is no figure of this tool is reported in one sentence.")
  func faults() throws {
    let mish = try bytes("mish.png")
    func fault(_ bytes: [UInt8]) -> String? {
      #expect(throws: InspectionError.self) { try Inspection(of: bytes, named: "a\u{1B}b.png") }?.description
    }
    #expect(
      fault([1, 2, 3])
        == "a\u{FFFD}b.png: The data is not a PNG: it does not begin with the eight bytes of every PNG.")
    #expect(fault(Array(mish.dropLast(20)))?.hasPrefix("a\u{FFFD}b.png: The PNG is broken after ") == true)
    #expect(
      fault(try PNGImage(width: 1, height: 1, pixels: [1, 2, 3, 4]).encoded())
        == "a\u{FFFD}b.png carries no recipe, and no manifest beside it vouches for it: "
        + "it was not drawn by actfig, or was altered.")
  }

  @Test(
    "An invalid recipe is reported, and nothing is drawn.",
    arguments: [
      ("", ":1:1: found nothing"), ("{", ": found the end"), ("[1]", ":1:1: found [1]"),
      (
        #"{"rules": 0, "activations": ["relu"]}"#,
        ":1:11: /rules: found 0, expected \(DrawingRules.number), the drawing rules of this actfig"
      ),
      (#"{"activations": ["relu", "mish"]}"#, "The recipe of mish.png is of 2 figures, not of one."),
      (#"{"activations": [{"function": "relu", "beta": 1}]}"#, "which is no parameter of relu"),
      (#"{"activations": [{"function": "relu", "samples": 1e12}]}"#, "expected a whole number from 1 to 1000000000"),
      (
        #"{"fonts": ["/dev/zero"], "activations": ["relu"]}"#,
        "asks for the font file /dev/zero; only names of families are accepted."
      ),
      (#"{"activations": [{"name": "../x", "expression": "x"}]}"#, "without / and \\"),
    ] as [(String, String)])
  func hostileRecipes(recipe: String, sentence: String) async throws {
    let record = FigureRecord(
      title: "\u{1B}[2J", description: "d\n", shortDescription: "short", recipe: Recipe(text: recipe), statistics: "x")
    let image = PNGImage(width: 1, height: 1, pixels: [1, 2, 3, 4], pixelsPerMetre: 1).recording(record).image
    let inspection = try Inspection(of: image.encoded(), named: "mish.png")
    #expect(!inspection.text.contains("\u{1B}") && !inspection.json.text.contains("\u{1B}"))
    let error = await #expect(throws: (any Error).self) { try await inspection.redrawn() }
    #expect(error.map { "\($0)" }?.contains(sentence) == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test("No damaged file does any harm.", arguments: 0..<60 as Range<UInt64>)
  func damages(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = try bytes("relu.png")
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      }
    }
    // Damage to any byte is detected.
    guard bytes != (try self.bytes("relu.png")) else { return }
    do throws(InspectionError) {
      let inspection = try Inspection(of: bytes, named: "relu.png")
      #expect(inspection.json["isAsDrawn"] == false)
    } catch {
      #expect("\(error)".hasSuffix("."))
    }
  }
}
