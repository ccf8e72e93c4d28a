import CLanes

/// What is done with every sample, in the widest vectors of this processor. The results are the same bits at every width.
package enum SampleKernels {
  private static var kernels: clanes_samples { clanes_level_in_use().pointee.samples.pointee }

  /// Writes the words of MT19937 that follow 624 words, before tempering.
  ///
  /// - Parameter state: The 624 words, and room for `count` more.
  package static func drawWords(after state: UnsafeMutablePointer<UInt32>, count: Int) {
    kernels.draw_words(state, count)
  }

  /// Writes normal samples by the Box-Muller transform of words before tempering: of every sixteen, eight u₁ and eight u₂.
  ///
  /// - Precondition: `count` is a multiple of 16.
  package static func transform(
    _ words: UnsafePointer<UInt32>, into samples: UnsafeMutablePointer<Float>, count: Int
  ) {
    kernels.normals(words, samples, count)
  }

  /// The first block of sixteen words, from a place on, in which a u₁ is at least `least` · 2⁻²⁴, so that its samples may lie
  /// far from zero; `count` if there is none.
  ///
  /// - Precondition: `start` and `count` are multiples of 16.
  package static func farBlock(
    among words: UnsafePointer<UInt32>, from start: Int, count: Int, least: UInt32
  ) -> Int {
    kernels.find_far_block(words, start, count, least)
  }

  /// The sum, the least and the greatest of the numbers with each index modulo 8.
  ///
  /// - Precondition: `count` is a multiple of 8.
  package static func sums(
    of numbers: UnsafePointer<Float>, count: Int
  ) -> (sums: Lanes, lowest: SIMD8<Float>, highest: SIMD8<Float>) {
    var result = (sums: Lanes(0), lowest: SIMD8<Float>(repeating: 0), highest: SIMD8<Float>(repeating: 0))
    withUnsafeMutableBytes(of: &result.sums) { sums in
      withUnsafeMutableBytes(of: &result.lowest) { lowest in
        withUnsafeMutableBytes(of: &result.highest) { highest in
          kernels.add_numbers(
            numbers, count, sums.assumingMemoryBound(to: Double.self).baseAddress!,
            lowest.assumingMemoryBound(to: Float.self).baseAddress!,
            highest.assumingMemoryBound(to: Float.self).baseAddress!)
        }
      }
    }
    return result
  }

  /// The sum of the squared distances from a centre of the numbers with each index modulo 8.
  ///
  /// - Precondition: `count` is a multiple of 8.
  package static func squares(of numbers: UnsafePointer<Float>, count: Int, around centre: Double) -> Lanes {
    var sums = Lanes(0)
    withUnsafeMutableBytes(of: &sums) {
      kernels.add_squares(numbers, count, centre, $0.assumingMemoryBound(to: Double.self).baseAddress!)
    }
    return sums
  }

  /// The numbers of slopes of three kinds among others that were counted before.
  ///
  /// - Parameter counts: The numbers of slopes that are zero, and of those whose magnitude is less than 0.01 and than 0.1.
  package static func countSlopes(_ slopes: UnsafeMutableBufferPointer<Lanes>, into counts: inout SIMD4<UInt64>) {
    guard let start = slopes.baseAddress else { return }
    let count = slopes.count * Lanes.scalarCount
    start.withMemoryRebound(to: Double.self, capacity: count) { slopes in
      withUnsafeMutableBytes(of: &counts) {
        kernels.count_slopes(slopes, count, $0.assumingMemoryBound(to: UInt64.self).baseAddress!)
      }
    }
  }

  /// The number of buckets into which values are hashed.
  package static let bucketCount = 1 << 12

  /// The bucket of a value. Zeros of both signs have the same.
  package static func bucket(of value: Float) -> Int { Int(((value + 0).bitPattern &* 0x9E37_79B1) >> 20) }

  /// Counts the values in each bucket, and returns the greatest number of a bucket.
  ///
  /// - Precondition: There are at most 65 535 values, and a place for each bucket.
  package static func countBuckets(
    of values: UnsafeBufferPointer<Float>, into counts: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    precondition(counts.count == bucketCount && values.count <= UInt16.max, "There is a place for each bucket.")
    guard let start = values.baseAddress else { return 0 }
    return Int(kernels.count_buckets(start, values.count, counts.baseAddress))
  }
}

/// Equally wide bins with edges i · step + lowest in single precision, of which an estimate by one multiplication is exact
/// to within one.
package struct EstimatedBins: Sendable {
  private let bins: clanes_bins

  /// The greatest number of bins for which four tables of counts are kept, so that equal bins in a row need not wait for one
  /// another.
  private static let dividedCount = 1_024

  /// Recognizes the bins of a histogram; nil if an estimate may be off by more than one.
  ///
  /// - Parameters:
  ///   - edges: The edges of the bins, one more than bins. The last may differ from the formula.
  ///   - step: The distance between two edges.
  package init?(edges: [Float], step: Float) {
    let count = edges.count - 1
    guard count <= 1 << 20 else { return nil }
    let scale = Float(count) / (edges[count] - edges[0])
    // The estimate rises with the value, because rounding keeps order.
    for (index, edge) in edges.enumerated() {
      let estimate = (edge - edges[0]) * scale + 0.5
      guard estimate >= Float(index), estimate < Float(index + 1) else { return nil }
      guard index == count || Float(index) * step + edges[0] == edge else { return nil }
    }
    bins = clanes_bins(
      lowest: edges[0], step: step, scale: scale, count: count, stride: count <= Self.dividedCount ? count : 0)
  }

  /// The number of places for counts: several tables, one after another, each with a place for every bin.
  package var placeCount: Int { bins.stride == 0 ? bins.count : 4 * bins.count }

  /// Counts values, all of which lie between the first edge and the last.
  package func count(_ values: UnsafeBufferPointer<Float>, into counts: inout [UInt32]) {
    precondition(counts.count == placeCount, "There are places for all counts.")
    guard let start = values.baseAddress else { return }
    withUnsafePointer(to: bins) { bins in
      clanes_level_in_use().pointee.samples.pointee.count_bins(start, values.count, bins, &counts)
    }
  }
}
