/// The search for numbers at given places of the sorted order, in two passes over all numbers.
///
/// The first pass counts the upper halves of the bit patterns, the second the lower halves of those numbers whose upper
/// half is one of those that are sought. So the result is exact, and memory does not grow with the count.
package struct OrderStatistics: Sendable {
  /// The sought places in the sorted order, counted from 0.
  private let places: [Int]
  /// The number of numbers with each upper half.
  private var upperCounts = [Int](repeating: 0, count: 1 << 16)
  /// The upper half at each place, and the number of numbers before those of this half.
  private var groups: [(upper: UInt16, before: Int)] = []
  /// The number of numbers with each lower half, for each upper half that is sought.
  private var lowerCounts: [UInt16: [Int]] = [:]

  /// Begins the search for the numbers at some places of the sorted order, counted from 0.
  package init(at places: [Int]) { self.places = places }

  /// The bits of a number in an order that is that of the numbers.
  private static func key(_ number: Float) -> UInt32 {
    let bits = number.bitPattern
    return bits >> 31 == 0 ? bits | 1 << 31 : ~bits
  }

  /// Adds finite numbers to the first pass; others are left out.
  package mutating func countUpper(_ numbers: UnsafeBufferPointer<Float>) {
    upperCounts.withUnsafeMutableBufferPointer { counts in
      for number in numbers where number.isFinite { counts[Int(Self.key(number) >> 16)] += 1 }
    }
  }

  /// Ends the first pass.
  package mutating func chooseGroups() {
    groups = places.map { place in
      var before = 0
      for (upper, count) in upperCounts.enumerated() {
        if place < before + count { return (UInt16(upper), before) }
        before += count
      }
      preconditionFailure("A place lies within the numbers.")
    }
    for group in groups { lowerCounts[group.upper] = [Int](repeating: 0, count: 1 << 16) }
  }

  /// Adds the same numbers to the second pass.
  package mutating func countLower(_ numbers: UnsafeBufferPointer<Float>) {
    for upper in Set(groups.map(\.upper)).sorted() {
      lowerCounts[upper]?.withUnsafeMutableBufferPointer { counts in
        for number in numbers where number.isFinite {
          let key = Self.key(number)
          if UInt16(key >> 16) == upper { counts[Int(key & 0xFFFF)] += 1 }
        }
      }
    }
  }

  /// Adds finite numbers to the pass that is under way; others are left out.
  package mutating func count(_ numbers: UnsafeBufferPointer<Float>) {
    if groups.isEmpty { countUpper(numbers) } else { countLower(numbers) }
  }

  /// Sets the counts of the pass that is under way to zero.
  package mutating func resetCounts() {
    if groups.isEmpty {
      for upper in upperCounts.indices { upperCounts[upper] = 0 }
    } else {
      for upper in lowerCounts.keys { lowerCounts[upper] = [Int](repeating: 0, count: 1 << 16) }
    }
  }

  /// Adds the counts of other numbers in the same pass.
  package mutating func merge(_ other: OrderStatistics) {
    if groups.isEmpty {
      for (upper, count) in other.upperCounts.enumerated() { upperCounts[upper] += count }
    } else {
      for (upper, counts) in other.lowerCounts { lowerCounts[upper] = zip(lowerCounts[upper] ?? [], counts).map(+) }
    }
  }

  /// The numbers at the sought places, after both passes.
  package var numbers: [Float] {
    zip(places, groups).map { place, group in
      var before = group.before
      for (lower, count) in (lowerCounts[group.upper] ?? []).enumerated() {
        before += count
        if place < before {
          let key = UInt32(group.upper) << 16 | UInt32(lower)
          return Float(bitPattern: key >> 31 == 1 ? key ^ 1 << 31 : ~key)
        }
      }
      preconditionFailure("Both passes count the same numbers.")
    }
  }
}

extension OrderStatistics {
  /// The search for the numbers between which both quartiles of a number of values lie.
  package init(forQuartilesOf count: Int) {
    self.init(
      at: [0.25, 0.75].flatMap { share in
        let place = Int(Double(count - 1) * share)
        return [place, min(place + 1, count - 1)]
      })
  }

  /// The distance between the quartiles, interpolated linearly in NumPy's order of operations.
  package func quartileDistance(of count: Int) -> Double {
    let numbers = numbers
    let quartiles = [0.25, 0.75].enumerated().map { index, share in
      let (before, after) = (numbers[2 * index], numbers[2 * index + 1])
      let place = Double(count - 1) * share
      let weight = place - place.rounded(.down)
      let step = Double(after - before)
      return weight >= 0.5 ? Double(after) - step * (1 - weight) : Double(before) + step * weight
    }
    return quartiles[1] - quartiles[0]
  }
}
