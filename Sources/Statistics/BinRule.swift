import PortableMath

/// How the number of bins of a histogram is found.
///
/// ```swift
/// try Distribution(of: samples, bins: 100)                    // 100 bins
/// try Distribution(of: samples, bins: .estimator(.auto))      // as many as `numpy.histogram(samples, "auto")`
/// ```
public enum BinRule: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// A given number of bins, at least one.
  case count(Int)
  /// A number of bins that follows from the values that are counted.
  case estimator(BinEstimator)

  /// Makes the rule for a given number of bins, at least one.
  public init(integerLiteral count: Int) { self = .count(count) }

  /// The number of bins, or the greatest number that an estimator gives.
  public var greatestCount: Int { if case .count(let count) = self { count } else { BinEstimator.greatestCount } }

  /// Whether the bins follow from the extremes and the number of the values.
  var followsFromRange: Bool {
    switch estimator {
    case nil, .rice, .sturges, .sqrt: true
    case .auto, .fd, .doane, .scott, .stone: false
    }
  }

  /// The number of passes over samples that are drawn afresh for each. Another is rarely added.
  public var passes: Int { followsFromRange ? 1 : 2 + (estimator?.extraPasses ?? 0) }

  /// The estimator; nil for a given number of bins.
  public var estimator: BinEstimator? { if case .estimator(let estimator) = self { estimator } else { nil } }
}

/// The rules by which `numpy.histogram` finds a number of bins, with NumPy's names.
///
/// Each gives the width of a bin, by which the range of the values is divided. For single-precision values the numbers are
/// NumPy's, with widths in the same mixture of precisions. Standard deviation and skewness are exact to double precision
/// where NumPy sums in single precision: where the quotient is a whole number to within some 10⁻⁶, `scott` and `doane` may
/// differ by one bin, and they do not fail where NumPy's squares overflow or underflow.
public enum BinEstimator: String, Sendable, Hashable, CaseIterable {
  /// The lesser width of `fd`, but at least half that of `sqrt`, and `sturges`.
  case auto
  /// Twice the distance of the quartiles, divided by ∛n (D. Freedman, P. Diaconis, 1981).
  case fd
  /// The rule `sturges` with more bins for skewed values (D. P. Doane, 1976).
  case doane
  /// The standard deviation times ∛(24√π / n) (D. W. Scott, 1979).
  case scott
  /// The width that minimizes the squared error estimated by cross-validation (C. J. Stone, 1984).
  case stone
  /// The double cube root of n, 2∛n, as the number of bins.
  case rice
  /// The number log₂ n + 1 of bins (H. A. Sturges, 1926).
  case sturges
  /// The root of n as the number of bins.
  case sqrt
}

extension BinEstimator {
  /// The greatest number of bins that an estimator gives.
  public static let greatestCount = 10_000

  /// The greatest number of samples for which the number of bins can be found.
  public var sampleLimit: Int { self == .stone ? BinFacts.stoneLimit : .max }

  /// The number of passes over the samples beside those that every histogram needs.
  public var extraPasses: Int {
    switch self {
    case .auto, .fd: 2
    case .doane, .stone: 1
    case .scott, .rice, .sturges, .sqrt: 0
    }
  }

  /// The number of bins, from 1 to `greatestCount`.
  ///
  /// - Parameters:
  ///   - moments: The moments of the values, of which there is at least one.
  ///   - facts: What the estimator needs beside them.
  func count(_ moments: Moments, _ facts: BinFacts) -> Int {
    let (lowest, highest) = (moments.lowest, moments.highest)
    let spread = highest - lowest
    // NumPy divides the range after it was widened for equal values.
    let range = lowest == highest ? (highest + 0.5) - (lowest - 0.5) : spread
    let bins: Double =
      switch width(spread: spread, moments, facts) {
      case .single(let width): width == 0 ? 1 : Double((range / width).rounded(.up))
      case .double(let width): width == 0 ? 1 : (Double(range) / width).rounded(.up)
      }
    return bins.isNaN ? 1 : Int(min(max(bins, 1), Double(Self.greatestCount)))
  }

