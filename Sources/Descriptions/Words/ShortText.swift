import Text

/// A description of a figure in one line of at most `FigureDescription.shortLimit` characters.
///
/// > Mish: normal samples in, the curve with its derivative, outputs with mean 0.234 and standard deviation 0.602.
///
/// Of several statements, from full to terse, the first that fits behind the title is taken whole. A title that is too long
/// is cut after a word.
struct ShortText: CustomStringConvertible {
  let description: String

  /// - Parameters:
  ///   - title: The title on one line; it may be empty.
  ///   - statements: What is said of the figure, without a full stop, from full to terse. They are made one after the other.
  ///   - fallback: What is said if none of them fits. It is shorter than half of the limit.
  init(title: String, statements: some Sequence<String>, otherwise fallback: String) {
    let limit = FigureDescription.shortLimit
    let room = limit - ": .".utf16.count
    let needed = min(title.utf16.count, Self.reservedForTitle)
    let statement = statements.first { $0.utf16.count + needed <= room } ?? fallback
    let name = title.abbreviated(toUnits: room - statement.utf16.count)
    description = (name.isEmpty ? statement.capitalizedAtStart : "\(name): \(statement)") + "."
  }

  /// A title of this length is not cut in favour of a fuller statement.
  private static let reservedForTitle = 60

  /// The beginning of a longer text, cut after a word.
  ///
  /// It stands in for the short text of a file of an earlier version, which has only a long one.
  init(abbreviating text: String) {
    let sentence = text.firstSentence
    description = sentence.abbreviated(toUnits: FigureDescription.shortLimit)
  }
}

extension String {
  /// The text up to the first full stop that ends a sentence.
  fileprivate var firstSentence: String {
    guard let end = firstPlace(of: ". ") else { return self }
    return String(self[..<end.lowerBound]) + "."
  }

  /// The text with one space for each stretch of blanks, and none at its ends.
  var onOneLine: String {
    var last = UInt8(ascii: " ")
    let isPlain = utf8.allSatisfy { byte in
      defer { last = byte }
      return 0x21...0x7E ~= byte || byte == UInt8(ascii: " ") && last != byte
    }
    if isPlain, last != UInt8(ascii: " ") { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ").printable
  }

  var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }

  /// The words at the beginning, with an ellipsis if not all fit.
  ///
  /// A first word that does not fit alone is cut between two characters.
  ///
  /// - Parameter limit: The greatest number of UTF-16 code units, of which there are at least as many as characters.
  func abbreviated(toUnits limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var end = startIndex
    var room = limit - 1
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.utf16.count + (word.startIndex == startIndex ? 0 : 1)
      guard length <= room else { break }
      room -= length
      end = word.endIndex
    }
    if end == startIndex {
      for character in indices {
        let next = index(after: character)
        guard utf16.distance(from: startIndex, to: next) <= limit - 1 else { break }
        end = next
      }
    }
    let words = self[..<end]
    // A separator before the ellipsis would only disturb.
    let tail = words.last.map { ",;:–—-.".contains($0) } ?? false
    return (tail ? words.dropLast() : words) + "…"
  }
}
