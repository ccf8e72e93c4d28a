import PortableMath

/// A function of one real variable with its exact derivative, for one number and for eight at once.
///
/// A conforming type writes two generic methods, and they satisfy all four requirements; the compiler makes an instance of
/// each for `Double` and one for `Lanes`, so that a call through `any RealFunction` costs one dispatch for eight numbers
/// and boxes none of them:
///
/// ```swift
/// func value<Real: PortableReal>(at x: Real) -> Real { x * Real.sigmoid(x) }
/// func derivative<Real: PortableReal>(at x: Real) -> Real { … }
/// ```
///
/// Both are total: no argument traps, and NaN gives NaN as the value.
package protocol RealFunction: Sendable {
  func value(at x: Double) -> Double
  func value(at x: Lanes) -> Lanes
  func derivative(at x: Double) -> Double
  func derivative(at x: Lanes) -> Lanes

  /// The elementary function that the value is, which fills faster; nil for all others.
  var streamedFunction: StreamedFunction? { get }

  /// Writes the value of each input, as many as there are places, rounded to single precision once.
  func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>)

  /// Replaces each number by the function's value there.
  func replaceByValues(_ block: UnsafeMutableBufferPointer<Lanes>)

  /// Replaces each number by the function's derivative there.
  func replaceByDerivatives(_ block: UnsafeMutableBufferPointer<Lanes>)

  /// Kinks and jumps in increasing order; empty for a function with a continuous derivative.
  var breakpoints: [Breakpoint] { get }

  /// Where value or derivative step by less than single precision can tell: none of the breakpoints, but quadrature does
  /// notice.
  var invisibleBreaks: [Double] { get }

  /// Where the function chooses a constant, so that no derivative comes back through it; ends may be infinite. A function
  /// that is merely so steep or so flat that it rounds to a constant has none.
  var constantPieces: [ClosedRange<Double>] { get }

  /// Whether `breakpoints` are all there are. A function that cannot know its own says no.
  var declaresBreakpoints: Bool { get }

  /// Where a function of the catalogue turns from rising to falling or back, or goes over into another formula though its
  /// derivative is continuous. Between two neighbours among these and the breakpoints it is smooth, and rises or falls
  /// throughout, which bounds it over an interval.
  var pieceBounds: [Double] { get }

  /// Whether it says itself how it is to be cut for quadrature.
  var plansQuadrature: Bool { get }

  /// How it is to be cut; nil where that cannot be said.
  var quadraturePlan: QuadraturePlan? { get }
}

extension RealFunction {
  package var breakpoints: [Breakpoint] { [] }
  package var invisibleBreaks: [Double] { [] }
  package var constantPieces: [ClosedRange<Double>] { [] }
  package var declaresBreakpoints: Bool { true }
  package var pieceBounds: [Double] { [] }
  package var plansQuadrature: Bool { false }
  package var quadraturePlan: QuadraturePlan? { nil }
  package var streamedFunction: StreamedFunction? { nil }

  // The compiler makes an instance of each loop for each function, and puts the function into it. It would put the loop in
  // turn into the thunk through which a protocol's witness is called; but there it does not let calls of C be inlined, and
  // the operators of lanes are calls of C.
  @inline(never)
  package func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>) {
    if let streamedFunction { return streamedFunction.fill(outputs, with: inputs) }
    precondition(outputs.count == inputs.count, "There is a place for each output.")
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
    for index in block.indices { block[index] = derivative(at: block[index]) }
  }
}
