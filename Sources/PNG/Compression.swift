/// How much time is spent to make a PNG small; the pixels are the same in all cases.
public enum Compression: String, Sendable, CaseIterable {
  /// The fastest compression.
  case fast
  /// The smallest file that does not take much more time, which is that of `fast`.
  case balanced
  /// The smallest file in about a hundred times that time, for pictures that are served a million times.
  case small
}

/// How much is spent on rows and texts.
struct CompressionSettings: Equatable {
  /// What is looked for in the rows.
  enum Effort {
    /// Runs of one index, or pixels that stand to the left, above or near before.
    case fast
    /// The filters and repetitions that take the fewest bits.
    case fewestBits
  }

  let effort: Effort
  /// Whether long texts are deflated too.
  let packsTexts: Bool
}

extension CompressionSettings {
  // Measured on the rows of figures of 1500 × 500 pixels, on one thread of an AMD EPYC: the eleven of the default
  // configuration, which have some hundred colours, and fourteen of the documentation, which have more than 256:
  //
  //                some hundred colours     more than 256
  //   fast            0.2 ms   16.1 kB      0.7 ms   67.4 kB
  //   fewest bits      28 ms   14.8 kB       60 ms   58.3 kB
  //
  // The palette of the smallest files is in the order of appearance, which saves 1 %. Orders by luminance, frequency
  // and neighbourhood are no better.

  init(_ compression: Compression) {
    switch compression {
    case .fast, .balanced: self.init(effort: .fast, packsTexts: false)
    case .small: self.init(effort: .fewestBits, packsTexts: true)
    }
  }
}
