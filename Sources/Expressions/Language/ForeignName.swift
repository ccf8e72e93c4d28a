import Activations
import Text

/// A name that has a meaning elsewhere: in a library, in mathematics or in a paper.
///
/// Such a name is not a misspelling, however near it is to a name of the language: `phish` is not `mish`, and `cot` is
/// not `cos`.
enum ForeignName {
  /// The same function in this language.
  enum Rewriting: Equatable {
    /// A function with another name and the same arguments.
    case function(String)
    /// A formula in `@`, which stands for the argument, or in a and b if there are two arguments.
    case formula(String)

    /// What to write in place of a call with an argument.
    func words(argument: String) -> String {
      switch self {
      case .function(let name): argument == "a" ? "\"\(name)\"" : "\(name)(\(argument))"
      case .formula(let text): Self.filled(text, with: argument)
      }
    }

    /// The formula in x; nil if there are two arguments.
    var formulaInX: String? {
      switch self {
      case .function(let name): ["min", "max", "mod", "where"].contains(name) ? nil : "\(name)(x)"
      case .formula(let text): text.contains("@") ? Self.filled(text, with: "x") : nil
      }
    }

    private static func filled(_ text: String, with argument: String) -> String {
      text.split(separator: "@", omittingEmptySubsequences: false).joined(separator: argument)
    }
  }

  /// The rewriting of a name; nil if the name is unknown or cannot be written as one formula.
  static func rewriting(of name: String) -> Rewriting? {
    letters[name] ?? rewritings[key(name)]
  }

  /// Whether the name is that of a function in another language or library.
  static func isFunction(_ name: String) -> Bool { rewriting(of: name) != nil || others.contains(key(name)) }

  private static func key(_ name: String) -> String {
    String(name.lowercased().filter { !["-", "_", " "].contains($0) })
  }

  /// The names that are case-sensitive.
  private static let letters: [String: Rewriting] = [
    "σ": .function("sigmoid"), "Φ": .formula(normalDistribution), "Phi": .formula(normalDistribution),
    "φ": .formula("exp(-@^2 / 2) / sqrt(2 * pi)"), "H": .function("heaviside"), "Θ": .function("heaviside"),
    "θ": .function("heaviside"),
  ]

  private static let normalDistribution = "0.5 * erfc(-@ / sqrt(2))"

  /// The names in lower case, without hyphens and underscores.
  private static let rewritings: [String: Rewriting] = {
    var table: [String: Rewriting] = [
      "lg": .function("log10"), "lb": .function("log2"), "ld": .function("log2"), "exp2": .formula("2^@"),
      "exp10": .formula("10^@"), "logb": .formula("floor(log2(abs(@)))"), "logit": .formula("log(@ / (1 - @))"),
      "log1mexp": .formula("log(-expm1(-@))"), "log1pexp": .function("softplus"),
      "logaddexp": .formula("a + softplus(b - a)"),
      "square": .formula("@^2"), "sqr": .formula("@^2"), "cube": .formula("@^3"),
      "cbrt": .formula("sign(@) * abs(@)^(1/3)"),
      "rsqrt": .formula("1 / sqrt(@)"), "reciprocal": .formula("1 / @"), "inv": .formula("1 / @"),
      "neg": .formula("-@"), "hypot": .formula("sqrt(a^2 + b^2)"),
      "fmod": .formula("a - b * trunc(a / b)"), "rem": .formula("a - b * trunc(a / b)"),
      "floordivide": .formula("floor(a / b)"),
      "frac": .formula("@ - trunc(@)"), "fract": .formula("mod(@, 1)"), "atan2": .formula("atan(a / b) where b > 0"),
      "arctan2": .formula("atan(a / b) where b > 0"), "copysign": .formula("abs(a) * sign(b)"),
      "cot": .formula("1 / tan(@)"), "ctg": .formula("1 / tan(@)"), "sec": .formula("1 / cos(@)"),
      "csc": .formula("1 / sin(@)"),
      "cosec": .formula("1 / sin(@)"), "coth": .formula("1 / tanh(@)"), "sech": .formula("1 / cosh(@)"),
      "csch": .formula("1 / sinh(@)"), "acot": .formula("atan(1 / @)"), "asec": .formula("acos(1 / @)"),
      "acsc": .formula("asin(1 / @)"), "acoth": .formula("atanh(1 / @)"), "asech": .formula("acosh(1 / @)"),
      "acsch": .formula("asinh(1 / @)"), "sinc": .formula("where(@ == 0, 1, sin(pi * @) / (pi * @))"),
      "erfcx": .formula("exp(@^2) * erfc(@)"), "erfcinv": .formula("erfinv(1 - @)"),
      "ndtr": .formula(normalDistribution),
      "normcdf": .formula(normalDistribution), "ndtri": .formula("sqrt(2) * erfinv(2 * @ - 1)"),
      "probit": .formula("sqrt(2) * erfinv(2 * @ - 1)"),
      "saturate": .formula("clamp(@, 0, 1)"), "iif": .formula("where(condition, a, b)"),
      "xlogy": .formula("a * log(b)"),
      "ifelse": .formula("where(condition, a, b)"), "cond": .formula("where(condition, a, b)"),
      "piecewise": .formula("where(condition, a, b)"), "select": .formula("where(condition, a, b)"),
      "gcu": .formula("@ * cos(@)"), "phish": .formula("@ * tanh(gelu(@))"),
      "eswish": .formula("beta * @ * sigmoid(@)"),
      "isrlu": .formula("where(@ < 0, @ / sqrt(1 + alpha * @^2), @)"),
      "hardelish": .formula("where(@ < 0, expm1(@), @) * clamp((@ + 1) / 2, 0, 1)"),
      "nlrelu": .formula("log1p(beta * relu(@))"), "relun": .formula("clamp(@, 0, n)"),
      "brelu": .formula("clamp(@, 0, n)"),
      "cloglog": .formula("-expm1(-exp(@))"), "loglog": .formula("exp(-exp(-@))"), "sqrelu": .function("squared_relu"),
    ]
    let names = [
      "abs": ["fabs", "absolute", "absolutevalue", "mag", "magnitude"], "sign": ["sgn", "signum"],
      "ceil": ["ceiling", "roundup"], "floor": ["rounddown"], "round": ["rint", "nint", "around", "roundeven"],
      "trunc": ["fix", "truncate", "int"], "mod": ["remainder", "modulo", "floormod"], "pow": ["power", "floatpower"],
      "max": ["maximum", "fmax", "amax"], "min": ["minimum", "fmin", "amin"], "log": ["ln", "loge"],
      "sin": ["sinus"], "cos": ["cosinus"], "tan": ["tg", "tangens", "tangent"], "asin": ["arcsin", "arcsine"],
      "acos": ["arccos", "arccosine"], "atan": ["arctg"], "sinh": ["sh"], "cosh": ["ch"],
      "tanh": ["th", "tgh", "htan"], "asinh": ["arcsinh", "arsinh", "argsinh"],
      "acosh": ["arccosh", "arcosh", "argcosh"],
      "atanh": ["arctanh", "artanh", "argtanh"], "sigmoid": ["expit", "logistic", "sigm"],
      "heaviside": ["step", "unitstep", "binarystep", "stepfunction"], "sqrt": ["squareroot", "root"],
      "hard_swish": ["hswish"], "hard_sigmoid": ["hsigmoid"], "hard_tanh": ["htanh"], "log_sigmoid": ["logsig"],
      "gelu_tanh": ["gelunew", "gelufast", "gelupytorchtanh"], "where": ["ifthenelse"],
    ]
    for (function, others) in names {
      for name in others { table[name] = .function(function) }
    }
    return table
  }()

