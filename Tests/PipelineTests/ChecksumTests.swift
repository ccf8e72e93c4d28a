import Numerals
import PNG
import Pixels
import Testing

@testable import Pipeline

extension PNGImage {
  /// Whether the picture and its texts are as they were drawn.
  fileprivate var isAsDrawn: Bool {
    let keyword = FigureRecord.checksumKeyword
    let stated = text.filter { $0.keyword == keyword }.map(\.text)
    return stated == [PictureChecksums(of: self, without: keyword).content.text]
  }
}

@Suite
struct ChecksumTests {
  private let record = FigureRecord(
    title: "T", description: "d", shortDescription: "short", recipe: Recipe(text: "{}"), statistics: "{\"a\": 1}")

  private func picture(_ pixels: [UInt8]) -> PNGImage {
    PNGImage(width: 5, height: 3, pixels: pixels, pixelsPerMetre: 3937).recording(record).image
  }

  @Test("The checksum of a picture is the same before and after it is written to a file.")
  func asDrawn() throws {
    let image = picture(Array(0..<60))
    #expect(image.isAsDrawn)
    #expect(try PNGImage(decoding: image.encoded()).isAsDrawn)
    #expect(FigureRecord(in: image.text) == record)
    #expect(!PNGImage(width: 5, height: 3, pixels: image.pixels).isAsDrawn)
    #expect(FigureRecord(in: PNGImage(width: 5, height: 3, pixels: image.pixels).text) == nil)
  }

  @Test("Every bit of the picture changes the checksum, and so does every pair of bits.", arguments: 0..<480)
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

  @Test("Size, resolution and texts change the checksum.")
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

  @Test("The order of the texts does not change the checksum, and their number does.")
  func order() {
    let image = picture(Array(0..<60))
    for place in image.text.indices {
      var text = image.text
      text.append(text.remove(at: place))
      #expect(image.carrying(text).isAsDrawn)
      #expect(!image.carrying(text + [text[place]]).isAsDrawn)
    }
    #expect(image.carrying(image.text.reversed()).isAsDrawn)
  }

  @Test("The checksum of the pixels does not depend on the texts, and other pixels have another one.")
  func pixelsAlone() {
    func checksum(_ image: PNGImage) -> Checksum {
      PictureChecksums(of: image, without: FigureRecord.checksumKeyword).pixels
    }
    let pixels = (0..<60).map { $0 % 4 == 3 ? 255 : UInt8($0) }
    let recorded = PNGImage(width: 5, height: 3, pixels: pixels, pixelsPerMetre: 3937).recording(record)
    #expect(recorded.pixels == checksum(recorded.image))
    #expect(recorded.pixels == checksum(PNGImage(width: 5, height: 3, pixels: pixels)))
    #expect(recorded.pixels != checksum(PNGImage(width: 3, height: 5, pixels: pixels)))
    for place in pixels.indices {
      var other = pixels
      other[place] ^= 1
      #expect(recorded.pixels != checksum(PNGImage(width: 5, height: 3, pixels: other)))
    }
    let indices = (0..<15).map { UInt8($0) }
    let palette = (0..<15).map { index in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(pixels[4 * index + $1]) << UInt32(8 * $1) }
    }
    #expect(recorded.pixels == checksum(PNGImage(Pixmap(width: 5, height: 3, indices: indices, palette: palette))))
  }

  @Test("Colours of fully transparent pixels do not change the checksum, and their positions do.")
  func unseenColours() {
    func checksums(_ pixels: [UInt8]) -> PictureChecksums {
      PictureChecksums(of: PNGImage(width: 4, height: 1, pixels: pixels), without: "")
    }
    let red: [UInt8] = [255, 0, 0, 255]
    let clear = checksums([0, 0, 0, 0, 0, 0, 0, 0] + red + [0, 0, 0, 0])
    #expect(clear == checksums([1, 2, 3, 0, 9, 9, 9, 0] + red + [255, 255, 255, 0]))
    #expect(clear != checksums([0, 0, 0, 0] + red + [0, 0, 0, 0, 0, 0, 0, 0]))
    #expect(clear != checksums([0, 0, 0, 0, 0, 0, 0, 1] + red + [0, 0, 0, 0]))
  }
}
