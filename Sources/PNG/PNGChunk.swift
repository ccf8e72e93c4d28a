/// A chunk of a PNG file (PNG specification, third edition, 5.3).
public struct PNGChunk: Sendable, Equatable {
  /// The four bytes of the type, which are ASCII letters in a valid PNG: `IHDR`.
  public let type: String
  /// The bytes between the type and the checksum; fewer than the chunk states if the file ends early.
  public let data: ArraySlice<UInt8>
  /// Whether the file contains the whole chunk. The checksum is not verified.
  public let isWhole: Bool

  /// Whether these bytes are the letters of a type.
  static func isType(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { 0x41...0x5A ~= $0 & 0xDF } }
}

/// The chunks of a file in their order, up to IEND, or in a broken file up to the first place that cannot be a chunk.
///
/// ```swift
/// PNGChunks(bytes).map(\.type)     // ["IHDR", "PLTE", "pHYs", "iTXt", "IDAT", "IEND"]
/// ```
public struct PNGChunks: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>

  /// Creates a sequence of the chunks of a file.
  ///
  /// - Parameter bytes: A whole PNG or its beginning; the sequence is empty if the bytes do not begin as a PNG.
  public init(_ bytes: [UInt8]) {
    rest = bytes.starts(with: PNGImage.signature) ? bytes.dropFirst(PNGImage.signature.count) : []
  }

  /// Returns the next chunk, or nil after the last one.
  public mutating func next() -> PNGChunk? {
    let type = rest.dropFirst(4).prefix(4)
    guard type.count == 4, PNGChunk.isType(type) else { return nil }
    let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    let chunk = PNGChunk(
      type: String(decoding: type, as: UTF8.self), data: rest.dropFirst(8).prefix(length),
      isWhole: rest.count >= 12 + length)
    rest = chunk.type == "IEND" ? [] : rest.dropFirst(12 + length)
    return chunk
  }
}
