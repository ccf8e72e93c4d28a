import PNG
import System

/// Distinguishes the remains of a figure's file from a file of another origin, if the bytes are not a complete PNG.
enum FigureRemains {
  /// Whether bytes are what a full disk or a killed copy may leave of a figure's file, so that they may be replaced.
  ///
  /// They are if replacing them loses nothing of anybody else: if they are empty or all zero, as in a file whose length
  /// reached the disk before its content; if they hold a keyword that only figures carry; or if they begin like the
  /// file of a figure and end, with or without zeros, before the first pixel.
  static func areLeft(in bytes: [UInt8]) -> Bool {
    let content = bytes[..<((bytes.lastIndex { $0 != 0 } ?? -1) + 1)]
    return content.isEmpty || holdKeyword(bytes) || isBeginning(content)
  }

  /// The first bytes may be damaged, e.g. by a conversion of line ends, but not all of them. Any of the keywords is
  /// enough, as another one may be damaged.
  private static func holdKeyword(_ bytes: [UInt8]) -> Bool {
    (bytes.starts(with: PNGImage.signature) || bytes.prefix(16).holds("IHDR"))
      && [FigureRecord.recipeKeyword, FigureRecord.statisticsKeyword, FigureRecord.checksumKeyword]
        .contains { bytes[...].holds($0 + "\0") }
  }

  /// Whether the bytes hold chunks of a figure, and end before the first pixel.
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

  /// The chunks before the pixels of a figure, and their largest lengths (PNG specification, third edition, 11).
  private static let limits: [(type: String, length: Int)] = [
    ("IHDR", 13), ("PLTE", 768), ("tRNS", 256), ("pHYs", 9), ("iTXt", PNGImage.maximumTextLength + 128),
  ]

  /// Whether the header is that of a figure: eight bits per channel or index; a palette, RGB or RGBA; not interlaced.
  private static func isHeader(_ data: ArraySlice<UInt8>) -> Bool {
    let form = Array(data.dropFirst(8))
    return [3, 2, 6].contains { form == Array([8, $0, 0, 0, 0].prefix(form.count)) }
  }

  /// Whether the data begins, as far as it goes, with a keyword of a figure.
  private static func isText(_ data: ArraySlice<UInt8>) -> Bool {
    FigureRecord.keywords.contains { keyword in
      let start = Array(keyword.utf8) + [0]
      return data.prefix(start.count).elementsEqual(start.prefix(data.count))
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes of a text occur in these bytes.
  func holds(_ text: String) -> Bool {
    withUnsafeBytes { $0.firstOffset(of: Array(text.utf8)) } != nil
  }
}
