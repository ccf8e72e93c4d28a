import PortableMath

/// The count, the mean, the sum of squared deviations and the extremes of finite numbers, computed block by block.
///
/// Within a block, sample i is added to partial sum i mod 8, and the eight partial sums are added from first to last;
/// the squared deviations from the block's own mean are summed in the same way. Blocks are merged in order by the
/// update of T. F. Chan, G. H. Golub, R. J. LeVeque: Algorithms for computing the sample variance, 1983. Everything is
/// computed in double precision and in an order that is the same on every machine.
struct Moments: Sendable, Equatable {
  /// The count of all numbers so far.
  private(set) var count = 0
  /// The mean of the numbers; 0 if there are none.
  private(set) var mean = 0.0
  /// The sum of the squared deviations from the mean.
  private(set) var squares = 0.0
  /// The least number; infinite if there are none.
  private(set) var lowest = Float.infinity
  /// The greatest number; negative infinity if there are none.
  private(set) var highest = -Float.infinity

  /// The moments of no numbers.
  init() {}

  /// Computes the moments of the finite numbers of one block.
  init(of block: UnsafeBufferPointer<Float>) {
    guard !block.isEmpty else { return }
    let sum = gather(block)
    // In double precision a sum of single-precision numbers cannot overflow: it is finite if and only if all of them
    // are.
    guard sum.isFinite else {
      self = block.filter(\.isFinite).withUnsafeBufferPointer { Moments(of: $0) }
      return
    }
    count = block.count
    mean = sum / Double(count)
    squares = squaredDeviations(of: block)
  }

  /// The standard deviation with n − 1 in the denominator; NaN for a single number.
  var standardDeviation: Double { (squares / Double(count - 1)).squareRoot() }

  /// Adds the moments of other numbers.
  mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (first, second) = (Double(count), Double(other.count))
    let share = second / (first + second)
    let distance = other.mean - mean
    mean += distance * share
    squares += other.squares + distance * distance * (first * share)
    count += other.count
    lowest = min(lowest, other.lowest)
    highest = max(highest, other.highest)
  }

  /// Sets the extremes and returns the sum. They are meaningful only if all numbers are finite.
  private mutating func gather(_ block: UnsafeBufferPointer<Float>) -> Double {
    guard let start = block.baseAddress else { return 0 }
    let whole = block.count - block.count % Lanes.scalarCount
    var (sums, lower, upper) = SampleKernels.sums(of: start, count: whole)
    (lowest, highest) = (lower.min(), upper.max())
    for (lane, value) in block[whole...].enumerated() {
      sums[lane] += Double(value)
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    return sums.indices.reduce(0) { $0 + sums[$1] }
  }

  private func squaredDeviations(of block: UnsafeBufferPointer<Float>) -> Double {
    guard let start = block.baseAddress else { return 0 }
    let whole = block.count - block.count % Lanes.scalarCount
    var sums = SampleKernels.squares(of: start, count: whole, around: mean)
    for (lane, value) in block[whole...].enumerated() {
      sums[lane] += (Double(value) - mean) * (Double(value) - mean)
    }
    return sums.indices.reduce(0) { $0 + sums[$1] }
  }
}
