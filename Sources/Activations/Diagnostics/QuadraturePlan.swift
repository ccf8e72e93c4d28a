import PortableMath

/// What has to be known of a function before it is integrated over the normal density.
struct QuadraturePlan {
  /// As it is.
  let original: any RealFunction
  /// The function, continued where it overflows.
  let function: any RealFunction
  /// Together with the last stretches before singularities, the whole line as far as the density matters.
  let panels: [QuadraturePanel]
  let singularities: [Singularity]
  /// Of places where numerator and divisor of a quotient vanish.
  let noises: [RoundingNoise]
  /// Whether it was shown that the function is no number, or infinite, over a whole stretch.
  let isUndefinedSomewhere: Bool
  /// The farthest place from zero at which something switches.
  let outermostSwitch: Double
  /// How much at most the continuation adds to the integral of the square of value or derivative.
  let continuedMass: Double
}

/// A function continued by straight lines from where it or its derivative overflows double precision.
struct ContinuedFunction: RealFunction {
  /// Where a straight line takes over.
  struct Line: Sendable {
    let place: Double
    let value: Double
    let slope: Double

    func value(at x: Double) -> Double { value + slope * (x - place) }
  }

  let base: any RealFunction
  let below: Line?
  let above: Line?

  private func line(at x: Double) -> Line? {
    if let below, x <= below.place { return below }
    if let above, x >= above.place { return above }
    return nil
  }

  func value(at x: Double) -> Double { line(at: x).map { $0.value(at: x) } ?? base.value(at: x) }
  func derivative(at x: Double) -> Double { line(at: x)?.slope ?? base.derivative(at: x) }

  func value(at x: Lanes) -> Lanes {
    var result = base.value(at: x)
    for lane in x.indices { if let line = line(at: x[lane]) { result[lane] = line.value(at: x[lane]) } }
    return result
  }

  func derivative(at x: Lanes) -> Lanes {
    var result = base.derivative(at: x)
    for lane in x.indices { if let line = line(at: x[lane]) { result[lane] = line.slope } }
    return result
  }
}
