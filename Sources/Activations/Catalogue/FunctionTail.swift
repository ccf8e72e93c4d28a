import PortableMath

/// A function far from zero on one side: its values and derivatives at four points of each octave of |x|.
struct FunctionTail {
  /// A point of the function.
  private struct Point {
    let x: Double
    let value: Double
    let derivative: Double
  }

  /// The octaves in order, from 2⁻⁴ or the place from which on the function is finite, up to 2⁶⁰ or to the place from which
  /// on it is not.
  private var octaves: [[Point]] = []
  private var firstExponent = Self.leastExponent
  /// Points beyond the octaves, up to 2¹⁰⁰, and beside the place where the function is no longer finite.
  private var outerPoints: [Point] = []
  /// The largest slope of the function, and of the lines from the origin to it, at moderate distance.
  private var steepness = 0.0

  private static let leastExponent = -4
  private static let lastExponent = 60
  /// Farther out, the powers of x in formulas overflow.
  private static let outerExponents = [64, 70, 76, 84, 92, 100]
  /// The places within each octave. They are irrational numbers, so that they fall on all phases of an oscillation.
  private static let places = [1.0330127018922194, 1.2679491924311228, 1.5307337294603591, 1.7912878474779199]
  /// The greatest exponent of the octave from which on the distance from an asymptote settles.
  private static let greatestStart = 26

  /// - Parameter side: −1 for the left side, 1 for the right side.
  init(of function: any RealFunction, side: Double) {
    let exponents = Array(Self.leastExponent...Self.lastExponent) + Self.outerExponents
    let points = Self.points(
      of: function,
      at: exponents.flatMap { exponent in
        Self.places.map { side * $0 * Double(sign: .plus, exponent: exponent, significand: 1) }
      })
    let width = Self.places.count
    func isFinite(_ octave: Int) -> Bool { points[octave * width..<(octave + 1) * width].allSatisfy(\.value.isFinite) }
    guard let first = exponents.indices.first(where: isFinite) else { return }
    let end = points[(first * width)...].firstIndex { !$0.value.isFinite } ?? points.count
    let last = max(first, min(end / width, Self.lastExponent - Self.leastExponent + 1))
    firstExponent += first
    octaves = (first..<last).map { Array(points[$0 * width..<($0 + 1) * width]) }
    outerPoints = Array(points[last * width..<end])
    if end < points.count { outerPoints += Self.points(of: function, beside: points[end - 1].x, before: points[end].x) }
    steepness =
      octaves.dropFirst(max(-firstExponent, 0)).prefix(7).joined()
      .map { max($0.derivative.isFinite ? $0.derivative.magnitude : 0, ($0.value / $0.x).magnitude) }.max() ?? 0
  }

  private static func points(of function: any RealFunction, at places: [Double]) -> [Point] {
    let lanes = stride(from: 0, to: places.count, by: Lanes.scalarCount).map { start in
      Lanes((0..<Lanes.scalarCount).map { places[min(start + $0, places.count - 1)] })
    }
    var (values, derivatives) = (lanes, lanes)
    values.withUnsafeMutableBufferPointer { function.replaceByValues($0) }
    derivatives.withUnsafeMutableBufferPointer { function.replaceByDerivatives($0) }
    return places.indices.map { index in
      let (lane, place) = index.quotientAndRemainder(dividingBy: Lanes.scalarCount)
      return Point(x: places[index], value: values[lane][place], derivative: derivatives[lane][place])
    }
  }

  /// Points between a place where the function is finite and one beyond where it is not, up to the last finite one.
  private static func points(of function: any RealFunction, beside first: Double, before last: Double) -> [Point] {
    var (inside, outside) = (first, last)
    for _ in 0..<1_100 {
      let middle = inside + (outside - inside) / 2
      guard middle != inside, middle != outside else { break }
      if function.value(at: middle).isFinite { inside = middle } else { outside = middle }
    }
    return points(of: function, at: [0.5, 0.9, 0.99, 0.999, 1].map { first + (inside - first) * $0 })
      .filter(\.value.isFinite)
  }

  /// The asymptote; nil if there is none, or none that can be told.
  var asymptote: Asymptote? {
    // Derivatives may overflow earlier than values.
    let slopes = octaves.map { $0[0].derivative }.prefix { $0.isFinite }.suffix(3)
    var candidates = [0.0]
    if slopes.count == 3 {
      let ends = Array(slopes)
      let found = [ends[2], Self.limit(of: ends[0], ends[1], ends[2])]
      candidates += found.map { Self.simplest(within: 0x1p-20 * $0.magnitude, of: $0) } + found
    }
    // A slope that no value at moderate distance shows is that of a function like a logarithm.
    for slope in candidates where slope == 0 || slope.isFinite && slope.magnitude > 0x1p-30 * steepness {
      if let line = line(ofSlope: slope) { return line }
    }
    return nil
  }

