/// How much time is spent to make a PNG small; the pixels are the same in all cases.
public enum Compression: String, Sendable, CaseIterable {
  /// The fastest compression.
  case fast
  /// The smallest file that does not take much more time; for pictures of at most 256 colours the same as `fast`.
  case balanced
  /// The smallest file in about a hundred times that time, for pictures that are served a million times.
  case small
}

/// How much is spent on rows and texts.
struct CompressionSettings: Equatable {
  /// What is looked for in the rows.
  enum Effort {
    /// Runs of one byte.
    case runs
    /// Any repetition, of which the first good one is taken.
    case repetitions
    /// The filters and repetitions that take the fewest bits.
    case fewestBits
  }

  let effort: Effort
  /// Whether long texts are deflated too.
  let packsTexts: Bool

  // Measured on the rows of the eleven figures of 1500 × 500 pixels and some hundred colours, on one thread of an AMD EPYC:
  //
  //   runs          0.2 ms   16.1 kB
  //   repetitions   2.5 ms   17.1 kB, of rows with the filter Up alone
  //   fewest bits    28 ms   14.8 kB
  //
  // The palette of the smallest files is in the order of appearance, which saves 1 %. Orders by luminance, frequency
  // and neighbourhood are no better.

  /// The settings for rows of palette indices.
  static func palette(_ compression: Compression) -> CompressionSettings {
    switch compression {
    case .fast, .balanced: CompressionSettings(effort: .runs, packsTexts: false)
    case .small: CompressionSettings(effort: .fewestBits, packsTexts: true)
    }
  }

  /// The settings for rows of RGB or RGBA.
  static func trueColour(_ compression: Compression) -> CompressionSettings {
    switch compression {
    case .fast: CompressionSettings(effort: .runs, packsTexts: false)
    case .balanced: CompressionSettings(effort: .repetitions, packsTexts: false)
    case .small: CompressionSettings(effort: .fewestBits, packsTexts: true)
    }
  }
}
