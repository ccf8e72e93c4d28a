import PortableMath

/// How many of some values fall into each of equally wide bins between the lowest and the highest, as `numpy.histogram`
/// counts single-precision data.
///
/// Bin i takes edge[i] ≤ v < edge[i + 1]; the last one takes its right edge too, so every value is counted once.
public struct Histogram: Sendable, Equatable {
  /// `counts.count + 1` edges, increasing, in single precision as NumPy computes them.
  public let edges: [Float]
  /// Values in each bin, left to right.
  public private(set) var counts: [Int]
}

extension Histogram {
  /// Empty bins between the extremes of the values to count, at least one bin.
  ///
  /// When all values are the same, the range is widened by a half on both sides.
  init(from lowest: Float, to highest: Float, bins: Int) throws(StudyError) {
    let isFlat = lowest == highest
    edges = try Self.edges(from: isFlat ? lowest - 0.5 : lowest, to: isFlat ? highest + 0.5 : highest, bins: bins)
    counts = [Int](repeating: 0, count: bins)
  }

  /// Counts finite values, at least one, into at least one bin.
  init(of values: [Float], bins: Int) throws(StudyError) {
    precondition(!values.isEmpty, "A histogram needs values.")
    let moments = values.withUnsafeBufferPointer { Moments(of: $0) }
    try self.init(from: moments.lowest, to: moments.highest, bins: bins)
    values.withUnsafeBufferPointer { count($0) }
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

  /// Counts values that lie between the first edge and the last.
  ///
  /// The bins of some values are guessed at once in double precision, then the edges decide: a guess is off by one at most,
  /// and only where an edge is near.
  mutating func count(_ values: UnsafeBufferPointer<Float>) {
    let last = Double(counts.count - 1)
    let lowest = Double(edges[0])
    let binsPerUnit = Double(counts.count) / (Double(edges[counts.count]) - lowest)
    // Nothing lies beyond the last bin, which takes its right edge too.
    var bounds = edges
    bounds[counts.count] = .infinity
    bounds.withUnsafeBufferPointer { bounds in
      counts.withUnsafeMutableBufferPointer { bins in
        let counts = bins
        values.forEachBlock(ofLanes: 32) { block, places in
          for index in block.indices {
            // Adding 2⁵² rounds to the nearest integer, and leaves it in the low bits; half less, it rounds down.
            let place = (block[index] - Lanes(lowest)) * Lanes(binsPerUnit) - Lanes(0.5)
            let held = Lanes.select(place .< Lanes(last), place, Lanes(last))
            block[index] = Lanes.select(held .> Lanes(0), held, Lanes(0)) + Lanes(0x1p52)
          }
          block.withMemoryRebound(to: UInt64.self) { guesses in
            for place in places {
              let value = values[place]
              var bin = Int(truncatingIfNeeded: UInt32(truncatingIfNeeded: guesses[place &- places.lowerBound]))
              while value < bounds[bin] { bin &-= 1 }
              while value >= bounds[bin &+ 1] { bin &+= 1 }
              counts[bin] &+= 1
            }
          }
        }
      }
    }
  }
}
