@testable import Configuration
@testable import JSON
@testable import Pipeline

/// A configuration with a few pieces replaced, repeated, removed or damaged.
enum ConfigurationMutation {
  static let valid = """
    {
      "$schema": "config.schema.json",
      "seed": 0, "samples": 10000, "bins": 100, "range": [-5, 5], "step": 0.1,
      "figure": { "width": 15, "height": 5, "dpi": 100 },
      "output": { "directory": "Output", "name": "{name}.png" },
      "activations": [
        "sigmoid",
        { "function": "leaky-relu", "negativeSlope": 0.1, "title": "Leaky ReLU (0.1)", "samples": 16 },
        { "function": "swish", "name": "swish-{beta}", "beta": 2, "figure": { "dpi": 50 }, "range": [-1, 1] },
        { "function": "softplus", "sweep": { "beta": [0.5, 1], "samples": { "from": 10, "to": 30, "count": 3 } } },
        { "name": "own-{a}", "expression": "where(x > 0, a * x, expm1(x))", "parameters": { "a": 1.5 } }
      ]
    }
    """

  static let pieces = [
    "0", "-1", "1e9", "1e-9", "0.5", "9999999999999999999", "1e999", "null", "true", "\"\"", "\"x\"", "\"{x}\"",
    "\"{name}.png\"",
    "\"../x\"", "\"sigmoid\"", "[]", "{}", "[1, 2]", "[2, 1]", "\"seed\": 1,", "\"sweep\": {\"beta\": [1, 2]},",
    "{\"from\": 0, \"to\": 1, \"count\": 3}",
    "\"expression\": \"x\",", "\"parameters\": {\"b\": 1},", "\"x + 1\"", "\"tnah(x\"", "\"name\": \"a\",",
    "{", "}", "[", "]",
    ",", ":", "\"", "\\", "\u{0}", "é", "{\"function\": \"mish\"},", "{\"function\": \"hard-tanh\", \"minVal\": 0},",
  ]

  static func bytes(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    // The pieces are words, numbers and single other characters.
    var tokens: [[UInt8]] = []
    for byte in valid.utf8 {
      if let last = tokens.last?.last, byte.isWordByte, last.isWordByte {
        tokens[tokens.count - 1].append(byte)
      } else {
        tokens.append([byte])
      }
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let place = Int.random(in: 0..<tokens.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0, 1: tokens[place] = Array(pieces.randomElement(using: &generator)!.utf8)
      case 2: tokens.insert(Array(pieces.randomElement(using: &generator)!.utf8), at: place)
      case 3: tokens.remove(at: place)
      case 4: tokens.insert(tokens.randomElement(using: &generator)!, at: place)
      default: tokens[place].append(UInt8.random(in: 0...255, using: &generator))
      }
    }
    return Array(tokens.joined())
  }
}
