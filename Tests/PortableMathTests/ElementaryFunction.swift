import CLanes
import PortableMath

/// An elementary function in all its forms, with the bound of its errors.
struct ElementaryFunction: Sendable, CustomStringConvertible {
  let name: String
  /// The bound of the errors in units in the last place.
  let bound: Double
  let scalar: @Sendable (Double) -> Double
  let lanes: @Sendable (Lanes) -> Lanes
  /// The member of an instruction level that holds the function.
  let member: Member

  typealias Member = KeyPath<clanes_level, (@convention(c) (UnsafeMutablePointer<Double>?) -> Void)?> & Sendable

  var description: String { name }

  static let all: [ElementaryFunction] = [
    .init(name: "sqrt", bound: 0.5, scalar: Double.sqrt, lanes: Lanes.sqrt, member: \.sqrt),
    .init(name: "exp", bound: 1, scalar: Double.exp, lanes: Lanes.exp, member: \.exp),
    .init(name: "expm1", bound: 1, scalar: Double.expm1, lanes: Lanes.expm1, member: \.expm1),
    .init(name: "log", bound: 1, scalar: Double.log, lanes: Lanes.log, member: \.log),
    .init(name: "log1p", bound: 1, scalar: Double.log1p, lanes: Lanes.log1p, member: \.log1p),
    .init(name: "sin", bound: 1, scalar: Double.sin, lanes: Lanes.sin, member: \.sin),
    .init(name: "cos", bound: 1, scalar: Double.cos, lanes: Lanes.cos, member: \.cos),
    .init(name: "tanh", bound: 1, scalar: Double.tanh, lanes: Lanes.tanh, member: \.tanh),
    .init(name: "sigmoid", bound: 1, scalar: Double.sigmoid, lanes: Lanes.sigmoid, member: \.sigmoid),
    .init(name: "softplus", bound: 1, scalar: Double.softplus, lanes: Lanes.softplus, member: \.softplus),
    .init(name: "tan", bound: 1, scalar: Double.tan, lanes: Lanes.tan, member: \.tan),
    .init(name: "sinh", bound: 1, scalar: Double.sinh, lanes: Lanes.sinh, member: \.sinh),
    .init(name: "cosh", bound: 1, scalar: Double.cosh, lanes: Lanes.cosh, member: \.cosh),
    .init(name: "asinh", bound: 1, scalar: Double.asinh, lanes: Lanes.asinh, member: \.asinh),
    .init(name: "atan", bound: 1, scalar: Double.atan, lanes: Lanes.atan, member: \.atan),
    .init(name: "erf", bound: 1, scalar: Double.erf, lanes: Lanes.erf, member: \.erf),
    .init(name: "erfc", bound: 1, scalar: Double.erfc, lanes: Lanes.erfc, member: \.erfc),
    .init(name: "log2", bound: 1, scalar: Double.log2, lanes: Lanes.log2, member: \.log2),
    .init(name: "log10", bound: 1, scalar: Double.log10, lanes: Lanes.log10, member: \.log10),
    .init(name: "asin", bound: 1, scalar: Double.asin, lanes: Lanes.asin, member: \.asin),
    .init(name: "acos", bound: 1, scalar: Double.acos, lanes: Lanes.acos, member: \.acos),
    .init(name: "acosh", bound: 1, scalar: Double.acosh, lanes: Lanes.acosh, member: \.acosh),
    .init(name: "atanh", bound: 1, scalar: Double.atanh, lanes: Lanes.atanh, member: \.atanh),
    .init(name: "erfinv", bound: 1, scalar: Double.erfinv, lanes: Lanes.erfinv, member: \.erfinv),
    .init(name: "gelu", bound: 8, scalar: Double.gelu, lanes: Lanes.gelu, member: \.gelu),
  ]
}
