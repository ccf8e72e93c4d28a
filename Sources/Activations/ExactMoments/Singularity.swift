import PortableMath

/// The power laws of a function and its derivative on one side of a place where one of them grows without bound.
///
/// They give the integrals over the last stretch, which quadrature cannot resolve.
struct Singularity {
  /// The place, its side and the length of the last stretch.
  let steepSide: SteepSide
  private let value: PowerLaw
  private let derivative: PowerLaw
  /// The laws for half the distance, which show the error of the others.
  private let nearerValue: PowerLaw
  private let nearerDerivative: PowerLaw
  /// The value and the derivative at the nodes of the outer half of the stretch, with the weights of the nodes.
  private let nodes: [(weight: Double, value: Double, derivative: Double)]

  private static let rule = QuadratureRule(legendre: 16)

  /// Finds the power laws of a function on one side of a place.
  init(of function: any RealFunction, on steepSide: SteepSide) {
    self.steepSide = steepSide
    let (place, side, reach) = (steepSide.place, steepSide.side, steepSide.reach)
    let limit = max(min(0x1p-4, steepSide.distance / 4), reach)
    func law(_ quantity: (Double) -> Double, _ reach: Double) -> PowerLaw {
      PowerLaw(of: quantity, at: place, side: side, reach: reach, limit: limit)
    }
    value = law(function.value(at:), reach)
    derivative = law(function.derivative(at:), reach)
    nearerValue = law(function.value(at:), reach / 2)
    nearerDerivative = law(function.derivative(at:), reach / 2)
    let derivativeExponent = derivative.exponent
    nodes = zip(Self.rule.nodes, Self.rule.weights).flatMap { nodes, weights in
      nodes.indices.map { index in
        let distance = reach * (0.75 + 0.25 * nodes[index])
        let x = place + side * distance
        // The sum is rounded and the function is steep; the effect of the rounding is removed to first order.
        let excess = distance - (x - place).magnitude
        let slope = function.derivative(at: x)
        let bend = derivativeExponent.isFinite ? derivativeExponent * excess / distance : 0
        return (weights[index] * reach / 4, function.value(at: x) + slope * side * excess, slope * (1 + bend))
      }
    }
  }

  /// The kinds of integrands: the value, the square of its difference from an offset, and the square of the derivative.
  enum Integrand {
    case value
    case square(less: Double)
    case derivativeSquare
  }

  /// Whether the integral diverges at the place; nil if that cannot be decided.
  func diverges(_ integrand: Integrand) -> Bool? {
    switch integrand {
    case .value: value.diverges(power: 1)
    case .square: value.diverges(power: 2)
    case .derivativeSquare: derivative.diverges(power: 2)
    }
  }

  /// The integral over the last stretch, and its error bound.
  func integral(of integrand: Integrand) -> (sum: Double, error: Double) {
    let (place, side, reach) = (steepSide.place, steepSide.side, steepSide.reach)
    let (law, nearer, power, offset) =
      switch integrand {
      case .value: (value, nearerValue, 1, 0.0)
      case .square(let offset): (value, nearerValue, 2, offset)
      case .derivativeSquare: (derivative, nearerDerivative, 2, 0)
      }
    let whole = law.integral(power: power, less: offset, reach: reach)
    let inner = nearer.integral(power: power, less: offset, reach: reach / 2)
    let outer = nodes.reduce(0.0) { sum, node in
      switch integrand {
      case .value: sum + node.weight * node.value
      case .square(let offset): sum + node.weight * (node.value - offset) * (node.value - offset)
      case .derivativeSquare: sum + node.weight * node.derivative * node.derivative
      }
    }
    let total = max(0x1p-7, Double(power) * min(law.exponent, 0) + 1)
    // The density is linear about the centre of mass of the stretch, so its value there suffices.
    let centre = place + side * reach * total / (total + 1)
    let density = 0.3989422804014327 * Double.exp(-0.5 * centre * centre)
    return (density * (inner + outer), density * (whole - inner - outer).magnitude / (total * total))
  }
}
