import Activations
import PortableMath

/// An operation of an expression on one number. The raw value is its name in the language, if it has one.
///
/// Truth values are the numbers 1 and 0.
package enum UnaryOperation: String, CaseIterable, Sendable {
  case negation = "-"
  case inversion = "not"
  case abs, sign, floor, ceil, round, trunc, sqrt, exp, expm1, log, log1p, log2, log10
  case sin, cos, tan, asin, acos, atan, sinh, cosh, asinh, acosh, atanh, erf, erfc, erfinv
}

/// An operation of an expression on two numbers.
package enum BinaryOperation: String, CaseIterable, Sendable {
  case sum = "+"
  case difference = "-"
  case product = "*"
  case quotient = "/"
  case pow, mod, min, max
  case isLess = "<"
  case isLessOrEqual = "<="
  case isEqual = "=="
}

/// The numbers that an operation reads, one per index of a block.
protocol OperandNumbers<Real> {
  associatedtype Real: PortableReal
  func number(at place: Int) -> Real
}

extension UnsafeMutablePointer: OperandNumbers where Pointee: PortableReal {
  @inline(__always)
  func number(at place: Int) -> Pointee { self[place] }
}

/// The memory to which an operation writes its results.
protocol ResultPlaces<Real> {
  associatedtype Real: PortableReal
  func store(_ number: Real, at place: Int)
}

extension UnsafeMutablePointer: ResultPlaces where Pointee: PortableReal {
  @inline(__always)
  func store(_ number: Pointee, at place: Int) { self[place] = number }
}

/// Samples are converted when they are read, eight at an index.
extension UnsafeBufferPointer<Float>: OperandNumbers {
  @inline(__always)
  func number(at place: Int) -> Lanes { lanes(at: place) }
}

extension UnsafeMutableBufferPointer<Float>: ResultPlaces {}

/// The same number at every index.
struct Repeated<Real: PortableReal>: OperandNumbers {
  private let number: Real

  @inline(__always)
  init(_ number: Double) { self.number = Real(number) }

  @inline(__always)
  func number(at place: Int) -> Real { number }
}

extension UnaryOperation {
  /// Applies the operation to `count` numbers. Source and target may be the same memory.
  func apply<Real: PortableReal>(
    _ source: some OperandNumbers<Real>, _ target: UnsafeMutablePointer<Real>, count: Int
  ) {
    @inline(__always)
    func each(_ operation: (Real) -> Real) {
      for place in 0..<count { target[place] = operation(source.number(at: place)) }
    }
    switch self {
    case .negation: each { -$0 }
    case .inversion: each { Real(1) - $0 }
    case .abs: each { Real.abs($0) }
    // Zeros of both signs give +0, and NaN gives NaN.
    case .sign:
      each { Real.select($0 .> Real(0), Real(1), Real.select($0 .< Real(0), Real(-1), $0 + Real(0))) }
    case .floor: each { Real.floor($0) }
    case .ceil: each { Real.ceil($0) }
    case .round: each { Real.round($0) }
    case .trunc: each { Real.trunc($0) }
    case .sqrt: each { Real.sqrt($0) }
    case .exp: each { Real.exp($0) }
    case .expm1: each { Real.expm1($0) }
    case .log: each { Real.log($0) }
    case .log1p: each { Real.log1p($0) }
    case .log2: each { Real.log2($0) }
    case .log10: each { Real.log10($0) }
    case .sin: each { Real.sin($0) }
    case .cos: each { Real.cos($0) }
    case .tan: each { Real.tan($0) }
    case .asin: each { Real.asin($0) }
    case .acos: each { Real.acos($0) }
    case .sinh: each { Real.sinh($0) }
    case .cosh: each { Real.cosh($0) }
    case .asinh: each { Real.asinh($0) }
    case .acosh: each { Real.acosh($0) }
    case .atanh: each { Real.atanh($0) }
    case .atan: each { Real.atan($0) }
    case .erf: each { Real.erf($0) }
    case .erfc: each { Real.erfc($0) }
    case .erfinv: each { Real.erfinv($0) }
    }
  }
}

