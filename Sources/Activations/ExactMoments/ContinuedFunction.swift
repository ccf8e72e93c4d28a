import PortableMath

/// A function continued by straight lines from where it or its derivative overflows double precision.
///
/// Where the function is straight up to the overflow, the line is its exact continuation; elsewhere `mass` bounds the
/// error.
struct ContinuedFunction: RealFunction {
  /// A straight line that takes over at a place.
  struct Line: Sendable {
    let place: Double
    let value: Double
    let slope: Double

    func value(at x: Double) -> Double { value + slope * (x - place) }
  }

  let base: any RealFunction
  let below: Line?
  let above: Line?
  /// The most that the lines add to the mean square of the value or of the derivative, as far as that is in doubt.
  let mass: Double

  /// Continues a function; nil if nothing overflows within the panels.
  init?(_ base: any RealFunction, over panels: [QuadraturePanel]) {
    func isFinite(_ x: Double) -> Bool { base.value(at: x).isFinite && base.derivative(at: x).isFinite }
    var lines: [Line?] = [nil, nil]
    var mass = 0.0
    for (index, side) in [-1.0, 1.0].enumerated() {
      let outward = side < 0 ? panels.reversed() : panels
      guard let last = outward.last, !isFinite(last.centre) else { continue }
      guard let good = outward.lastIndex(where: { isFinite($0.centre) }) else { continue }
      var (inner, outer) = (outward[good].centre, outward[good + 1].centre)
      guard inner * side > 1 else { continue }
      for _ in 0..<60 {
        let middle = inner + (outer - inner) / 2
        if isFinite(middle) { inner = middle } else { outer = middle }
      }
      // A little further in, because at the very end terms may have lost digits.
      let place = inner - side * 0x1p-6
      let line = Line(place: place, value: base.value(at: place), slope: base.derivative(at: place))
      lines[index] = line
      let isStraight = [0.25, 0.5, 1].allSatisfy { distance in
        let x = place - side * distance
        return (base.value(at: x) - line.value(at: x)).magnitude
          <= 0x1p-40 * (line.value.magnitude + line.slope.magnitude)
          && (base.derivative(at: x) - line.slope).magnitude <= 0x1p-40 * line.slope.magnitude
      }
      if isStraight { continue }
      let size = line.value.magnitude + line.slope.magnitude
      mass += (size * size + size) * Double.exp(-0.5 * place * place)
    }
    guard lines[0] != nil || lines[1] != nil else { return nil }
    (self.base, below, above, self.mass) = (base, lines[0], lines[1], mass)
  }

  private func line(at x: Double) -> Line? {
    if let below, x <= below.place { return below }
    if let above, x >= above.place { return above }
    return nil
  }

  func value(at x: Double) -> Double { line(at: x).map { $0.value(at: x) } ?? base.value(at: x) }
  func derivative(at x: Double) -> Double { line(at: x)?.slope ?? base.derivative(at: x) }
  func secondDerivative(at x: Double) -> Double { line(at: x) == nil ? base.secondDerivative(at: x) : 0 }

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
