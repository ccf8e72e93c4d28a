extension String {
  /// The word of which this is probably a misspelling; nil if none is near.
  ///
  /// Case, hyphens, underscores and spaces are ignored. A word is near if the number of edits is at most a third of its
  /// letters; of equally near words the first in the list is returned.
  ///
  /// ```swift
  /// "Leaky_ReLU".nearest(among: ["relu", "leaky-relu"])    // "leaky-relu"
  /// "sampels".nearest(among: ["seed", "samples"])          // "samples"
  /// "colour".nearest(among: ["seed", "samples"])           // nil
  /// ```
  public func nearest(among words: some Sequence<String>) -> String? {
    // Very long words are near to none, and the search would take long.
    guard utf8.count <= 256 else { return nil }
    let letters = lettersAlone
    var nearest: (word: String, distance: Int)?
    for word in words {
      let other = word.lettersAlone
      // The number of edits is at least the difference of the lengths.
      let limit = min(max(letters.count, other.count) / 3, (nearest?.distance ?? .max) - 1)
      guard abs(letters.count - other.count) <= limit else { continue }
      let distance = editDistance(from: letters, to: other)
      if distance <= limit { nearest = (word, distance) }
    }
    return nearest?.word
  }

  private var lettersAlone: [Unicode.Scalar] {
    lowercased().unicodeScalars.filter { !["-", "_", " "].contains($0) }
  }
}

/// The optimal string alignment distance of two words: the least number of insertions, deletions, replacements and
/// exchanges of neighbours that turn one into the other, without further edits of an exchanged pair.
private func editDistance(from source: [Unicode.Scalar], to target: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...target.count)
  for row in source.indices {
    var current = [row + 1]
    for column in target.indices {
      let replaced = last[column] + (source[row] == target[column] ? 0 : 1)
      var least = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, source[row] == target[column - 1], source[row - 1] == target[column] {
        least = min(least, beforeLast[column - 1] + 1)
      }
      current.append(least)
    }
    (beforeLast, last) = (last, current)
  }
  return last[target.count]
}
