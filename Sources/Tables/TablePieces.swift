import PortableMath

/// The polynomials of a table between its points and beyond them.
///
/// Piece 0 lies left of the first point, piece i between the points i − 1 and i, and the last piece right of the last point.
/// Each begins at the point on its left, except that the first one has no such point.
struct TablePieces: Sendable {
  /// The polynomial of one piece: value and derivative by the distance from an origin.
  struct Piece: Sendable {
    var origin = 0.0
    /// The coefficients of the value, by increasing power.
    var (v0, v1, v2, v3) = (0.0, 0.0, 0.0, 0.0)
    /// The coefficients of the derivative, by increasing power.
    var (d0, d1, d2) = (0.0, 0.0, 0.0)

    var isFinite: Bool { [origin, v0, v1, v2, v3, d0, d1, d2].allSatisfy(\.isFinite) }

    /// A constant with a derivative of its own.
    init(at origin: Double, value: Double, slope: Double = 0) {
      (self.origin, v0, v1, d0) = (origin, value, slope, slope)
    }

    /// The line between two points. If both ends are exact so, it is written as an intercept and a slope: that of the identity
    /// then gives its argument.
    init(lineFrom x0: Double, _ y0: Double, to x1: Double, _ y1: Double) {
      let slope = (y1 - y0) / (x1 - x0)
      let intercept = y0 - slope * x0
      let isExact = intercept + slope * x0 == y0 && intercept + slope * x1 == y1
      self.init(at: isExact ? 0 : x0, value: isExact ? intercept : y0, slope: slope)
    }

    /// The cubic polynomial between two points with given derivatives.
    init(cubicFrom x0: Double, _ y0: Double, _ s0: Double, to x1: Double, _ y1: Double, _ s1: Double) {
      let width = x1 - x0
      let mean = (y1 - y0) / width
      self.init(at: x0, value: y0, slope: s0)
      v2 = (3 * mean - 2 * s0 - s1) / width
      v3 = (s0 + s1 - 2 * mean) / width / width
      (d1, d2) = (2 * v2, 3 * v3)
    }

    /// Gives the piece a derivative of its own, which runs straight from one end to the other.
    mutating func setDerivative(from x0: Double, _ s0: Double, to x1: Double, _ s1: Double) {
      (d0, d1, d2) = (s0, (s1 - s0) / (x1 - x0), 0)
      if origin != x0 { (v0, origin) = (v0 + v1 * x0, x0) }
    }

    func value<Real: PortableReal>(at distance: Real) -> Real {
      Real(v0) + distance * (Real(v1) + distance * (Real(v2) + distance * Real(v3)))
    }

    func derivative<Real: PortableReal>(at distance: Real) -> Real {
      Real(d0) + distance * (Real(d1) + distance * Real(d2))
    }
  }

  private(set) var list: [Piece] = []

  /// - Throws: A fault if points lie so close together that a slope between them overflows.
  init(of table: PointTable, by interpolation: TableInterpolation, beyond: TableExtension) throws(TableFaults) {
    let (x, y, given) = (table.x, table.values, table.derivatives)
    let slopes = interpolation == .cubic ? given ?? MonotoneSlopes.slopes(x, y) : given
    list.reserveCapacity(x.count + 1)
    var faults = TableFaults()
    for index in 0..<max(x.count - 1, 0) {
      let next = index + 1
      var piece =
        switch interpolation {
        case .linear, .none: Piece(lineFrom: x[index], y[index], to: x[next], y[next])
        case .step: Piece(at: x[index], value: y[index])
        case .cubic:
          Piece(
            cubicFrom: x[index], y[index], slopes?[index] ?? 0, to: x[next], y[next], slopes?[next] ?? 0)
        }
      if interpolation != .cubic, let given {
        piece.setDerivative(from: x[index], given[index], to: x[next], given[next])
      }
      if !piece.isFinite {
        faults.report(
          nil,
          "found the points x = \(x[index]) and \(x[next]), expected points so far apart that slopes do not overflow")
      }
      list.append(piece)
    }
    guard faults.isEmpty else { throw faults }
    func end(_ index: Int, beside inner: Piece?) -> Piece {
      let innerSlope = inner.map { $0.derivative(at: x[index] - $0.origin) } ?? 0
      let slope = slopes?[index] ?? innerSlope
      switch (beyond, interpolation) {
      case (.hold, _), (.none, _): return Piece(at: x[index], value: y[index])
      case (.extend, .step):
        var piece = Piece(at: x[index], value: y[index])
        piece.d0 = given?[index] ?? 0
        return piece
      case (.extend, _):
        // A line that continues the last one is the same polynomial, so that there is no kink by rounding.
        if let inner, interpolation == .linear, given == nil { return inner }
        return Piece(at: x[index], value: y[index], slope: slope)
      }
    }
    let (first, last) = (end(0, beside: list.first), end(x.count - 1, beside: list.last))
    list.insert(first, at: 0)
    list.append(last)
  }
}

/// The derivatives of the monotone cubic interpolation of Fritsch and Butland, with the ends of Moler: those of SciPy's
/// `PchipInterpolator`.
private enum MonotoneSlopes {
  static func slopes(_ x: [Double], _ y: [Double]) -> [Double] {
    guard x.count > 1 else { return x.map { _ in 0 } }
    let widths = zip(x, x.dropFirst()).map { $1 - $0 }
    let means = zip(zip(y, y.dropFirst()).map { $1 - $0 }, widths).map { $0 / $1 }
    guard x.count > 2 else { return [means[0], means[0]] }
    var slopes = [end(widths[0], widths[1], means[0], means[1])]
    slopes.reserveCapacity(x.count)
    for index in 1..<means.count {
      let (before, after) = (means[index - 1], means[index])
      guard before * after > 0 || sign(before) * sign(after) > 0 else {
        slopes.append(0)
        continue
      }
      let first = 2 * widths[index] + widths[index - 1]
      let second = widths[index] + 2 * widths[index - 1]
      slopes.append(1 / ((first / before + second / after) / (first + second)))
    }
    let last = means.count - 1
    slopes.append(end(widths[last], widths[last - 1], means[last], means[last - 1]))
    return slopes
  }

  private static func sign(_ number: Double) -> Double { number > 0 ? 1 : number < 0 ? -1 : 0 }

  /// The derivative at an end, from the widths and mean slopes of the two intervals beside it, the outer one first.
  private static func end(_ outer: Double, _ inner: Double, _ outerMean: Double, _ innerMean: Double) -> Double {
    let slope = ((2 * outer + inner) * outerMean - outer * innerMean) / (outer + inner)
    if sign(slope) != sign(outerMean) { return 0 }
    if sign(outerMean) != sign(innerMean), slope.magnitude > 3 * outerMean.magnitude { return 3 * outerMean }
    return slope
  }
}
