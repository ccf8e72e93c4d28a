import Activations

/// A formula in x and named parameters, read and checked, without values for its parameters.
///
/// ```swift
/// let expression = try ParsedExpression("x * sigmoid(beta * x)", parameterNames: ["beta"])
/// ```
///
/// Numbers; `+ - * / ^` (also − · × ÷), of which `^` groups to the right and binds tighter than the sign, so that −x^2 is
/// −(x^2); parentheses; the constants `pi`, `π` and `e`; `abs`, `sign`, `floor`, `ceil`, `round` (of two equally near
/// integers the even one), `trunc`, `sqrt`, `exp`, `expm1`, `log` (to the base e), `log1p`, `log2`, `log10`, `sin`, `cos`,
/// `tan`, `asin`, `acos`, `atan`, `sinh`, `cosh`, `asinh`, `acosh`, `atanh`, `erf`, `erfc`, `erfinv`; `pow(a, b)`,
/// `mod(a, b)`, which has the sign of b, `min(a, b, …)`, `max(a, b, …)`, `clamp(a, low, high)` or `clip(a, low, high)`,
/// `heaviside(a)`, which is ½ at 0, or `heaviside(a, value at 0)`; and every function of the catalogue by its name with
/// underscores, its parameters named: `leaky_relu(x, negativeSlope = 0.1)`. In `where(condition, a, b)`, and there alone,
/// stand comparisons `< <= > >= == !=`, joined by `and`, `or`, `not`.
///
/// The derivative is exact, by automatic differentiation in forward mode, with PyTorch's choices where there is none:
///
/// - `abs` has 0 at 0; `sign`, `floor`, `ceil`, `round`, `trunc`, `heaviside` and comparisons have 0 everywhere.
/// - Where the arguments of `min` or `max` are equal, each counts half.
/// - `clamp` has the derivative of its first argument between the bounds and 0 at them and beyond; bounds that depend on x
///   count as those of `min` and `max`.
/// - `where` has that of the chosen side alone; what the other one is, even NaN, does not matter.
/// - a^b with a constant b has b · a^(b − 1), and 0 for b = 0; with a b that varies, the part of b is 0 where a = 0 ≤ b.
/// - mod(a, b) has a′ − ⌊a / b⌋ b′.
/// - A catalogue function has its own.
/// - Where an operand does not vary because `relu`, `clamp`, `where`, `min` or another function with a flat piece has chosen
///   a constant, the derivative is 0, whatever the slope outside: √(relu(x)) has 0 for x ≤ 0, not ∞ · 0.
public struct ParsedExpression: Sendable {
  /// As it was written.
  public let source: String
  /// The names beside x that may stand in it.
  public let parameterNames: [String]
  /// In postfix order.
  let steps: [ExpressionStep]

  /// The longest text, in bytes of UTF-8: several pages of formula.
  public static let byteLimit = 10_000
  /// Parentheses, calls, signs and powers inside one another; the parser goes down by recursion, and so many frames fit
  /// any stack.
  public static let depthLimit = 64
  /// Operations, numbers and names in all, which bounds the work for each sample.
  public static let operationLimit = 1_000

  /// Reads a text.
  ///
  /// - Precondition: `parameterNames` holds only names that `admitsParameter(named:)`, each once.
  /// - Throws: The first fault of the text.
  public init(_ source: String, parameterNames: [String] = []) throws(ExpressionError) {
    precondition(parameterNames.allSatisfy(Self.admitsParameter), "A parameter has a name that means something else.")
    precondition(Set(parameterNames).count == parameterNames.count, "Two parameters have one name.")
    guard source.utf8.count <= Self.byteLimit else {
      let found = "\(source.utf8.count) bytes"
      throw ExpressionError(in: source, at: 0, found: found, expected: "at most \(Self.byteLimit)")
    }
    var parser = ExpressionParser(source, parameterNames: parameterNames)
    steps = try parser.readAll()
    self.source = source
    self.parameterNames = parameterNames
  }

  /// Whether a parameter can have this name: letters, digits and underscores, the first no digit, and neither `x` nor a
  /// constant, a word or a function of the language.
  public static func admitsParameter(named name: String) -> Bool {
    name.utf8.count <= 100 && name.isExpressionName && !ExpressionVocabulary.reserves(name)
  }
}

/// One step of an expression in postfix order: takes its operands from a stack and puts its result there.
struct ExpressionStep: Sendable {
  enum Action: Sendable {
    case number(Double)
    case variable
    /// By its place among the names.
    case parameter(Int)
    case unary(UnaryOperation)
    case binary(BinaryOperation)
    /// With the second operand as the left one.
    case exchangedBinary(BinaryOperation)
    /// Condition, then, else.
    case selection
    /// Number, low, high.
    case clamp
    /// Number, value at zero.
    case heaviside
    /// Of an argument, and then values of the parameters with these indices.
    case catalogue(CatalogueEntry, [Int])
  }

  let action: Action
  /// Where it stands in the text, in bytes of UTF-8.
  let offset: Int
}
