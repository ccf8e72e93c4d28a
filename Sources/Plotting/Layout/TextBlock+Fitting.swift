import Geometry
import Typography

extension TextBlock {
  /// Words that keep to a room where they can: as they are if they fit, else broken, else smaller and broken.
  ///
  /// The largest size is taken at which no word need be broken, or, where there is none, the largest at which breaking
  /// words helps. Where the room is too low for all of them the lowest block is taken.
  /// - Parameter points: the sizes of the face that may be tried, from the smallest to the wanted one.
  init(
    _ text: String, fitting room: Size, in typeface: Typeface, points: ClosedRange<Double>, resolution: Resolution
  ) {
    self.init(text, in: typeface, points: points.upperBound, resolution: resolution)
    guard box.width > room.width || box.height > room.height else { return }
    let shares = Array(stride(from: 1, to: points.lowerBound / points.upperBound, by: -0.1))
    let sizes = shares.map { $0 * points.upperBound } + [points.lowerBound]
    var lowest: TextBlock?
    for breakingWords in [false, true] {
      for size in sizes {
        let wrapped = WrappedText(text, width: room.width, breakingWords: breakingWords) { row in
          TextBlock(String(row), in: typeface, points: size, resolution: resolution).box.width
        }
        let block = TextBlock(text, rows: wrapped.rows, in: typeface, points: size, resolution: resolution)
        guard wrapped.isWithinWidth else { continue }
        if block.box.height < lowest?.box.height ?? .infinity { lowest = block }
        if block.box.height <= room.height {
          self = block
          return
        }
      }
    }
    if let lowest { self = lowest }
  }
}
