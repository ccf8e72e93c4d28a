import Foundation

/// A configuration of random values, with every key of the schema and some unknown keys.
enum RandomConfiguration {
  private static let numbers = [
    "0", "1", "-1", "0.1", "2", "5", "10", "16", "72", "100", "150", "721", "1000", "10000", "1e-9", "1e9", "1e300",
    "-0.0", "0.5", "3", "32767", "1e-300", "7.3",
  ]

  private static let functions = [
    #""relu""#, #""mish""#, #"{"function": "swish", "beta": NUMBER}"#, #"{"function": "hard-tanh"}"#,
    #"{"function": "leaky-relu", "name": "l-{negativeSlope}", "sweep": {"negativeSlope": [0.1, NUMBER]}}"#,
    #"{"name": "e", "expression": "sin(NUMBER * x) / (x - NUMBER)"}"#,
    #"{"name": "f", "expression": "where(x > NUMBER, sqrt(x), log(x))", "title": "TITLE"}"#,
    #"{"name": "g", "expression": "exp(NUMBER * x^2)", "samples": NUMBER}"#,
    #"{"name": "h", "expression": "NUMBER + 0 * x", "range": [NUMBER, NUMBER]}"#,
    #"{"function": "elu", "figure": {"dpi": NUMBER}, "bins": NUMBER}"#,
  ]

  private static let titles = [
    "", "A", "A\\nB", "Wide title of many words that does not end", "مرحبا", "e\u{301}\u{302}\u{303}", "\u{1F600}",
  ]

  /// The members of the configuration, each with its frequency.
  private static let members: [(share: Double, texts: [String])] = [
    (
      0.6, [#""figure": {"width": 6, "height": 3, "dpi": 20}"#, #""figure": {"width": 4, "height": 3, "dpi": NUMBER}"#]
    ),
    (0.1, [#""figure": {"width": NUMBER, "height": NUMBER, "dpi": NUMBER}"#]),
    (0.6, [#""samples": 1"#, #""samples": 2"#, #""samples": 50"#, #""samples": 400"#, #""samples": NUMBER"#]),
    (0.3, [#""bins": 7"#, #""bins": 1"#, #""bins": NUMBER"#]),
    (0.3, [#""range": [-5, NUMBER]"#, #""range": [NUMBER, 5]"#, #""range": [NUMBER, NUMBER]"#]),
    (0.3, [#""step": 0.1"#, #""step": 0.01"#, #""step": NUMBER"#]),
    (
      0.3,
      [
        #""figures": "each""#, #""figures": "comparison""#, #""figures": "both""#, #""figures": "family""#,
        #""figures": ["each", "comparison", "family"]"#, #""figures": "depth""#, #""figures": "depth-comparison""#,
        #""figures": ["depth", "each", "depth-comparison"]"#,
      ]
    ),
    (
      0.1,
      [
        #""variants": {"scale": [1, NUMBER]}"#, #""variants": {"theme": ["light", "dark"]}"#,
        #""variants": {"arrangement": ["row", "column", "grid"]}"#,
      ]
    ),
    (
      0.3,
      [
        #""panels": ["value"]"#, #""panels": ["gradient", "second-derivative"]"#,
        #""panels": ["plane", "layers"]"#, #""panels": ["correlation", "signal", "value"]"#,
        #""panels": ["input", "response", "output", "value", "derivative", "second-derivative", "gradient"]"#,
      ]
    ),
    (
      0.3,
      [
        #""limits": {"x": [-NUMBER, NUMBER], "value": [NUMBER, NUMBER]}"#,
        #""limits": {"value": "shared", "counts": "shared", "x": "shared", "output": "shared"}"#,
        #""limits": {"counts": [0, NUMBER], "output": [NUMBER, NUMBER], "derivative": [NUMBER, 1e300]}"#,
        #""limits": {"value": [1, 1.0000000000000002], "input": [0, 1e-300], "second-derivative": [-1e300, 1e300]}"#,
      ]
    ),
    (
      0.5,
      [
        #""depth": {"layers": 3, "initialization": {"weights": NUMBER, "biases": NUMBER}}"#,
        #""depth": {"layers": 12, "shownLayers": [1, NUMBER, 12], "initialization": "he"}"#,
        #""depth": {"layers": 4, "networks": {"width": NUMBER, "number": 2, "seed": NUMBER}}"#,
        #""depth": {"layers": 2, "plane": true, "initialization": "torch", "networks": {"width": 1}}"#,
        #""depth": {"layers": 1, "shownLayers": [1]}, "limits": {"layer": [NUMBER, NUMBER], "deviation": [1e-300, NUMBER]}"#,
      ]
    ),
    (0.2, [#""counts": "linear""#, #""counts": "sqrt""#, #""counts": "log""#]),
    (0.2, [#""marks": {"caption": true, "density": true, "breaks": true}"#, #""marks": {"pointMasses": true}"#]),
    (
      0.6,
      [
        #""style": "light""#, #""style": {"fontSize": 4}"#, #""style": {"base": "dark", "fontSize": NUMBER}"#,
        #""style": {"fontSize": 3, "lineWidth": NUMBER, "frameWidth": NUMBER}"#,
        #""style": {"fontSize": 3, "tickLength": NUMBER, "dataMargin": NUMBER}"#,
      ]
    ),
  ]

  static func bytes(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }
    func pick(_ list: [String]) -> String { list.randomElement(using: &generator) ?? "" }
    var texts: [String] = []
    for (share, choices) in members where chance(share) { texts.append(pick(choices)) }
    let entries = (0..<Int.random(in: 1...3, using: &generator)).map { _ in pick(functions) }
    texts.append(#""activations": [\#(entries.joined(separator: ", "))]"#)
    var text = "{" + texts.joined(separator: ", ") + "}"
    for (word, list) in [("NUMBER", numbers), ("TITLE", titles)] {
      let parts = text.components(separatedBy: word)
      text = parts.dropFirst().reduce(parts[0]) { $0 + pick(list) + $1 }
    }
    var bytes = Array(text.utf8)
    // One configuration in ten is broken somewhere.
    if chance(0.1) {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    return bytes
  }
}
