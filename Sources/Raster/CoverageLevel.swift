/// How much of a pixel is covered, in 32nds.
///
/// Few levels keep the colours of a picture few: an ink on paper makes 33 of them, so that a whole figure fits the 256 of
/// a palette. The nearest level is at most 1/64 from the exact coverage, which moves a channel by at most 255/64, that is
/// 4 of 255.
enum CoverageLevel {
  static let full: UInt8 = 32

  /// - Parameter area: signed, of a pixel; its magnitude counts up to one.
  static func nearest(to area: Double) -> UInt8 {
    UInt8(min(area.magnitude, 1) * Double(full) + 0.5)
  }
}
