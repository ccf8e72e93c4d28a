import Text

extension RenderPlan {
  /// The figures of these names alone, in the order of the plan; all of them where no name is given.
  ///
  /// ```swift
  /// try plan.selecting(["mish", "swish-beta-*"])
  /// ```
  ///
  /// - Parameter names: Names of figures, or patterns, in which `*` stands for any characters and `?` for a single one. A
  ///   name that is that of a figure is no pattern.
  /// - Throws: All names and patterns of which there is no figure.
  public func selecting(_ names: [String]) throws(SelectionError) -> RenderPlan {
    guard !names.isEmpty else { return self }
    let known = figures.map(\.name)
    let plain = Set(names).intersection(known)
    let patterns = names.filter { !plain.contains($0) }
    guard !patterns.isEmpty else { return keeping(figures.filter { plain.contains($0.name) }) }
    var index = NameIndex(known)
    var missing: [(String, String?)] = []
    for name in patterns {
      if let pattern = NamePattern(name), index.select(pattern) { continue }
      missing.append((name, missing.count < Self.mostGuesses ? NamePattern.nearest(to: name, among: known) : nil))
    }
    guard missing.isEmpty else { throw SelectionError(unknown: missing) }
    return keeping(zip(figures, index.isSelected).filter { $1 || plain.contains($0.name) }.map(\.0))
  }

  /// Names for which one that was probably meant is looked for: each takes a look at all names that there are.
  private static let mostGuesses = 20
}

/// Names by which figures were asked for that the configuration does not hold.
public struct SelectionError: Error, Sendable, CustomStringConvertible {
  /// Each with the name that was probably meant, where one is near.
  public let unknown: [(name: String, nearest: String?)]

  /// A line for each: `There is no figure "mihs"; did you mean "mish"?`
  public var description: String {
    unknown.map { name, nearest in
      let question = nearest.map { "; did you mean \"\($0.printable)\"?" } ?? "."
      return "There is no figure \"\(name.abbreviated(to: 80).printable)\"\(question)"
    }.joined(separator: "\n")
  }
}

/// A name with places left open.
struct NamePattern: Sendable {
  private let characters: [Character]
  /// The same where all are of ASCII.
  let bytes: [UInt8]?
  /// What every name begins with that matches, as bytes.
  let beginning: [UInt8]
  /// What every name ends in that matches, as bytes.
  let ending: [UInt8]

  /// `*` for any characters, none among them; `?` for one.
  static let wildcards: Set<Character> = ["*", "?"]

  /// The name that a pattern, or a plain name, was probably meant to select: one like its letters, or one that begins like
  /// those before the first wildcard.
  static func nearest(to text: String, among names: [String]) -> String? {
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

  /// Nil where nothing is left open.
  init?(_ text: String) {
    characters = Array(text)
    if !characters.contains(where: Self.wildcards.contains) { return nil }
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    bytes = isPlain ? Array(text.utf8) : nil
    // Other letters may be written in several ways.
    beginning = isPlain ? Array(text.prefix { !Self.wildcards.contains($0) }.utf8) : []
    ending = isPlain ? text.utf8.reversed().prefix { $0 != 0x2A && $0 != 0x3F }.reversed() : []
  }

  /// Whether a whole name is what the pattern says, in time of at most the product of both lengths.
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
    // Where the last star stands, and the first character of the name that it does not cover.
    var star: (place: Int, end: Int)?
    while index < name.count {
      if place < characters.count, characters[place] == any {
        star = (place, index)
        place += 1
      } else if place < characters.count, characters[place] == one || characters[place] == name[index] {
        place += 1
        index += 1
      } else if let last = star {
        // The star takes one character more; an earlier one need not, for this one can take all that it could.
        star = (last.place, last.end + 1)
        (place, index) = (last.place + 1, last.end + 1)
      } else {
        return false
      }
    }
    return characters[place...].allSatisfy { $0 == any }
  }
}
