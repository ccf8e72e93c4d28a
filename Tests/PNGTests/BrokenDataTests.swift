import Pixels
import SeededNumbers
import Testing

@testable import PNG

@Suite struct BrokenDataTests {
  /// Returns the file of a small picture with alpha, resolution and text, with a palette or in true colour.
  private static func sample(seed: Int, colourCount: Int) throws -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    return try PNGImage.random(
      width: 20, height: 15, colourCount: colourCount, isOpaque: false, pixelsPerMetre: 3937,
      text: [PNGText(keyword: "Title", text: "Mish"), PNGText(keyword: "Description", text: "x · tanh(softplus x)")],
      using: &generator
    ).encoded()
  }

  @Test("A file that is cut off anywhere is rejected.", arguments: [5, 290])
  func truncated(colourCount: Int) throws {
    let bytes = try Self.sample(seed: 0, colourCount: colourCount)
    for length in bytes.indices {
      #expect(throws: PNGError.self, "first \(length) bytes") { try PNGImage(decoding: Array(bytes.prefix(length))) }
    }
  }

  @Test("A file with any one byte changed is rejected.", arguments: 0..<4, [5, 290])
  func changedByte(seed: Int, colourCount: Int) throws {
    let bytes = try Self.sample(seed: seed, colourCount: colourCount)
    var generator = SeededGenerator(seed: seed)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= UInt8.random(in: 1...255, using: &generator)
      #expect(throws: PNGError.self, "byte \(place)") { try PNGImage(decoding: changed) }
    }
  }

  @Test("Changed bytes with a correct checksum are rejected or read as a whole picture.", arguments: 0..<500)
  func changedContent(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var file = try PNGFile(Self.sample(seed: seed, colourCount: seed.isMultiple(of: 2) ? 5 : 290))
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let chunk = Int.random(in: file.chunks.indices, using: &generator)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: file.chunks.remove(at: chunk)
      case 1: file.chunks.append(file.chunks[chunk])
      case 2: file.chunks.swapAt(chunk, Int.random(in: file.chunks.indices, using: &generator))
      case 3: file.chunks[chunk].data.removeLast(min(3, file.chunks[chunk].data.count))
      default:
        guard let place = file.chunks[chunk].data.indices.randomElement(using: &generator) else { break }
        file.chunks[chunk].data[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if file.chunks.isEmpty { break }
    }
    do throws(PNGError) {
      let image = try PNGImage(decoding: file.bytes)
      #expect(image.pixels.count == image.width * image.height * 4)
    } catch {
      #expect(error.description.hasSuffix("."))
    }
  }

  @Test("Random bytes are rejected.", arguments: 0..<200)
  func randomBytes(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let noise = (0..<Int.random(in: 0...200, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator)
    }
    #expect(throws: PNGError.self) { try PNGImage(decoding: PNGFile.signature + noise) }
    #expect(throws: PNGError.notPNG) { try PNGImage(decoding: [0] + noise) }
  }

  @Test("A file with bytes after its end is rejected.")
  func trailingBytes() throws {
    let bytes = try Self.sample(seed: 0, colourCount: 5)
    #expect(throws: PNGError.trailingBytes(count: 3)) { try PNGImage(decoding: bytes + [0, 0, 0]) }
  }

  @Test("An index beyond the palette is rejected.")
  func indexBeyondPalette() {
    for index in [2, 255] as [UInt8] {
      let file = PNGFile(chunks: [
        PNGFile.header(width: 1, height: 1, depth: 8, colourType: 3),
        .init(name: "PLTE", data: [1, 2, 3, 4, 5, 6]), .init(name: "IDAT", data: PNGFile.stored([0, index])),
        PNGFile.end,
      ])
      #expect(throws: PNGError.self, "index \(index)") { try PNGImage(decoding: file.bytes) }
    }
  }

  @Test("Pixel data that is too long or too short is rejected.", arguments: [[], [0], [0, 1, 2], [0, 1, 0, 1]])
  func pixelCount(rows: [UInt8]) {
    let file = PNGFile(chunks: [
      PNGFile.header(width: 1, height: 1, depth: 8, colourType: 0),
      .init(name: "IDAT", data: PNGFile.stored(rows)), PNGFile.end,
    ])
    #expect(throws: PNGError.self) { try PNGImage(decoding: file.bytes) }
  }

  @Test("The error contains libpng's message.")
  func message() throws {
    var bytes = try Self.sample(seed: 0, colourCount: 5)
    bytes[29] ^= 1
    #expect(throws: PNGError.broken(reason: "IHDR: CRC error", offset: 33)) { try PNGImage(decoding: bytes) }
  }

  @Test("A failure of libpng in writing is thrown with its message.")
  func unwritable() throws {
    var deflater = RowDeflater()
    var writer = PNGWriter()
    func bytes(palette: [UInt32]) throws -> [UInt8] {
      let pixmap = Pixmap(width: 1, height: 1, uncheckedStorage: .indexed([0], palette: palette))
      let job = EncodingJob(writing: PNGImage(pixmap), settings: CompressionSettings(.fast))
      return try writer.write(
        job, deflated: deflater.deflate(0..<1, of: job), texts: TextChunks(of: job, deflater: &deflater))
    }
    let first = try bytes(palette: [0xFF03_0201])
    #expect(throws: PNGError.unwritable(reason: "Invalid palette")) { try bytes(palette: []) }
    // The failure does not affect the next picture.
    #expect(try bytes(palette: [0xFF03_0201]) == first)
  }
}
