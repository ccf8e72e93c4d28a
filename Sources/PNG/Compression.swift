/// How much time is spent to make a PNG small; the pixels are the same in all cases.
public enum Compression: String, Sendable, CaseIterable {
  /// The fastest compression.
  case fast
  /// The smallest file that does not take much more time; for pictures of at most 256 colours the same as `fast`.
  case balanced
  /// The smallest file in about a hundred times that time, for pictures that are served a million times.
  case small
}

/// The parameters with which rows are filtered and deflated.
struct CompressionSettings: Equatable {
  /// The filter of a row (PNG specification, third edition, 9.2), or how it is chosen.
  enum Filter {
    /// Filter 0: the bytes as they are.
    case none
    /// Filter 2: each byte as its difference from the byte above.
    case up
    /// None or Up, whichever leaves a row the fewest runs of one byte; for palettes.
    case fewestRuns
    /// None, Up or Paeth, whichever leaves a row the fewest runs of one byte; for palettes.
    case fewestRunsOfThree
  }

  /// The repetitions that zlib looks for.
  enum Matches {
    /// Every repetition of three bytes and more (`Z_DEFAULT_STRATEGY`).
    case all
    /// Repetitions of six bytes and more (`Z_FILTERED`).
    case long
    /// Runs of one byte (`Z_RLE`), which are much faster to find.
    case runs
  }

  /// One method of filtering and deflating rows.
  struct Method: Equatable {
    let filter: Filter
    let matches: Matches
  }

  /// One or two methods; of two, each band of eight rows is deflated by the one that makes it shorter.
  let methods: [Method]
  /// zlib's level, 0 to 9, which has no effect where only runs are looked for.
  let level: Int
  /// zlib's memory level, 1 to 9: how much is deflated with one Huffman code.
  let memoryLevel: Int
  /// The binary logarithm of zlib's window, 9 to 15: how far back it finds repetitions.
  let windowBits: Int
  /// Whether zlib goes on searching where it has already found a good match.
  let isThorough: Bool
  /// Whether long texts are deflated too.
  let packsTexts: Bool

  init(
    _ methods: Method..., level: Int, memoryLevel: Int, windowBits: Int = 15, isThorough: Bool = false,
    packsTexts: Bool = false
  ) {
    self.methods = methods
    self.level = level
    self.memoryLevel = memoryLevel
    self.windowBits = windowBits
    self.isThorough = isThorough
    self.packsTexts = packsTexts
  }
}

extension CompressionSettings {
  // Measured on the rows of the eleven figures of 1500 × 500 pixels and some hundred colours, one thread, zlib 1.2.13:
  //
  //   Up,                    runs, memory 6                      0.7 ms   18.1 kB
  //   fewest runs,           runs, memory 6                      0.7 ms   17.0 kB
  //   fewest runs of three,  runs, memory 6                      1.9 ms   16.6 kB
  //   none,                  long, level 9, memory 7              35 ms   16.3 kB
  //   none,                  long, level 9, thorough, 8 KB back   45 ms   16.0 kB
  //   the better of the last and of the fewest runs of three      63 ms   15.4 kB
  //
  // The palette of the smallest files is in the order of appearance, which saves 1 %. Orders by luminance, frequency
  // and neighbourhood are no better.

  /// The settings for rows of palette indices: most rows of a figure repeat the row above, which Up turns into long
  /// runs of zeros.
  static func palette(_ compression: Compression, width: Int) -> CompressionSettings {
    switch compression {
    case .fast, .balanced: CompressionSettings(Method(filter: .fewestRuns, matches: .runs), level: 6, memoryLevel: 6)
    case .small:
      CompressionSettings(
        Method(filter: .none, matches: .long), Method(filter: .fewestRunsOfThree, matches: .runs), level: 9,
        memoryLevel: 7, windowBits: windowBits(reaching: 4 * (width + 1)), isThorough: true, packsTexts: true)
    }
  }

  /// The smallest window that reaches back a distance, or else the largest: a farther repetition takes more bits to
  /// name.
  private static func windowBits(reaching distance: Int) -> Int {
    min(max(9, Int.bitWidth - distance.leadingZeroBitCount), 15)
  }

  /// The settings for rows of RGB or RGBA.
  static func trueColour(_ compression: Compression) -> CompressionSettings {
    switch compression {
    case .fast: CompressionSettings(Method(filter: .up, matches: .runs), level: 6, memoryLevel: 8)
    case .balanced: CompressionSettings(Method(filter: .up, matches: .all), level: 1, memoryLevel: 8)
    case .small: CompressionSettings(Method(filter: .up, matches: .all), level: 9, memoryLevel: 8, packsTexts: true)
    }
  }
}
