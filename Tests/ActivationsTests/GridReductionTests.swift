import Expressions
import SeededNumbers
import Testing

@testable import Activations
@testable import Statistics

/// Tests that the reduction of a dense grid does not change how its curve looks.
@Suite struct GridReductionTests {
  private static let range = -5.0...5.0

  private func curves(_ expression: String, points: Int = 100_000) throws -> (
    whole: ResponseCurve, reduced: ResponseCurve
  ) {
    let function = try ActivationFunction(expression: ParsedExpression(expression), name: "dense")
    let step = 10 / Double(points)
    return (
      try ResponseCurve(of: function, range: Self.range, step: step, holding: .max),
      try ResponseCurve(of: function, range: Self.range, step: step)
    )
  }

  @Test(
    "Extremes, both ends and gaps do not change.",
    arguments: [
      "sin(x * 1e6)", "x * tanh(softplus(x))", "sqrt(sin(x * 1e6))", "log(sin(300 * x))", "floor(1e5 * x)", "1 / x",
      "where(sin(1e5 * x) > 0.9, 1 / (x - 1), log(0 * x))", "exp(100 * x)", "where(x > 1, log(-x), x)", "0 * x + 3",
    ])
  func shape(expression: String) throws {
    let (whole, reduced) = try curves(expression)
    #expect(reduced.isReduced && !whole.isReduced)
    #expect(reduced.grid == whole.grid)
    #expect(reduced.x.count == reduced.value.count && reduced.x.count == reduced.derivative.count)
    for (one, other) in [(whole.value, reduced.value), (whole.derivative, reduced.derivative)] {
      let (finite, kept) = (one.filter(\.isFinite), other.filter(\.isFinite))
      #expect(finite.min() == kept.min() && finite.max() == kept.max())
      let places = one.indices.filter { one[$0].isFinite }.map { whole.x[$0] }
      let keptPlaces = other.indices.filter { other[$0].isFinite }.map { reduced.x[$0] }
      #expect(places.first == keptPlaces.first && places.last == keptPlaces.last)
    }
    #expect(reduced.x.first == whole.x.first && reduced.x.last == whole.x.last)
  }

  @Test(
    "No line is drawn across a gap.",
    arguments: ["sqrt(sin(x * 1e6))", "log(sin(300 * x))", "where(sin(x * 7e4) > 0, x, log(-x^2))"])
  func gaps(expression: String) throws {
    let (whole, reduced) = try curves(expression)
    for (all, kept) in [(whole.value, reduced.value), (whole.derivative, reduced.derivative)] {
      var next = 0
      var hasGap = false
      var lines = 0
      for place in whole.x.indices where next < reduced.x.count {
        hasGap = hasGap || !all[place].isFinite
        guard whole.x[place] == reduced.x[next] else { continue }
        if next > 0, kept[next - 1].isFinite, kept[next].isFinite, hasGap { lines += 1 }
        hasGap = !all[place].isFinite
        next += 1
      }
      #expect(lines == 0)
      #expect(next == reduced.x.count, "every point that is kept is one of the grid")
    }
  }

  @Test("A jump keeps both its sides.")
  func jumps() throws {
    let (whole, reduced) = try curves("floor(x * 0.3 + 0.01)")
    let jumps = whole.x.indices.dropFirst().filter { whole.value[$0] != whole.value[$0 - 1] }
    #expect(!jumps.isEmpty)
    for jump in jumps { #expect(reduced.x.contains(whole.x[jump]) && reduced.x.contains(whole.x[jump - 1])) }
  }

  @Test("Few points are kept of the wildest function.", arguments: 0..<4 as Range<UInt64>)
  func wildFunction(seed: UInt64) throws {
    let function = ActivationFunction(
      { x in
        var generator = SeededGenerator(seed: seed ^ x.bitPattern)
        return switch generator.next() % 4 {
        case 0: Double.nan
        case 1: Double.infinity
        default: Double.random(in: -1e300...1e300, using: &generator)
        }
      }, slope: { $0.remainder(dividingBy: 3e-4) > 0 ? $0 : .nan })
    let curve = try ResponseCurve(of: function, range: Self.range, step: 1.25e-5)
    #expect(curve.grid.count == 800_000)
    // A few stretches of each block are kept, however many there are.
    #expect(curve.x.count < 4 * ResponseCurve.heldPointLimit)
  }
}
