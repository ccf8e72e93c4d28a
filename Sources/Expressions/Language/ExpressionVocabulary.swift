import Activations

/// The names that have a meaning in every expression.
enum ExpressionVocabulary {
  /// A function that can be called.
  enum Function {
    case unary(UnaryOperation)
    case form(Form)
    case catalogue(CatalogueEntry)
  }

  /// A function with several arguments.
  enum Form: String, CaseIterable, Sendable {
    case `where`, clamp, clip, pow, mod, heaviside, min, max

    /// The notation of a call, for messages.
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

  /// The operations that are called by name.
  private static let unaryOperations = UnaryOperation.allCases.filter { ![.negation, .inversion].contains($0) }

  /// The function with this name; nil if there is none.
  ///
  /// Functions of the catalogue are found as in `Catalogue.entry(named:)`, but without hyphens, which are minus signs
  /// here: `leaky_relu`, `LeakyReLU`.
  static func function(named name: String) -> Function? {
    if let operation = unaryOperations.first(where: { $0.rawValue == name }) { return .unary(operation) }
    if let form = Form(rawValue: name) { return .form(form) }
    return Catalogue.entry(named: name).map { entry in
      operationsOfCatalogue[entry.name].map { .unary($0) } ?? .catalogue(entry)
    }
  }

  /// The operations that the catalogue has under other names. The analysis of expressions knows more of an operation.
  private static let operationsOfCatalogue: [String: UnaryOperation] = ["sine": .sin, "arctan": .atan]

  /// The spelling of a function in an expression, e.g. `leaky_relu` for `LeakyReLU`; nil if there is no such function.
  static func spelling(ofFunction name: String) -> String? {
    switch function(named: name) ?? function(named: name.lowercased()) {
    case .unary(let operation): operation.rawValue
    case .form(let form): form.rawValue
    case .catalogue(let entry): entry.name.expressionSpelling
    case nil: nil
    }
  }

  /// Whether the name already has a meaning, so that a parameter cannot have it.
  static func reserves(_ name: String) -> Bool {
    name == variable || constants[name] != nil || words.contains(name) || function(named: name) != nil
  }

  /// The names of all functions that can be called.
  static let functionNames: [String] =
    unaryOperations.map(\.rawValue) + Form.allCases.map(\.rawValue)
    + Catalogue.entries.flatMap { [$0.name] + $0.aliases }.map(\.expressionSpelling)
}

extension String {
  /// The name of a catalogue function as it is written in an expression, e.g. `leaky_relu`.
  var expressionSpelling: String { String(map { $0 == "-" || $0 == " " ? "_" : $0 }) }
}
