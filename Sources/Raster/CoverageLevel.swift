/// How much of a pixel is covered, in sixteenths.
///
/// Few levels keep the colours of a picture few: an ink on paper makes 17 of them, and one line crossing another at most 17
/// times 17, so that a figure fits the 256 colours of a palette and its file is a third of the size. The nearest level is
/// at most 1/32 from the exact coverage, which moves a channel by at most 255/32, that is by less than 8 of 255.
enum CoverageLevel {
  static let full: UInt8 = 16

  /// - Parameter area: signed, of a pixel; its magnitude counts up to one.
  static func nearest(to area: Double) -> UInt8 {
    UInt8(min(area.magnitude, 1) * Double(full) + 0.5)
  }
}
