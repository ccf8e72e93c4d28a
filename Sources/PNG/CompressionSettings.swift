/// How rows are filtered and deflated.
struct CompressionSettings: Equatable {
  enum Filter {
    case none
    /// Each byte as its difference from the byte above.
    case up
    /// None or Up, whichever leaves a row the fewest runs of one byte.
    case fewestRuns
  }

  /// Which repetitions zlib looks for.
  enum Matches {
    case all
    /// Of six bytes and more (`Z_FILTERED`).
    case long
    /// Runs of one byte (`Z_RLE`): far less to search.
    case runs
  }

  let filter: Filter
  let matches: Matches
  /// zlib's level, 0 to 9; nothing depends on it where only runs are looked for.
  let level: Int
  /// zlib's memory level, 1 to 9: how much is deflated with one code.
  let memoryLevel: Int
  /// The binary logarithm of the farthest that zlib looks back, 9 to 15.
  var windowBits = 15
  /// Whether long texts are deflated too.
  var packsTexts = false
}

extension CompressionSettings {
  // Measured on the eleven figures of 1500 × 500 pixels and some sixty colours, one thread, libpng 1.6.39, zlib 1.2.13:
  //
  //   Up,          runs, memory 6         1.1 ms   18.4 kB
  //   fewest runs, runs, memory 6         1.1 ms   17.3 kB
  //   fewest runs, runs, memory 8         1.1 ms   17.5 kB
  //   none,        long, level 9         27.4 ms   16.7 kB
  //
  // Adaptive filters take longer still for no less.

  /// For indices: most of a figure repeats the row above, which Up turns into long runs of zeros.
  static func palette(_ compression: Compression) -> CompressionSettings {
    switch compression {
    case .fast, .balanced: CompressionSettings(filter: .fewestRuns, matches: .runs, level: 6, memoryLevel: 6)
    case .small: CompressionSettings(filter: .none, matches: .long, level: 9, memoryLevel: 7, packsTexts: true)
    }
  }

  /// For RGB and RGBA.
  static func trueColour(_ compression: Compression) -> CompressionSettings {
    switch compression {
    case .fast: CompressionSettings(filter: .up, matches: .runs, level: 6, memoryLevel: 8)
    case .balanced: CompressionSettings(filter: .up, matches: .all, level: 1, memoryLevel: 8)
    case .small: CompressionSettings(filter: .up, matches: .all, level: 9, memoryLevel: 8, packsTexts: true)
    }
  }
}
