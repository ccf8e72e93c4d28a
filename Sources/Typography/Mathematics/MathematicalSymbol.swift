/// A sign, letter or name of mathematics.
struct MathematicalSymbol: Equatable {
  /// What a symbol is, which decides on the spaces around it.
  enum Kind {
    /// A letter, a digit or a closing bracket.
    case ordinary
    /// An opening bracket.
    case opening
    /// A sign between two operands, or before one.
    case sign
    case relation
    case punctuation
    /// The name of a function.
    case function
  }

  let text: [Unicode.Scalar]
  let kind: Kind

  /// The space around signs: a fifth of an em, at which no line is broken.
  static let thinSpace: Unicode.Scalar = "\u{202F}"

  private init(text: [Unicode.Scalar], kind: Kind) { (self.text, self.kind) = (text, kind) }

  /// Creates the symbol for a character.
  init(_ character: Unicode.Scalar) {
    text = [Self.replacements[character] ?? character]
    switch text[0] {
    case "(", "[", "{", "⟨": kind = .opening
    case "+", "−", "×", "·", "±", "∓", "∘", "∗": kind = .sign
    case "=", "<", ">", "≤", "≥", "≠", "≈", "→", "←", "∼", "≡", "∝", "∈": kind = .relation
    case ",", ";": kind = .punctuation
    default: kind = .ordinary
    }
  }

  /// Creates the symbol for a command without its backslash; nil if it is unknown.
  init?(command name: String) {
    if let character = Self.letters[name] ?? Self.signs[name] {
      self.init(character)
    } else if Self.functions.contains(name) {
      self.init(text: Array(name.unicodeScalars), kind: .function)
    } else {
      return nil
    }
  }

  private static let replacements: [Unicode.Scalar: Unicode.Scalar] = [
    "-": "−", "*": "∗", "'": "′", "~": "\u{A0}",
  ]

  private static let letters: [String: Unicode.Scalar] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ",
    "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Alpha": "Α", "Beta": "Β", "Gamma": "Γ", "Delta": "Δ", "Epsilon": "Ε", "Zeta": "Ζ", "Eta": "Η", "Theta": "Θ",
    "Iota": "Ι", "Kappa": "Κ", "Lambda": "Λ", "Mu": "Μ", "Nu": "Ν", "Xi": "Ξ", "Omicron": "Ο", "Pi": "Π", "Rho": "Ρ",
    "Sigma": "Σ", "Tau": "Τ", "Upsilon": "Υ", "Phi": "Φ", "Chi": "Χ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ",
  ]

  private static let signs: [String: Unicode.Scalar] = [
    "infty": "∞", "times": "×", "cdot": "·", "pm": "±", "mp": "∓", "circ": "∘", "ast": "∗",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "to": "→", "rightarrow": "→",
    "leftarrow": "←", "sim": "∼", "equiv": "≡", "propto": "∝", "in": "∈",
    "partial": "∂", "nabla": "∇", "prime": "′", "sum": "∑", "prod": "∏", "int": "∫", "ldots": "…", "dots": "…",
    ",": thinSpace, ":": thinSpace, ";": thinSpace, " ": "\u{A0}",
    "{": "{", "}": "}", "_": "_", "^": "^", "%": "%", "&": "&", "#": "#", "$": "$",
  ]

  private static let functions: Set<String> = [
    "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "exp", "log", "ln", "max", "min", "sup",
    "inf", "lim", "det",
  ]

  /// Unicode's characters for superscripts.
  static let superscripts = table("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
  /// Unicode's characters for subscripts.
  static let subscripts = table("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

  private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
  }
}