  /// The asymptote of a given slope; nil if there is none.
  private func line(ofSlope slope: Double) -> Asymptote? {
    let distances = octaves.map { $0.map { $0.value - slope * $0.x } }
    guard distances.joined().allSatisfy(\.isFinite) else { return nil }
    // How much the distance varies over each octave and the next, and by how much rounding may change it.
    let variations = zip(distances, distances.dropFirst()).map { ($0 + $1).max()! - ($0 + $1).min()! }
    let noises = octaves.dropFirst().map { noise(of: $0, slope: slope) }
    func isSettling(_ index: Int) -> Bool {
      variations[index] <= noises[index]
        || index >= 4 && variations[index] <= 0.3 * max(variations[index - 4], variations[index - 3])
    }
    guard let last = variations.indices.last else { return nil }
    let start = (variations.indices.last { !isSettling($0) } ?? -1) + 1
    guard start + firstExponent <= Self.greatestStart, last - start >= 3 else { return nil }
    for index in start...last {
      let allowed = 1_024 * variations[index] + 0x1p-40 * (slope.magnitude + steepness)
      let derivatives = octaves[index].map(\.derivative).filter(\.isFinite)
      guard derivatives.allSatisfy({ ($0 - slope).magnitude <= allowed }) else { return nil }
    }
    guard var (intercept, error) = intercept(distances, noises, from: start) else { return nil }
    let isKnownFarOut = slope == 0 && firstExponent + octaves.count > Self.lastExponent
    if isKnownFarOut, let end = outerPoints.last ?? octaves.last?.last {
      guard (end.value - intercept).magnitude <= 16 * error + 64 * variations[last] else { return nil }
      (intercept, error) = (end.value, 4 * variations[last] + 0x1p-50 * end.value.magnitude)
    }
    intercept = Self.simplest(within: 16 * error, of: intercept)
    guard error <= 0x1p-12 * (steepness + intercept.magnitude) else { return nil }
    for point in outerPoints {
      let allowed = 4 * variations[last] + 0x1p-44 * (intercept.magnitude + (slope * point.x).magnitude) + 16 * error
      guard (point.value - slope * point.x - intercept).magnitude <= allowed else { return nil }
    }
    return Asymptote(slope: slope + 0, intercept: intercept + 0)
  }

  /// The greatest rounding error of the distance from a line within an octave.
  ///
  /// Terms of the size of x may have cancelled. Far out this is not conceded to a horizontal line, because a logarithm would
  /// vary no more than that.
  private func noise(of octave: [Point], slope: Double) -> Double {
    octave.map { point in
      let own = 0x1p-50 * (point.value.magnitude + (slope * point.x).magnitude)
      return slope == 0 && point.x.magnitude > 0x1p40 ? own : own + 0x1p-51 * steepness * point.x.magnitude
    }.max() ?? 0
  }

  /// The limit of the distances with the least error, extrapolated from three octaves, and its error.
  private func intercept(
    _ distances: [[Double]], _ noises: [Double], from start: Int
  ) -> (limit: Double, error: Double)? {
    let first = max(start, 2)
    guard first < distances.count else { return nil }
    let limits = (first..<distances.count).map {
      Self.limit(of: distances[$0 - 2][0], distances[$0 - 1][0], distances[$0][0])
    }
    var best: (limit: Double, error: Double)?
    for index in limits.indices.dropFirst() {
      let error = (limits[index] - limits[index - 1]).magnitude + noises[first + index - 1]
      if error < best?.error ?? .infinity { best = (limits[index], error) }
    }
    return best
  }

  /// Aitken's extrapolation, which is exact for a single power of x.
  private static func limit(of first: Double, _ second: Double, _ third: Double) -> Double {
    let (step, next) = (second - first, third - second)
    let bend = next - step
    guard bend.magnitude > 0x1p-40 * (step.magnitude + next.magnitude) else { return third }
    return third - next * next / bend
  }

  /// The number with the fewest decimal places, at most six, within a distance of a number; the number itself if there is
  /// none.
  private static func simplest(within distance: Double, of number: Double) -> Double {
    var power = 1.0
    for _ in 0...6 {
      let rounded = (number * power).rounded() / power
      if (rounded - number).magnitude <= distance { return rounded }
      power *= 10
    }
    return number
  }
}
