import Activations
import Statistics

/// A gated pair by its name: which function of a is multiplied by which factor of b.
///
/// The references are those of N. Shazeer: GLU variants improve Transformer, 2020, and of gpt-oss, 2025, for the clamped
/// pair.
public struct Gate: Sendable, Equatable {
  /// What a configuration writes: the name of a function, of a pair, or a formula in x.
  public let text: String
  /// The factor by which f(a) is multiplied, as a function of the second number.
  public let form: GateForm
  /// The name of the figure where none is given; nil for a formula.
  package let name: String?
  /// The title of the figure where none is given; nil for a formula.
  package let title: String?

  /// The function of a: one of the catalogue, or a formula.
  package enum Function: Sendable {
    case catalogue(CatalogueEntry)
    case formula(String)
  }

  /// The pairs with names of their own, whose function is one of the catalogue.
  private static let pairs: [(name: String, title: String, function: String)] = [
    ("swiglu", "SwiGLU", "silu"), ("geglu", "GEGLU", "gelu"), ("reglu", "ReGLU", "relu"), ("glu", "GLU", "sigmoid"),
    ("bilinear", "Bilinear", "identity"),
  ]
  /// The pair of GPT-OSS, and the name that it has in other programs.
  private static let clampedNames = ["clamped-swiglu", "swiglu-oai"]
  private static let clampedFunction = "quick_gelu(min(x, 7))"

  /// The names that messages and the schema list.
  package static let names = pairs.map(\.name) + [clampedNames[0]]

  /// Finds a pair or a function by its name; nil if there is none.
  package static func named(_ text: String) -> (gate: Gate, function: Function)? {
    let key = text.filter { !"-_ ".contains($0) }.lowercased()
    if clampedNames.contains(where: { $0.filter { $0 != "-" } == key }) {
      let gate = Gate(text: clampedNames[0], form: .clamped, name: clampedNames[0], title: "Clamped SwiGLU")
      return (gate, .formula(clampedFunction))
    }
    let named = pairs.first { $0.name == key }
    guard let entry = Catalogue.entry(named: named?.function ?? text) else { return nil }
    let pair = pairs.first { $0.function == entry.name }
    return (
      Gate(
        text: entry.name, form: .plain, name: pair?.name ?? "gated-" + entry.name,
        title: pair?.title ?? "Gated " + entry.title), .catalogue(entry)
    )
  }

  /// A pair whose function is a formula.
  package static func formula(_ text: String) -> (gate: Gate, function: Function) {
    (Gate(text: text, form: .plain, name: nil, title: nil), .formula(text))
  }
}
