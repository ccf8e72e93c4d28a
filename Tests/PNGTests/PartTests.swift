import Pixels
import SeededNumbers
import Testing

@testable import PNG

@Suite struct PartTests {
  @Test("Parts make the same file however many are deflated at one time.", arguments: 0..<12, Compression.allCases)
  func jobs(seed: Int, compression: Compression) async throws {
    var generator = SeededGenerator(seed: seed)
    let height = Int.random(in: 3...70, using: &generator)
    let image = PNGImage.random(
      width: .random(in: 5...90, using: &generator), height: height,
      colourCount: [15, 300].filter { $0 < 5 * height }.randomElement(using: &generator)!,
      isOpaque: .random(using: &generator), using: &generator)
    let job = try EncodingJob(image, compression: compression)
    let ends = [0, .random(in: 1..<height, using: &generator), .random(in: 1..<height, using: &generator), height]
      .sorted()
    let parts = zip(ends, ends.dropFirst()).map { $0..<$1 }.filter { !$0.isEmpty }
    var files: [[UInt8]] = []
    for jobs in [1, 2, 100] {
      let deflated = DeflatedRows(joining: try await job.deflated(parts, jobs: jobs))
      var writer = PNGWriter()
      var deflater = RowDeflater()
      files.append(try writer.write(job, deflated: deflated, texts: TextChunks(of: job, deflater: &deflater)))
    }
    #expect(try PNGImage(decoding: files[0]) == image)
    #expect(PNGFile(files[0]).bytes == files[0])
    #expect(files[0] == files[1] && files[1] == files[2])
  }

  @Test("A picture of several parts has the same file with and without tasks.")
  func tasks() async throws {
    let (width, height) = (2300, 1900)
    let indices = (0..<width * height).map { UInt8(truncatingIfNeeded: $0 / 7 % 13 * ($0 / 4001 % 5)) }
    let palette = (0..<61).map { UInt32(truncatingIfNeeded: $0 * 0x0507_0B0D) }
    let image = PNGImage(Pixmap(width: width, height: height, indices: indices, palette: palette))
    let encoder = PNGEncoder()
    let bytes = try encoder.encode(image)
    #expect(try PNGHeader(decoding: bytes).height == height)
    #expect(try await encoder.encode(image, jobs: 2) == bytes)
    let unsuitable = image.carrying([PNGText(keyword: "", text: "")])
    await #expect(throws: PNGError.unsuitableKeyword("")) { try await encoder.encode(unsuitable, jobs: 2) }
  }

  @Test(
    "The parts cover all rows in order, and their number follows from their size alone.",
    arguments: [
      (1500, 500, 1), (4500, 1500, 4), (9000, 3000, 13),
      (1, 1, 1), (1, 1_000_000, 1), (1_000_000, 3, 2),
      (1_000_000, 60, 29), (2_097_151, 1, 1), (2_097_152, 1, 1),
    ])
  func parts(width: Int, height: Int, count: Int) {
    let parts = EncodingJob.parts(height: height, bytesPerRow: 1 + width)
    #expect(parts.count == count)
    #expect(parts.first?.lowerBound == 0 && parts.last?.upperBound == height)
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(parts.allSatisfy { !$0.isEmpty })
  }

  @Test("The checksum is that of the specification for any bytes of any number.", arguments: 0..<60)
  func checksum(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    // There are up to 1.5 million bytes, among them many of the greatest value.
    let width = seed < 40 ? Int.random(in: 1...1000, using: &generator) : Int.random(in: 1...300_000, using: &generator)
    let height = Int.random(in: 1...5, using: &generator)
    let least = UInt8([0, 200, 255].randomElement(using: &generator)!)
    let bytes = (0..<width * height).map { _ in UInt8.random(in: least...255, using: &generator) }
    let pixmap = Pixmap(width: width, height: height, indices: bytes, palette: Array(0..<256))
    var deflater = RowDeflater()
    let effort: CompressionSettings.Effort = seed.isMultiple(of: 2) ? .fast : .fewestBits
    let job = EncodingJob(
      writing: PNGImage(pixmap), settings: CompressionSettings(effort: effort, packsTexts: false))
    let whole = try deflater.deflate(0..<height, of: job)
    let filtered = try #require(inflated(whole.bytes, count: whole.filteredCount))
    #expect(whole.checksum == adler32(filtered))
    let cut = Int.random(in: 0..<height, using: &generator)
    var parts: [DeflatedRows] = []
    for part in [0..<cut, cut..<height] where !part.isEmpty { parts.append(try deflater.deflate(part, of: job)) }
    let joined = DeflatedRows(joining: parts)
    let filteredInParts = try #require(inflated(joined.bytes, count: joined.filteredCount))
    #expect(joined.checksum == adler32(filteredInParts))
  }
}
