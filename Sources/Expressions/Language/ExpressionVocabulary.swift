import Activations

/// The names that mean something in every expression.
enum ExpressionVocabulary {
  /// What a call may call.
  enum Function {
    case unary(UnaryOperation)
    case form(Form)
    case catalogue(CatalogueEntry)
  }

  /// The functions of several arguments.
  enum Form: String, CaseIterable, Sendable {
    case `where`, clamp, clip, pow, mod, heaviside, min, max

    /// How a call is written.
    var usage: String {
      switch self {
      case .where: "where(condition, a, b)"
      case .clamp, .clip: "\(rawValue)(a, low, high)"
      case .pow: "pow(base, exponent)"
      case .mod: "mod(a, b)"
      case .heaviside: "heaviside(a) or heaviside(a, value at 0)"
      case .min, .max: "\(rawValue)(a, b, …)"
      }
    }

    var argumentCounts: ClosedRange<Int> {
      switch self {
      case .where, .clamp, .clip: 3...3
      case .pow, .mod: 2...2
      case .heaviside: 1...2
      case .min, .max: 2...Int.max
      }
    }
  }

  static let variable = "x"
  static let constants: [String: Double] = ["pi": .pi, "π": .pi, "e": 2.718281828459045]
  static let words = ["and", "or", "not"]

  /// The operations that are called by their names.
  private static let unaryOperations = UnaryOperation.allCases.filter { ![.negation, .inversion].contains($0) }

  /// The function of this name. Those of the catalogue are found as people type them, but for hyphens, which are minus
  /// signs here: `leaky_relu`, `LeakyReLU`.
  static func function(named name: String) -> Function? {
    if let operation = unaryOperations.first(where: { $0.rawValue == name }) { return .unary(operation) }
    if let form = Form(rawValue: name) { return .form(form) }
    return Catalogue.entry(named: name).map { .catalogue($0) }
  }

  /// How the function of this name is written in an expression: `leaky_relu` for `LeakyReLU`; nil where there is none.
  static func spelling(ofFunction name: String) -> String? {
    switch function(named: name) ?? function(named: name.lowercased()) {
    case .unary(let operation): operation.rawValue
    case .form(let form): form.rawValue
    case .catalogue(let entry): entry.name.expressionSpelling
    case nil: nil
    }
  }

  /// Whether a parameter cannot have this name, because it means something already.
  static func reserves(_ name: String) -> Bool {
    name == variable || constants[name] != nil || words.contains(name) || function(named: name) != nil
  }

  /// The names that a call may have.
  static let functionNames: [String] =
    unaryOperations.map(\.rawValue) + Form.allCases.map(\.rawValue)
    + Catalogue.entries.flatMap { [$0.name] + $0.aliases }.map(\.expressionSpelling)
}

extension String {
  /// A catalogue's name as an expression can write it: `leaky_relu`.
  var expressionSpelling: String { String(map { $0 == "-" || $0 == " " ? "_" : $0 }) }
}
