import ActivationFigures
import Activations
import Configuration
import Depth
import Pipeline
import Plans
import Testing

@testable import Descriptions

@Suite
struct DepthTextTests {
  private func texts(_ configuration: String) throws -> [FigureDescription] {
    let plan = try RenderPlan(readingConfiguration: Array(configuration.utf8), named: "config.json")
    return try plan.figures.map { figure in
      FigureDescription(of: figure, study: try FigureRenderer.study(of: figure, from: FigureInput(for: figure)))
    }
  }

  @Test("Sentences made from its numbers describe a figure of depth.")
  func sentences() throws {
    let text = try #require(try texts(#"{"figures": "depth", "activations": ["relu"]}"#).first)
    #expect(
      text.long == """
        ReLU: three panels show the standard deviations of signal and gradient by layer, the map of correlations from layer \
        to layer, and the distribution of the outputs of layers 1, 5 and 20, in infinitely wide random networks of 50 layers \
        with critical initialization (σ_w = 1.4142, σ_b = 0). The standard deviation of the signal is 1 at the input and \
        0.82565 in every layer. On the way back from the last layer to the input, that of a gradient stays the same; in the \
        last layer χ is 1. By the map of the last layer, the correlation of two signals tends to 1, wherever between -1 and 1 \
        it begins, so that signals become alike; the slope of the map at 1 is 1. The outputs of layers 1, 5 and 20 have mean \
        0.56419 and standard deviation 0.82565; 50 % of them are 0.
        """)
    #expect(
      text.short
        == "ReLU: over 50 layers the signal stays at 0.826 and gradients keep their size; correlations tend to 1.")
  }

  @Test("A text names the networks, and the place of the initialization in the plane.")
  func networksAndPlane() throws {
    let text = try #require(
      try texts(
        #"""
        {"figures": "depth", "activations": ["tanh"], "depth": {"initialization": {"weights": 2, "biases": 0.5},
        "networks": {"width": 16, "number": 3}, "plane": true}}
        """#
      ).first)
    #expect(text.long.contains("Thin lines are 3 random networks with layers of 16 units: the standard deviation of"))
    #expect(text.long.contains("The edge of chaos, at which gradients keep their variance, goes from σ_w = 1.0005"))
    #expect(text.long.hasSuffix("The initialization is in the chaotic phase, with χ = 1.2722."))
    #expect(!text.long.contains("outputs"))
  }

  @Test("A text of several functions groups them by what happens to signals.")
  func comparison() throws {
    let text = try #require(
      try texts(#"{"figures": "depth-comparison", "activations": ["sigmoid", "tanh", "relu", "elu", "hard-tanh"]}"#)
        .first)
    for sentence in [
      "The 5 functions are Sigmoid, Tanh, ReLU, eLU and Hard tanh.",
      "In layer 50 the standard deviation of the signal lies between 0.20828 (Sigmoid) and 0.82565 (ReLU).",
      "At the input, the standard deviation of a gradient has grown for Tanh, eLU and Hard tanh, most for Hard tanh, by the "
        + "factor 903.39; it has fallen for Sigmoid to 3.271e-21 of what it was; it is what it was for ReLU.",
      "the correlation of two signals tends to 1 for Sigmoid and ReLU, so that signals become alike; it tends to 0 for Tanh "
        + "and Hard tanh, so that signals become independent; it tends to 0.59771 for eLU.",
    ] {
      #expect(text.long.contains(sentence), "\(text.long)")
    }
    #expect(text.short.hasSuffix("gradients times 3.27e-21 (Sigmoid) to 903 (Hard tanh)."), "\(text.short)")
  }

  @Test("A short text of depth has at most 125 characters, for every title and choice of panels.")
  func shortTexts() throws {
    let titles = ["", "Mish", String(repeating: "W", count: 200), String(repeating: "🏳️‍🌈🧠 ", count: 12)]
    for title in titles {
      for panels in [#"["signal"]"#, #"["correlation", "layers"]"#, #"["plane"]"#, #"["layers", "signal"]"#] {
        let found = try texts(
          #"""
          {"figures": ["depth", "depth-comparison"], "panels": \#(panels), "depth": {"layers": 3},
          "comparison": {"panels": \#(panels), "depthTitle": "\#(title)"},
          "activations": [{"function": "relu", "title": "\#(title)"}, {"function": "gelu", "title": "\#(title)b"}]}
          """#)
        #expect(found.count == 3)
        for text in found {
          #expect(text.short.utf16.count <= FigureDescription.shortLimit, "\(text.short)")
          #expect(text.short.hasSuffix(".") && text.short.count > 10, "\(text.short)")
        }
      }
    }
  }

  @Test(
    "A function that is hard to follow has whole sentences.",
    arguments: [
      "exp(x)", "exp(exp(x))", "sign(x)", "x^2", "x", "1e-200 * x", "1e200 * x", "sin(40 * x)", "floor(3 * x)", "x^9",
      "sqrt(abs(x))", "1 / (1 + x^2)", "where(x > 3, 1, 0)",
    ])
  func hostile(formula: String) throws {
    for depth in ["", #", "initialization": "he", "networks": {"width": 3, "number": 2}"#] {
      let configuration =
        #"{"figures": "depth", "activations": [{"name": "f", "expression": "\#(formula)"}], "depth": {"layers": 12\#(depth)}}"#
      guard let text = try? texts(configuration).first else { continue }
      for word in ["nan", "inf,", "inf ", "  ", "..", "not a number", " ,", " ."] {
        #expect(!text.long.contains(word), "\(text.long)")
      }
      #expect(text.long.hasSuffix(".") && text.long.contains("The standard deviation of the signal is 1 at the input"))
    }
  }
}
