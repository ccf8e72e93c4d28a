import PNG
import System

/// Tells what is left of a figure's file from the file of somebody else, where the bytes are no whole PNG.
enum FigureRemains {
  /// Whether bytes are what a disk or a killed copy may leave of a figure's file, and so may be drawn over.
  ///
  /// They are, where nobody else can miss anything in them: where they are empty, or zeros alone, as a file is whose length
  /// reached the disk and whose content did not; where one of the keywords stands in them that only figures carry; or where
  /// they end, whether in zeros or not, before the first pixel, and begin as the file of a figure does.
  static func areLeft(in bytes: [UInt8]) -> Bool {
    let content = bytes[..<((bytes.lastIndex { $0 != 0 } ?? -1) + 1)]
    return content.isEmpty || holdKeyword(bytes) || isBeginning(content)
  }

  /// The first bytes may be damaged, as they are where line ends were converted, but not all of them. Each keyword counts, for
  /// one of them may be what is damaged.
  private static func holdKeyword(_ bytes: [UInt8]) -> Bool {
    (bytes.starts(with: PNGImage.signature) || bytes.prefix(16).holds("IHDR"))
      && [FigureRecord.recipeKeyword, FigureRecord.statisticsKeyword, FigureRecord.checksumKeyword]
        .contains { bytes[...].holds($0 + "\0") }
  }

  /// Whether a file that was cut after these bytes has the chunks of a figure's, and no pixel yet.
  private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.prefix(8).elementsEqual(PNGImage.signature.prefix(bytes.count)) else { return false }
    var rest = bytes.dropFirst(8)
    while !rest.isEmpty {
      let type = rest.dropFirst(4).prefix(4)
      guard let longest = limits.first(where: { $0.type.utf8.starts(with: type) }) else { return false }
      if type.count < 4 { return true }
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      let data = rest.dropFirst(8).prefix(length)
      guard length <= longest.length, longest.type != "iTXt" || isText(data),
        longest.type != "IHDR" || isHeader(data)
      else { return false }
      rest = rest.dropFirst(12 + length)
    }
    return true
  }

  /// What stands before the pixels of a figure, with the most bytes it can have (PNG specification, third edition, 11).
  private static let limits: [(type: String, length: Int)] = [
    ("IHDR", 13), ("PLTE", 768), ("tRNS", 256), ("pHYs", 9), ("iTXt", PNGImage.maximumTextLength + 128),
  ]

  /// Eight bits a channel or index; colours of a palette, RGB or RGBA; not interlaced.
  private static func isHeader(_ data: ArraySlice<UInt8>) -> Bool {
    let form = Array(data.dropFirst(8))
    return [3, 2, 6].contains { form == Array([8, $0, 0, 0, 0].prefix(form.count)) }
  }

  /// Begins, as far as there is anything, with a keyword of a figure.
  private static func isText(_ data: ArraySlice<UInt8>) -> Bool {
    FigureRecord.keywords.contains { keyword in
      let start = Array(keyword.utf8) + [0]
      return data.prefix(start.count).elementsEqual(start.prefix(data.count))
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes of a text stand in these somewhere.
  func holds(_ text: String) -> Bool {
    withUnsafeBytes { $0.firstOffset(of: Array(text.utf8)) } != nil
  }
}
