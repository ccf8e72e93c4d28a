import Foundation
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
struct RenderingTests {
  private let scratch = Scratch()

  private func plan(_ text: String) throws -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private let few = #"{"samples": 1000, "figure": {"dpi": 50}, "activations": ["relu", "mish", "tanh", "swish"]}"#

  @Test("The files have the same bytes for any number of jobs.")
  func jobs() async throws {
    let batch = try Batch(of: plan(few))
    let directories = try [1, 4].map { try OutputDirectory(creating: "\(scratch.path)/\($0)") }
    for (jobs, directory) in zip([1, 4], directories) {
      let results = await batch.render(into: directory, replacing: .whenDifferent, jobs: jobs)
      #expect(try results.map { try $0?.get().outcome } == Array(repeating: .created, count: 4))
    }
    for name in ["relu.png", "mish.png", "tanh.png", "swish.png"] {
      let bytes = try #require(scratch.bytes(at: "1/\(name)"))
      #expect(bytes == scratch.bytes(at: "4/\(name)"), "\(name)")
    }
  }

  @Test("A picture has the requested size and resolution.")
  func picture() async throws {
    let text = #"{"figure": {"width": 12, "height": 4, "dpi": 72}, "activations": ["relu"]}"#
    _ = try await Batch(of: plan(text)).render(into: scratch.directory, replacing: .always)
    let picture = try PNGImage(decoding: #require(scratch.bytes(at: "relu.png")))
    #expect((picture.width, picture.height, picture.pixelsPerMetre) == (864, 288, 2835))
  }

  @Test("A file with the same content is left alone, unless everything is to be written.")
  func replacement() async throws {
    let batch = try Batch(of: plan(few))
    _ = await batch.render(into: scratch.directory, replacing: .whenDifferent)
    try scratch.directory.write([1, 2, 3], to: "mish.png", replacing: .always)
    let identity = scratch.identity(of: "relu.png")
    let second = await batch.render(into: scratch.directory, replacing: .whenDifferent)
    #expect(try second.map { try $0?.get().outcome } == [.unchanged, .replaced, .unchanged, .unchanged])
    #expect(scratch.identity(of: "relu.png") == identity)
    let third = await batch.render(into: scratch.directory, replacing: .always)
    #expect(try third.map { try $0?.get().outcome } == Array(repeating: .replaced, count: 4))
  }

  @Test("A figure that cannot be drawn or written fails alone.")
  func failures() async throws {
    mkdir(scratch.path + "/mish.png", 0o777)
    let tiny = #"{"function": "tanh", "figure": {"width": 0.5, "height": 0.5}}"#
    let batch = try Batch(of: plan(#"{"activations": ["relu", "mish", \#(tiny), "swish"]}"#))
    let results = await batch.render(into: scratch.directory, replacing: .whenDifferent)
    #expect(try results[0]?.get().outcome == .created && results[3]?.get().outcome == .created)
    #expect(
      throws: FigureFailure(
        of: batch.figures[1], reason: "Cannot write \(scratch.path)/mish.png: it is a directory.")
    ) { try results[1]?.get() }
    guard case .failure(let failure)? = results[2] else {
      Issue.record("drawn on half an inch")
      return
    }
    #expect(failure.description.hasPrefix("tanh.png: 0.5 × 0.5 inches leave no room"))
    #expect(scratch.names == ["mish.png", "relu.png", "swish.png"])
  }

  @Test("A description holds what the figure shows, and where.")
  func description() async throws {
    let batch = try Batch(of: plan(#"{"activations": [{"function": "leaky-relu", "title": "a \"b\""}]}"#))
    let results = await batch.descriptions()
    let json = try #require(try results.first??.get())
    let decoded = try #require(
      try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    #expect(
      decoded.keys.sorted() == [
        "alternativeText", "axes", "certified", "curve", "depth", "diagnostics", "exact", "function", "input", "legend",
        "name", "output", "parameters", "settings", "shortAlternativeText", "suptitle", "title", "warnings",
      ])
    #expect(decoded["title"] as? String == "a \"b\"")
    #expect(decoded["parameters"] as? [String: Double] == ["negativeSlope": 0.01])
    let input = try #require(decoded["input"] as? [String: Any])
    #expect(input["mean"] as? String == "-0.010698" && input["std"] as? String == "1.0019")
    let output = try #require(decoded["output"] as? [String: Any])
    #expect((output["counts"] as? [Int])?.reduce(0, +) == 10_000)
    #expect((output["edges"] as? [Double])?.count == 101)
    let axes = try #require(decoded["axes"] as? [[String: Any]])
    #expect(axes.count == 3)
    #expect((axes[0]["title"] as? [String: Any])?["text"] as? String == "Input distribution\n(samples: 10000)")
    #expect((axes[0]["xlabel"] as? [String: Any])?["text"] as? String == "mean: -0.010698\nstd: 1.0019")
    #expect(axes[1]["title"] is NSNull && axes[1]["xlabel"] is NSNull)
    #expect((axes[1]["xticks"] as? [[String: Any]])?.map { $0["label"] as? String } == ["−4", "−2", "0", "2", "4"])
    #expect((decoded["legend"] as? [Double])?.count == 4)
    #expect((decoded["suptitle"] as? [String: Any])?["text"] as? String == "a \"b\"")
  }
}
