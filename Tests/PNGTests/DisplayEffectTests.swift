import PNG
import Testing

@Suite struct DisplayEffectTests {
  private func effects(_ chunks: PNGFile.Chunk...) throws -> [PNGDisplayEffect] {
    try DecodedPNG(decoding: PNGFile.whitePixel(chunks).bytes).displayEffects
  }

  private static let always: [(String, [UInt8])] = [
    ("gAMA", bigEndian(45_455)), ("gAMA", bigEndian(100_000)), ("cHRM", [UInt8](repeating: 1, count: 32)),
    ("sRGB", [0]), ("iCCP", Array("p\0\0x".utf8)), ("cICP", [1, 13, 0, 1]), ("cICP", [9, 16, 0, 1]),
    ("mDCV", [UInt8](repeating: 0, count: 24)), ("cLLI", [UInt8](repeating: 0, count: 8)), ("bKGD", [0, 255]),
    ("acTL", bigEndian(1) + bigEndian(0)), ("fcTL", [UInt8](repeating: 0, count: 26)), ("fdAT", bigEndian(0) + [1]),
    ("sTER", [0]), ("gmAP", []), ("gdAT", []),
  ]

  @Test(
    "Chunks of colours, backgrounds, animations and second pictures have an effect at any position.", arguments: always)
  func chunks(type: String, data: [UInt8]) throws {
    let effect = PNGDisplayEffect.chunk(type)
    #expect(try effects(.init(name: type, data: data)) == [effect])
    #expect(effect.description.hasSuffix(" (\(type))") && !effect.description.hasPrefix("a chunk"))
    var file = PNGFile.whitePixel()
    file.chunks.insert(.init(name: type, data: data), at: file.chunks.count - 1)
    let behind = try DecodedPNG(decoding: file.bytes)
    #expect(behind.displayEffects == [effect])
    #expect(behind.image == PNGImage(width: 1, height: 1, pixels: [255, 255, 255, 255]))
    // Each effect is reported once.
    #expect(try effects(.init(name: "tIME", data: [7, 233, 1, 1, 0, 0, 0]), .init(name: type, data: data)) == [effect])
  }

  @Test(
    "A chunk that no viewer shows has no effect.",
    arguments: [
      ("tIME", [7, 233, 1, 1, 0, 0, 0]), ("hIST", [0, 1]), ("sPLT", Array("p\0\u{8}abcdef".utf8)),
      ("pCAL", Array("p\0abcdefgh\0\0m\0".utf8)), ("sCAL", Array("\u{1}1\u{0}2".utf8)), ("prVt", [1, 2, 3]),
      ("vpAg", [0, 0, 0, 9, 0, 0, 0, 9, 0]), ("tEXt", Array("Comment\0x".utf8)), ("PLTE", [1, 2, 3]),
      ("pHYs", bigEndian(3937) + bigEndian(3937) + [1]), ("pHYs", bigEndian(1) + bigEndian(1) + [0]),
      ("oFFs", bigEndian(0) + bigEndian(0) + [1]), ("sBIT", [8]),
    ] as [(String, [UInt8])])
  func harmless(type: String, data: [UInt8]) throws {
    // A suggested palette is valid only with true colour.
    let isPalette = type == "PLTE"
    let file = PNGFile(chunks: [
      PNGFile.header(width: 1, height: 1, depth: 8, colourType: isPalette ? 2 : 0), .init(name: type, data: data),
      .init(name: "IDAT", data: PNGFile.stored(isPalette ? [0, 9, 9, 9] : [0, 9])), PNGFile.end,
    ])
    #expect(try DecodedPNG(decoding: file.bytes).displayEffects == [])
  }

  @Test(
    "An offset, a smaller number of bits and pixels that are not square have an effect.",
    arguments: [
      ("oFFs", bigEndian(1) + bigEndian(0) + [0]), ("oFFs", bigEndian(0) + bigEndian(UInt32.max) + [0]),
      ("oFFs", [0, 0]), ("sBIT", [7]), ("pHYs", bigEndian(3937) + bigEndian(3938) + [1]),
      ("pHYs", bigEndian(2) + bigEndian(1) + [0]),
    ] as [(String, [UInt8])])
  func values(type: String, data: [UInt8]) throws {
    #expect(try effects(.init(name: type, data: data)) == [.chunk(type)])
  }

  @Test(
    "The colours of a palette have eight bits, whatever the depth of the indices.", arguments: [(7, true), (8, false)])
  func paletteBits(bits: UInt8, hasEffect: Bool) throws {
    let file = PNGFile(chunks: [
      PNGFile.header(width: 1, height: 1, depth: 1, colourType: 3), .init(name: "sBIT", data: [8, bits, 8]),
      .init(name: "PLTE", data: [1, 2, 3]), .init(name: "IDAT", data: PNGFile.stored([0, 0])), PNGFile.end,
    ])
    #expect(try DecodedPNG(decoding: file.bytes).displayEffects.isEmpty == !hasEffect)
  }

