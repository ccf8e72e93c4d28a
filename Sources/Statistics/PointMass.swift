import PortableMath

/// A single value that a visible share of a function's outputs takes, e.g. 0 for half of the outputs of ReLU.
public struct PointMass: Sendable, Equatable {
  /// The value in single precision; zeros of both signs are one value.
  public let value: Float
  /// The exact number of samples that take the value.
  public let count: Int
  /// The share of all samples, 0…1.
  public let share: Double

  /// Makes a point mass from the number of samples that take a value and the number of all samples, finite or not.
  public init(value: Float, count: Int, among total: Int) {
    self.value = value
    self.count = count
    share = Double(count) / Double(total)
  }
}

extension PointMass {
  /// The least share of a value that is called a point mass.
  public static let leastShare = 0.01
}

extension Histogram {
  /// The counts without the samples of point masses, each of which is taken from the bin that holds its value.
  ///
  /// The point masses must be those of the values that were counted. A mass whose value lies beyond the edges is in no
  /// bin, and no count falls below zero.
  public func counts(without masses: [PointMass]) -> [Int] {
    var rest = counts
    for mass in masses {
      if let bin = bin(holding: mass.value) { rest[bin] = max(rest[bin] - mass.count, 0) }
    }
    return rest
  }

  /// The index of the bin that holds a value; nil for a value beyond the edges.
  public func bin(holding value: Float) -> Int? {
    guard let first = edges.first, let last = edges.last, first <= value, value <= last else { return nil }
    // The last bin also holds its right edge.
    var bins = 0..<counts.count
    while bins.count > 1 {
      let middle = bins.lowerBound + bins.count / 2
      bins = value < edges[middle] ? bins.lowerBound..<middle : middle..<bins.upperBound
    }
    return bins.lowerBound
  }
}

/// Finds the point masses of numbers in one pass, in memory that does not grow with their count.
///
/// Numbers come in portions of any size, which have no effect on the result. Only values that are frequent among the
/// first numbers are counted as possible point masses in the rest.
struct PointMassCounter: Sendable {
  private var count = 0
  /// The number of numbers that another counter has counted.
  private var base = 0
  /// The first numbers, until there are enough of them to find the frequent values.
  private var first: [Float] = []
  private var candidates: [(value: Float, count: Int)] = []

  private static let firstCount = 8_192

  /// A counter for further numbers, whose counts can be merged into this one.
  ///
  /// - Precondition: There were enough numbers to find the frequent values, or there are no further ones.
  var forFurther: PointMassCounter {
    var further = self
    further.base = count
    for index in candidates.indices { further.candidates[index].count = 0 }
    return further
  }

  /// Adds what a counter for further numbers has counted.
  mutating func merge(_ further: PointMassCounter) {
    guard count > 0 else {
      self = further
      return
    }
    for index in candidates.indices { candidates[index].count += further.candidates[index].count }
    count += further.count - further.base
  }

  /// Adds further numbers.
  mutating func add(_ numbers: UnsafeBufferPointer<Float>) {
    let start = min(max(Self.firstCount - count, 0), numbers.count)
    first += numbers[..<start]
    if start > 0, first.count == Self.firstCount { candidates = Self.frequent(among: first) }
    for index in candidates.indices {
      let value = candidates[index].value
      var matches = 0
      for number in numbers[start...] { matches += number == value ? 1 : 0 }
      candidates[index].count += matches
    }
    count += numbers.count
  }

  /// The point masses of all numbers so far, in order of decreasing share and increasing value.
  var pointMasses: [PointMass] {
    let counts = count < Self.firstCount ? Self.frequent(among: first) : candidates
    return counts.map { PointMass(value: $0.value, count: $0.count, among: count) }
      .filter { $0.count >= 2 && $0.share >= PointMass.leastShare }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// The finite values whose share is at least a third of `PointMass.leastShare`, with their counts.
  private static func frequent(among values: [Float]) -> [(value: Float, count: Int)] {
    let leastCount = max(2, Int(Double(values.count) * PointMass.leastShare / 3))
    let sorted = frequentBuckets(of: values, leastCount: leastCount).sorted()
    var found: [(value: Float, count: Int)] = []
    var start = 0
    for end in 1...max(sorted.count, 1) where start < sorted.count {
      if end < sorted.count, sorted[end] == sorted[start] { continue }
      if end - start >= leastCount { found.append((sorted[start], end - start)) }
      start = end
    }
    return found
  }

  /// The finite values without most of those that are rarer than the least count, with both zeros as one value.
  ///
  /// Values are hashed to buckets, and a bucket with fewer values than the least count is dropped as a whole. The values of a
  /// smooth function are dropped completely, and need not be sorted.
  private static func frequentBuckets(of values: [Float], leastCount: Int) -> [Float] {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: SampleKernels.bucketCount) { counts in
      counts.initialize(repeating: 0)
      let most = values.withUnsafeBufferPointer { SampleKernels.countBuckets(of: $0, into: counts) }
      guard most >= leastCount else { return [] }
      return [Float](unsafeUninitializedCapacity: values.count) { kept, keptCount in
        // Every value is written and only some are kept, because a branch on which ones could not be predicted.
        var count = 0
        for value in values {
          kept[count] = value + 0
          count += counts[SampleKernels.bucket(of: value)] >= leastCount && value.isFinite ? 1 : 0
        }
        keptCount = count
      }
    }
  }
}
