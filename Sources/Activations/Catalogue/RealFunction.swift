import PortableMath

/// A function of one real variable with its exact derivative: the mathematics of an activation function, without its
/// name.
///
/// A conforming type writes two generic methods, which satisfy the first four requirements, and a method for the second
/// derivative, of which only curves are drawn. The compiler specializes
/// each for `Double` and for `Lanes`, so that a call through `any RealFunction` costs one dispatch for eight numbers
/// and boxes none of them:
///
/// ```swift
/// func value<Real: PortableReal>(at x: Real) -> Real { x * Real.sigmoid(x) }
/// func derivative<Real: PortableReal>(at x: Real) -> Real { … }
/// ```
///
/// Both are total: they accept every argument, and the value for NaN is NaN.
package protocol RealFunction: Sendable {
  /// The value at one number.
  func value(at x: Double) -> Double
  /// The values at eight numbers, which are the same bits as those at one number.
  func value(at x: Lanes) -> Lanes
  /// The derivative at one number.
  func derivative(at x: Double) -> Double
  /// The derivatives at eight numbers, which are the same bits as those at one number.
  func derivative(at x: Lanes) -> Lanes
  /// The second derivative at one number, where value and derivative are continuous; elsewhere any number.
  func secondDerivative(at x: Double) -> Double

  /// The same function as one that is evaluated over whole buffers, for which `fill` and `replaceByDerivatives` are faster;
  /// nil for all other functions.
  var streamedFunction: StreamedFunction? { get }

  /// Writes the value at each input, rounded to single precision once.
  ///
  /// - Precondition: `outputs` and `inputs` have the same count.
  func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>)

  /// Replaces each number by the function's value at it.
  func replaceByValues(_ block: UnsafeMutableBufferPointer<Lanes>)

  /// Replaces each number by the function's derivative at it.
  func replaceByDerivatives(_ block: UnsafeMutableBufferPointer<Lanes>)

  /// The places where the function is not smooth, in increasing order; empty if its derivative is continuous.
  var breakpoints: [Breakpoint] { get }

  /// The places where value or derivative jump by less than single precision resolves. They are not breakpoints, but
  /// quadrature has to know them.
  var invisibleBreaks: [Double] { get }

  /// The intervals over which the function is defined to be constant, so that its derivative is exactly zero; ends may
  /// be infinite. An interval over which the function only rounds to a constant is not one of them.
  var constantPieces: [ClosedRange<Double>] { get }

  /// Whether `breakpoints` lists all of them. It is false for a function whose analysis had to give up.
  var declaresBreakpoints: Bool { get }

  /// The extrema of a function of the catalogue, and the places where its formula changes while its derivative is
  /// continuous. Between two neighbours among these and the breakpoints the function is smooth and monotonic, which
  /// bounds it over an interval.
  var pieceBounds: [Double] { get }

  /// The places at which the second derivative may be discontinuous, in any order.
  var formulaChanges: [Double] { get }

  /// Whether the function plans its own quadrature. A function of the catalogue does not: its breakpoints suffice.
  var plansQuadrature: Bool { get }

  /// The function's own plan of its quadrature; nil where there is none.
  var quadraturePlan: QuadraturePlan? { get }

  /// The function as one that is given by points; nil for any other. A requirement is much faster than a cast, which
  /// searches all conformances of the program.
  var points: (any PointFunction)? { get }

  /// Whether the function is given for all numbers, and not only between the ends of a list of points.
  var isGivenFarOut: Bool { get }
}

extension RealFunction {
  package var breakpoints: [Breakpoint] { [] }
  package var invisibleBreaks: [Double] { [] }
  package var constantPieces: [ClosedRange<Double>] { [] }
  package var declaresBreakpoints: Bool { true }
  package var pieceBounds: [Double] { [] }
  package var formulaChanges: [Double] { breakpoints.map(\.position) + pieceBounds + invisibleBreaks }
  package var plansQuadrature: Bool { false }
  package var quadraturePlan: QuadraturePlan? { nil }
  package var streamedFunction: StreamedFunction? { nil }
  package var points: (any PointFunction)? { nil }
  package var isGivenFarOut: Bool { true }

