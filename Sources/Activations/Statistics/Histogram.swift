/// How many of some values fall into each of equally wide bins between the lowest and the highest, as `numpy.histogram`
/// counts single-precision data.
///
/// Bin i takes edge[i] ≤ v < edge[i + 1]; the last one takes its right edge too, so every value is counted once.
public struct Histogram: Sendable, Equatable {
  /// `counts.count + 1` edges, increasing, in single precision as NumPy computes them.
  public let edges: [Float]
  /// Values in each bin, left to right.
  public let counts: [Int]
}

extension Histogram {
  /// Counts finite values, at least one, into at least one bin.
  ///
  /// When all values are the same, the range is widened by a half on both sides.
  init(of values: [Float], bins: Int) throws(StudyError) {
    precondition(!values.isEmpty, "A histogram needs values.")
    var (lowest, highest) = (values[0], values[0])
    for value in values {
      lowest = value < lowest ? value : lowest
      highest = value > highest ? value : highest
    }
    if lowest == highest {
      lowest -= 0.5
      highest += 0.5
    }
    edges = try Self.edges(from: lowest, to: highest, bins: bins)
    counts = Self.counts(of: values, between: edges)
  }

  /// i · step + lowest, each operation rounded to single precision as `numpy.linspace` does; the last edge is `highest`.
  static func edges(from lowest: Float, to highest: Float, bins: Int) throws(StudyError) -> [Float] {
    precondition(bins >= 1, "A histogram needs at least one bin.")
    guard (highest - lowest).isFinite else { throw .spreadTooWide(lowest: lowest, highest: highest) }
    let step = (highest - lowest) / Float(bins)
    var edges = (0..<bins).map { Float($0) * step + lowest }
    edges.append(highest)
    guard zip(edges, edges.dropFirst()).allSatisfy(<) else {
      throw .tooManyBins(bins, lowest: lowest, highest: highest)
    }
    return edges
  }

  /// The bin is guessed in double precision, then the edges decide: the guess is off by one at most where an edge is near.
  private static func counts(of values: [Float], between edges: [Float]) -> [Int] {
    let last = edges.count - 2
    let lowest = Double(edges[0])
    let binsPerUnit = Double(last + 1) / (Double(edges[last + 1]) - lowest)
    var counts = [Int](repeating: 0, count: last + 1)
    for value in values {
      var bin = min(Int((Double(value) - lowest) * binsPerUnit), last)
      while value < edges[bin] { bin -= 1 }
      while bin < last, value >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    return counts
  }
}
