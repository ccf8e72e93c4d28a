import Activations
import PortableMath

/// The curve through the points of a table by their values and derivatives, which says nothing about breaks between them.
///
/// It is undefined between two points of which one has no finite numbers. Beyond the points it is continued by straight lines.
struct JoinedPoints: RealFunction, LanewiseFunction {
  /// Nothing is said of the function beyond the points.
  var isGivenFarOut: Bool { false }

  private let table: PointTable
  private let index: KnotIndex

  init(_ table: PointTable, index: KnotIndex) { (self.table, self.index) = (table, index) }

  /// The polynomial of the piece in which a number lies.
  private func piece(at x: Double) -> TablePieces.Piece {
    let count = index.countOfKnots(upTo: x)
    func slope(_ point: Int) -> Double { table.derivatives?[point] ?? 0 }
    guard count > 0, count < table.count else {
      let end = count == 0 ? 0 : table.count - 1
      return TablePieces.Piece(at: table.x[end], value: table.values[end], slope: slope(end))
    }
    let (before, after) = (count - 1, count)
    // A point itself has its own numbers, whatever lies beside it.
    if table.x[before] == x { return TablePieces.Piece(at: x, value: table.values[before], slope: slope(before)) }
    return TablePieces.Piece(
      cubicFrom: table.x[before], table.values[before], slope(before), to: table.x[after], table.values[after],
      slope(after))
  }

  func value(at x: Double) -> Double {
    let piece = piece(at: x)
    return piece.value(at: x - piece.origin)
  }

  func derivative(at x: Double) -> Double {
    let piece = piece(at: x)
    return piece.derivative(at: x - piece.origin)
  }

  func secondDerivative(at x: Double) -> Double {
    let piece = piece(at: x)
    return piece.d1 + 2 * piece.d2 * (x - piece.origin)
  }
}
