import Foundation
import PNG
import Synchronization
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Reports

/// Figures of depth are rendered, checked and described like all others.
@Suite
struct DepthRenderingTests {
  private let scratch = Scratch()

  private func plan(_ text: String) throws -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private let both = #"""
    {"samples": 300, "figure": {"dpi": 40}, "figures": ["each", "depth", "depth-comparison"],
     "depth": {"layers": 6, "shownLayers": [1, 4], "networks": {"width": 16, "number": 3}},
     "variants": {"theme": ["light", "dark"]},
     "activations": ["relu", {"function": "tanh", "depth": {"plane": true}}]}
    """#

  @Test("Figures of depth are the same for any number of jobs, and are drawn again from their recipes.")
  func pictures() async throws {
    let batch = try Batch(of: plan(both))
    let directories = try [1, 3].map { try OutputDirectory(creating: "\(scratch.path)/\($0)") }
    for (jobs, directory) in zip([1, 3], directories) {
      let results = await batch.render(into: directory, replacing: .whenDifferent, jobs: jobs)
      #expect(try results.map { try $0?.get().outcome } == Array(repeating: .created, count: 10))
    }
    for name in ["relu-depth", "tanh-depth-dark", "comparison-depth"] {
      let bytes = try #require(scratch.bytes(at: "1/\(name).png"))
      #expect(bytes == scratch.bytes(at: "3/\(name).png"))
      #expect(try await Inspection(of: bytes, named: "\(name).png").redrawn() == bytes)
    }
  }

  @Test("A second run finds figures of depth up to date, and a check finds them the same.")
  func upToDate() async throws {
    let plan = try plan(both)
    _ = try await plan.render(into: scratch.directory)
    let again = try await plan.render(into: scratch.directory)
    #expect(again.survey.findings.allSatisfy { $0.status.isUpToDate })
    let check = try await plan.check(scratch.directory, fixedBy: RenderCommand(configuration: "-"))
    #expect(check.differences.isEmpty)
  }

  @Test("Variants of a figure of depth share one study.")
  func sharing() async throws {
    let studies = Mutex<[String: Int]>([:])
    let results = await (try plan(both)).figures.results(jobs: 2) { figure, input, _ in
      if case .studied(.depth(let functions)) = input {
        studies.withLock { $0[figure.name, default: 0] += functions.count }
      }
      return .finished(())
    }
    #expect(results.allSatisfy { if case .success = $0 { true } else { false } })
    // Both themes take the study: of one function each, and of two in the comparison.
    #expect(studies.withLock { $0 } == ["relu-depth": 2, "tanh-depth": 2, "comparison-depth": 4])
  }

  @Test(
    "A function without a critical initialization or without a signal fails alone, and says why.",
    arguments: [
      (
        "critical", "exp(x^2)",
        #"The initialization "critical" needs the mean square of the outputs of none, which does not exist or is zero; choose another "initialization"."#
      ),
      (
        "critical", "0 * x",
        #"The initialization "critical" needs the mean square of the outputs of none, which does not exist or is zero; choose another "initialization"."#
      ),
      (
        "he", "exp(x^2)",
        "The mean square of the outputs of none in the first layer does not exist or could not be computed, so there is no signal to follow."
      ),
    ])
  func failures(initialization: String, formula: String, reason: String) async throws {
    let text = #"""
      {"figures": "depth", "figure": {"dpi": 30}, "depth": {"layers": 4, "initialization": "\#(initialization)"},
       "activations": ["relu", {"name": "none", "expression": "\#(formula)"}]}
      """#
    let result = try await plan(text).render(into: scratch.directory)
    guard case .success? = result.drawn[0], case .failure(let failure)? = result.drawn[1] else {
      Issue.record("\(result.drawn)")
      return
    }
    #expect(failure.name == "none-depth" && failure.reason == reason)
  }

  @Test("The manifest holds the numbers of each function in deep networks.")
  func manifest() async throws {
    _ = try await plan(both).render(into: scratch.directory)
    let bytes = try #require(scratch.bytes(at: "manifest.json"))
    let manifest = try #require(JSONValue(parsing: bytes))
    guard case .array(let figures)? = manifest["figures"] else {
      Issue.record("\(manifest.line)")
      return
    }
    func statistics(_ name: String) -> JSONValue? { figures.first { $0["name"]?.string == name }?["statistics"] }
    let chi = try #require(statistics("tanh-depth")?["depth"]?["chi"]?.number)
    #expect(abs(chi - 1.177807) < 1e-6)
    guard case .array(let functions)? = statistics("comparison-depth")?["functions"] else {
      Issue.record("\(manifest.line)")
      return
    }
    #expect(functions.map { $0["title"]?.string } == ["ReLU", "Tanh"])
    #expect(functions[0]["depth"]?["chi"]?.number == 1 && functions[1]["depth"]?["chi"]?.number == chi)
  }

  @Test("Statistics list each function once, and none for its figure of depth.")
  func statistics() async throws {
    let names = try await plan(both).statistics().map { try $0?.get().name }
    #expect(names == ["relu", "tanh"])
  }

  @Test("The description of a figure of depth holds the data of its panels.")
  func description() async throws {
    let results = try await Batch(of: plan(both).selecting(["*-depth"])).descriptions()
    let descriptions = try results.map { result in
      let text = try #require(try result?.get().text)
      return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
    #expect(descriptions.map { $0["name"] as? String }.suffix(2) == ["comparison-depth", "comparison-depth"])
    let relu = try #require((descriptions[0]["functions"] as? [[String: Any]])?.first)
    #expect((relu["signal"] as? [Double])?.count == 7 && (relu["gradient"] as? [Double])?.count == 7)
    #expect((relu["networks"] as? [[String: Any]])?.count == 3)
    let layers = try #require(relu["layers"] as? [[String: Any]])
    #expect(layers.flatMap { $0["layers"] as? [Int] ?? [] } == [1, 4])
    let mass = try #require((layers[0]["pointMasses"] as? [[String: Double]])?.first)
    #expect(mass["value"] == 0 && abs((mass["share"] ?? 0) - 0.5) < 1e-6)
    let correlation = try #require(relu["correlation"] as? [String: Any])
    #expect((correlation["fixedPoints"] as? [[String: Any]])?.last?["correlation"] as? Double == 1)
    #expect(relu["edge"] is NSNull)
    let settings = try #require(descriptions[0]["settings"] as? [String: Any])
    #expect((settings["depth"] as? [String: Any])?["initialization"] as? String == "critical")
    #expect(settings["samples"] == nil && settings["counts"] == nil)
    let tanh = try #require((descriptions[2]["functions"] as? [[String: Any]])?.first)
    let pieces = try #require((tanh["edge"] as? [String: Any])?["pieces"] as? [[String: Any]])
    #expect((pieces.first?["weights"] as? [Double])?.isEmpty == false)
    let compared = try #require(descriptions[4]["functions"] as? [[String: Any]])
    #expect(compared.map { $0["title"] as? String } == ["ReLU", "Tanh"])
    #expect(compared.allSatisfy { ($0["networks"] as? [Any])?.isEmpty == true })
  }

  @Test("Figures of depth share ranges with each other, and with no figure of another kind.")
  func sharedRanges() async throws {
    let text = #"""
      {"figures": ["each", "depth"], "samples": 100, "depth": {"layers": 5}, "limits": {"deviation": "shared"},
       "activations": ["relu", "tanh", "mish"]}
      """#
    let figures = try await plan(text).fixingSharedLimits().figures
    let ranges = figures.map { $0.settings.presentation.limits[.deviation] }
    #expect(ranges[1] != nil && ranges[1] == ranges[3] && ranges[3] == ranges[5])
    #expect(figures[1].recipe.contains(#""deviation""#) && !figures[0].recipe.contains(#""deviation""#))
  }
}
