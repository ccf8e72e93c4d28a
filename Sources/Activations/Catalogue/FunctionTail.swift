import PortableMath

/// A function far from zero on one side: its values and derivatives at four points of each octave of |x|.
///
/// The numbers of all octaves lie in one array each, because every figure asks for asymptotes, and an array for each octave
/// would take more time than the function.
struct FunctionTail {
  /// Points of the function in their order.
  private struct Points {
    var x: [Double] = []
    var values: [Double] = []
    var derivatives: [Double] = []

    var count: Int { x.count }

    subscript(_ range: Range<Int>) -> Points {
      Points(x: Array(x[range]), values: Array(values[range]), derivatives: Array(derivatives[range]))
    }
  }

  /// The points of the octaves in order, from 2⁻⁴ or the place from which on the function is finite, up to 2⁶⁰ or to the place
  /// from which on it is not.
  private var points = Points()
  private var octaveCount = 0
  private var firstExponent = Self.leastExponent
  /// Points beyond the octaves, up to 2¹⁰⁰, and beside the place where the function is no longer finite.
  private var outerPoints: [(x: Double, value: Double)] = []
  /// The largest slope of the function, and of the lines from the origin to it, at moderate distance.
  private var steepness = 0.0

  private static let leastExponent = -4
  private static let lastExponent = 60
  /// Farther out, the powers of x in formulas overflow.
  private static let outerExponents = [64, 70, 76, 84, 92, 100]
  /// The places within each octave. They are irrational numbers, so that they fall on all phases of an oscillation.
  private static let places = [1.0330127018922194, 1.2679491924311228, 1.5307337294603591, 1.7912878474779199]
  /// The number of places within each octave.
  private static let width = 4
  /// The greatest exponent of the octave from which on the distance from an asymptote settles.
  private static let greatestStart = 26

  /// - Parameter side: −1 for the left side, 1 for the right side.
  init(of function: any RealFunction, side: Double) {
    let width = Self.width
    let all = Self.points(of: function, at: side < 0 ? Self.leftPlaces : Self.rightPlaces)
    let count = all.count / width
    var first = 0
    while first < count, !(0..<width).allSatisfy({ all.values[first * width + $0].isFinite }) { first += 1 }
    guard first < count else { return }
    let end = all.values[(first * width)...].firstIndex { !$0.isFinite } ?? all.count
    let last = max(first, min(end / width, Self.lastExponent - Self.leastExponent + 1))
    firstExponent += first
    points = all[first * width..<last * width]
    octaveCount = last - first
    outerPoints = (last * width..<max(end, last * width)).map { (all.x[$0], all.values[$0]) }
    if end < all.count {
      let beside = Self.points(of: function, beside: all.x[end - 1], before: all.x[end])
      for index in beside.x.indices where beside.values[index].isFinite {
        outerPoints.append((beside.x[index], beside.values[index]))
      }
    }
    let moderate = max(-firstExponent, 0) * width
    for index in moderate..<max(moderate, min(moderate + 7 * width, points.count)) {
      let derivative = points.derivatives[index]
      let slope = max(
        derivative.isFinite ? derivative.magnitude : 0, (points.values[index] / points.x[index]).magnitude)
      if slope > steepness { steepness = slope }
    }
  }

  private static let rightPlaces: [Double] = {
    let exponents = Array(leastExponent...lastExponent) + outerExponents
    return exponents.flatMap { exponent in
      places.map { $0 * Double(sign: .plus, exponent: exponent, significand: 1) }
    }
  }()
  private static let leftPlaces = rightPlaces.map { -$0 }

  private static func points(of function: any RealFunction, at places: [Double]) -> Points {
    var values = places.inLanes
    var derivatives = values
    values.withUnsafeMutableBufferPointer { function.replaceByValues($0) }
    derivatives.withUnsafeMutableBufferPointer { function.replaceByDerivatives($0) }
    return Points(
      x: places, values: Array(values, count: places.count), derivatives: Array(derivatives, count: places.count))
  }

  /// Points between a place where the function is finite and one beyond where it is not, up to the last finite one.
  private static func points(of function: any RealFunction, beside first: Double, before last: Double) -> Points {
    var (inside, outside) = (first, last)
    for _ in 0..<1_100 {
      let middle = inside + (outside - inside) / 2
      guard middle != inside, middle != outside else { break }
      if function.value(at: middle).isFinite { inside = middle } else { outside = middle }
    }
    return points(of: function, at: [0.5, 0.9, 0.99, 0.999, 1].map { first + (inside - first) * $0 })
  }

  /// The asymptote; nil if there is none, or none that can be told.
  var asymptote: Asymptote? {
    // Derivatives may overflow earlier than values.
    var slopes: [Double] = []
    for octave in 0..<octaveCount {
      let slope = points.derivatives[octave * Self.width]
      guard slope.isFinite else { break }
      slopes.append(slope)
    }
    if let line = line(ofSlope: 0) { return line }
    guard slopes.count >= 3 else { return nil }
    let ends = slopes.suffix(3).map(\.self)
    let found = [ends[2], Self.limit(of: ends[0], ends[1], ends[2])]
    let candidates = found.map { Self.simplest(within: 0x1p-20 * $0.magnitude, of: $0) } + found
    // A slope that no value at moderate distance shows is that of a function like a logarithm.
    for (place, slope) in candidates.enumerated()
    where slope != 0 && slope.isFinite && slope.magnitude > 0x1p-30 * steepness && !candidates[..<place].contains(slope)
    {
      if let line = line(ofSlope: slope) { return line }
    }
    return nil
  }

