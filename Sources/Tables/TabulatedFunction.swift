import Activations
import PortableMath

/// The function of a table, with rules for its values between the points and beyond them.
///
/// At a point itself, value and derivative are those of the piece on its right. Beyond ±1e150 it is constant.
struct TabulatedFunction: PointFunction, LanewiseFunction {
  /// The points of the table.
  let table: PointTable
  /// The rule for values between the points.
  let interpolation: TableInterpolation
  /// The rule for values beyond the points.
  let beyond: TableExtension
  let index: KnotIndex
  /// The polynomials of the pieces; none for a table that is defined at its points only.
  let pieces: [TablePieces.Piece]
  let breakpoints: [Breakpoint]
  let formulaChanges: [Double]

  private static let outermost = 1e150

  /// - Throws: A fault if the table has too few points, or points too close together.
  init(_ table: PointTable, interpolation: TableInterpolation, beyond: TableExtension) throws(TableFaults) {
    (self.table, self.interpolation, self.beyond) = (table, interpolation, beyond)
    index = KnotIndex(table.x)
    let least = interpolation == .linear || interpolation == .cubic ? 2 : 1
    guard table.count >= least else {
      throw TableFaults(
        "found 1 point, expected at least \(least) for \"interpolation\": \"\(interpolation.rawValue)\"")
    }
    if interpolation == .none {
      guard table.derivatives != nil else {
        throw TableFaults(
          "found no column \"derivative\", expected one, as nothing is interpolated with \"interpolation\": \"none\"")
      }
      (pieces, breakpoints, formulaChanges) = ([], [], [])
      return
    }
    pieces = try TablePieces(of: table, by: interpolation, beyond: beyond).list
    let breaks = TableBreaks(of: table, pieces: pieces, interpolation: interpolation, beyond: beyond)
    breakpoints = breaks.breakpoints
    formulaChanges = breaks.formulaChanges
  }

  /// The index of the piece of a number; nil where the function has no value.
  @inline(__always)
  private func piece(at x: Double) -> Int? {
    let count = index.countOfKnots(upTo: x)
    guard beyond == .none else { return count }
    if count == 0 { return nil }
    if count < table.count { return count }
    // The last point itself is defined.
    return x == table.x[count - 1] ? max(count - 1, 1) : nil
  }

  /// The number of a point at exactly this place; nil where the table has none.
  private func point(at x: Double) -> Int? {
    let count = index.countOfKnots(upTo: x)
    return count > 0 && table.x[count - 1] == x ? count - 1 : nil
  }

  @inline(__always)
  private static func bounded(_ x: Double) -> Double { x > outermost ? outermost : x < -outermost ? -outermost : x }

  func value(at x: Double) -> Double {
    if pieces.isEmpty { return point(at: x).map { table.values[$0] } ?? .nan }
    guard let place = piece(at: x) else { return .nan }
    // The index is in range; the check would be a branch for each sample.
    return pieces[place].value(at: Self.bounded(x) - pieces[place].origin)
  }

  func derivative(at x: Double) -> Double {
    if pieces.isEmpty { return point(at: x).flatMap { table.derivatives?[$0] } ?? .nan }
    guard let place = piece(at: x) else { return .nan }
    return pieces[place].derivative(at: Self.bounded(x) - pieces[place].origin)
  }

  func secondDerivative(at x: Double) -> Double {
    guard !pieces.isEmpty, let place = piece(at: x) else { return .nan }
    let piece = pieces[place]
    return piece.d1 + 2 * piece.d2 * (Self.bounded(x) - piece.origin)
  }

  var declaresBreakpoints: Bool { interpolation != .none }

  var curveThroughPoints: (any RealFunction)? { interpolation == .none ? JoinedPoints(table, index: index) : nil }

  func firstGap(among numbers: some Sequence<Double>) -> Double? {
    interpolation == .none ? numbers.first { point(at: $0) == nil } : nil
  }

  func exactLimits(at place: Double) -> ExactLimits? {
    guard !pieces.isEmpty else { return nil }
    let after = index.countOfKnots(upTo: place)
    let isPoint = after > 0 && table.x[after - 1] == place
    let sides = [isPoint ? after - 1 : after, after].map { number -> (Double, Double, Double) in
      guard beyond != .none || 1..<table.count ~= number else { return (.nan, .nan, .nan) }
      let piece = pieces[number]
      let distance = place - piece.origin
      return (
        interpolation == .step || !isPoint ? piece.value(at: distance) : table.values[after - 1],
        piece.derivative(at: distance), piece.d1 + 2 * piece.d2 * distance
      )
    }
    return ExactLimits(
      value: OneSidedLimits.Pair(before: sides[0].0, after: sides[1].0),
      derivative: OneSidedLimits.Pair(before: sides[0].1, after: sides[1].1),
      secondDerivative: OneSidedLimits.Pair(before: sides[0].2, after: sides[1].2))
  }
}

/// A function of points, whose pieces differ from number to number, so that eight numbers are computed one by one.
protocol LanewiseFunction: RealFunction {}

extension LanewiseFunction {
  func value(at x: Lanes) -> Lanes {
    var result = x
    for lane in x.indices { result[lane] = value(at: x[lane]) }
    return result
  }

  func derivative(at x: Lanes) -> Lanes {
    var result = x
    for lane in x.indices { result[lane] = derivative(at: x[lane]) }
    return result
  }
}
