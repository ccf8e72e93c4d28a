import PNG
import SeededNumbers
import Testing

/// Tests of reading pictures of every colour type and depth, which are packed here without libpng.
@Suite struct ColourTypeTests {
  struct Kind: CustomTestStringConvertible {
    let colourType: UInt8
    let depth: UInt8
    var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colourType]! }
    var testDescription: String { "colour type \(colourType), \(depth) bits" }
  }

  static let kinds = [
    (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]),
  ].flatMap { colourType, depths in depths.map { Kind(colourType: UInt8(colourType), depth: UInt8($0)) } }

  @Test("Pixels of every colour type and depth are read as 8-bit RGBA.", arguments: kinds, [false, true])
  func expansion(kind: Kind, isInterlaced: Bool) throws {
    for seed in 0..<12 {
      var generator = SeededGenerator(seed: seed)
      let (width, height) = (Int.random(in: 1...19, using: &generator), Int.random(in: 1...19, using: &generator))
      let greatest = UInt16(truncatingIfNeeded: (1 << Int(kind.depth)) - 1)
      let samples = (0..<width * height).map { _ in
        (0..<kind.channels).map { _ in UInt16.random(in: 0...greatest, using: &generator) }
      }
      let colours = (0...255).map { _ in (0..<3).map { _ in UInt8.random(in: 0...255, using: &generator) } }
      let alphas = (0...Int(min(greatest, 99))).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let key = Bool.random(using: &generator) && kind.colourType != 4 && kind.colourType != 6 ? samples[0] : nil

      var chunks = [
        PNGFile.header(
          width: UInt32(width), height: UInt32(height), depth: kind.depth, colourType: kind.colourType,
          isInterlaced: isInterlaced)
      ]
      if kind.colourType == 3 {
        chunks.append(.init(name: "PLTE", data: colours.prefix(Int(greatest) + 1).flatMap { $0 }))
      }
      if let key {
        let words = key.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        chunks.append(.init(name: "tRNS", data: kind.colourType == 3 ? alphas : words))
      }
      let rows = packed(samples, width: width, height: height, depth: Int(kind.depth), isInterlaced: isInterlaced)
      chunks += [.init(name: "IDAT", data: PNGFile.stored(rows)), PNGFile.end]

      let expected = samples.flatMap { sample -> [UInt8] in
        if kind.colourType == 3 {
          let index = Int(sample[0])
          return colours[index] + [key != nil && index < alphas.count ? alphas[index] : 255]
        }
        let bytes = sample.map { UInt8((Double($0) * 255 / Double(greatest)).rounded()) }
        switch bytes.count {
        case 1: return [bytes[0], bytes[0], bytes[0], sample == key ? 0 : 255]
        case 2: return [bytes[0], bytes[0], bytes[0], bytes[1]]
        case 3: return bytes + [sample == key ? 0 : 255]
        default: return bytes
        }
      }
      let image = try PNGImage(decoding: PNGFile(chunks: chunks).bytes)
      #expect(image == PNGImage(width: width, height: height, pixels: expected), "seed \(seed)")
    }
  }

  /// Returns rows without a filter, packed to the depth, or the seven passes of Adam7 if the picture is interlaced (PNG
  /// specification, third edition, 8.2).
  private func packed(_ samples: [[UInt16]], width: Int, height: Int, depth: Int, isInterlaced: Bool) -> [UInt8] {
    let adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    var bytes: [UInt8] = []
    for (left, top, across, down) in isInterlaced ? adam7 : [(0, 0, 1, 1)] where left < width && top < height {
      for y in stride(from: top, to: height, by: down) {
        bytes.append(0)
        let row = stride(from: left, to: width, by: across).flatMap { samples[y * width + $0] }
        var (word, bits) = (0, 0)
        for sample in row {
          (word, bits) = (word << depth | Int(sample), bits + depth)
          while bits >= 8 {
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: word >> bits))
            word &= (1 << bits) - 1
          }
        }
        if bits > 0 { bytes.append(UInt8(word << (8 - bits))) }
      }
    }
    return bytes
  }

  @Test(
    "A resolution that does not state dots per metre is nil.",
    arguments: [
      (bigEndian(3937) + bigEndian(3937) + [0], nil),
      (bigEndian(3937) + bigEndian(3938) + [1], nil),
      (bigEndian(0) + bigEndian(0) + [1], nil),
      (bigEndian(0x8000_0000) + bigEndian(0x8000_0000) + [1], nil),
      (bigEndian(3937) + bigEndian(3937) + [1], 3937),
    ] as [([UInt8], UInt32?)])
  func resolution(data: [UInt8], pixelsPerMetre: UInt32?) throws {
    let file = PNGFile.whitePixel([.init(name: "pHYs", data: data)])
    #expect(try PNGImage(decoding: file.bytes).pixelsPerMetre == pixelsPerMetre)
  }

  @Test("Chunks that do not change the pixels are ignored.")
  func passedOver() throws {
    let file = PNGFile.whitePixel([
      .init(name: "gAMA", data: bigEndian(100_000)), .init(name: "tIME", data: [7, 233, 1, 1, 0, 0, 0]),
      .init(name: "prVt", data: [1, 2, 3]), .init(name: "iCCP", data: Array("name\0\0nonsense".utf8)),
    ])
    #expect(try PNGImage(decoding: file.bytes) == PNGImage(width: 1, height: 1, pixels: [255, 255, 255, 255]))
  }
}