  /// The asymptote of a given slope; nil if there is none.
  private func line(ofSlope slope: Double) -> Asymptote? {
    guard let (start, variations) = settledOctave(besideSlope: slope) else { return nil }
    let last = octaveCount - 2
    let distances = points.x.indices.map { points.values[$0] - slope * points.x[$0] }
    guard distances.allSatisfy(\.isFinite) else { return nil }
    for octave in start...last {
      let allowed = 1_024 * variations[octave] + 0x1p-40 * (slope.magnitude + steepness)
      for index in octave * Self.width..<(octave + 1) * Self.width where points.derivatives[index].isFinite {
        guard (points.derivatives[index] - slope).magnitude <= allowed else { return nil }
      }
    }
    let lastVariation = variations[last]
    guard var (intercept, error) = intercept(distances, slope: slope, from: start) else { return nil }
    let isKnownFarOut = slope == 0 && firstExponent + octaveCount > Self.lastExponent
    if isKnownFarOut, let end = outerPoints.last?.value ?? points.values.last {
      guard (end - intercept).magnitude <= 16 * error + 64 * lastVariation else { return nil }
      (intercept, error) = (end, 4 * lastVariation + 0x1p-50 * end.magnitude)
    }
    intercept = Self.simplest(within: 16 * error, of: intercept)
    guard error <= 0x1p-12 * (steepness + intercept.magnitude) else { return nil }
    for point in outerPoints {
      let allowed = 4 * lastVariation + 0x1p-44 * (intercept.magnitude + (slope * point.x).magnitude) + 16 * error
      guard (point.value - slope * point.x - intercept).magnitude <= allowed else { return nil }
    }
    return Asymptote(slope: slope + 0, intercept: intercept + 0)
  }

  /// The first octave from which on the distance from a line settles, and how much the distance varies over each octave and
  /// the next; nil if there is no such octave, or too few of them.
  ///
  /// The octaves are tried from the outermost one, so that a wrong slope costs next to nothing.
  private func settledOctave(besideSlope slope: Double) -> (start: Int, variations: [Double])? {
    let last = octaveCount - 2
    guard last >= 0 else { return nil }
    // A variation is computed where it is needed first.
    var variations = [Double](repeating: -1, count: last + 1)
    func variation(_ octave: Int) -> Double {
      if variations[octave] == -1 { variations[octave] = variationOfDistance(of: octave, slope: slope) }
      return variations[octave]
    }
    func isSettling(_ octave: Int) -> Bool {
      let own = variation(octave)
      if own <= noise(of: octave + 1, slope: slope) { return true }
      return octave >= 4 && own <= 0.3 * max(variation(octave - 4), variation(octave - 3))
    }
    var start = last + 1
    while start > 0, isSettling(start - 1) { start -= 1 }
    return start + firstExponent <= Self.greatestStart && last - start >= 3 ? (start, variations) : nil
  }

  /// How much the distance from a line varies over an octave and the next.
  private func variationOfDistance(of octave: Int, slope: Double) -> Double {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for index in octave * Self.width..<(octave + 2) * Self.width {
      let distance = points.values[index] - slope * points.x[index]
      if distance < least { least = distance }
      if distance > greatest { greatest = distance }
    }
    return greatest - least
  }

  /// The greatest rounding error of the distance from a line within an octave.
  ///
  /// Terms of the size of x may have cancelled. Far out this is not conceded to a horizontal line, because a logarithm would
  /// vary no more than that.
  private func noise(of octave: Int, slope: Double) -> Double {
    var greatest = -Double.infinity
    for index in octave * Self.width..<(octave + 1) * Self.width {
      let x = points.x[index]
      let own = 0x1p-50 * (points.values[index].magnitude + (slope * x).magnitude)
      let noise = slope == 0 && x.magnitude > 0x1p40 ? own : own + 0x1p-51 * steepness * x.magnitude
      if noise > greatest { greatest = noise }
    }
    return greatest
  }

  /// The limit of the distances with the least error, extrapolated from three octaves, and its error.
  private func intercept(
    _ distances: [Double], slope: Double, from start: Int
  ) -> (limit: Double, error: Double)? {
    let first = max(start, 2)
    guard first < octaveCount else { return nil }
    func limit(_ octave: Int) -> Double {
      let width = Self.width
      return Self.limit(
        of: distances[(octave - 2) * width], distances[(octave - 1) * width], distances[octave * width])
    }
    var best: (limit: Double, error: Double)?
    var before = limit(first)
    for octave in (first + 1)..<max(octaveCount, first + 1) {
      let limit = limit(octave)
      let error = (limit - before).magnitude + noise(of: octave, slope: slope)
      if error < best?.error ?? .infinity { best = (limit, error) }
      before = limit
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
