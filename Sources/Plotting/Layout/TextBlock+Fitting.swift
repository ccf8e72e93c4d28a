import Geometry
import Typography

extension TextBlock {
  /// Words that keep to a room where they can: as they are if they fit, else broken, else smaller and broken.
  ///
  /// The largest size is taken at which no word need be broken, or, where there is none, the largest at which breaking
  /// words helps; the height of the room bounds both, and the smallest size is taken where nothing fits.
  /// - Parameter points: the sizes of the face that may be tried, from the smallest to the wanted one.
  init(
    _ text: String, fitting room: Size, in typeface: Typeface, points: ClosedRange<Double>, resolution: Resolution
  ) {
    var block = TextBlock(text, in: typeface, points: points.upperBound, resolution: resolution)
    var fits = block.box.width <= room.width && block.box.height <= room.height
    let shares = Array(stride(from: 1, to: points.lowerBound / points.upperBound, by: -0.1))
    let sizes = shares.map { $0 * points.upperBound } + [points.lowerBound]
    for breakingWords in [false, true] {
      for size in sizes where !fits {
        let wrapped = WrappedText(text, width: room.width, breakingWords: breakingWords) { row in
          TextBlock(String(row), in: typeface, points: size, resolution: resolution).box.width
        }
        block = TextBlock(text, rows: wrapped.rows, in: typeface, points: size, resolution: resolution)
        fits = wrapped.isWithinWidth && block.box.height <= room.height
      }
    }
    self = block
  }
}
