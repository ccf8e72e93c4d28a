import Testing

@testable import PNG

@Suite struct TextTests {
  private func image(_ text: [PNGText]) -> PNGImage {
    PNGImage(width: 1, height: 1, pixels: [255, 255, 255, 255], text: text)
  }

  @Test("Texts read back in their order, byte for byte, from the chunks before the pixels.")
  func roundTrip() throws {
    let text = [
      PNGText(keyword: "Title", text: "Mish"),
      PNGText(keyword: "Description", text: "x · tanh(softplus x)\nμ = 0,24 🙂 e\u{301} \u{e9}"),
      PNGText(keyword: "Title", text: ""),
      PNGText(keyword: "Größe (µm)", text: #"{"seed": 0}"#),
      PNGText(keyword: String(repeating: "k", count: 79), text: String(repeating: "long ", count: 20_000)),
    ]
    let bytes = try image(text).encoded()
    let decoded = try PNGImage(decoding: bytes).text
    #expect(decoded.map(\.keyword) == text.map(\.keyword))
    #expect(decoded.map { Array($0.text.utf8) } == text.map { Array($0.text.utf8) })
    // The texts can be read without the pixels.
    let header = try PNGHeader(decoding: Array(bytes.dropLast(20)))
    #expect((header.width, header.height) == (1, 1) && header.text == decoded)
    #expect(PNGFile(bytes).names == ["IHDR", "PLTE"] + text.map { _ in "iTXt" } + ["IDAT", "IEND"])
  }

  @Test(
    "An unsuitable keyword is rejected.",
    arguments: [
      "", " Title", "Title ", "Two  spaces", "Line\nfeed", "Zero\0", "Euro €", "No-break\u{A0}space",
      String(repeating: "k", count: 80),
    ])
  func unsuitableKeyword(keyword: String) {
    #expect(throws: PNGError.unsuitableKeyword(keyword)) {
      try image([PNGText(keyword: keyword, text: "Mish")]).encoded()
    }
  }

  @Test("A text with a zero byte is rejected.")
  func zeroByte() {
    #expect(throws: PNGError.unsuitableText(keyword: "Title")) {
      try image([PNGText(keyword: "Title", text: "Mi\0sh")]).encoded()
    }
  }

  @Test("The longest text reads back, and a longer one is rejected.")
  func longestText() throws {
    let longest = String(repeating: "x", count: PNGImage.maximumTextLength)
    let whole = image([PNGText(keyword: String(repeating: "k", count: 79), text: longest)])
    #expect(try PNGImage(decoding: whole.encoded()) == whole)
    #expect(throws: PNGError.textTooLong(keyword: "Title", length: longest.utf8.count + 1)) {
      try image([PNGText(keyword: "Title", text: longest + "x")]).encoded()
    }
  }

  @Test("The largest number of texts reads back, and one more is rejected in writing and in reading.")
  func mostTexts() throws {
    let most = (0..<PNGImage.maximumTextCount).map { PNGText(keyword: "Text \($0)", text: "\($0)") }
    let bytes = try image(most).encoded()
    #expect(try PNGImage(decoding: bytes).text == most)
    #expect(throws: PNGError.tooManyTexts(count: most.count + 1)) {
      try image(most + [PNGText(keyword: "One", text: "more")]).encoded()
    }

    var file = PNGFile(bytes)
    file.chunks.insert(PNGFile.Chunk(name: "tEXt", data: Array("One\0more".utf8)), at: 1)
    #expect(throws: PNGError.self) { try PNGImage(decoding: file.bytes) }
  }

  /// Chunks with the text "café" under "Title": in Latin-1 and in UTF-8, each uncompressed and compressed.
  static let titles: [PNGFile.Chunk] = {
    let latin1: [UInt8] = Array("caf".utf8) + [0xE9]
    let utf8 = Array("caf\u{e9}".utf8)
    return [
      .init(name: "tEXt", data: Array("Title\0".utf8) + latin1),
      .init(name: "zTXt", data: Array("Title\0\0".utf8) + PNGFile.stored(latin1)),
      .init(name: "iTXt", data: Array("Title\0\0\0fr\0Titre\0".utf8) + utf8),
      .init(name: "iTXt", data: Array("Title\0\u{1}\0\0\0".utf8) + PNGFile.stored(utf8)),
    ]
  }()

  @Test("Every kind of text chunk is read.", arguments: titles)
  func kinds(chunk: PNGFile.Chunk) throws {
    let image = try PNGImage(decoding: PNGFile.whitePixel([chunk]).bytes)
    #expect(image.text == [PNGText(keyword: "Title", text: "caf\u{e9}")])
  }

  @Test("A text after the pixels is read.")
  func afterPixels() throws {
    var file = PNGFile.whitePixel()
    file.chunks.insert(PNGFile.Chunk(name: "tEXt", data: Array("Comment\0late".utf8)), at: file.chunks.count - 1)
    #expect(try PNGImage(decoding: file.bytes).text == [PNGText(keyword: "Comment", text: "late")])
  }

  @Test("An iTXt chunk that is not UTF-8 is rejected.")
  func notUTF8() {
    let file = PNGFile.whitePixel([PNGFile.Chunk(name: "iTXt", data: Array("Title\0\0\0\0\0".utf8) + [0xC3, 0x28])])
    #expect(throws: PNGError.unsuitableText(keyword: "Title")) { try PNGImage(decoding: file.bytes) }
  }
}
