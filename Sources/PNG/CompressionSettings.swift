/// How rows are filtered and deflated.
struct CompressionSettings: Equatable {
  enum Filter {
    case none
    /// Each byte as its difference from the byte above.
    case up
    /// None or Up, whichever leaves a row the fewest runs of one byte; for palettes.
    case fewestRuns
    /// None, Up or Paeth, whichever leaves a row the fewest runs of one byte; for palettes.
    case fewestRunsOfThree
  }

  /// Which repetitions zlib looks for.
  enum Matches {
    case all
    /// Of six bytes and more (`Z_FILTERED`).
    case long
    /// Runs of one byte (`Z_RLE`): far less to search.
    case runs
  }

  /// A way to filter and deflate rows.
  struct Way: Equatable {
    let filter: Filter
    let matches: Matches
  }

  /// One or two; where there are two, each band of eight rows is deflated in the one that makes it shorter.
  let ways: [Way]
  /// zlib's level, 0 to 9; nothing depends on it where only runs are looked for.
  let level: Int
  /// zlib's memory level, 1 to 9: how much is deflated with one code.
  let memoryLevel: Int
  /// The binary logarithm of the farthest that zlib looks back, 9 to 15.
  let windowBits: Int
  /// Whether zlib looks everywhere for a match longer than one that is good already.
  let isThorough: Bool
  /// Whether long texts are deflated too.
  let packsTexts: Bool

  init(
    _ ways: Way..., level: Int, memoryLevel: Int, windowBits: Int = 15, isThorough: Bool = false,
    packsTexts: Bool = false
  ) {
    self.ways = ways
    self.level = level
    self.memoryLevel = memoryLevel
    self.windowBits = windowBits
    self.isThorough = isThorough
    self.packsTexts = packsTexts
  }
}

extension CompressionSettings {
  // Rows of the eleven figures of 1500 × 500 pixels and some hundred colours, one thread, zlib 1.2.13:
  //
  //   Up,                    runs, memory 6                      0.7 ms   18.1 kB
  //   fewest runs,           runs, memory 6                      0.7 ms   17.0 kB
  //   fewest runs of three,  runs, memory 6                      1.9 ms   16.6 kB
  //   none,                  long, level 9, memory 7              35 ms   16.3 kB
  //   none,                  long, level 9, thorough, 8 KB back   45 ms   16.0 kB
  //   the better of the last and of the fewest runs of three      63 ms   15.4 kB
  //
  // The palette of the small ones is in the order of appearance, which saves 1 %. Neither luminance, frequency nor
  // neighbourhood makes a better order.

  /// For indices, rows of so many: most of a figure repeats the row above, which Up turns into long runs of zeros.
  static func palette(_ compression: Compression, width: Int) -> CompressionSettings {
    switch compression {
    case .fast, .balanced: CompressionSettings(Way(filter: .fewestRuns, matches: .runs), level: 6, memoryLevel: 6)
    case .small:
      CompressionSettings(
        Way(filter: .none, matches: .long), Way(filter: .fewestRunsOfThree, matches: .runs), level: 9, memoryLevel: 7,
        windowBits: windowBits(reaching: 4 * (width + 1)), isThorough: true, packsTexts: true)
    }
  }

  /// The smallest window that reaches so far, or the largest: what is farther away takes more bits to name.
  private static func windowBits(reaching distance: Int) -> Int {
    min(max(9, Int.bitWidth - distance.leadingZeroBitCount), 15)
  }

  /// For RGB and RGBA.
  static func trueColour(_ compression: Compression) -> CompressionSettings {
    switch compression {
    case .fast: CompressionSettings(Way(filter: .up, matches: .runs), level: 6, memoryLevel: 8)
    case .balanced: CompressionSettings(Way(filter: .up, matches: .all), level: 1, memoryLevel: 8)
    case .small: CompressionSettings(Way(filter: .up, matches: .all), level: 9, memoryLevel: 8, packsTexts: true)
    }
  }
}
