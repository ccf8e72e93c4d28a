import PNG
import SeededNumbers
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import System

@Suite
struct FigureRemainsTests {
  private let figures: [[UInt8]]

  init() async throws {
    let entries = [
      #""relu""#, ##"{"name": "clear", "function": "mish", "style": {"paper": "#ffffff00"}}"##,
    ]
    let texts = [
      #"{"samples": 100, "figure": {"dpi": 20}, "activations": [\#(entries.joined(separator: ", "))]}"#,
      #"{"samples": 100, "figure": {"dpi": 20}, "output": {"compression": "small"}, "activations": ["tanh"]}"#,
    ]
    var files: [[UInt8]] = []
    for text in texts {
      let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
      for result in try await Batch(of: plan).files() { files.append(try #require(result).get()) }
    }
    figures = files
  }

  @Test("A file truncated anywhere, with or without zeros after it, is recognized as a figure of this tool.")
  func cuts() {
    for bytes in figures {
      for count in 0..<bytes.count where count < 3000 || count % 97 == 0 {
        let cut = Array(bytes.prefix(count))
        #expect(FigureRemains.areLeft(in: cut), "\(count) of \(bytes.count) bytes")
        #expect(FigureRemains.areLeft(in: cut + Array(repeating: 0, count: bytes.count - count)))
      }
    }
  }

  @Test("A file with a damaged bit or block is recognized as a figure of this tool.", arguments: 0..<8 as Range<UInt64>)
  func damage(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for bytes in figures {
      for _ in 0..<200 {
        var damaged = bytes
        damaged[Int.random(in: 0..<bytes.count, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        let isKnown = FigureRemains.areLeft(in: damaged)
        #expect(isKnown)
      }
      // Only the pixels are damaged, so the chunks before them identify the file.
      var zeroed = bytes
      for place in bytes.count / 2..<bytes.count - 100 { zeroed[place] = 0 }
      #expect(FigureRemains.areLeft(in: zeroed))
    }
    // Line ends are converted, as Git does with a file that it takes for text.
    let converted = figures[0].reduce(into: [UInt8]()) { bytes, byte in
      if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
      bytes.append(byte)
    }
    #expect(FigureRemains.areLeft(in: converted))
  }

  @Test("Parts of other files are not recognized as figures of this tool.")
  func others() throws {
    let image = PNGImage(width: 30, height: 20, pixels: (0..<2400).map { UInt8(truncatingIfNeeded: $0 * 7) })
    let photo = try image.carrying([PNGText(keyword: "Comment", text: "Holiday")]).encoded()
    let plain = try image.encoded()
    for bytes in [photo, plain] {
      // With its pixels and without its texts the file is a foreign picture.
      let start = try #require(EditedPNG(bytes).place(of: "IDAT"))
      for count in start + 8...bytes.count {
        #expect(!FigureRemains.areLeft(in: Array(bytes.prefix(count))), "\(count) of \(bytes.count) bytes")
      }
    }
    // So is a file with a foreign text.
    let text = try #require(EditedPNG(photo).place(of: "iTXt"))
    #expect(!FigureRemains.areLeft(in: Array(photo.prefix(text + 9))))
    for text in ["x", "\u{89}PNG", "{}", "GIF89a", "<svg/>", "PK\u{3}\u{4}", "actfig:recipe\0{}"] {
      #expect(!FigureRemains.areLeft(in: Array(text.utf8)), "\(text)")
    }
    var generator = SeededGenerator(seed: 1)
    for count in 1..<200 {
      let noise = (0..<count).map { _ in UInt8.random(in: 1...255, using: &generator) }
      #expect(!FigureRemains.areLeft(in: noise))
      if count > 4 { #expect(!FigureRemains.areLeft(in: PNGImage.signature + noise)) }
    }
  }
}

extension EditedPNG {
  /// The byte at which the first chunk of a type begins.
  func place(of type: String) -> Int? {
    var place = 8
    for chunk in chunks {
      if chunk.type == type { return place }
      place += 12 + chunk.data.count
    }
    return nil
  }
}
