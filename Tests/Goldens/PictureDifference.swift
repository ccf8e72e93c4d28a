import Pixels

/// Where two pictures differ, pixel by pixel.
struct PictureDifference {
  /// A rectangle of whole pixels.
  struct Area: Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  /// How many pixels differ; nil if the pictures have different sizes.
  let count: Int?
  /// The pixels that differ in red on white, darker for a larger difference; nil if none differs, or if the sizes do.
  let picture: Pixmap?
  /// The part of the picture around the first difference, small enough to be shown enlarged; nil as `picture` is.
  let detail: Area?
  /// One sentence with the number of pixels that differ, or with both sizes.
  let description: String

  init(from expected: Pixmap, to actual: Pixmap) {
    guard (actual.width, actual.height) == (expected.width, expected.height) else {
      (count, picture, detail) = (nil, nil, nil)
      description =
        "The picture has \(actual.width) × \(actual.height) pixels, not \(expected.width) × \(expected.height)."
      return
    }
    let (width, height) = (actual.width, actual.height)
    let (found, wanted) = (actual.bytes, expected.bytes)
    var pixels = [UInt8](repeating: 255, count: found.count)
    var differing: [Int] = []
    for pixel in 0..<(width * height) {
      let level = (4 * pixel..<4 * pixel + 4).map { abs(Int(found[$0]) - Int(wanted[$0])) }.max() ?? 0
      guard level > 0 else { continue }
      differing.append(pixel)
      // At least a light red, so that a difference of one level is seen.
      let rest = UInt8(160 * (255 - level) / 255)
      pixels.replaceSubrange(4 * pixel..<4 * pixel + 4, with: [level > 128 ? 180 : 255, rest, rest, 255])
    }
    count = differing.count
    guard let first = differing.first else {
      (picture, detail) = (nil, nil)
      description = "No pixel differs."
      return
    }
    picture = Pixmap(width: width, height: height, bytes: pixels)
    let (column, row) = (first % width, first / width)
    let size = (width: min(width, 120), height: min(height, 80))
    detail = Area(
      x: min(max(0, column - size.width / 2), width - size.width), y: min(max(0, row - 8), height - size.height),
      width: size.width, height: size.height)
    description =
      "\(differing.count) of \(width * height) pixels \(differing.count == 1 ? "differs" : "differ"), "
      + "the first at (\(column), \(row))."
  }
}

extension Pixmap {
  /// The part of the picture that lies in an area.
  func cropped(to area: PictureDifference.Area) -> Pixmap {
    let bytes = self.bytes
    let rows = (area.y..<area.y + area.height).map { row in
      bytes[4 * (row * width + area.x)..<4 * (row * width + area.x + area.width)]
    }
    return Pixmap(width: area.width, height: area.height, bytes: Array(rows.joined()))
  }
}
