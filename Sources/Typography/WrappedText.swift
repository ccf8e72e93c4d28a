/// A text in rows that keep to a width: its own lines, broken if they are too long.
///
/// Rows end where lines may be broken. A word that is wider than a row is broken between graphemes, or makes its row too
/// wide, as asked. The rows of one broken line are about equally long, as a typesetter would break a title.
package struct WrappedText {
  /// The rows from the first to the last, without spaces around a break.
  package let rows: [String]
  /// Whether no row is wider than the width.
  package let isWithinWidth: Bool

  /// Breaks a text.
  ///
  /// - Parameters:
  ///   - breakingWords: Whether a word may be broken; a single grapheme never is.
  ///   - measure: Returns the width of a row.
  package init(_ text: String, width: Double, breakingWords: Bool, measuring measure: @escaping (Substring) -> Double) {
    var rows: [String] = []
    var isWithinWidth = true
    for line in text.rows {
      if measure(line) <= width {
        rows.append(String(line))
        continue
      }
      let breaking = LineBreaking(of: String(line), breakingWords: breakingWords, measure: measure)
      let greedy = breaking.rows(within: width)
      rows += breaking.balanced(greedy, within: width).map { String($0) }
      isWithinWidth = isWithinWidth && greedy.allSatisfy { measure($0) <= width }
    }
    self.rows = rows
    self.isWithinWidth = isWithinWidth
  }
}

/// Breaks one line into rows.
private struct LineBreaking {
  let line: String
  let breakingWords: Bool
  let measure: (Substring) -> Double
  private let opportunities: [String.Index]

  init(of line: String, breakingWords: Bool, measure: @escaping (Substring) -> Double) {
    self.line = line
    self.breakingWords = breakingWords
    self.measure = measure
    opportunities = TextLine.breaks(in: line)
  }

  /// Returns rows of which each takes as much as it holds.
  func rows(within width: Double) -> [Substring] {
    var rows: [Substring] = []
    var rest = line[...]
    while !rest.isEmpty {
      let breaks = opportunities[opportunities.partitioningIndex { $0 > rest.startIndex }...] + [line.endIndex]
      var end = last(of: breaks, startingAt: rest.startIndex, within: width)
      if end == nil, breakingWords {
        let word = line[rest.startIndex..<breaks[breaks.startIndex]]
        let graphemes = Array(word.indices.dropFirst()) + [word.endIndex]
        end = last(of: graphemes[...], startingAt: rest.startIndex, within: width) ?? graphemes[0]
      }
      let next = end ?? breaks[breaks.startIndex]
      rows.append(line[rest.startIndex..<next].trimmingSpaces)
      rest = line[next...]
    }
    return rows
  }

  /// Returns the same number of rows, the longest of which is as short as can be.
  func balanced(_ greedy: [Substring], within width: Double) -> [Substring] {
    var best = greedy
    var (low, high) = (measure(line[...]) / Double(greedy.count) * 0.9, width)
    while high - low > width / 64 {
      let middle = (low + high) / 2
      let rows = rows(within: middle)
      if rows.count <= greedy.count, rows.allSatisfy({ measure($0) <= middle }) {
        (best, high) = (rows, middle)
      } else {
        low = middle
      }
    }
    return best
  }

  /// Returns the last of the places at which a row can end and still be no wider than a width.
  private func last(of places: ArraySlice<String.Index>, startingAt start: String.Index, within width: Double)
    -> String.Index?
  {
    let count = places.partitioningIndex { measure(line[start..<$0].trimmingSpaces) > width }
    return count == places.startIndex ? nil : places[count - 1]
  }
}

extension Substring {
  /// The text without spaces at both ends.
  fileprivate var trimmingSpaces: Substring {
    var rest = drop(while: \.isBreakingSpace)
    while let last = rest.last, last.isBreakingSpace { rest.removeLast() }
    return rest
  }
}

extension Character {
  /// Whether the character is white space that is neither a no-break space nor bears a combining mark.
  fileprivate var isBreakingSpace: Bool {
    isWhitespace && unicodeScalars.count == 1 && self != "\u{A0}" && self != "\u{202F}" && self != "\u{2007}"
  }
}

extension RandomAccessCollection where Index == Int {
  /// Returns the first index whose element satisfies a condition that all later elements satisfy too.
  fileprivate func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension String {
  /// The parts of the text between its newlines, which are those of `Character.isNewline`; at least one part.
  package var rows: [Substring] {
    var rows: [Substring] = []
    var start = startIndex
    var last: Unicode.Scalar?
    for index in unicodeScalars.indices {
      let scalar = unicodeScalars[index]
      defer { last = scalar }
      guard scalar.isNewline else { continue }
      // A line feed after a carriage return ends the same row.
      if last != "\r" || scalar != "\n" { rows.append(self[start..<index]) }
      start = unicodeScalars.index(after: index)
    }
    rows.append(self[start...])
    return rows
  }
}

extension Unicode.Scalar {
  fileprivate var isNewline: Bool { (0x0A...0x0D).contains(value) || [0x85, 0x2028, 0x2029].contains(value) }
}
