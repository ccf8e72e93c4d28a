import CLanes
import PortableMath
import SeededNumbers
import Testing

/// Tests of what is done with every sample, at each instruction level that this machine supports.
@Suite struct SampleKernelTests {
  private static var levels: [clanes_samples] {
    (0..<8).compactMap { clanes_level_at($0)?.pointee.samples.pointee }
  }

  /// Random words, of which some have all of their upper or lower bits set.
  private func words(_ count: Int, seed: Int) -> [UInt32] {
    var generator = SeededGenerator(seed: seed)
    let edges: [UInt32] = [0, .max, 0xFF_FFFF, 1, 1 << 31]
    return (0..<count).map { _ in
      let isEdge = Int.random(in: 0..<20, using: &generator) == 0
      return isEdge ? edges.randomElement(using: &generator)! : generator.next()
    }
  }

  private func tempered(_ word: UInt32) -> UInt32 {
    var word = word
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  @Test("Words follow from the 624 before them by the recurrence.", arguments: [0, 1, 226, 227, 228, 700, 2_000])
  func recurrence(count: Int) {
    let first = words(624, seed: 1)
    var expected = first
    for index in 0..<count {
      let joined = (expected[index] & 1 << 31) | (expected[index + 1] & (1 << 31 - 1))
      expected.append(expected[index + 397] ^ (joined >> 1) ^ (joined & 1 == 1 ? 0x9908_B0DF : 0))
    }
    for level in Self.levels {
      var state = first + [UInt32](repeating: 7, count: count + 1)
      level.draw_words(&state, count)
      #expect(state == expected + [7])
    }
  }

  @Test("Normal samples are those of the formula in the order of PyTorch.", arguments: [0, 16, 48, 64, 80, 1_600])
  func normals(count: Int) {
    let words = words(count, seed: count)
    let uniforms = words.map { Float(tempered($0) & 0xFF_FFFF) * 0x1p-24 }
    var expected = [Float](repeating: 7, count: count + 1)
    for place in 0..<count where place % 16 < 8 {
      let radius = (-2 * Float(Double.log(Double(1 - uniforms[place])))).squareRoot()
      let angle = Double(Float(2 * Double.pi) * uniforms[place + 8])
      expected[place] = radius * Float(Double.cos(angle))
      expected[place + 8] = radius * Float(Double.sin(angle))
    }
    for level in Self.levels {
      var samples = [Float](repeating: 7, count: count + 1)
      level.normals(words, &samples, count)
      #expect(samples.map(\.bitPattern) == expected.map(\.bitPattern))
    }
  }

  @Test("The first block with a great number is found from any place on.", arguments: 0..<40)
  func farBlocks(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let count = 16 * Int.random(in: 0...120, using: &generator)
    let words = words(count, seed: seed)
    let least = [0, 1 << 23, 0xFF_0000, 0xFF_FFFF].randomElement(using: &generator)!
    for start in stride(from: 0, through: count, by: 16 * Int.random(in: 1...9, using: &generator)) {
      let blocks = stride(from: start, to: count, by: 16)
      let expected = blocks.first { place in words[place..<place + 8].contains { tempered($0) & 0xFF_FFFF >= least } }
      for level in Self.levels {
        #expect(level.find_far_block(words, start, count, UInt32(least)) == expected ?? count)
      }
    }
  }

  @Test("Sums, extremes and squares are those of every eighth number.", arguments: [0, 8, 16, 1_000])
  func sums(count: Int) {
    var generator = SeededGenerator(seed: count)
    let numbers = (0..<count).map { _ in Float.random(in: -3...3, using: &generator) }
    let lanes = (0..<8).map { lane in stride(from: lane, to: count, by: 8).map { numbers[$0] } }
    for level in Self.levels {
      var (sums, squares) = ([Double](repeating: 7, count: 8), [Double](repeating: 7, count: 8))
      var (lowest, highest) = ([Float](repeating: 7, count: 8), [Float](repeating: 7, count: 8))
      level.add_numbers(numbers, count, &sums, &lowest, &highest)
      level.add_squares(numbers, count, 0.3, &squares)
      #expect(sums == lanes.map { $0.reduce(0) { $0 + Double($1) } })
      #expect(squares == lanes.map { $0.reduce(0) { $0 + (Double($1) - 0.3) * (Double($1) - 0.3) } })
      #expect(lowest == lanes.map { $0.min() ?? .infinity } && highest == lanes.map { $0.max() ?? -.infinity })
    }
  }

  @Test("Slopes of three kinds are counted.", arguments: [0, 1, 8, 13, 256])
  func slopes(count: Int) {
    var generator = SeededGenerator(seed: count)
    let edges = [0, -0.0, 0.01, -0.01, 0.01.nextDown, 0.1, 0.1.nextDown, -0.1.nextDown, .nan, .infinity, 1e-300]
    let slopes = (0..<count).map { _ in edges.randomElement(using: &generator)! }
    let expected = [
      slopes.count { $0 == 0 }, slopes.count { $0.magnitude < 0.01 }, slopes.count { $0.magnitude < 0.1 },
    ]
    for level in Self.levels {
      var counts: [UInt64] = [1, 2, 3]
      level.count_slopes(slopes, count, &counts)
      #expect(counts.map { Int($0) } == [expected[0] + 1, expected[1] + 2, expected[2] + 3])
    }
  }

  @Test(
    "Values are counted in the bucket of their hash, zeros of both signs in the same.", arguments: [0, 1, 16, 8_192])
  func buckets(count: Int) {
    var generator = SeededGenerator(seed: count)
    let edges: [Float] = [0, -0.0, .nan, .infinity]
    let values = (0..<count).map { $0 % 3 == 0 ? edges[$0 % 4] : Float.random(in: -3...3, using: &generator) }
    var expected = [UInt16](repeating: 0, count: SampleKernels.bucketCount)
    for value in values { expected[SampleKernels.bucket(of: value)] += 1 }
    for level in Self.levels {
      var counts = [UInt16](repeating: 0, count: SampleKernels.bucketCount)
      #expect(level.count_buckets(values, count, &counts) == expected.max()!)
      #expect(counts == expected)
    }
    #expect(SampleKernels.bucket(of: 0) == SampleKernels.bucket(of: -0.0))
  }

  @Test("Values are counted in the bin between whose edges they lie.", arguments: 0..<200)
  func bins(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let scale = Float.random(in: -20...20, using: &generator)
    let lowest = Float.random(in: -1...1, using: &generator) * Float.exp2(scale)
    let narrowness = Float.random(in: 0...18, using: &generator)
    let spread = Float.random(in: 0...1, using: &generator) * Float.exp2(scale - narrowness)
    let count = [1, 2, 3, 100, 1_023, 5_000].randomElement(using: &generator)!
    let step = spread / Float(count)
    var edges = (0..<count).map { Float($0) * step + lowest }
    edges.append(lowest + spread)
    guard zip(edges, edges.dropFirst()).allSatisfy(<) else { return }
    guard let bins = EstimatedBins(edges: edges, step: step) else { return }
    // Values at the edges and beside them are where an estimate may be off.
    var values = edges.flatMap { [$0.nextDown, $0, $0.nextUp] }
    values += (0..<997).map { _ in Float.random(in: edges[0]...edges[count], using: &generator) }
    values = values.filter { edges[0] <= $0 && $0 <= edges[count] }
    var expected = [UInt32](repeating: 0, count: count)
    for value in values { expected[min(edges.lastIndex { $0 <= value }!, count - 1)] += 1 }
    var counts = [UInt32](repeating: 0, count: bins.placeCount)
    values.withUnsafeBufferPointer { bins.count($0, into: &counts) }
    let sums = (0..<count).map { bin in stride(from: bin, to: counts.count, by: count).reduce(0) { $0 + counts[$1] } }
    #expect(sums == expected)
  }
}

extension Float {
  /// 2 to the power of a number, for the sizes of test values.
  fileprivate static func exp2(_ power: Float) -> Float { Float(Double.exp(Double(power) * 0.6931471805599453)) }
}
