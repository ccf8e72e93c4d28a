import PNG

/// The place and the extent of the difference between two pictures of the same size.
public struct PixelDifference: Sendable, Equatable {
  /// The number of pixels that differ in any channel, at least one.
  public let count: Int
  /// The number of pixels in each picture.
  public let pixelCount: Int
  /// The largest difference in one channel, of 255 levels.
  public let greatest: Int
  /// The columns of the smallest box around all differing pixels, counted from the left, with both ends.
  public let columns: ClosedRange<Int>
  /// The rows of that box, counted from the top, with both ends.
  public let rows: ClosedRange<Int>
}

extension PixelDifference {
  /// Compares two pictures; nil if they are the same.
  ///
  /// - Precondition: The pictures have the same size.
  init?(from one: PNGImage, to other: PNGImage) {
    precondition(one.width == other.width && one.height == other.height, "Only pictures of one size can be compared.")
    let (first, second) = (one.pixels, other.pixels)
    guard first != second else { return nil }
    var (count, greatest) = (0, 0)
    var (left, right, top, bottom) = (Int.max, 0, Int.max, 0)
    for place in Self.places(from: first, to: second) {
      let (x, y) = (place % one.width, place / one.width)
      count += 1
      (left, right, top, bottom) = (min(left, x), max(right, x), min(top, y), max(bottom, y))
      for channel in 4 * place..<4 * place + 4 {
        greatest = max(greatest, abs(Int(first[channel]) - Int(second[channel])))
      }
    }
    guard count > 0 else { return nil }
    self.init(
      count: count, pixelCount: one.width * one.height, greatest: greatest, columns: left...right, rows: top...bottom)
  }

  /// The numbers of the pixels that differ, row by row from the top left. Pixels that are fully transparent in both
  /// pictures are left out.
  private static func places(from one: [UInt8], to other: [UInt8]) -> some Sequence<Int> {
    (0..<one.count / 4).lazy.filter { place in
      (4 * place..<4 * place + 4).contains { one[$0] != other[$0] }
        && (one[4 * place + 3] != 0 || other[4 * place + 3] != 0)
    }
  }

  /// A picture of the difference: equal pixels are faint, different ones are red, and a frame surrounds these.
  package static func picture(from one: PNGImage, to other: PNGImage) -> PNGImage? {
    guard let difference = PixelDifference(from: one, to: other) else { return nil }
    let (first, second) = (one.pixels, other.pixels)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(second.count)
    for start in stride(from: 0, to: second.count, by: 4) {
      // A fifth of the contrast of the luminance (Rec. 709 weights in 256ths), on white.
      let (red, green, blue) = (Int(second[start]), Int(second[start + 1]), Int(second[start + 2]))
      let faint = UInt8(204 + (54 * red + 183 * green + 19 * blue) / 256 / 5)
      pixels += [faint, faint, faint, 255]
    }
    func paint(_ place: Int, _ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      (pixels[4 * place], pixels[4 * place + 1], pixels[4 * place + 2]) = (red, green, blue)
    }
    for (x, y) in difference.frame(width: one.width, height: one.height) { paint(y * one.width + x, 31, 119, 180) }
    for place in places(from: first, to: second) { paint(place, 214, 0, 64) }
    return PNGImage(width: one.width, height: one.height, pixels: pixels)
  }

  /// The pixels of a frame around the box, at some distance from it, as far as they lie in the picture.
  private func frame(width: Int, height: Int) -> [(x: Int, y: Int)] {
    let distance = 6
    let (left, right) = (columns.lowerBound - distance, columns.upperBound + distance)
    let (top, bottom) = (rows.lowerBound - distance, rows.upperBound + distance)
    let points =
      (left...right).flatMap { [(x: $0, y: top), (x: $0, y: bottom)] }
      + (top...bottom).flatMap { [(x: left, y: $0), (x: right, y: $0)] }
    return points.filter { 0..<width ~= $0.x && 0..<height ~= $0.y }
  }
}

extension PixelDifference: CustomStringConvertible {
  /// `12 of 750000 pixels differ, by at most 3 of 255 levels, from (540, 60) to (960, 440)`.
  public var description: String {
    let (start, end) = ("(\(columns.lowerBound), \(rows.lowerBound))", "(\(columns.upperBound), \(rows.upperBound))")
    return count == 1
      ? "1 of \(pixelCount) pixels differs, by \(greatest) of 255 levels, at \(start)"
      : "\(count) of \(pixelCount) pixels differ, by at most \(greatest) of 255 levels, from \(start) to \(end)"
  }
}
