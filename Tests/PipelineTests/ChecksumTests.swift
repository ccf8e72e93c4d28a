import PNG
import Testing

@testable import Pipeline

@Suite("Checksums")
struct ChecksumTests {
  private let record = FigureRecord(
    title: "T", description: "d", recipe: Recipe(text: "{}"), statistics: "{\"a\": 1}")

  private func picture(_ pixels: [UInt8]) -> PNGImage {
    PNGImage(width: 5, height: 3, pixels: pixels, pixelsPerMetre: 3937).recording(record)
  }

  @Test("a picture is known as drawn, and from its file too")
  func asDrawn() throws {
    let image = picture(Array(0..<60))
    #expect(image.isAsDrawn)
    #expect(try PNGImage(decoding: image.encoded()).isAsDrawn)
    #expect(FigureRecord(in: image.text) == record)
    #expect(!PNGImage(width: 5, height: 3, pixels: image.pixels).isAsDrawn)
    #expect(FigureRecord(in: PNGImage(width: 5, height: 3, pixels: image.pixels).text) == nil)
  }

  @Test("every bit of the picture counts, and so does every pair of bits", arguments: 0..<480)
  func pixels(bit: Int) {
    let image = picture(Array(repeating: 0xFF, count: 60))
    for second in 0..<480 {
      var pixels = image.pixels
      pixels[bit / 8] ^= 1 << (bit % 8)
      if second != bit { pixels[second / 8] ^= 1 << (second % 8) }
      #expect(
        !PNGImage(width: 5, height: 3, pixels: pixels, pixelsPerMetre: 3937, text: image.text).isAsDrawn)
    }
  }

  @Test("size, resolution and words count")
  func words() {
    let image = picture(Array(0..<60))
    func isAsDrawn(width: Int = 5, height: Int = 3, pixelsPerMetre: UInt32? = 3937, text: [PNGText]) -> Bool {
      PNGImage(width: width, height: height, pixels: image.pixels, pixelsPerMetre: pixelsPerMetre, text: text).isAsDrawn
    }
    #expect(isAsDrawn(text: image.text))
    #expect(!isAsDrawn(width: 3, height: 5, text: image.text))
    #expect(!isAsDrawn(pixelsPerMetre: nil, text: image.text))
    #expect(!isAsDrawn(text: image.text + [PNGText(keyword: "Comment", text: "x")]))
    for place in image.text.indices {
      var text = image.text
      text[place] = PNGText(keyword: text[place].keyword, text: text[place].text + "x")
      #expect(!isAsDrawn(text: text))
      text.remove(at: place)
      #expect(!isAsDrawn(text: text))
    }
  }
}
