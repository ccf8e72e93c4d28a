import Activations

/// A formula in x and named parameters that has been parsed, without values for its parameters.
///
/// It is parsed once, and makes a function for every set of parameter values.
///
/// ```swift
/// let expression = try ParsedExpression("x * sigmoid(beta * x)", parameterNames: ["beta"])
/// ```
///
/// An expression consists of numbers; `+ - * / ^` (also − · × ÷), of which `^` is right-associative and has a higher
/// precedence than the sign, so that −x^2 is −(x^2); parentheses; the constants `pi`, `π` and `e`; `abs`, `sign`,
/// `floor`, `ceil`, `round` (of two equally near integers the even one), `trunc`, `sqrt`, `exp`, `expm1`, `log` (to the
/// base e), `log1p`, `log2`, `log10`, `sin`, `cos`, `tan`, `asin`, `acos`, `atan`, `sinh`, `cosh`, `asinh`, `acosh`,
/// `atanh`, `erf`, `erfc`, `erfinv`; `pow(a, b)`, `mod(a, b)`, which has the sign of b, `min(a, b, …)`, `max(a, b, …)`,
/// `clamp(a, low, high)` or `clip(a, low, high)`, `heaviside(a)`, which is ½ at 0, or `heaviside(a, value at 0)`; and
/// every function of the catalogue by its name with underscores, its parameters named, e.g.
/// `leaky_relu(x, negativeSlope = 0.1)`. The condition of `where(condition, a, b)` is made of comparisons `< <= > >= == !=`, joined by `and`, `or`,
/// `not`, which are not allowed anywhere else.
///
/// The derivative is exact, by automatic differentiation in forward mode. Where a function is not differentiable, it
/// follows PyTorch:
///
/// - `abs` has the derivative 0 at 0; `sign`, `floor`, `ceil`, `round`, `trunc`, `heaviside` and comparisons have 0
///   everywhere.
/// - Where the arguments of `min` or `max` are equal, the derivative is the mean of both.
/// - `clamp` has the derivative of its first argument between the bounds and 0 at and beyond them; bounds that depend
///   on x are treated as in `min` and `max`.
/// - `where` has the derivative of the chosen side; the other side has no effect, even if it is NaN.
/// - a^b with a constant b has b · a^(b − 1), and 0 for b = 0; with a b that varies, the part of b is 0 where a = 0 ≤
///   b.
/// - mod(a, b) has a′ − ⌊a / b⌋ b′.
/// - A catalogue function has its own derivative.
/// - Where an operand is constant because `relu`, `clamp`, `where`, `min` or another function with a constant piece has
///   chosen a constant, the derivative is 0, whatever the slope of the outer function: √(relu(x)) has 0 for x ≤ 0, not
///   ∞ · 0.
public struct ParsedExpression: Sendable {
  /// The text as it was written.
  public let source: String
  /// The names of the parameters, which may occur in the expression beside x.
  public let parameterNames: [String]
  /// The steps in postfix order.
  package let steps: [ExpressionStep]

  /// The greatest length of the text, in bytes of UTF-8: several pages.
  public static let byteLimit = 10_000
  /// The greatest depth of nested parentheses, calls, signs and powers. The parser is recursive, and so many frames fit
  /// into any stack.
  public static let depthLimit = 64
  /// The greatest number of operations, numbers and names, which bounds the work per sample.
  public static let operationLimit = 1_000

  /// Parses a text.
  ///
  /// - Precondition: `admitsParameter(named:)` holds for all `parameterNames`, which are distinct.
  /// - Throws: The first error in the text.
  public init(_ source: String, parameterNames: [String] = []) throws(ExpressionError) {
    precondition(parameterNames.allSatisfy(Self.admitsParameter), "A parameter has a name that has another meaning.")
    precondition(Set(parameterNames).count == parameterNames.count, "Two parameters have the same name.")
    guard source.utf8.count <= Self.byteLimit else {
      let found = "\(source.utf8.count) bytes"
      throw ExpressionError(in: source, at: 0, found: found, expected: "at most \(Self.byteLimit)")
    }
    var parser = ExpressionParser(source, parameterNames: parameterNames)
    steps = try parser.readAll()
    self.source = source
    self.parameterNames = parameterNames
  }

  /// Whether a parameter can have this name: it consists of letters, digits and underscores, does not begin with a
  /// digit, and is not `x` or the name of a constant, an operator or a function.
  public static func admitsParameter(named name: String) -> Bool {
    name.utf8.count <= 100 && name.isExpressionName && !ExpressionVocabulary.reserves(name)
  }
}

/// One step of an expression in postfix order, which pops its operands from a stack and pushes its result.
package struct ExpressionStep: Sendable {
  package enum Action: Sendable {
    case number(Double)
    case variable
    /// The parameter with an index.
    case parameter(Int)
    case unary(UnaryOperation)
    case binary(BinaryOperation)
    /// A binary operation whose left operand is the second one.
    case exchangedBinary(BinaryOperation)
    /// A choice by a condition; the operands are the condition and the two choices.
    case selection
    /// A clamp; the operands are the number, the lower bound and the upper bound.
    case clamp
    /// The Heaviside function; the operands are the number and the value at zero.
    case heaviside
    /// A catalogue function; the operands are its argument and the values of the parameters with these indices.
    case catalogue(CatalogueEntry, [Int])
  }

  package let action: Action
  /// The offset in the text, in bytes of UTF-8.
  let offset: Int
}
