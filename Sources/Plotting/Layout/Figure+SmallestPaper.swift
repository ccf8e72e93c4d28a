import Geometry
import Typography

extension Figure {
  /// Returns the size in inches of the smallest paper on which the figure can be laid out, if its own is too small.
  ///
  /// The paper only gets higher, or only wider, if that takes less of it than growing both ways. The sides that differ from
  /// those of the figure are whole hundredths of an inch, and a hundredth less is too small.
  func smallestPaper(typefaces: TypefaceFamily) -> Size {
    func fits(width: Double, height: Double) -> Bool {
      var figure = self
      figure.width = width
      figure.height = height
      return FigureLayout(fitting: figure, smallText: true, typefaces: typefaces) != nil
    }
    // Sides are in hundredths of an inch, and `most` is known to be enough.
    func smallest(from least: Double, to most: Int, where isEnough: (Double) -> Bool) -> Double {
      var low = least > 0 ? Int((least * 100).rounded(.down)) : 0
      var high = most
      while high - low > 1 {
        let middle = (low + high) / 2
        if isEnough(Double(middle) / 100) { high = middle } else { low = middle }
      }
      return Double(high) / 100
    }

    let given = Size(width: width.isFinite ? max(width, 0) : 0, height: height.isFinite ? max(height, 0) : 0)
    var side = 100
    while side < 1 << 40,
      !fits(width: max(given.width, Double(side) / 100), height: max(given.height, Double(side) / 100))
    {
      side *= 2
    }
    let both = smallest(from: 0, to: side) { fits(width: max(given.width, $0), height: max(given.height, $0)) }
    var best = Size(width: max(given.width, both), height: max(given.height, both))
    if best.height > given.height {
      best.height = smallest(from: given.height, to: Int((best.height * 100).rounded())) {
        fits(width: best.width, height: $0)
      }
    }
    if best.width > given.width {
      best.width = smallest(from: given.width, to: Int((best.width * 100).rounded())) {
        fits(width: $0, height: best.height)
      }
    }

    let area = best.width * best.height
    let highest = given.width > 0 ? min(area / given.width, 1e9) : 0
    if highest > given.height, fits(width: given.width, height: (highest * 100).rounded(.down) / 100) {
      let height = smallest(from: given.height, to: Int((highest * 100).rounded(.down))) {
        fits(width: given.width, height: $0)
      }
      best = Size(width: given.width, height: height)
    }
    let widest = given.height > 0 ? min(best.width * best.height / given.height, 1e9) : 0
    if widest > given.width, fits(width: (widest * 100).rounded(.down) / 100, height: given.height) {
      let width = smallest(from: given.width, to: Int((widest * 100).rounded(.down))) {
        fits(width: $0, height: given.height)
      }
      best = Size(width: width, height: given.height)
    }
    return best
  }
}
