import Activations
import Foundation
import Testing

@testable import Configuration
@testable import Descriptions
@testable import Pipeline
@testable import Plans
@testable import Reports

@Suite
struct AlternativeTextTests {
  private func description(_ activation: String, samples: Int = 10_000) async throws -> [String: Any] {
    let text = "{\"samples\": \(samples), \"activations\": [\(activation)]}"
    let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
    let json = try #require(try await Batch(of: plan).descriptions().first??.get())
    return try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
  }

  @Test("Sentences made from its numbers describe a figure.")
  func sentences() async throws {
    #expect(
      try await description(#""relu""#)["alternativeText"] as? String == """
        ReLU: three panels show 10000 samples of the standard normal distribution as a histogram, the function and its \
        derivative from -5 to 5, and a histogram of what the function makes of the samples. The function is 0 up to x = 0, \
        and then rises in a straight line to 5 at x = 5. For all x it never falls and is never below 0. Its derivative is 0 \
        below x = 0 and 1 above it. The outputs lie between 0 and 4.1015 with mean 0.39319 and standard deviation 0.58712 (for an exactly normal input 0.398942 and 0.583819), \
        and 50.8 % of them are 0. The function is continuous with a kink at 0; its derivative is exactly zero for \
        50.8 % of the samples and smaller than 0.1 in magnitude for 50.8 %, and on average the square of a signal is \
        multiplied by 0.5 and that of a gradient by 0.5.
        """)
  }

  @Test("Marks are described in a sentence of their own where they occur.")
  func marks() async throws {
    func last(_ name: String, _ marks: String) async throws -> String? {
      let entry = "{\"style\": \"light\", \"marks\": {\(marks)}, \"function\": \"\(name)\"}"
      let text = try #require(try await description(entry)["alternativeText"] as? String)
      return text.range(of: "In the picture ").map { String(text[$0.upperBound...]) }
    }
    let density = "a thin line over the first histogram is the normal density"
    #expect(try await last("mish", "") == density + ".")
    #expect(try await last("mish", "\"density\": false") == nil)
    let breaks = "the curves bend and break exactly where the function does"
    let masses =
      "dots on stems stand for single values that many samples take, with their share"
      + ", and stand above the bars where they are off scale"
    #expect(try await last("relu", "") == [density, breaks, masses].joined(separator: "; ") + ".")
  }

  @Test(
    "A description tells the panels that the figure has, and only what they show.",
    arguments: [
      (
        #""panels": ["value"]"#,
        "ReLU: one panel shows the function from -5 to 5. The function is 0 up to x = 0, and then rises in a straight line to 5 at x = 5. For all x it never falls, is never below 0, and is nowhere steeper than 1. The function is continuous with a kink at 0."
      ),
      (
        #""panels": ["derivative", "second-derivative"], "figure": {"arrangement": "column"}, "limits": {"x": [-1, 9]}"#,
        "ReLU: two panels in a column show the derivative of the function from -1 to 5 and its second derivative. The derivative is 0 below x = 0 and 1 above it. The function is continuous with a kink at 0."
      ),
      (
        #""panels": ["output", "value", "derivative"]"#,
        "ReLU: three panels show a histogram of what the function makes of 10000 samples of the standard normal distribution, the function from -5 to 5, and its derivative. The function is 0 up to x = 0, and then rises in a straight line to 5 at x = 5. For all x it never falls and is never below 0. Its derivative is 0 below x = 0 and 1 above it. The outputs lie between"
      ),
      (
        #""panels": ["gradient", "input"], "counts": "log""#,
        "ReLU: two panels show a histogram of the function's derivative at 10000 samples of the standard normal distribution and the samples as a histogram. The derivatives have mean"
      ),
    ])
  func panels(settings: String, text: String) async throws {
    let described = try await description("{\"function\": \"relu\", \(settings)}")
    let whole = try #require(described["alternativeText"] as? String)
    #expect(whole.hasPrefix(text))
    #expect(whole.contains("outputs") == settings.contains("output"))
    #expect(whole.contains("on a logarithmic scale") == settings.contains("log"))
    let words = (described["axes"] as? [[String: Any]])?.compactMap { $0["panel"] as? String } ?? []
    #expect("\"panels\": \(words)".hasPrefix(settings.prefix { $0 != "]" }))
  }

  @Test("Descriptions of a single sample, a long title and a function without dead inputs read well.")
  func extremes() async throws {
    let text = try #require(
      try await description(#"{"function": "softplus", "title": "Soft\nplus"}"#, samples: 1)["alternativeText"]
        as? String)
    #expect(text.hasPrefix("Soft plus: three panels show 1 sample of the standard normal distribution "))
    #expect(!text.contains("nan") && !text.contains("% of them") && !text.contains("1.0 and standard deviation"))
    #expect(
      text.contains(
        "The function is continuously differentiable; its derivative is exactly zero for none of the samples"))
  }

  @Test("A description holds the exact moments and the diagnostics.")
  func members() async throws {
    let decoded = try await description(#""hard-tanh""#)
    let exact = try #require(decoded["exact"] as? [String: Double])
    #expect(exact.keys.sorted() == ["gradientGain", "mean", "signalGain", "std"])
    // E f′² = P(|X| < 1).
    #expect(abs(try #require(exact["gradientGain"]) - 0.682689492137086) < 1e-13)
    let diagnostics = try #require(decoded["diagnostics"] as? [String: Any])
    #expect(
      diagnostics.keys.sorted() == [
        "breakpoints", "deadShare", "nearlySaturatedShare", "pointMasses", "range", "saturatedShare", "smoothness",
      ])
    #expect(diagnostics["range"] as? [Double] == [-1, 1])
    #expect(diagnostics["smoothness"] as? String == "continuous with kinks at -1 and 1")
    let masses = try #require(diagnostics["pointMasses"] as? [[String: Double]])
    #expect(Set(masses.compactMap { $0["value"] }) == [-1, 1])
    #expect(abs(masses.compactMap { $0["share"] }.reduce(0, +) - (diagnostics["deadShare"] as? Double ?? 0)) < 1e-12)
  }

  @Test(
    "The description states the smoothness of a function.",
    arguments: [
      (nil, "not known", "breaks at more places than can be told"),
      ([], "continuously differentiable", "is continuously differentiable"),
      ([.init(.pole, at: 0)], "a pole at 0", "has a pole at 0"),
      (
        [.init(.infiniteSlope, at: 0)], "continuous with an infinite slope at 0",
        "is continuous with an infinite slope at 0"
      ),
      (
        [.init(.pole, at: -1), .init(.kink, at: 0), .init(.pole, at: 1)],
        "poles at -1 and 1 and a kink at 0", "has poles at -1 and 1 and a kink at 0"
      ),
      ([.init(.end, at: 1)], "an end at 1", "has an end at 1"),
      (
        (-100...100).map { .init(.jump, at: Double($0)) }, "jumps at -3, -2, -1, 0, 1, 2, 3 and 194 places more",
        "jumps at -3, -2, -1, 0, 1, 2, 3 and 194 places more"
      ),
      ([.init(.kink, at: -0.0)], "continuous with a kink at 0", "is continuous with a kink at 0"),
      (
        [.init(.kink, at: -1), .init(.kink, at: 0), .init(.kink, at: 2.5)],
        "continuous with kinks at -1, 0 and 2.5", "is continuous with kinks at -1, 0 and 2.5"
      ),
      ([.init(.jump, at: 20)], "jumps at 20", "jumps at 20"),
      (
        [.init(.jump, at: -1), .init(.kink, at: 0), .init(.jump, at: 1)],
        "jumps at -1 and 1, with a kink at 0", "jumps at -1 and 1, with a kink at 0"
      ),
    ] as [([Breakpoint]?, String, String)])
  func smoothness(breakpoints: [Breakpoint]?, description: String, predicate: String) {
    #expect(Smoothness(breakpoints).description == description)
    #expect(Smoothness(breakpoints).predicate == predicate)
  }
}