  /// A width in the precision in which NumPy computes it.
  private enum Width {
    case single(Float)
    case double(Double)
  }

  private func width(spread: Float, _ moments: Moments, _ facts: BinFacts) -> Width {
    let count = Double(moments.count)
    let deviation = Float((moments.squares / count).squareRoot())
    func quartileWidth() -> Double { 2 * facts.quartileDistance * Double.pow(count, -1.0 / 3) }
    let rootWidth = Double(spread) / count.squareRoot()
    let sturgesWidth = Double(spread) / (Double.log2(count) + 1)
    switch self {
    case .auto: return .double(min(max(quartileWidth(), rootWidth / 2), sturgesWidth))
    case .fd: return .double(quartileWidth())
    case .doane:
      guard moments.count > 2, deviation > 0 else { return .double(0) }
      let scale = (6 * (count - 2) / ((count + 1) * (count + 3))).squareRoot()
      let skewness = Double(
        Float(facts.cubes / count / (moments.squares / count) / (moments.squares / count).squareRoot()))
      return .double(Double(spread) / (1 + Double.log2(count) + Double.log2(1 + skewness.magnitude / scale)))
    // 24√π
    case .scott: return .single(Float(Double.pow(42.538892421732385 / count, 1.0 / 3)) * deviation)
    case .stone: return .single(moments.count <= 1 || spread == 0 ? 0 : spread / Float(facts.stoneCount))
    case .rice: return .single(spread / Float(2 * Double.pow(count, 1.0 / 3)))
    case .sturges: return .double(sturgesWidth)
    case .sqrt: return .double(rootWidth)
    }
  }
}

/// Facts about values, beside their moments, that some estimators need.
struct BinFacts {
  /// The distance from the first to the third quartile.
  var quartileDistance = 0.0
  /// The sum of the cubes of the deviations from the mean.
  var cubes = 0.0
  /// The number of bins of least estimated squared error.
  var stoneCount = 1
}

extension BinFacts {
  /// Adds the cubes of finite numbers, in order.
  mutating func addCubes(of numbers: UnsafeBufferPointer<Float>, around mean: Double) {
    for number in numbers where number.isFinite {
      let deviation = Double(number) - mean
      cubes += deviation * deviation * deviation
    }
  }

  /// The greatest number of values for which Stone's rule is computed: each number of bins up to its root is tried.
  static let stoneLimit = 1_000_000

  /// The number of bins up to max(100, √n) for which Stone's estimate of the squared error is least, the least of equal
  /// ones.
  ///
  /// The values are sorted once, so that the counts of each histogram are distances between the places of its edges.
  ///
  /// - Parameter values: Finite values, at least one.
  static func stoneCount(of values: [Float]) -> Int {
    let sorted = values.sorted()
    let (lowest, highest) = (sorted[0], sorted[sorted.count - 1])
    guard sorted.count > 1, lowest < highest else { return 1 }
    let count = Double(sorted.count)
    var best = (bins: 1, error: Double.infinity)
    for bins in 1...max(100, Int(count.squareRoot())) {
      // Of more bins, too, the edges would coincide.
      guard let edges = try? Histogram.edges(from: lowest, to: highest, bins: bins) else { break }
      var squares = 0.0
      var start = 0
      for bin in 1...bins {
        let end = bin == bins ? sorted.count : sorted.partitionPoint(from: start) { $0 >= edges[bin] }
        let share = Double(end - start) / count
        squares += share * share
        start = end
      }
      let error = (2 - (count + 1) * squares) / Double((highest - lowest) / Float(bins))
      if error < best.error { best = (bins, error) }
    }
    return best.bins
  }
}

extension [Float] {
  /// The first index, not before another, from which on a condition holds.
  fileprivate func partitionPoint(from start: Int, where holds: (Float) -> Bool) -> Int {
    var (low, high) = (start, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
