import Activations
import Foundation
import PNG
import Synchronization
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import Reports
@testable import System
@testable import Text

@Suite
struct VariantRenderingTests {
  private let scratch = Scratch()

  private func plan(_ text: String) throws -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private let both = #"""
    {"samples": 500, "figure": {"width": 15, "height": 5, "dpi": 24}, "figures": "both",
     "variants": {"scale": [1, 2], "theme": ["light", "dark"]}, "activations": ["relu", "mish"]}
    """#

  @Test("All variants are drawn in one run, each in its size, for any number of jobs.")
  func pictures() async throws {
    let batch = try Batch(of: plan(both))
    let directories = try [1, 3].map { try OutputDirectory(creating: "\(scratch.path)/\($0)") }
    for (jobs, directory) in zip([1, 3], directories) {
      let results = await batch.render(into: directory, replacing: .whenDifferent, jobs: jobs)
      #expect(try results.map { try $0?.get().outcome } == Array(repeating: .created, count: 12))
    }
    for name in ["relu", "mish", "comparison"] {
      for theme in ["", "-dark"] {
        for (scale, suffix) in [(1, ""), (2, "@2x")] {
          let bytes = try #require(scratch.bytes(at: "1/\(name)\(theme)\(suffix).png"))
          #expect(bytes == scratch.bytes(at: "3/\(name)\(theme)\(suffix).png"))
          let picture = try PNGImage(decoding: bytes)
          #expect((picture.width, picture.height) == (360 * scale, 120 * scale))
          #expect(Array(picture.pixels.prefix(3)) == (theme.isEmpty ? [255, 255, 255] : [0x14, 0x17, 0x1c]))
        }
      }
    }
  }

  @Test("Variants share one study, of samples in memory and of streamed ones.", arguments: [1_000, 100])
  func sharing(limit: Int) async throws {
    let plan = try plan(both)
    let studies = Mutex<[String: Set<Int>]>([:])
    let results = await plan.figures.results(jobs: 2, holding: limit) { figure, input, _ in
      guard case .studied(.function(let study)) = input else {
        #expect(!figure.hasSamples)
        return .finished(())
      }
      let address = study.output.histogram.counts.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
      studies.withLock { _ = $0[figure.name, default: []].insert(address) }
      return .finished(())
    }
    #expect(results.allSatisfy { if case .success = $0 { true } else { false } })
    #expect(studies.withLock { $0.mapValues(\.count) } == ["relu": 1, "mish": 1])
  }

  @Test(
    "Every variant and the comparison are drawn again from their own recipes.",
    arguments: [
      "relu.png", "mish-dark@2x.png", "comparison-dark.png",
    ])
  func recipes(file: String) async throws {
    _ = try await Batch(of: plan(both)).render(into: scratch.directory, replacing: .always)
    let bytes = try #require(scratch.bytes(at: file))
    #expect(try await Inspection(of: bytes, named: file).redrawn() == bytes)
  }

  @Test("A change of style, marks or a compared function makes a figure out of date, with the reason.")
  func changes() throws {
    func recipes(_ text: String) throws -> [Recipe] { try plan(text).figures.map { Recipe(of: $0) } }
    let plain = try recipes(#"{"figures": "both", "activations": ["relu", {"function": "elu", "alpha": 1}]}"#)
    let light = try recipes(
      #"{"style": {"base": "light", "fontSize": 12}, "figures": "both", "activations": ["relu", {"function": "elu", "alpha": 2}]}"#
    )
    #expect(
      light[0].changes(since: plain[0]) == ["style.base \"light\" is new", "style.fontSize 12 is new"])
    #expect(
      light[2].changes(since: plain[2]) == [
        "comparison.style.base \"light\" is new", "comparison.style.fontSize 12 is new", "activations.1.alpha 1 → 2",
      ])
    #expect(!plain[0].text.contains("style") && !plain[0].text.contains("marks"))
  }

  @Test("A function that cannot be studied fails in all its variants and in no other figure.")
  func failure() async throws {
    let text = #"""
      {"samples": 100, "variants": {"scale": [1, 2]},
       "activations": ["relu", {"name": "none", "expression": "log(-1 - x^2)"}]}
      """#
    let results = await (try plan(text)).figures.results(jobs: 2) { figure, _, _ in .finished(figure.name) }
    #expect(results.prefix(2) == [.success("relu"), .success("relu")])
    #expect(
      results.suffix(2).allSatisfy { if case .failure(let failure) = $0 { failure.name == "none" } else { false } })
  }

  @Test("Statistics list each function once.")
  func statistics() async throws {
    let names = try await plan(both).statistics().map { try $0?.get().name }
    #expect(names == ["relu", "mish"])
  }

  @Test("The description of a comparison lists its curves with their pieces.")
  func description() async throws {
    let text = #"{"style": "light", "figures": "comparison", "step": 1, "activations": ["relu", "softplus"]}"#
    let json = try #require(try await Batch(of: plan(text)).descriptions().first??.get())
    let decoded = try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    let curves = try #require(decoded["curves"] as? [[String: Any]])
    #expect(curves.map { $0["title"] as? String } == ["ReLU", "Softplus"])
    // Ten points of the grid; at the kink the derivative has both sides and a gap instead of one.
    #expect((curves[0]["x"] as? [Double])?.count == 10 && (curves[0]["derivativeX"] as? [Double])?.count == 12)
    #expect((curves[0]["derivative"] as? [Any])?.contains { $0 is NSNull } == true)
    #expect((decoded["axes"] as? [Any])?.count == 2)
    #expect(
      decoded["alternativeText"] as? String
        == """
        Activation functions: two panels show values and derivatives of 2 functions from -5 to 5, one over the other. \
        They are ReLU and Softplus. None of them ever falls. At x = -5 the values lie between 0 (ReLU) and 0.0067153 \
        (Softplus), and at x = 5 between 5 (ReLU) and 5.0067 (Softplus). None of them is below 0 anywhere. The greatest \
        derivative is 1, that of ReLU.
        """)
  }
}
