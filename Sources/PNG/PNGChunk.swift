/// A chunk of a PNG file (PNG specification, third edition, 5.3).
public struct PNGChunk: Sendable, Equatable {
  /// Four bytes, letters of ASCII in a PNG as it should be: `IHDR`.
  public let type: String
  /// What lies between the type and the checksum; fewer bytes than the chunk states where the file ends early.
  public let data: ArraySlice<UInt8>
  /// Whether the file holds the chunk to its end. The checksum is not looked at.
  public let isWhole: Bool

  /// Whether these are the letters of a type.
  static func isType(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { 0x41...0x5A ~= $0 & 0xDF } }
}

/// The chunks of a file in their order, up to IEND; where the file is broken, those up to the first place that can be none.
///
/// ```swift
/// PNGChunks(bytes).map(\.type)     // ["IHDR", "PLTE", "pHYs", "iTXt", "IDAT", "IEND"]
/// ```
public struct PNGChunks: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>

  /// - Parameter bytes: A whole PNG or its beginning; of anything that does not begin as a PNG there are no chunks.
  public init(_ bytes: [UInt8]) {
    rest = bytes.starts(with: PNGImage.signature) ? bytes.dropFirst(PNGImage.signature.count) : []
  }

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
