import Foundation
import PNG
import Testing

/// Tests of the sizes of the committed figures, which are drawn with the default settings, texts included.
@Suite struct SizeTests {
  private static let files: [URL] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let contents = try? FileManager.default.contentsOfDirectory(
      at: root.appendingPathComponent("Output"), includingPropertiesForKeys: nil)
    return (contents ?? []).filter { $0.pathExtension == "png" }
  }()

  @Test("The figures have at most 21 000 bytes on average.")
  func balanced() throws {
    #expect(Self.files.count == 11)
    let sizes = try Self.files.map { try Data(contentsOf: $0).count }
    #expect(sizes.reduce(0, +) <= 21_000 * sizes.count)
  }

  @Test("Small files have at most 16 500 bytes on average, with the same pixels and texts.")
  func small() throws {
    #expect(Self.files.count == 11)
    let encoder = PNGEncoder()
    var total = 0
    for file in Self.files {
      let figure = try PNGImage(decoding: Array(Data(contentsOf: file)))
      let small = try encoder.encode(figure, compression: .small)
      #expect(try PNGImage(decoding: small) == figure)
      #expect(try figure.encoded(compression: .small) == small, "whatever was encoded before")
      total += small.count
    }
    #expect(total <= 16_500 * Self.files.count)
  }

  @Test("Without texts a figure has at most 16 600 bytes on average, and a small one 15 400.")
  func withoutTexts() throws {
    let encoder = PNGEncoder()
    var totals: [Compression: Int] = [:]
    for file in Self.files {
      let figure = try PNGImage(decoding: Array(Data(contentsOf: file))).carrying([])
      for compression in [Compression.balanced, .small] {
        totals[compression, default: 0] += try encoder.encode(figure, compression: compression).count
      }
    }
    #expect(try #require(totals[.balanced]) <= 16_600 * Self.files.count)
    #expect(try #require(totals[.small]) <= 15_400 * Self.files.count)
  }
}
