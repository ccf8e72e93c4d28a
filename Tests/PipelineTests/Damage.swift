import Foundation
import Glibc
import PNG
import SeededNumbers

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import System
@testable import Text

/// A kind of damage to a figure's file.
enum Damage: CaseIterable {
  case removal, emptying, zeros, cut, flippedBit, lostEnd, trailingBytes, secondPicture, paint, retitling, gamma,
    staleRecipe
  case otherPicture, otherFile, pipe, link, pointer, lostTexts

  /// The reason that a run gives for drawing the figure again, or for leaving the file.
  var reason: String {
    switch self {
    case .removal: "new"
    case .emptying, .zeros, .cut, .flippedBit, .lostEnd: "incomplete"
    case .paint, .retitling: "altered since it was drawn"
    case .trailingBytes: "altered since it was drawn: it has gained 1 byte after its end"
    case .secondPicture: "altered since it was drawn: it has gained a second picture after its end"
    case .gamma: "altered since it was drawn: it has gained a gamma (gAMA)"
    case .otherPicture: "not ours: a PNG that carries no recipe, and for which no manifest vouches"
    case .otherFile: "not ours: a file that is no PNG"
    case .pipe: "not ours: no regular file"
    case .link: "not ours: a symbolic link"
    case .pointer: "not ours: a Git LFS pointer, not the picture ('git lfs pull' fetches it)"
    case .lostTexts: "up to date, its texts were stripped"
    case .staleRecipe: "settings changed: seed 5 → 0"
    }
  }

  /// Whether a run leaves the damaged file unless it is forced.
  var isLeft: Bool { self == .lostTexts || reason.hasPrefix("not ours") }

  func inflict(on name: String, in scratch: Scratch, using generator: inout some RandomNumberGenerator) throws {
    let path = scratch.path + "/" + name
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let image = try PNGImage(decoding: bytes)
    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
    switch self {
    case .removal: unlink(path)
    case .emptying: try write([])
    case .zeros: try write(Array(repeating: 0, count: bytes.count))
    case .cut: try write(Array(bytes[..<Int.random(in: 1..<bytes.count, using: &generator)]))
    case .flippedBit:
      var bytes = bytes
      // Without its first eight bytes, the signature, the file is foreign.
      bytes[Int.random(in: 8..<bytes.count, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try write(bytes)
    case .lostEnd: try write(Array(bytes.dropLast(12)))
    case .trailingBytes: try write(bytes + [0])
    case .secondPicture: try write(bytes + bytes)
    case .gamma:
      var file = EditedPNG(bytes)
      file.chunks.insert(.init(type: "gAMA", data: [0, 0, 0xB1, 0x8F]), at: 1)
      try write(file.bytes)
    case .paint: try write(Self.painted(image, at: Int.random(in: 0..<image.pixels.count, using: &generator)).encoded())
    case .retitling:
      let text = image.text.map { PNGText(keyword: $0.keyword, text: $0.keyword == "Title" ? "Mine" : $0.text) }
      try write(copy(of: image, text: text).encoded())
    case .lostTexts: try write(copy(of: image, text: []).encoded())
    case .otherPicture: try write(PNGImage(width: 1, height: 1, pixels: [1, 2, 3, 4]).encoded())
    case .otherFile: try write(Array("{\"a\": 1}".utf8))
    case .staleRecipe:
      let record = FigureRecord(in: image.text)!
      let old = FigureRecord(
        title: record.title, description: record.description, shortDescription: "short",
        recipe: Recipe(text: record.recipe.text.replacing("\"seed\": 0", with: "\"seed\": 5")),
        statistics: record.statistics)
      try write(
        PNGImage(
          width: image.width, height: image.height, pixels: image.pixels, pixelsPerMetre: image.pixelsPerMetre!
        ).recording(old).image.encoded())
    case .pipe:
      unlink(path)
      mkfifo(path, 0o600)
    case .link:
      unlink(path)
      symlink("nowhere", path)
    case .pointer:
      try write(
        Array(
          "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "0", count: 64))\nsize 9\n".utf8))
    }
  }

  func inflict(on name: String, in scratch: Scratch) throws {
    var generator = SeededGenerator(seed: 11)
    try inflict(on: name, in: scratch, using: &generator)
  }

  /// The same picture with one level of one channel of one pixel changed by one.
  static func painted(_ image: PNGImage, at place: Int = 0) -> PNGImage {
    var pixels = image.pixels
    pixels[place] ^= 1
    return PNGImage(
      width: image.width, height: image.height, pixels: pixels, pixelsPerMetre: image.pixelsPerMetre, text: image.text)
  }

  private func copy(of image: PNGImage, text: [PNGText]) -> PNGImage {
    PNGImage(
      width: image.width, height: image.height, pixels: image.pixels, pixelsPerMetre: image.pixelsPerMetre, text: text)
  }
}

/// A PNG taken apart into its chunks.
struct EditedPNG {
  struct Chunk {
    var type: String
    var data: [UInt8]
  }

  var chunks: [Chunk] = []

  /// - Precondition: The bytes are a whole PNG.
  init(_ bytes: [UInt8]) {
    var rest = bytes[8...]
    while !rest.isEmpty {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
      chunks.append(Chunk(type: type, data: Array(rest.dropFirst(8).prefix(length))))
      rest = rest.dropFirst(12 + length)
    }
  }

  /// The file with correct checksums (PNG specification, annex D).
  var bytes: [UInt8] {
    func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunks.flatMap { chunk in
        let body = Array(chunk.type.utf8) + chunk.data
        var sum = UInt32.max
        for byte in body {
          sum ^= UInt32(byte)
          for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
        return word(UInt32(chunk.data.count)) + body + word(~sum)
      }
  }
}
