import Spelling

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
    var wanted = Set(names).intersection(known)
    var missing: [(String, String?)] = []
    for name in names where !wanted.contains(name) {
      let matches = NamePattern(name).map { pattern in known.filter { pattern.matches($0) } } ?? []
      if matches.isEmpty { missing.append((name, NamePattern.nearest(to: name, among: known))) }
      wanted.formUnion(matches)
    }
    guard missing.isEmpty else { throw SelectionError(unknown: missing) }
    return keeping(figures.filter { wanted.contains($0.name) })
  }
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
  }

  /// Whether a whole name is what the pattern says, in time of at most the product of both lengths.
  func matches(_ name: String) -> Bool {
    let name = Array(name)
    var (place, index) = (0, 0)
    // Where the last star stands, and the first character of the name that it does not cover.
    var star: (place: Int, end: Int)?
    while index < name.count {
      if place < characters.count, characters[place] == "*" {
        star = (place, index)
        place += 1
      } else if place < characters.count, characters[place] == "?" || characters[place] == name[index] {
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
    return characters[place...].allSatisfy { $0 == "*" }
  }
}