  /// The names of functions that take several numbers, have no short formula, or are not a single function.
  private static let others: Set<String> = [
    "softmax", "softmin", "logsoftmax", "sparsemax", "maxout", "glu", "swiglu", "geglu", "reglu", "bilinear", "crelu",
    "srelu", "drelu", "frelu", "delu", "pelu", "zelu", "felu", "melu", "mpelu", "arelu", "erelu", "vrelu",
    "dyrelu", "acon", "metaacon", "pau", "aria", "aria2", "apl", "prelu6", "softexponential", "softexp", "sqnl",
    "sqlu", "hexpo", "gish", "siren", "rswish", "swishn", "esh", "tanhsoft", "soft++", "colu", "pflu", "fpflu", "kdac",
    "gamma", "lgamma", "gammaln", "digamma", "polygamma", "lambertw", "zeta", "erfi", "expint", "exp1", "expi", "e1",
    "ei",
    "i0", "i0e", "i1", "i1e", "j0", "j1", "y0", "y1", "sinpi", "cospi", "sum", "mean", "std", "norm", "rand", "randn",
    "normal", "uniform", "dropout", "integral", "derivative", "diff", "factorial", "binom",
  ]
}

extension String {
  /// The name of which this is probably a misspelling; nil if none is near enough.
  ///
  /// The names of different functions are often similar: they may differ in the first letter or a digit (`celu` and
  /// `selu`, `log2` and `log10`), or in any letter of a short name (`sin` and `sec`). These must therefore agree, and a
  /// name that has a meaning elsewhere is not a misspelling of any.
  func misspelling(of names: some Sequence<String>) -> String? {
    guard !ForeignName.isFunction(self) else { return nil }
    func letters(_ word: String) -> [Character] { word.lowercased().filter { !["-", "_", " "].contains($0) } }
    let own = letters(self)
    return nearest(
      among: names.filter { name in
        let other = letters(name)
        guard own.first == other.first, own.filter(\.isNumber) == other.filter(\.isNumber) else { return false }
        return own.count != other.count || own.count > 3 || own.sorted() == other.sorted()
      })
  }
}

extension Catalogue {
  /// The name or alias of which a name is probably a misspelling; nil if none is near enough.
  ///
  /// The name of another known function, e.g. `phish`, is not a misspelling.
  ///
  /// ```swift
  /// Catalogue.nearest(to: "sigmiod")   // "sigmoid"
  /// Catalogue.nearest(to: "misch")     // "mish"
  /// Catalogue.nearest(to: "fourier")   // nil
  /// ```
  public static func nearest(to name: String) -> String? {
    name.misspelling(of: entries.map(\.name) + entries.flatMap(\.aliases))
  }

  /// An expression for a known function that is not in the catalogue; nil if there is no short one.
  ///
  /// ```swift
  /// Catalogue.formula(named: "phish")   // "x * tanh(gelu(x))"
  /// Catalogue.formula(named: "sin")     // "sin(x)"
  /// ```
  public static func formula(named name: String) -> String? {
    if let formula = ForeignName.rewriting(of: name)?.formulaInX { return formula }
    guard case .unary(let operation) = ExpressionVocabulary.function(named: name.lowercased()) else { return nil }
    return "\(operation.rawValue)(x)"
  }
}
