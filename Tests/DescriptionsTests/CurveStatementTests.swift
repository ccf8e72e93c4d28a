import Activations
import Expressions
import SeededNumbers
import Testing

@testable import Descriptions

/// What is said of curves, against values at many more points than it was made from.
@Suite struct CurveStatementTests {
  /// Evaluates a function at points of no regular pattern in the inside of an interval.
  private func points(
    of function: ActivationFunction, from start: Double, to end: Double, count: Int
  ) -> [(x: Double, y: Double)] {
    (0..<count).map { index in
      let share = (Double(index) + 0.1 + 0.8 * (Double(index) * 0.7548776662).truncatingRemainder(dividingBy: 1))
      let x = start + (end - start) * share / Double(count)
      return (x, function.value(at: x))
    }
  }

  /// The statements about a function that its values contradict.
  private func faults(of function: ActivationFunction, over range: ClosedRange<Double>) -> [String] {
    let shape = CurveShape(of: function, over: range)
    guard shape.isComplete else { return [] }
    var faults: [String] = []
    let all = points(of: function, from: range.lowerBound, to: range.upperBound, count: 500)
    let size = all.map(\.y.magnitude).filter(\.isFinite).max() ?? 0
    for run in shape.runs where run.end.x - run.start.x > 1e-6 {
      let inner = points(of: function, from: run.start.x, to: run.end.x, count: 120)
      if run.direction == .undefined {
        if inner.contains(where: { $0.y.isFinite }) { faults.append("has values from \(run.start.x) to \(run.end.x)") }
        continue
      }
      let finite = inner.filter(\.y.isFinite)
      // A single place may have no value.
      if finite.count < inner.count - 2 { faults.append("has gaps from \(run.start.x) to \(run.end.x)") }
      let own = finite.map(\.y.magnitude).max() ?? 0
      for (point, next) in zip(finite, finite.dropFirst()) {
        let step = next.y - point.y
        let isTrue =
          switch run.direction {
          case .rising: step >= -1e-9 * own
          case .falling: step <= 1e-9 * own
          case .constant, .undefined: abs(next.y - run.start.y) <= 1e-9 * own
          }
        if !isTrue { faults.append("\(run.direction) but \(step) from \(point.x) to \(next.x)") }
      }
    }
    if let (least, greatest) = shape.extremes {
      for point in all where point.y.isFinite {
        if point.y < least.y - 1e-8 * size { faults.append("less than \(least) at \(point)") }
        if point.y > greatest.y + 1e-8 * size { faults.append("greater than \(greatest) at \(point)") }
      }
    }
    for (direction, sign) in [(CurveRun.Direction.falling, 1.0), (.rising, -1.0)] where shape.never(direction) {
      for (point, next) in zip(all, all.dropFirst()) where (next.y - point.y) * sign < -1e-9 * size {
        faults.append("\(direction) from \(point) to \(next)")
      }
    }
    if case .extreme(let extremum)? = shape.slope(of: function) {
      let sign = extremum.isGreatest ? 1.0 : -1
      for point in all {
        let slope = function.derivative(at: point.x)
        if point.y.isFinite, slope * sign > extremum.slope * sign + 1e-6 * max(extremum.slope.magnitude, 1e-3 * size) {
          faults.append("derivative \(slope) at \(point.x), beyond \(extremum)")
        }
      }
    }
    switch CurveSymmetry(of: function, over: range) {
    case .even?:
      for point in all where abs(function.value(at: -point.x) - point.y) > 1e-9 * size { faults.append("not even") }
    case .about(let middle)?:
      for point in all where abs(function.value(at: -point.x) + point.y - 2 * middle) > 1e-9 * size {
        faults.append("not symmetric about \(middle) at \(point.x)")
      }
    case nil: break
    }
    return faults
  }

  @Test("Every statement about a function of the catalogue holds, for any parameters and ranges.")
  func catalogue() {
    var generator = SeededGenerator(seed: 17)
    for entry in Catalogue.entries {
      for round in 0..<4 {
        let values = entry.parameters.map { parameter in
          round == 0 ? parameter.defaultValue : parameter.defaultValue * Double.random(in: 0.3...3, using: &generator)
        }
        guard entry.faults(in: values).isEmpty else { continue }
        let function = ActivationFunction(entry, parameterValues: values)
        let range = [-5.0...5, -1.0...0.5, -60.0...60, -1e4...1e4][round]
        #expect(faults(of: function, over: range).prefix(3) == [], "\(entry.name) \(values) over \(range)")
      }
    }
  }

  @Test("Every statement about a random formula holds.", arguments: 0..<2)
  func formulas(seed: Int) throws {
    var generator = SeededGenerator(seed: 100 + seed)
    var counts = (all: 0, complete: 0)
    for _ in 0..<30 {
      let text = Self.formula(depth: Int.random(in: 1...4, using: &generator), using: &generator)
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
      let range = [-5.0...5, -3.0...3, 0.0...8, -1.0...1].randomElement(using: &generator)!
      counts.all += 1
      counts.complete += CurveShape(of: function, over: range).isComplete ? 1 : 0
      #expect(faults(of: function, over: range).prefix(3) == [], "\(text) over \(range)")
    }
    #expect(counts.complete * 10 > counts.all * 7, "Of \(counts.all) formulas, all is told of \(counts.complete).")
  }

  private static func formula(depth: Int, using generator: inout SeededGenerator) -> String {
    func inner() -> String { formula(depth: depth - 1, using: &generator) }
    guard depth > 0 else {
      return ["x", "x", "x", "0.7", "2", "-1.3"].randomElement(using: &generator)!
    }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0...3: return "(\(inner()) \(["+", "-", "*", "/"].randomElement(using: &generator)!) \(inner()))"
    case 4: return "max(\(inner()), \(inner()))"
    case 5: return "where(\(inner()) < 0.5, \(inner()), \(inner()))"
    default:
      let names = [
        "sin", "cos", "tanh", "exp", "abs", "sqrt", "log", "sigmoid", "relu", "floor", "erf", "softplus", "atan",
        "gelu", "sign", "silu",
      ]
      return "\(names.randomElement(using: &generator)!)(\(inner()))"
    }
  }
}