  // The compiler specializes each loop for each function and inlines the function into it. It would inline the loop in
  // turn into the protocol witness thunk, where it does not inline calls of C; and the operators of lanes are calls of
  // C.
  @inline(never)
  package func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>) {
    if let streamedFunction { return streamedFunction.fill(outputs, with: inputs) }
    precondition(outputs.count == inputs.count, "There is one output for each input.")
    for index in 0..<inputs.lanesCount { outputs.store(value(at: inputs.lanes(at: index)), at: index) }
    for place in (inputs.lanesCount * Lanes.scalarCount)..<inputs.count {
      outputs.initializeElement(at: place, to: Float(value(at: Double(inputs[place]))))
    }
  }

  @inline(never)
  package func replaceByValues(_ block: UnsafeMutableBufferPointer<Lanes>) {
    for index in block.indices { block[index] = value(at: block[index]) }
  }

  @inline(never)
  package func replaceByDerivatives(_ block: UnsafeMutableBufferPointer<Lanes>) {
    if let streamedFunction, streamedFunction.replaceByDerivatives(block) { return }
    for index in block.indices { block[index] = derivative(at: block[index]) }
  }
}

/// How the line is divided so that a function is smooth within each part, and can be integrated over the normal
/// density.
///
/// A function of the catalogue does not need one, because its breakpoints are known. An expression finds its plan by an
/// analysis of its own operations.
package struct QuadraturePlan: Sendable {
  /// Together with the last stretches of the steep sides, the panels cover the line as far as the density matters.
  package let panels: [QuadraturePanel]
  /// The sides of places at which value or derivative grows without bound.
  package let steepSides: [SteepSide]
  /// The places at which numerator and denominator of a quotient vanish together.
  package let noisyPlaces: [Double]
  /// Whether it was shown that the function is NaN or infinite over a whole stretch.
  package let isUndefinedSomewhere: Bool
  /// The farthest distance from zero at which anything switches.
  package let outermostSwitch: Double

  /// Integrals run from −`outerEnd` to `outerEnd`. Up to there the root of the density is a normal number, so that an
  /// integrand may grow almost as fast as the density falls.
  package static let outerEnd = 52.0

  /// Joins what an analysis has found.
  package init(
    panels: [QuadraturePanel], steepSides: [SteepSide], noisyPlaces: [Double], isUndefinedSomewhere: Bool,
    outermostSwitch: Double
  ) {
    self.panels = panels
    self.steepSides = steepSides
    self.noisyPlaces = noisyPlaces
    self.isUndefinedSomewhere = isUndefinedSomewhere
    self.outermostSwitch = outermostSwitch
  }
}

/// A piece of the line over which a quadrature rule is applied.
package struct QuadraturePanel: Sendable {
  /// The left end of the panel.
  package let lower: Double
  /// The right end of the panel.
  package let upper: Double

  /// Makes the panel from one number to another.
  package init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }

  var centre: Double { lower + radius }
  var radius: Double { (upper - lower) / 2 }

  /// The left and the right half; nil where no number lies between the ends.
  package var halves: (QuadraturePanel, QuadraturePanel)? {
    guard lower < centre, centre < upper else { return nil }
    return (QuadraturePanel(lower: lower, upper: centre), QuadraturePanel(lower: centre, upper: upper))
  }
}

/// One side of a place at which a function or its derivative grows without bound.
///
/// Quadrature cannot come near enough to the place, because floating-point numbers are too coarse there. The last
/// stretch is integrated by the power law that the function follows.
package struct SteepSide: Sendable {
  /// The place where the function is steep.
  package let place: Double
  /// 1 for the right side, −1 for the left side.
  package let side: Double
  /// The distance to the next place on this side at which anything switches.
  package let distance: Double
  /// The length of the last stretch: a power of two, so that its sum with the place is exact.
  package let reach: Double

  /// Chooses the length of the last stretch.
  package init(place: Double, side: Double, distance: Double) {
    (self.place, self.side, self.distance) = (place, side, distance)
    var reach = 0x1p-26
    while reach < 0x1p-26 * place.magnitude { reach *= 2 }
    while reach > distance / 16 { reach /= 2 }
    self.reach = reach
  }
}
