import Activations
import PortableMath
import SeededNumbers
import Testing

@testable import Tables

@Suite
struct TabulatedFunctionTests {
  private func tabulated(
    _ x: [Double], _ values: [Double], _ derivatives: [Double]? = nil, by interpolation: TableInterpolation = .linear,
    beyond: TableExtension = .extend
  ) throws -> TabulatedFunction {
    try TabulatedFunction(
      PointTable(x: x, values: values, derivatives: derivatives), interpolation: interpolation, beyond: beyond)
  }

  /// Tables with even and uneven points, near and far.
  private func randomTable(_ generator: inout SeededGenerator, count: Int) throws -> PointTable {
    let scale: Double = [1e-6, 1, 3, 1e8].randomElement(using: &generator) ?? 1
    let x = (0..<count).map { index in
      switch index % 3 {
      case 0: scale * Double.random(in: -4...4, using: &generator)
      case 1: scale * Double(index) / Double(count)
      default: scale * (1 + 1e-7 * Double.random(in: -1...1, using: &generator))
      }
    }
    return try PointTable(
      x: x, values: x.map { _ in Double.random(in: -2...2, using: &generator) },
      derivatives: Bool.random(using: &generator) ? x.map { _ in Double.random(in: -2...2, using: &generator) } : nil)
  }

