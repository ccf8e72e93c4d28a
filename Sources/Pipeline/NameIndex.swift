/// Names of figures, to be selected by patterns.
///
/// A pattern that begins or ends in letters is only held against the names that do so too, which are found by their order.
struct NameIndex {
  /// Of each name, in the order in which they were given.
  private(set) var isSelected: [Bool]
  private let names: [String]
  private lazy var byBeginning = SortedNames(names, isReversed: false)
  private lazy var byEnding = SortedNames(names, isReversed: true)
  /// Those that no pattern has selected yet, and some that one has selected since.
  private var others: [Int]

  init(_ names: [String]) {
    self.names = names
    isSelected = [Bool](repeating: false, count: names.count)
    others = Array(names.indices)
  }

  /// Selects the names that match, and tells whether there are any.
  mutating func select(_ pattern: NamePattern) -> Bool {
    if !pattern.beginning.isEmpty { return select(byBeginning.places(of: pattern.beginning), pattern) }
    if !pattern.ending.isEmpty { return select(byEnding.places(of: pattern.ending.reversed()), pattern) }
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

  /// Where the names stood that begin so.
  func places(of beginning: [UInt8]) -> [Int] {
    let start = firstIndex { !$0.lexicographicallyPrecedes(beginning) }
    return names[start...].prefix { $0.bytes.starts(with: beginning) }.map(\.place)
  }

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
