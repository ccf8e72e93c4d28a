import PNG
import Testing

/// A picture made from another, pixel by pixel.
struct DerivedPicture: Sendable {
  typealias Pixel = [UInt8]

  static let white: Pixel = [255, 255, 255, 255]

  let name: String
  private let derivation: @Sendable (PNGImage) -> PNGImage

  func image(from image: PNGImage) -> PNGImage { derivation(image) }

  static let same = DerivedPicture(name: "the same") { $0 }

  static let blank = recolored("blank") { _ in white }

  /// Moves the picture right and down, with white at the left and the top.
  static func shifted(right: Int, down: Int) -> DerivedPicture {
    DerivedPicture(name: "shifted by (\(right), \(down))") { image in
      let emptyRow = [UInt8](repeating: 255, count: image.width * 4)
      var pixels: [UInt8] = []
      for row in 0..<image.height {
        guard row >= down else {
          pixels += emptyRow
          continue
        }
        let start = (row - down) * image.width * 4
        pixels += emptyRow.prefix(right * 4) + image.pixels[start..<start + (image.width - right) * 4]
      }
      return PNGImage(width: image.width, height: image.height, pixels: pixels)
    }
  }

  static func whitened(columns: Range<Int>, rows: Range<Int>) -> DerivedPicture {
    DerivedPicture(name: "without what stands in columns \(columns) and rows \(rows)") { image in
      var pixels = image.pixels
      for row in rows {
        let start = (row * image.width + columns.lowerBound) * 4
        pixels.replaceSubrange(
          start..<start + columns.count * 4, with: repeatElement(255, count: columns.count * 4))
      }
      return PNGImage(width: image.width, height: image.height, pixels: pixels)
    }
  }

  /// Gives each colour of the picture another.
  static func recolored(_ name: String, _ color: @escaping @Sendable (Pixel) -> Pixel) -> DerivedPicture {
    DerivedPicture(name: name) { image in
      var colors: [UInt32: Pixel] = [:]
      var pixels = image.pixels
      pixels.withUnsafeMutableBytes { bytes in
        for offset in stride(from: 0, to: bytes.count, by: 4) {
          let key = bytes.load(fromByteOffset: offset, as: UInt32.self)
          if colors[key] == nil { colors[key] = color(Array(bytes[offset..<offset + 4])) }
          bytes[offset..<offset + 4].copyBytes(from: colors[key]!)
        }
      }
      return PNGImage(width: image.width, height: image.height, pixels: pixels)
    }
  }
}

extension DerivedPicture: CustomTestStringConvertible {
  var testDescription: String { name }
}
