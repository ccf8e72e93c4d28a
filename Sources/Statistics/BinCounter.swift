import PortableMath

/// The counts of values in the bins of a histogram.
///
/// The bin of a value is estimated by one multiplication in single precision, and one comparison with an edge decides. For
/// edges so close together that an estimate may be off by more than one, it is found by bisection.
struct BinCounter: Sendable {
  /// The edges of the bins.
  let edges: [Float]
  private let bins: EstimatedBins?
  private let binCount: Int
  private var tables: [UInt32]
  /// The number of values that are counted in the tables.
  private var tableCount = 0
  private var exact: [Int]

  /// Makes empty counts for the bins of a histogram.
  init(of histogram: Histogram) {
    edges = histogram.edges
    binCount = edges.count - 1
    bins = EstimatedBins(edges: edges, step: (edges[binCount] - edges[0]) / Float(binCount))
    tables = [UInt32](repeating: 0, count: bins?.placeCount ?? 0)
    exact = bins == nil ? [Int](repeating: 0, count: binCount) : []
  }

  /// Whether each bin is found by bisection.
  var isExact: Bool { bins == nil }

  /// The number of values in each bin.
  var counts: [Int] {
    var counts = exact.isEmpty ? [Int](repeating: 0, count: binCount) : exact
    for start in stride(from: 0, to: tables.count, by: binCount) {
      for bin in 0..<binCount { counts[bin] += Int(tables[start + bin]) }
    }
    return counts
  }

  /// Sets all counts to zero.
  mutating func reset() {
    for place in tables.indices { tables[place] = 0 }
    tableCount = 0
    exact = bins == nil ? [Int](repeating: 0, count: binCount) : []
  }

  /// Adds the counts of other values in the same bins.
  mutating func merge(_ other: BinCounter) {
    exact = zip(counts, other.counts).map(+)
    for place in tables.indices { tables[place] = 0 }
    tableCount = 0
  }

  /// Counts values, which lie between the first edge and the last.
  mutating func count(_ values: UnsafeBufferPointer<Float>) {
    guard let bins else {
      for value in values { exact[bin(of: value)] += 1 }
      return
    }
    // No place overflows before so many values.
    let most = Int(Int32.max)
    if tableCount + min(values.count, most) > most {
      exact = counts
      tables = [UInt32](repeating: 0, count: tables.count)
      tableCount = 0
    }
    tableCount += min(values.count, most)
    bins.count(UnsafeBufferPointer(rebasing: values.prefix(most)), into: &tables)
    if values.count > most { count(UnsafeBufferPointer(rebasing: values.dropFirst(most))) }
  }

  private func bin(of value: Float) -> Int {
    var bins = 0..<binCount
    while bins.count > 1 {
      let middle = bins.lowerBound + bins.count / 2
      bins = value < edges[middle] ? bins.lowerBound..<middle : middle..<bins.upperBound
    }
    return bins.lowerBound
  }
}
