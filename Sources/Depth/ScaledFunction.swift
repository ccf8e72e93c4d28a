import Activations
import PortableMath

/// The function z ↦ f(s · z), by which the integrals of f for normal input of the variance s² become integrals for standard
/// normal input.
struct ScaledFunction: RealFunction {
  private let base: any RealFunction
  private let scale: Double

  /// - Precondition: The scale s is positive and finite.
  init(_ base: any RealFunction, by scale: Double) {
    precondition(scale > 0 && scale.isFinite, "A scale is positive and finite.")
    (self.base, self.scale) = (base, scale)
  }

  func value(at x: Double) -> Double { base.value(at: scale * x) }
  func value(at x: Lanes) -> Lanes { base.value(at: Lanes(scale) * x) }
  func derivative(at x: Double) -> Double { scale * base.derivative(at: scale * x) }
  func derivative(at x: Lanes) -> Lanes { Lanes(scale) * base.derivative(at: Lanes(scale) * x) }
  func secondDerivative(at x: Double) -> Double { scale * scale * base.secondDerivative(at: scale * x) }

  func replaceByValues(_ block: UnsafeMutableBufferPointer<Lanes>) {
    for index in block.indices { block[index] = Lanes(scale) * block[index] }
    base.replaceByValues(block)
  }

  func replaceByDerivatives(_ block: UnsafeMutableBufferPointer<Lanes>) {
    for index in block.indices { block[index] = Lanes(scale) * block[index] }
    base.replaceByDerivatives(block)
    for index in block.indices { block[index] = Lanes(scale) * block[index] }
  }

  var breakpoints: [Breakpoint] { base.breakpoints.map { Breakpoint($0.kind, at: $0.position / scale) } }
  var invisibleBreaks: [Double] { base.invisibleBreaks.map { $0 / scale } }
  var constantPieces: [ClosedRange<Double>] {
    base.constantPieces.map { ($0.lowerBound / scale)...($0.upperBound / scale) }
  }
  var declaresBreakpoints: Bool { base.declaresBreakpoints }
  var pieceBounds: [Double] { base.pieceBounds.map { $0 / scale } }
  var formulaChanges: [Double] { base.formulaChanges.map { $0 / scale } }
  var plansQuadrature: Bool { base.plansQuadrature }
  var quadraturePlan: QuadraturePlan? { base.quadraturePlan.map { scaled($0) } }

  /// The plan of the base for other arguments. It covers the line as far as the density matters: what lies beyond the panels
  /// of the base is divided at the integers and at the breakpoints.
  private func scaled(_ plan: QuadraturePlan) -> QuadraturePlan {
    let end = QuadraturePlan.outerEnd
    var cuts: [QuadraturePanel] = plan.panels.flatMap { panel -> [QuadraturePanel] in
      let (lower, upper) = (max(panel.lower / scale, -end), min(panel.upper / scale, end))
      guard lower < upper else { return [] }
      // A small scale makes panels wide, and the outermost ones must not hold what matters.
      let inside = upper - lower > 1 ? (-Int(end)...Int(end)).map(Double.init).filter { lower < $0 && $0 < upper } : []
      let bounds = [lower] + inside + [upper]
      return zip(bounds, bounds.dropFirst()).map { QuadraturePanel(lower: $0, upper: $1) }
    }
    let inner = end / scale
    if inner < end {
      let places = ((1...Int(end)).map(Double.init) + breakpoints.map(\.position.magnitude)).filter {
        inner < $0 && $0 < end
      }
      let bounds = [inner] + Set(places).sorted() + [end]
      for (near, far) in zip(bounds, bounds.dropFirst()) where near < far {
        cuts.insert(QuadraturePanel(lower: -far, upper: -near), at: 0)
        cuts.append(QuadraturePanel(lower: near, upper: far))
      }
    }
    let steepSides = plan.steepSides.map {
      SteepSide(place: $0.place / scale, side: $0.side, distance: $0.distance / scale)
    }
    for side in steepSides { cuts.leaveLastStretch(of: side) }
    return QuadraturePlan(
      panels: cuts, steepSides: steepSides,
      noisyPlaces: plan.noisyPlaces.map { $0 / scale }.filter { $0.magnitude <= end },
      isUndefinedSomewhere: plan.isUndefinedSomewhere, outermostSwitch: plan.outermostSwitch / scale)
  }
}

extension [QuadraturePanel] {
  /// Moves the end of the panel beside a steep place to where the last stretch begins, whose length is a power of two.
  fileprivate mutating func leaveLastStretch(of steep: SteepSide) {
    let start = steep.place + steep.side * steep.reach
    if steep.side > 0, let index = firstIndex(where: { $0.lower >= steep.place }), start < self[index].upper {
      self[index] = QuadraturePanel(lower: start, upper: self[index].upper)
    }
    if steep.side < 0, let index = lastIndex(where: { $0.upper <= steep.place }), start > self[index].lower {
      self[index] = QuadraturePanel(lower: self[index].lower, upper: start)
    }
  }
}
