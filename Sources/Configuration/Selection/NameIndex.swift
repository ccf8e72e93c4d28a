/// Names of figures, to be selected by patterns.
///
/// A pattern is only held against names that begin so, that end so, or that hold two or three of its letters side by side:
/// against the fewest of these.
struct NameIndex {
  /// Of each name, in the order in which they were given.
  private(set) var isSelected: [Bool]
  private let names: [String]
  private lazy var byBeginning = SortedNames(names, isReversed: false)
  private lazy var byEnding = SortedNames(names, isReversed: true)
  private lazy var byLetters = AdjacentLetters(names)
  /// Those that no pattern has selected yet, and some that one has selected since.
  private var others: [Int]

  init(_ names: [String]) {
    self.names = names
    isSelected = [Bool](repeating: false, count: names.count)
    others = Array(names.indices)
  }

  /// Selects the names that match, and tells whether there are any.
  mutating func select(_ pattern: NamePattern) -> Bool {
    let beginning = pattern.beginning.isEmpty ? nil : byBeginning.range(of: pattern.beginning)
    let ending = pattern.ending.isEmpty ? nil : byEnding.range(of: pattern.ending.reversed())
    let letters = pattern.bytes.flatMap { byLetters.places(of: $0) }
    let count = min(beginning?.count ?? .max, ending?.count ?? .max)
    if let letters, letters.count <= count { return select(letters, pattern) }
    if let beginning, beginning.count == count { return select(byBeginning.places(in: beginning), pattern) }
    if let ending { return select(byEnding.places(in: ending), pattern) }
    if others.count > 2 * others.count(where: { !isSelected[$0] }) { others.removeAll { isSelected[$0] } }
    // What is selected already need not be looked at, unless nothing else matches.
    return select(others, pattern) || names.contains(where: pattern.matches)
  }

  private mutating func select(_ places: some Sequence<Int>, _ pattern: NamePattern) -> Bool {
    var hasMatch = false
    for place in places where pattern.matches(names[place]) {
      isSelected[place] = true
      hasMatch = true
    }
    return hasMatch
  }
}

/// Names in the order of their bytes, read from the beginning or from the end.
private struct SortedNames {
  private let names: [(bytes: [UInt8], place: Int)]

  init(_ names: [String], isReversed: Bool) {
    self.names = names.enumerated()
      .map { (bytes: isReversed ? $1.utf8.reversed() : Array($1.utf8), place: $0) }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// The names that begin so, in this order.
  func range(of beginning: [UInt8]) -> Range<Int> {
    let start = firstIndex { !$0.lexicographicallyPrecedes(beginning) }
    return start..<max(start, firstIndex { !$0.lexicographicallyPrecedes(beginning) && !$0.starts(with: beginning) })
  }

  /// Where the names stood that are in a range of this order.
  func places(in range: Range<Int>) -> some Sequence<Int> { names[range].lazy.map(\.place) }

  /// The first whose bytes satisfy what those of all later ones do too.
  private func firstIndex(where isLate: ([UInt8]) -> Bool) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if isLate(names[middle].bytes) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// In which names two or three bytes stand side by side.
private struct AdjacentLetters {
  /// The places of the names, ascending, of each two or three bytes that occur.
  private var places: [UInt32: [Int]] = [:]

  init(_ names: [String]) {
    for (place, name) in names.enumerated() {
      let bytes = Array(name.utf8)
      for start in bytes.indices {
        for length in 2...3 where start + length <= bytes.count {
          let key = Self.key(of: bytes[start..<start + length])
          if places[key]?.last != place { places[key, default: []].append(place) }
        }
      }
    }
  }

  /// The names that hold those letters of a pattern of which there are the fewest; nil where none of its letters stand side
  /// by side.
  func places(of pattern: [UInt8]) -> [Int]? {
    var fewest: [Int]?
    for letters in pattern.split(whereSeparator: { $0 == 0x2A || $0 == 0x3F }) where letters.count > 1 {
      let length = min(letters.count, 3)
      for start in letters.startIndex...letters.endIndex - length {
        let found = places[Self.key(of: letters[start..<start + length])] ?? []
        if found.count < fewest?.count ?? .max { fewest = found }
      }
    }
    return fewest
  }

  private static func key(of letters: ArraySlice<UInt8>) -> UInt32 { letters.reduce(1) { $0 << 8 | UInt32($1) } }
}
