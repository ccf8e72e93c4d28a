import PortableMath

/// Count, mean, squared deviations and extremes of finite numbers, gathered block by block.
///
/// Of a block, sample i is added to partial sum i mod 8; at last the eight are added, first to last; then the squares of
/// the deviations from the block's own mean likewise. Blocks are merged in order by the update of T. F. Chan, G. H. Golub,
/// R. J. LeVeque: Algorithms for computing the sample variance, 1983. All of it in double precision and in an order that is
/// the same on every machine.
struct Moments: Equatable {
  private(set) var count = 0
  private(set) var mean = 0.0
  /// Sum of squared deviations from the mean.
  private(set) var squares = 0.0
  /// Infinite where there are no numbers.
  private(set) var lowest = Float.infinity
  private(set) var highest = -Float.infinity

  /// Of no numbers.
  init() {}

  /// Of the finite numbers of one block.
  init(of block: UnsafeBufferPointer<Float>) {
    guard !block.isEmpty else { return }
    let sum = gather(block)
    // In double precision no sum of single-precision numbers overflows: it is finite just where all of them are.
    guard sum.isFinite else {
      self = block.filter(\.isFinite).withUnsafeBufferPointer { Moments(of: $0) }
      return
    }
    count = block.count
    mean = sum / Double(count)
    squares = squaredDeviations(of: block)
  }

  /// With n − 1; NaN for a single number.
  var standardDeviation: Double { (squares / Double(count - 1)).squareRoot() }

  /// Adds what is known of other numbers.
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

  /// Sets the extremes and gives the sum; none means anything where a number is not finite.
  private mutating func gather(_ block: UnsafeBufferPointer<Float>) -> Double {
    var sums = Lanes(0)
    var (lower, upper) = (Lanes(.infinity), Lanes(-.infinity))
    let rest = Self.forEachVector(of: block) { x in
      sums = sums + x
      lower = Lanes.select(x .< lower, x, lower)
      upper = Lanes.select(x .> upper, x, upper)
    }
    (lowest, highest) = (Float(lower.min()), Float(upper.max()))
    for (lane, value) in rest.enumerated() {
      sums[lane] += Double(value)
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    return sums.indices.reduce(0) { $0 + sums[$1] }
  }

  private func squaredDeviations(of block: UnsafeBufferPointer<Float>) -> Double {
    let center = Lanes(mean)
    var sums = Lanes(0)
    let rest = Self.forEachVector(of: block) { x in
      let deviation = x - center
      sums = sums + deviation * deviation
    }
    for (lane, value) in rest.enumerated() { sums[lane] += (Double(value) - mean) * (Double(value) - mean) }
    return sums.indices.reduce(0) { $0 + sums[$1] }
  }

  /// Gives eight numbers at a time to `body`, and returns the fewer than eight that are left.
  @inline(__always)
  private static func forEachVector(
    of block: UnsafeBufferPointer<Float>, _ body: (Lanes) -> Void
  ) -> Slice<UnsafeBufferPointer<Float>> {
    let whole = block.count / Lanes.scalarCount * Lanes.scalarCount
    let bytes = UnsafeRawBufferPointer(block)
    for start in stride(from: 0, to: whole, by: Lanes.scalarCount) {
      body(Lanes(bytes.loadUnaligned(fromByteOffset: start * MemoryLayout<Float>.stride, as: SIMD8<Float>.self)))
    }
    return block[whole...]
  }
}
