/// A random configuration of one figure in the style `light` or `dark`: a function, a formula or a comparison of up to six,
/// by samples or in deep networks, with random parameters, panels, sizes and resolutions.
struct RandomFigure: CustomStringConvertible {
  /// The configuration as JSON.
  let text: String
  /// Whether the paper has its default size, on which every figure must find room.
  let hasDefaultSize: Bool

  var description: String { text }

  init(using generator: inout some RandomNumberGenerator) {
    var source = Source(generator: generator)
    defer { generator = source.generator }
    let isDepth = source.chance(0.3)
    let isComparison = source.chance(0.4)
    let count = isComparison ? source.whole(1...6) : 1
    let entries = (0..<count).map { source.entry(named: "f\($0)") }
    var members = [
      #""style": "\#(source.pick(["light", "dark"]))""#, #""samples": \#(source.pick(["300", "2000", "10000"]))"#,
      #""seed": \#(source.whole(0...99))"#, #""bins": \#(source.pick(["7", "30", "100", "100", "400", "1500"]))"#,
      #""figures": "\#(isDepth ? isComparison ? "depth-comparison" : "depth" : isComparison ? "comparison" : "each")""#,
    ]
    if isDepth { members.append(source.depth()) }
    if source.chance(0.3) { members.append(#""range": [\#(-source.whole(1...9)), \#(source.whole(1...9))]"#) }
    if source.chance(0.2) { members.append(#""step": 0.01"#) }
    if source.chance(0.3) {
      let panels =
        isDepth
        ? ["signal", "correlation", "layers", "plane"]
        : isComparison
          ? ["value", "derivative", "second-derivative"]
          : ["input", "response", "output", "value", "derivative", "second-derivative", "gradient"]
      let chosen = panels.shuffled(using: &source.generator).prefix(source.whole(1...panels.count))
      members.append(#""panels": [\#(chosen.map { "\"\($0)\"" }.joined(separator: ", "))]"#)
    }
    let dpi = source.pick(["50", "72", "100", "100", "100", "150", "200"])
    hasDefaultSize = source.chance(0.7)
    let size =
      hasDefaultSize ? "" : #""width": \#(source.whole(6...20)), "height": \#(source.whole(4...10)), "#
    let arrangement = source.pick(["row", "row", "column", "grid"])
    members.append(#""figure": {\#(size)"dpi": \#(dpi), "arrangement": "\#(arrangement)"}"#)
    members.append(#""activations": [\#(entries.joined(separator: ", "))]"#)
    text = "{" + members.joined(separator: ", ") + "}"
  }
}

/// A source of random numbers, choices and entries of a configuration.
private struct Source<Generator: RandomNumberGenerator> {
  var generator: Generator

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }
  mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  mutating func pick(_ list: [String]) -> String { list[whole(0...(list.count - 1))] }
  /// A number of two decimals.
  mutating func number(_ range: ClosedRange<Double>) -> String {
    "\((Double.random(in: range, using: &generator) * 100).rounded() / 100)"
  }

  /// The settings of a random network.
  mutating func depth() -> String {
    var members = [#""layers": \#(pick(["1", "2", "3", "7", "50", "50", "200"]))"#, #""shownLayers": [1, 5, 20]"#]
    members.append(
      #""initialization": \#(pick([#""torch""#, #""xavier""#, #""he""#, #""lecun""#, #""critical""#, #""critical""#, #"{"weights": \#(number(0...4)), "biases": \#(number(0...2))}"#]))"#
    )
    if chance(0.3) { members.append(#""plane": true"#) }
    if chance(0.3) { members.append(#""networks": {"width": 20, "number": \#(whole(1...5))}"#) }
    return #""depth": {\#(members.joined(separator: ", "))}"#
  }

  /// An entry of a random function with random parameters.
  mutating func entry(named name: String) -> String {
    let title = chance(0.2) ? #", "title": "A title of \#(whole(2...9)) words""# : ""
    if chance(0.4) { return #"{"name": "\#(name)", "expression": "\#(formula())"\#(title)}"# }
    let (function, parameters) = catalogueFunction()
    return #"{"name": "\#(name)", "function": "\#(function)"\#(parameters)\#(title)}"#
  }

  private mutating func catalogueFunction() -> (name: String, parameters: String) {
    switch whole(0...9) {
    case 0: return ("leaky-relu", #", "negativeSlope": \#(pick(["0.01", "0.1", "0.001", "-0.5", "0.9"]))"#)
    case 1:
      return ("hard-tanh", #", "minVal": \#(number(-2.5 ... -0.1)), "maxVal": \#(number(0.1...2.5))"#)
    case 2: return ("swish", #", "beta": \#(number(0.1...8))"#)
    case 3: return ("threshold", #", "threshold": \#(number(-2...2)), "value": \#(number(-3...20))"#)
    case 4: return ("hardshrink", #", "lambda": \#(number(0...2))"#)
    case 5: return ("snake", #", "a": \#(number(0.2...6))"#)
    default:
      return (
        pick([
          "relu", "mish", "gelu", "silu", "tanh", "sigmoid", "elu", "selu", "softplus", "softsign", "hard-swish",
          "hard-sigmoid", "log-sigmoid", "relu6", "tanhshrink", "softshrink", "prelu", "squared-relu", "identity",
          "exponential", "sparse-plus", "sparse-sigmoid", "celu", "quick-gelu",
        ]), ""
      )
    }
  }

  private mutating func formula() -> String {
    let (a, b) = (number(0.2...4), number(0.3...3))
    return pick([
      "sin(\(a)*x)", "clamp(floor(\(a)*x+0.5)/\(a), -\(b), \(b))", "where(x > \(a), x, \(b)*x)",
      "x * sigmoid(\(a)*x)", "tanh(\(a)*x) + 0.1*x", "max(x, \(b)*x - \(a))", "exp(-\(a)*x^2)", "round(\(a)*x)/\(a)",
      "sqrt(abs(x))", "where(x > 0, 1, 0)", "x^3/\(a)", "sqrt(4 - x^2)", "\(a) + 0*x", "1/(x - \(b))",
      "log(1 + exp(\(a)*x))", "clamp(x, -\(a), \(b))", "abs(x) - \(a)", "x + \(b)*sin(3*x)", "relu(x)", "max(0, x)",
      "where(x < 0, \(a)*x, 0.001*x)", "where(abs(x) < \(b), 0, x)", "atan(\(a)*x)",
    ])
  }
}