extension BinaryOperation {
  /// Applies the operation to `count` pairs of numbers. Sources and target may be the same memory.
  func apply<Real: PortableReal>(
    _ left: some OperandNumbers<Real>, _ right: some OperandNumbers<Real>, _ target: UnsafeMutablePointer<Real>,
    count: Int
  ) {
    @inline(__always)
    func each(_ operation: (Real, Real) -> Real) {
      for place in 0..<count { target[place] = operation(left.number(at: place), right.number(at: place)) }
    }
    switch self {
    case .sum: each { $0 + $1 }
    case .difference: each { $0 - $1 }
    case .product: each { $0 * $1 }
    case .quotient: each { $0 / $1 }
    case .pow: each { Real.pow($0, $1) }
    case .mod: each { Real.mod($0, $1) }
    case .min: each { Real.min($0, $1) }
    case .max: each { Real.max($0, $1) }
    case .isLess: each { Real.select($0 .< $1, Real(1), Real(0)) }
    case .isLessOrEqual: each { Real.select($0 .<= $1, Real(1), Real(0)) }
    case .isEqual: each { Real.select($0 .== $1, Real(1), Real(0)) }
    }
  }
}

extension BinaryOperation {
  /// Writes the first number where the comparison of left and right holds, else the second.
  func choose<Real: PortableReal>(
    _ left: some OperandNumbers<Real>, _ right: some OperandNumbers<Real>, _ first: some OperandNumbers<Real>,
    _ second: some OperandNumbers<Real>, _ target: some ResultPlaces<Real>, count: Int
  ) {
    @inline(__always)
    func each(_ choice: (Real, Real, Real, Real) -> Real) {
      for place in 0..<count {
        let (left, right) = (left.number(at: place), right.number(at: place))
        target.store(choice(left, right, first.number(at: place), second.number(at: place)), at: place)
      }
    }
    switch self {
    case .isLess: each { Real.select($0 .< $1, $2, $3) }
    case .isLessOrEqual: each { Real.select($0 .<= $1, $2, $3) }
    case .isEqual: each { Real.select($0 .== $1, $2, $3) }
    default: preconditionFailure("\(rawValue) is not a comparison.")
    }
  }

  var isComparison: Bool { self == .isLess || self == .isLessOrEqual || self == .isEqual }
}

/// A type of numbers, scalar or lanes, at which a function of the catalogue can be evaluated.
protocol EvaluatedReal: PortableReal {
  /// Replaces each number by the function's value at it.
  static func replaceByValues(of function: any RealFunction, _ numbers: UnsafeMutableBufferPointer<Self>)
  /// Replaces each number by the function's derivative at it.
  static func replaceByDerivatives(of function: any RealFunction, _ numbers: UnsafeMutableBufferPointer<Self>)
  /// The function's second derivative at a number, or at each of the lanes.
  static func secondDerivative(of function: any RealFunction, at number: Self) -> Self
}

extension Double: EvaluatedReal {
  static func replaceByValues(of function: any RealFunction, _ numbers: UnsafeMutableBufferPointer<Double>) {
    for index in numbers.indices { numbers[index] = function.value(at: numbers[index]) }
  }
  static func replaceByDerivatives(of function: any RealFunction, _ numbers: UnsafeMutableBufferPointer<Double>) {
    for index in numbers.indices { numbers[index] = function.derivative(at: numbers[index]) }
  }
  static func secondDerivative(of function: any RealFunction, at number: Double) -> Double {
    function.secondDerivative(at: number)
  }
}

extension Lanes: EvaluatedReal {
  static func replaceByValues(of function: any RealFunction, _ numbers: UnsafeMutableBufferPointer<Lanes>) {
    function.replaceByValues(numbers)
  }
  static func replaceByDerivatives(of function: any RealFunction, _ numbers: UnsafeMutableBufferPointer<Lanes>) {
    function.replaceByDerivatives(numbers)
  }
  static func secondDerivative(of function: any RealFunction, at number: Lanes) -> Lanes {
    Lanes(number.indices.map { function.secondDerivative(at: number[$0]) })
  }
}
