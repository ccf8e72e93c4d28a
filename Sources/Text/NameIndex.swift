/// A pattern for names, in which `*` stands for any number of characters and `?` for one.
package struct NamePattern: Sendable {
  private let characters: [Character]
  /// The same characters as bytes; nil if any is not ASCII.
  let bytes: [UInt8]?
  /// The bytes with which every matching name begins.
  let beginning: [UInt8]
  /// The bytes with which every matching name ends.
  let ending: [UInt8]

  private static let wildcards: Set<Character> = ["*", "?"]

  /// The name that a pattern, or a name without wildcards, was probably meant to select: one that resembles its letters, or
  /// whose beginning resembles the letters before the first wildcard.
  package static func nearest(to text: String, among names: [String]) -> String? {
    let letters = String(text.filter { !wildcards.contains($0) })
    if let name = letters.nearest(among: names) { return name }
    let beginning = text.prefix { !wildcards.contains($0) }
    guard beginning.count < text.count else { return nil }
    for length in [beginning.count, beginning.count + 1] {
      let beginnings = names.map { String($0.prefix(length)) }
      if let word = String(beginning).nearest(among: beginnings) { return names[beginnings.firstIndex(of: word)!] }
    }
    return nil
  }

  /// Reads a pattern; nil for a text without wildcards.
  package init?(_ text: String) {
    characters = Array(text)
    if !characters.contains(where: Self.wildcards.contains) { return nil }
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    bytes = isPlain ? Array(text.utf8) : nil
    // A letter beyond ASCII may be encoded in several ways.
    beginning = isPlain ? Array(text.prefix { !Self.wildcards.contains($0) }.utf8) : []
    ending = isPlain ? text.utf8.reversed().prefix { $0 != 0x2A && $0 != 0x3F }.reversed() : []
  }

  /// Whether the pattern matches the whole name. The time is at most proportional to the product of both lengths.
  func matches(_ name: String) -> Bool {
    if let bytes, name.utf8.allSatisfy({ $0 < 0x80 }) {
      return name.utf8.withContiguousStorageIfAvailable { name in
        bytes.withUnsafeBufferPointer { Self.matches(name, $0, any: 0x2A, one: 0x3F) }
      } ?? Self.matches(Array(name.utf8), bytes, any: 0x2A, one: 0x3F)
    }
    return Self.matches(Array(name), characters, any: "*", one: "?")
  }

  @inline(__always)
  private static func matches<Letters: RandomAccessCollection>(
    _ name: Letters, _ characters: Letters, any: Letters.Element, one: Letters.Element
  ) -> Bool where Letters.Element: Equatable, Letters.Index == Int {
    var (place, index) = (0, 0)
    // The place of the last star, and the first character of the name that it does not cover.
    var star: (place: Int, end: Int)?
    while index < name.count {
      if place < characters.count, characters[place] == any {
        star = (place, index)
        place += 1
      } else if place < characters.count, characters[place] == one || characters[place] == name[index] {
        place += 1
        index += 1
      } else if let last = star {
        // The star covers one more character. An earlier star need not, because this one can cover the same characters.
        star = (last.place, last.end + 1)
        (place, index) = (last.place + 1, last.end + 1)
      } else {
        return false
      }
    }
    return characters[place...].allSatisfy { $0 == any }
  }
}

/// An index of the names of figures by which patterns are matched quickly.
///
/// A pattern is compared only with names that have the same beginning, the same end, or two or three adjacent letters in
/// common with it: with the smallest of these groups.
package struct NameIndex {
  /// Whether each name is selected, in the order in which the names were given.
  package private(set) var isSelected: [Bool]
  private let names: [String]
  private lazy var byBeginning = SortedNames(names, isReversed: false)
  private lazy var byEnding = SortedNames(names, isReversed: true)
  private lazy var byLetters = AdjacentLetters(names)
  /// The indices of the names that no pattern has selected yet, and of some that were selected since the last clean-up.
  private var others: [Int]

  package init(_ names: [String]) {
    self.names = names
    isSelected = [Bool](repeating: false, count: names.count)
    others = Array(names.indices)
  }

  /// Selects all names that match a pattern, and returns whether there are any.
  package mutating func select(_ pattern: NamePattern) -> Bool {
    let beginning = pattern.beginning.isEmpty ? nil : byBeginning.range(of: pattern.beginning)
    let ending = pattern.ending.isEmpty ? nil : byEnding.range(of: pattern.ending.reversed())
    let letters = pattern.bytes.flatMap { byLetters.places(of: $0) }
    let count = min(beginning?.count ?? .max, ending?.count ?? .max)
    if let letters, letters.count <= count { return select(letters, pattern) }
    if let beginning, beginning.count == count { return select(byBeginning.places(in: beginning), pattern) }
    if let ending { return select(byEnding.places(in: ending), pattern) }
    if others.count > 2 * others.count(where: { !isSelected[$0] }) { others.removeAll { isSelected[$0] } }
    // Names that are selected already need not be compared, unless no other name matches.
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

/// Names sorted by their bytes, which are read from the beginning or from the end.
private struct SortedNames {
  private let names: [(bytes: [UInt8], place: Int)]

  init(_ names: [String], isReversed: Bool) {
    self.names = names.enumerated()
      .map { (bytes: isReversed ? $1.utf8.reversed() : Array($1.utf8), place: $0) }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// The range of the names that begin with these bytes.
  func range(of beginning: [UInt8]) -> Range<Int> {
    let start = firstIndex { !$0.lexicographicallyPrecedes(beginning) }
    return start..<max(start, firstIndex { !$0.lexicographicallyPrecedes(beginning) && !$0.starts(with: beginning) })
  }

  /// The original indices of the names in a range of the sorted list.
  func places(in range: Range<Int>) -> some Sequence<Int> { names[range].lazy.map(\.place) }

  /// The first index whose name satisfies a condition that all later names satisfy, too.
  private func firstIndex(where isLate: ([UInt8]) -> Bool) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if isLate(names[middle].bytes) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The names in which two or three given bytes are adjacent.
private struct AdjacentLetters {
  /// The indices of the names, ascending, by each two or three adjacent bytes that occur.
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

  /// The shortest list of names that hold some adjacent letters of a pattern; nil if no letters of the pattern are adjacent.
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
