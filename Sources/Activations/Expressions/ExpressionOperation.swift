import PortableMath

/// What an expression makes of one number. The raw value is the name in the language, where it has one.
///
/// Truth values are the numbers 1 and 0.
enum UnaryOperation: String, CaseIterable, Sendable {
  case negation = "-"
  case inversion = "not"
  case abs, sign, floor, sqrt, exp, expm1, log, log1p, sin, cos, tan, sinh, cosh, asinh, atan, erf, erfc
}

/// What an expression makes of two numbers.
enum BinaryOperation: String, CaseIterable, Sendable {
  case sum = "+"
  case difference = "-"
  case product = "*"
  case quotient = "/"
  case pow, min, max
  case isLess = "<"
  case isLessOrEqual = "<="
  case isEqual = "=="
}

extension UnaryOperation {
  /// Applies the operation to so many numbers; source and target may be the same.
  func apply<Real: PortableReal>(_ source: UnsafePointer<Real>, _ target: UnsafeMutablePointer<Real>, count: Int) {
    @inline(__always)
    func each(_ operation: (Real) -> Real) {
      for index in 0..<count { target[index] = operation(source[index]) }
    }
    switch self {
    case .negation: each { -$0 }
    case .inversion: each { Real(1) - $0 }
    case .abs: each { Real.abs($0) }
    // Zero of either sign gives +0, and NaN itself.
    case .sign:
      each { Real.select($0 .> Real(0), Real(1), Real.select($0 .< Real(0), Real(-1), $0 + Real(0))) }
    case .floor: each { Real.floor($0) }
    case .sqrt: each { Real.sqrt($0) }
    case .exp: each { Real.exp($0) }
    case .expm1: each { Real.expm1($0) }
    case .log: each { Real.log($0) }
    case .log1p: each { Real.log1p($0) }
    case .sin: each { Real.sin($0) }
    case .cos: each { Real.cos($0) }
    case .tan: each { Real.tan($0) }
    case .sinh: each { Real.sinh($0) }
    case .cosh: each { Real.cosh($0) }
    case .asinh: each { Real.asinh($0) }
    case .atan: each { Real.atan($0) }
    case .erf: each { Real.erf($0) }
    case .erfc: each { Real.erfc($0) }
    }
  }
}

extension BinaryOperation {
  /// Applies the operation to so many pairs of numbers; sources and target may be the same.
  func apply<Real: PortableReal>(
    _ left: UnsafePointer<Real>, _ right: UnsafePointer<Real>, _ target: UnsafeMutablePointer<Real>, count: Int
  ) {
    @inline(__always)
    func each(_ operation: (Real, Real) -> Real) {
      for index in 0..<count { target[index] = operation(left[index], right[index]) }
    }
    switch self {
    case .sum: each { $0 + $1 }
    case .difference: each { $0 - $1 }
    case .product: each { $0 * $1 }
    case .quotient: each { $0 / $1 }
    case .pow: each { Real.pow($0, $1) }
    case .min: each { Real.min($0, $1) }
    case .max: each { Real.max($0, $1) }
    case .isLess: each { Real.select($0 .< $1, Real(1), Real(0)) }
    case .isLessOrEqual: each { Real.select($0 .<= $1, Real(1), Real(0)) }
    case .isEqual: each { Real.select($0 .== $1, Real(1), Real(0)) }
    }
  }
}

extension BinaryOperation {
  /// Takes the first number where the comparison of left and right holds, else the second.
  func choose<Real: PortableReal>(
    _ left: UnsafePointer<Real>, _ right: UnsafePointer<Real>, _ first: UnsafePointer<Real>,
    _ second: UnsafePointer<Real>, _ target: UnsafeMutablePointer<Real>, count: Int
  ) {
    @inline(__always)
    func each(_ choice: (Real, Real, Real, Real) -> Real) {
      for index in 0..<count { target[index] = choice(left[index], right[index], first[index], second[index]) }
    }
    switch self {
    case .isLess: each { Real.select($0 .< $1, $2, $3) }
    case .isLessOrEqual: each { Real.select($0 .<= $1, $2, $3) }
    case .isEqual: each { Real.select($0 .== $1, $2, $3) }
    default: preconditionFailure("\(rawValue) compares nothing.")
    }
  }

  var isComparison: Bool { self == .isLess || self == .isLessOrEqual || self == .isEqual }
}

/// A number, or lanes of them, of which a catalogue function can be asked.
protocol EvaluatedReal: PortableReal {
  /// Replaces each number by the function's value there.
  static func replaceByValues(of function: any RealFunction, _ numbers: UnsafeMutableBufferPointer<Self>)
  static func derivative(of function: any RealFunction, at x: Self) -> Self
}

extension Double: EvaluatedReal {
  static func replaceByValues(of function: any RealFunction, _ numbers: UnsafeMutableBufferPointer<Double>) {
    for index in numbers.indices { numbers[index] = function.value(at: numbers[index]) }
  }
  static func derivative(of function: any RealFunction, at x: Double) -> Double { function.derivative(at: x) }
}

extension Lanes: EvaluatedReal {
  static func replaceByValues(of function: any RealFunction, _ numbers: UnsafeMutableBufferPointer<Lanes>) {
    function.replaceByValues(numbers)
  }
  static func derivative(of function: any RealFunction, at x: Lanes) -> Lanes { function.derivative(at: x) }
}
