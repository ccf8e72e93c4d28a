/// How rows are filtered and deflated.
struct Compression {
  enum Filter {
    case none
    /// Each byte as its difference from the byte above.
    case up
  }

  let filter: Filter
  /// zlib's level, 0 to 9; nothing depends on it where only runs are looked for.
  let level: Int
  /// zlib's memory level, 1 to 9.
  let memoryLevel: Int
  /// Whether only runs of one byte are looked for (`Z_RLE`): far less to search.
  let runLengthOnly: Bool

  // Measured on figures of 1500 × 500 pixels, one thread, libpng 1.6.39, zlib 1.2.13:
  //
  //   58 colours   None, runs, memory 6   1.1 ms   24 kB
  //                Up,   runs, memory 6   1.3 ms   19 kB
  //                Up,   runs, memory 8   1.4 ms   19 kB
  //   729 colours  None, level 1          4.3 ms   66 kB
  //                Up,   level 1          5.1 ms   61 kB
  //                Up,   runs             4.9 ms   63 kB
  //                Up,   level 6         10.1 ms   53 kB

  /// For indices: a figure repeats the row above in most places, which Up turns into long runs of zeros.
  static let palette = Compression(filter: .up, level: 6, memoryLevel: 6, runLengthOnly: true)

  /// For RGB and RGBA: the fastest level that looks for repetitions.
  static let trueColour = Compression(filter: .up, level: 1, memoryLevel: 8, runLengthOnly: false)
}
