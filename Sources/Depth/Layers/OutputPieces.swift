import Activations
import PortableMath

/// The values of a function at the ends of short intervals of a normal number, and the probabilities of the intervals.
struct OutputPieces {
  /// The smaller value, the greater one and the probability of each interval in which both are finite.
  private var pieces: [(lower: Double, upper: Double, mass: Double)]
  /// The least and the greatest value whose argument is within four standard deviations.
  private var inner: ClosedRange<Double>?

  private static let end = 6.0
  private static let count = 4_096
  /// The greatest number of breakpoints at which intervals are divided. More are closer together than the intervals.
  private static let mostBreaks = 2_000

  /// The ends of the intervals for functions without breakpoints, and the distribution function there.
  private static let grid: [(place: Double, below: Double)] = (0...count).map { index in
    let place = end * (2 * Double(index) / Double(count) - 1)
    return (place, below(place))
  }

  /// The probability of a standard normal number below a place.
  private static func below(_ place: Double) -> Double { 0.5 * Double.erfc(-place * 0.70710678118654752440) }

  /// Whether no output is finite.
  var isEmpty: Bool { pieces.isEmpty }

  /// Evaluates a function of a normal number with a standard deviation.
  init(of function: ActivationFunction, deviation: Double) {
    var grid = Self.grid
    let breaks = deviation > 0 ? function.breakpoints.map { $0.position / deviation } : []
    if !breaks.isEmpty, breaks.count <= Self.mostBreaks {
      // Both sides of a place: nothing lies between the limits of a jump.
      for place in breaks where place.magnitude < Self.end {
        let below = Self.below(place)
        let gap = max(place.magnitude, 1) * 0x1p-40
        grid += [(place - gap, below), (place + gap, below)]
      }
      grid.sort { $0.place < $1.place }
    }
    var places = [Lanes](repeating: Lanes(0), count: (grid.count + 7) / 8)
    for index in grid.indices { places[index / 8][index % 8] = grid[index].place * deviation }
    places.withUnsafeMutableBufferPointer { function.function.replaceByValues($0) }
    var pieces: [(lower: Double, upper: Double, mass: Double)] = []
    pieces.reserveCapacity(grid.count)
    var (least, greatest) = (Double.infinity, -Double.infinity)
    var last = places[0][0]
    for index in grid.indices.dropFirst() {
      let value = places[index / 8][index % 8]
      defer { last = value }
      guard last.isFinite, value.isFinite else { continue }
      let mass = grid[index].below - grid[index - 1].below
      guard mass > 0 else { continue }
      let (lower, upper) = (min(last, value), max(last, value))
      pieces.append((lower, upper, mass))
      if grid[index].place.magnitude <= 4 { (least, greatest) = (min(least, lower), max(greatest, upper)) }
    }
    self.pieces = pieces
    inner = least <= greatest ? least...greatest : nil
  }

  /// Separates the values that a share of the outputs takes, to single precision, from all other outputs.
  func separated(least: Double) -> (atoms: [OutputAtom], rest: OutputPieces) {
    var masses: [(value: Float, mass: Double)] = []
    for (lower, upper, mass) in pieces where Float(lower) == Float(upper) {
      if let last = masses.last, last.value == Float(lower) {
        masses[masses.count - 1].mass += mass
      } else {
        masses.append((Float(lower), mass))
      }
    }
    masses.sort { $0.value < $1.value }
    var atoms: [(value: Float, mass: Double)] = []
    for (value, mass) in masses {
      if let last = atoms.last, last.value == value {
        atoms[atoms.count - 1].mass += mass
      } else {
        atoms.append((value, mass))
      }
    }
    atoms.removeAll { $0.mass < least }
    guard !atoms.isEmpty else { return ([], self) }
    var rest = self
    rest.pieces = pieces.filter { lower, upper, _ in
      Float(lower) != Float(upper) || !atoms.contains { $0.value == Float(lower) }
    }
    return (atoms.map { OutputAtom(value: Double($0.value) + 0, share: $0.mass) }, rest)
  }

  /// The range for cells; nil if nothing is left, or all values are the same.
  var range: ClosedRange<Double>? {
    let total = pieces.reduce(0) { $0 + $1.mass }
    guard total > 1e-6, let low = pieces.lazy.map(\.lower).min(), let high = pieces.lazy.map(\.upper).max() else {
      return nil
    }
    var range = low...high
    for _ in 0..<12 {
      guard (range.upperBound - range.lowerBound).isFinite, range.lowerBound < range.upperBound else { return nil }
      let masses = masses(in: OutputDensity.cellCount, over: range)
      let width = (range.upperBound - range.lowerBound) / Double(masses.count)
      var (first, last) = (0, masses.count - 1)
      var (below, above) = (0.0, 0.0)
      while first < last, below + masses[first] < 0.0005 * total {
        below += masses[first]
        first += 1
      }
      while last > first, above + masses[last] < 0.0005 * total {
        above += masses[last]
        last -= 1
      }
      let next = (range.lowerBound + Double(first) * width)...(range.lowerBound + Double(last + 1) * width)
      let isSettled = next.upperBound - next.lowerBound > 0.5 * (range.upperBound - range.lowerBound)
      range = next
      if isSettled { break }
    }
    guard let inner else { return range }
    let reach = 0.3 * (range.upperBound - range.lowerBound)
    let lower = max(range.lowerBound - reach, min(range.lowerBound, inner.lowerBound))
    let upper = min(range.upperBound + reach, max(range.upperBound, inner.upperBound))
    return lower < upper ? lower...upper : nil
  }

  /// The probability in each of some cells of equal width.
  func masses(in count: Int, over range: ClosedRange<Double>) -> [Double] {
    var masses = [Double](repeating: 0, count: count)
    let scale = Double(count) / (range.upperBound - range.lowerBound)
    guard scale.isFinite else { return masses }
    masses.withUnsafeMutableBufferPointer { masses in
      for (lower, upper, mass) in pieces {
        guard upper >= range.lowerBound, lower <= range.upperBound else { continue }
        let (start, end) = ((lower - range.lowerBound) * scale, (upper - range.lowerBound) * scale)
        let (first, last) = (max(Int(max(start, 0)), 0), min(Int(min(end, Double(count))), count - 1))
        guard first < last, end > start else {
          masses[min(first, count - 1)] += mass
          continue
        }
        let share = mass / (end - start)
        for cell in first...last {
          masses[cell] += share * (min(end, Double(cell + 1)) - max(start, Double(cell)))
        }
      }
    }
    return masses
  }
}