  /// Returns a directory of tags, each with type, count and value, as a little-endian or big-endian block.
  private static func exif(_ tags: [(UInt16, UInt16, UInt32)], isLittle: Bool, behind: [UInt32] = []) -> [UInt8] {
    func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: isLittle ? value.littleEndian : value.bigEndian, Array.init)
    }
    var block = Array((isLittle ? "II" : "MM").utf8) + bytes(UInt16(42)) + bytes(UInt32(8)) + bytes(UInt16(tags.count))
    for (tag, type, value) in tags {
      block += bytes(tag) + bytes(type) + bytes(UInt32(1))
      block += type == 3 ? bytes(UInt16(value)) + [0, 0] : bytes(value)
    }
    return block + bytes(UInt32(0)) + behind.flatMap { bytes($0) }
  }

  @Test("An Exif block has an effect if it rotates the picture or states a size.", arguments: [true, false])
  func exif(isLittle: Bool) throws {
    func hasEffect(_ data: [UInt8]) throws -> Bool { try !effects(.init(name: "eXIf", data: data)).isEmpty }
    for orientation in 0...9 as ClosedRange<UInt32> {
      for type in [3, 4] as [UInt16] {
        let block = Self.exif([(0x010F, 2, 0), (0x0112, type, orientation)], isLittle: isLittle)
        #expect(try hasEffect(block) == (2...8 ~= orientation), "\(orientation)")
        #expect(try hasEffect(Array("Exif\0\0".utf8) + block) == (2...8 ~= orientation))
        // A block that cannot be read may mean anything.
        for count in 0..<block.count - 4 { #expect(try hasEffect(Array(block.prefix(count)))) }
      }
    }
    #expect(try !hasEffect(Self.exif([(0x8298, 2, 0)], isLittle: isLittle)))
    for (numerator, hasOne) in [(72, false), (144, false), (300, true)] as [(UInt32, Bool)] {
      let tags: [(UInt16, UInt16, UInt32)] = [(0x011A, 5, 38), (0x011B, 5, 38)]
      let block = Self.exif(tags, isLittle: isLittle, behind: [numerator, numerator == 144 ? 2 : 1])
      #expect(try hasEffect(block) == hasOne)
      #expect(try hasEffect(Array(block.dropLast())))
    }
  }

  @Test("Bytes or a second picture after the end have an effect.")
  func trailing() throws {
    let bytes = PNGFile.whitePixel().bytes
    #expect(try DecodedPNG(decoding: bytes).displayEffects.isEmpty)
    #expect(try DecodedPNG(decoding: bytes + [0]).displayEffects == [.trailingBytes(count: 1)])
    #expect(try DecodedPNG(decoding: bytes + [1, 2]).displayEffects.description == "[2 bytes after its end]")
    #expect(try DecodedPNG(decoding: bytes + bytes).displayEffects == [.secondPicture])
    // The chunks of the second picture are not effects of the first.
    let second = PNGFile.whitePixel([.init(name: "gAMA", data: bigEndian(1))]).bytes
    #expect(try DecodedPNG(decoding: bytes + second).displayEffects == [.secondPicture])
  }

  @Test(
    "Samples of 16 bits have an effect unless they are exactly values of 8 bits.", arguments: [0, 2, 4, 6] as [UInt8])
  func depth(colourType: UInt8) throws {
    let channels = [0: 1, 2: 3, 4: 2, 6: 4][Int(colourType)]!
    for isInterlaced in [false, true] {
      for value in [0, 0x0101, 0x8080, 0xFFFF, 1, 0x8000, 0xFFFE] as [UInt16] {
        let samples = (0..<channels).flatMap { channel in
          let sample = channel == channels - 1 ? value : 0x4242
          return [UInt8(sample >> 8), UInt8(truncatingIfNeeded: sample)]
        }
        let file = PNGFile(chunks: [
          PNGFile.header(width: 1, height: 1, depth: 16, colourType: colourType, isInterlaced: isInterlaced),
          .init(name: "IDAT", data: PNGFile.stored([0] + samples)), PNGFile.end,
        ])
        let decoded = try DecodedPNG(decoding: file.bytes)
        #expect(decoded.displayEffects == (value.isMultiple(of: 0x0101) ? [] : [.deepColour]))
        let rounded = UInt8((Double(value) / 257).rounded())
        #expect(decoded.image.pixels[colourType == 2 ? 2 : [4, 6].contains(colourType) ? 3 : 0] == rounded)
      }
    }
  }
}