  @Test("The index of the points finds the same piece as a search through all of them.")
  func index() throws {
    var generator = SeededGenerator(seed: 1)
    for round in 0..<60 {
      let table = try randomTable(&generator, count: 1 + round * 7)
      let index = KnotIndex(table.x)
      let range: Double = 1.2 * table.x.map(\.magnitude).max()!
      let places =
        table.x + table.x.map(\.nextUp) + table.x.map(\.nextDown)
        + (0..<100).map { _ in Double.random(in: -range...range, using: &generator) } + [.infinity, -.infinity]
      for place in places { #expect(index.countOfKnots(upTo: place) == table.x.count { $0 <= place }) }
      #expect(index.countOfKnots(upTo: .nan) == 0)
    }
  }

  @Test("Eight numbers at once give the same bits as one, for each interpolation and extension.")
  func lanes() throws {
    var generator = SeededGenerator(seed: 2)
    for interpolation in TableInterpolation.allCases {
      for beyond in TableExtension.allCases {
        var table = try randomTable(&generator, count: 50)
        while table.derivatives == nil { table = try randomTable(&generator, count: 50) }
        let function = try TabulatedFunction(table, interpolation: interpolation, beyond: beyond)
        let end = table.x[table.count - 1].magnitude + 1
        for start in stride(from: 0, to: 48, by: 8) {
          var places = Lanes(0)
          for lane in places.indices {
            places[lane] = lane < 4 ? table.x[start + lane] : Double.random(in: -end...end, using: &generator)
          }
          let (values, derivatives) = (function.value(at: places), function.derivative(at: places))
          for lane in places.indices {
            #expect(values[lane].bitPattern == function.value(at: places[lane]).bitPattern)
            #expect(derivatives[lane].bitPattern == function.derivative(at: places[lane]).bitPattern)
          }
        }
        #expect(function.value(at: Double.nan).isNaN && function.derivative(at: Double.nan).isNaN)
      }
    }
  }

  @Test("A table takes its own values at its points, by every interpolation.")
  func points() throws {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<40 {
      let table = try randomTable(&generator, count: 30)
      for interpolation in TableInterpolation.allCases where interpolation != .none || table.derivatives != nil {
        let beyond = TableExtension.allCases[round % 3]
        let function = try TabulatedFunction(table, interpolation: interpolation, beyond: beyond)
        // The last point of a table that ends there belongs to the piece before it, whose end is rounded.
        for (x, value) in zip(table.x, table.values).dropLast() {
          #expect((function.value(at: x) - value).magnitude <= 1e-15 * (value.magnitude + 1))
        }
        #expect((function.value(at: table.x.last!) - table.values.last!).magnitude < 1e-6 || interpolation == .step)
      }
    }
  }

  @Test("Lines, steps and what lies beyond the points follow their rules.")
  func rules() throws {
    let (x, y) = ([-1.0, 0, 2], [1.0, 3, -1])
    let line = try tabulated(x, y)
    #expect([-3, -1, -0.5, 0, 1, 2, 4].map { line.value(at: $0) } == [-3, 1, 2, 3, 1, -1, -5])
    #expect([-3, -1, -0.5, 0, 1, 2, 4].map { line.derivative(at: $0) } == [2, 2, 2, -2, -2, -2, -2])
    #expect(line.breakpoints == [Breakpoint(.kink, at: 0)])
    let held = try tabulated(x, y, beyond: .hold)
    #expect([-3, -1, 2, 4].map { held.value(at: $0) } == [1, 1, -1, -1])
    #expect([-3, -1, 2, 4].map { held.derivative(at: $0) } == [0, 2, 0, 0])
    #expect(held.breakpoints.map(\.position) == x && held.breakpoints.allSatisfy { $0.kind == .kink })
    let ending = try tabulated(x, y, beyond: .none)
    #expect(ending.value(at: -1) == 1 && ending.value(at: 2) == -1)
    #expect(ending.value(at: (-1.0).nextDown).isNaN && ending.derivative(at: 2.0.nextUp).isNaN)
    #expect(ending.breakpoints == [Breakpoint(.end, at: -1), Breakpoint(.kink, at: 0), Breakpoint(.end, at: 2)])
    let step = try tabulated(x, y, by: .step)
    #expect([-3, -1, -0.1, 0, 1.9, 2, 9].map { step.value(at: $0) } == [1, 1, 1, 3, 3, -1, -1])
    #expect(step.breakpoints == [Breakpoint(.jump, at: 0), Breakpoint(.jump, at: 2)])
    let table = try TabulatedActivation(PointTable(x: x, values: y), interpolation: .step)
    let limits = ActivationFunction(table: table, name: "t").limits(at: 2)
    #expect(limits.value.before == 3 && limits.value.after == -1)
    #expect(try tabulated([1], [5], by: .step).value(at: -7) == 5)
  }

  @Test("Points on one line, and values rounded to single precision, make no kinks.")
  func collinear() throws {
    let x = (0...20).map { Double($0) / 10 - 1 }
    #expect(try tabulated(x, x.map { 3 * $0 + 0.1 }).breakpoints.isEmpty)
    #expect(try tabulated(x, x.map { Double(Float(3 * $0 + 0.1)) }).breakpoints.isEmpty)
    #expect(try tabulated(x, x.map { $0 * $0 }).breakpoints.count == 19)
  }

  @Test("A given derivative is interpolated between lines and steps, and makes no kinks.")
  func givenDerivatives() throws {
    for interpolation in [TableInterpolation.linear, .step] {
      let function = try tabulated([0, 1, 3], [0, 1, 0], [1, 5, -3], by: interpolation)
      #expect([0, 0.5, 1, 2, 3].map { function.derivative(at: $0) } == [1, 3, 5, 1, -3])
      #expect([-1, 4].map { function.derivative(at: $0) } == [1, -3])
      #expect(function.breakpoints.allSatisfy { $0.kind == .jump })
    }
    #expect(try tabulated([0, 1, 3], [0, 1, 0], [1, 5, -3]).value(at: -2) == -2)
  }

  @Test("Cubic interpolation without derivatives is that of SciPy's PchipInterpolator.")
  func monotone() throws {
    // scipy.interpolate.PchipInterpolator([-2, -1, 0, 0.5, 3, 4], [0, 0.1, 2, 2, -1, 5]) and its derivative.
    let function = try tabulated([-2, -1, 0, 0.5, 3, 4], [0, 0.1, 2, 2, -1, 5], by: .cubic)
    for (place, value, derivative) in Self.references {
      #expect((function.value(at: place) - value).magnitude < 1e-14)
      #expect((function.derivative(at: place) - derivative).magnitude < 1e-13)
    }
    #expect(function.breakpoints.isEmpty)
  }

  private static let references: [(Double, Double, Double)] = [
    (-2, 0.0, 0.0),
    (-1.75, 0.006718749999999999, 0.053125),
    (-1.2, 0.06528000000000002, 0.15680000000000002),
    (-1, 0.1, 0.19000000000000003),
    (-0.6, 0.7961600000000001, 2.7132000000000005),
    (-0.1, 1.9485100000000002, 0.9936999999999987),
    (0, 2.0, 0.0),
    (0.3, 2.0, 0.0),
    (0.5, 2.0, 0.0),
    (1, 1.6880000000000002, -1.152),
    (1.7, 0.5899520000000001, -1.7971199999999998),
    (2.9, -0.9859839999999993, -0.2764799999999994),
    (3, -1.0, 0.0),
    (3.3, -0.2116000000000008, 4.9011428571428555),
    (3.9, 4.179371428571427, 8.316),
  ]

  @Test("Cubic interpolation with derivatives reproduces a cubic polynomial.")
  func hermite() throws {
    func cubic(_ x: Double) -> Double { 2 - x + 3 * x * x - 0.5 * x * x * x }
    func slope(_ x: Double) -> Double { -1 + 6 * x - 1.5 * x * x }
    let x = [-3.0, -1, 0, 0.25, 2, 5]
    let function = try tabulated(x, x.map(cubic), x.map(slope), by: .cubic)
    for place in stride(from: -3.0, to: 5, by: 0.07) {
      #expect((function.value(at: place) - cubic(place)).magnitude < 1e-12)
      #expect((function.derivative(at: place) - slope(place)).magnitude < 1e-12)
      #expect((function.secondDerivative(at: place) - (6 - 3 * place)).magnitude < 1e-10)
    }
    #expect(function.value(at: 7) == cubic(5) + 2 * slope(5))
  }

  @Test("A table without interpolation is defined at its points alone, and its moments are not to be had.")
  func list() throws {
    let function = try tabulated([0, 1, 2], [5, .nan, 7], [1, 2, 3], by: .none)
    #expect(function.value(at: 0) == 5 && function.value(at: 1).isNaN && function.derivative(at: 2) == 3)
    #expect(function.value(at: 0.5).isNaN && function.value(at: -0.0) == 5)
    #expect(function.firstGap(among: [0, 1, 2]) == nil && function.firstGap(among: [0, 1.5, 3]) == 1.5)
    #expect(function.normalMoments == NormalMoments(all: .undetermined))
    #expect(!function.declaresBreakpoints)
  }

  @Test("Tables that make no function are refused with a sentence.")
  func faults() {
    #expect(throws: TableFaults("found 1 point, expected at least 2 for \"interpolation\": \"linear\"")) {
      try self.tabulated([0], [1])
    }
    #expect(throws: TableFaults.self) { try self.tabulated([0, 1], [1, 2], by: .none) }
    #expect(throws: TableFaults.self) { try self.tabulated([0, 1e-300], [0, 1e90]) }
  }
}
