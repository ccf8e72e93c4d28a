import PortableMath

@testable import Activations

/// A function for tests that is given by closures.
struct ScalarFunction: RealFunction {
  let formula: @Sendable (Double) -> Double
  let slope: @Sendable (Double) -> Double
  let bend: @Sendable (Double) -> Double
  let breakpoints: [Breakpoint]
  let declaresBreakpoints: Bool

  func value(at x: Double) -> Double { formula(x) }
  func derivative(at x: Double) -> Double { slope(x) }
  func secondDerivative(at x: Double) -> Double { bend(x) }
  func value(at x: Lanes) -> Lanes { Lanes(x.indices.map { formula(x[$0]) }) }
  func derivative(at x: Lanes) -> Lanes { Lanes(x.indices.map { slope(x[$0]) }) }
}

extension ActivationFunction {
  /// Makes a function that is not in the catalogue.
  init(
    _ formula: @escaping @Sendable (Double) -> Double, slope: @escaping @Sendable (Double) -> Double,
    bend: @escaping @Sendable (Double) -> Double = { _ in .nan }, breakpoints: [Breakpoint]? = []
  ) {
    self.init(
      CatalogueEntry(name: "test", title: "Test", formula: "test", references: []) { _ in
        ScalarFunction(
          formula: formula, slope: slope, bend: bend, breakpoints: breakpoints ?? [],
          declaresBreakpoints: breakpoints != nil)
      })
  }
}
