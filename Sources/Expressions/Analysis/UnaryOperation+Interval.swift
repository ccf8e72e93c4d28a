import PortableMath

extension UnaryOperation {
  /// The bounds of the operation's results for operands in an interval.
  func bounds(over operand: Interval) -> Interval {
    guard !operand.isEmpty else { return .empty }
    let positive = 0.0 ... .infinity
    switch self {
    case .negation: return -operand
    case .inversion: return Interval(1) - operand
    case .abs: return operand.absolute
    case .sign: return operand.increasing(isExact: true) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
    case .floor: return operand.increasing(isExact: true) { Double.floor($0) }
    case .ceil: return operand.increasing(isExact: true) { Double.ceil($0) }
    case .round: return operand.increasing(isExact: true) { Double.round($0) }
    case .trunc: return operand.increasing(isExact: true) { Double.trunc($0) }
    case .sqrt: return operand.clipped(to: positive).increasing(isExact: true) { Double.sqrt($0) }
    case .exp: return operand.increasing(within: positive) { Double.exp($0) }
    case .expm1: return operand.increasing(within: -1 ... .infinity) { Double.expm1($0) }
    case .log: return operand.clipped(to: positive).increasing { Double.log($0) }
    case .log1p: return operand.clipped(to: -1 ... .infinity).increasing { Double.log1p($0) }
    case .log2: return operand.clipped(to: positive).increasing { Double.log2($0) }
    case .log10: return operand.clipped(to: positive).increasing { Double.log10($0) }
    case .sin: return Self.boundsOfCosine(over: operand, quarterTurns: 1)
    case .cos: return Self.boundsOfCosine(over: operand, quarterTurns: 0)
    case .tan:
      let cosine = Self.boundsOfCosine(over: operand, quarterTurns: 0)
      guard operand.magnitude < .infinity, operand.width < .pi, !cosine.contains(0) else {
        return Interval(lower: -.infinity, upper: .infinity, mayBeNaN: operand.magnitude == .infinity)
      }
      return operand.increasing { Double.tan($0) }
    case .sinh: return operand.increasing { Double.sinh($0) }
    case .cosh: return operand.absolute.increasing(within: 1 ... .infinity) { Double.cosh($0) }
    case .asin: return operand.clipped(to: -1...1).increasing { Double.asin($0) }
    case .acos: return -(operand.clipped(to: -1...1).increasing { -Double.acos($0) })
    case .asinh: return operand.increasing { Double.asinh($0) }
    case .acosh: return operand.clipped(to: 1 ... .infinity).increasing(within: positive) { Double.acosh($0) }
    case .atanh: return operand.clipped(to: -1...1).increasing { Double.atanh($0) }
    case .atan: return operand.increasing { Double.atan($0) }
    case .erf: return operand.increasing(within: -1...1) { Double.erf($0) }
    case .erfc: return -(operand.increasing(within: -2...0) { -Double.erfc($0) })
    case .erfinv: return operand.clipped(to: -1...1).increasing { Double.erfinv($0) }
    }
  }

  /// The bounds of the operation's derivative over an interval. A jump is an infinite slope.
  ///
  /// - Parameter value: The result of `bounds(over:)` for the same interval.
  func slopes(over operand: Interval, value: Interval) -> Interval {
    guard !operand.isEmpty else { return .zero }
    let one = Interval(1)
    var result: Interval
    switch self {
    case .negation, .inversion: result = Interval(-1)
    case .abs: result = UnaryOperation.sign.bounds(over: operand)
    case .sign, .floor, .ceil, .round, .trunc: result = value.isPoint ? .zero : Interval(lower: 0, upper: .infinity)
    case .sqrt: result = Interval(0.5) / value
    case .exp: result = value
    case .expm1: result = UnaryOperation.exp.bounds(over: operand)
    case .log: result = one / operand.clipped(to: 0 ... .infinity)
    case .log1p: result = one / (one + operand).clipped(to: 0 ... .infinity)
    case .log2: result = Interval(1.4426950408889634) / operand.clipped(to: 0 ... .infinity)
    case .log10: result = Interval(0.4342944819032518) / operand.clipped(to: 0 ... .infinity)
    case .sin: result = UnaryOperation.cos.bounds(over: operand)
    case .cos: result = -UnaryOperation.sin.bounds(over: operand)
    case .tan: result = value.magnitude == .infinity ? .whole : one + value.square
    case .sinh: result = UnaryOperation.cosh.bounds(over: operand)
    case .cosh: result = UnaryOperation.sinh.bounds(over: operand)
    case .asin: result = one / UnaryOperation.sqrt.bounds(over: one - operand.square)
    case .acos: result = -(one / UnaryOperation.sqrt.bounds(over: one - operand.square))
    case .asinh: result = one / UnaryOperation.sqrt.bounds(over: one + operand.square)
    case .acosh: result = one / UnaryOperation.sqrt.bounds(over: operand.clipped(to: 1 ... .infinity).square - one)
    case .atanh: result = one / (one - operand.square).clipped(to: 0 ... .infinity)
    case .atan: result = one / (one + operand.square)
    case .erf: result = Interval(1.1283791670955126) * UnaryOperation.exp.bounds(over: -operand.square)
    case .erfc: result = Interval(-1.1283791670955126) * UnaryOperation.exp.bounds(over: -operand.square)
    case .erfinv: result = Interval(0.8862269254527580) * UnaryOperation.exp.bounds(over: value.square)
    }
    result.mayBeNaN = false
    return result.isEmpty ? .whole : result
  }

  /// The bounds of cos(u − quarterTurns · π/2).
  private static func boundsOfCosine(over operand: Interval, quarterTurns: Double) -> Interval {
    let mayBeNaN = operand.mayBeNaN || operand.magnitude == .infinity
    guard operand.magnitude < 0x1p40, operand.width < 2 * .pi else {
      return Interval(lower: -1, upper: 1, mayBeNaN: mayBeNaN)
    }
    func cosine(_ angle: Double) -> Double { quarterTurns == 0 ? Double.cos(angle) : Double.sin(angle) }
    var result = Interval(between: cosine(operand.lower), and: cosine(operand.upper), mayBeNaN: mayBeNaN)
    if operand.isPoint { return result }
    // The interval in half turns from a maximum, a little wider because the quotients are rounded.
    let slack = 0x1p-48 * (1 + operand.magnitude)
    let start = operand.lower / .pi - quarterTurns / 2 - slack
    let end = operand.upper / .pi - quarterTurns / 2 + slack
    var turn = start.rounded(.up)
    while turn <= end {
      if turn.remainder(dividingBy: 2) == 0 { result.upper = 1 } else { result.lower = -1 }
      turn += 1
    }
    return result.widened(within: -1...1)
  }
}
