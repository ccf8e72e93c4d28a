import Drawing

extension Pixmap {
  /// Lays the fills of the drawing over its background, one after another, each pixel by the area of it that is
  /// covered.
  ///
  /// A pixel's coverage is the absolute value of its mean winding, at most 1, in 16 steps; where an area's edge runs
  /// along the edges of pixels it is exact. Colours are blended as 8-bit sRGB values, without gamma, and not
  /// premultiplied; under full transparency the background's colour stays. Only whole numbers are used after
  /// flattening: the same drawing has the same pixels on every machine. Nothing a path or a clip holds can fail: what
  /// is not finite breaks the contour as `Path.flatten` says, and a clip that is not finite clips everything away. A
  /// clip is rounded to whole pixels.
  ///
  /// Width and height must be positive, and the picture must have at most `maximumPixelCount` pixels.
  public init(rendering drawing: DisplayList) {
    self.init(rendering: drawing, in: Strip.strips(of: drawing))
  }

  init(rendering drawing: DisplayList, in strips: [Strip]) {
    var joined = JoinedStrips(of: drawing)
    for strip in strips { joined.append(strip.pixels(of: drawing, from: joined.palette)) }
    self.init(width: drawing.width, height: drawing.height, pixels: joined.pixels())
  }

  /// The same picture, drawn in parts at one time where it is huge: in each of so many child tasks, at least one, a strip
  /// of about a million pixels.
  public init(rendering drawing: DisplayList, jobs: Int) async {
    precondition(jobs >= 1, "A picture is drawn in at least one job at a time.")
    let strips = Strip.strips(of: drawing)
    if jobs == 1 || strips.count == 1 {
      self.init(rendering: drawing, in: strips)
    } else {
      await self.init(rendering: drawing, in: strips, jobs: min(jobs, strips.count))
    }
  }

  private init(rendering drawing: DisplayList, in strips: [Strip], jobs: Int) async {
    let joined = await withTaskGroup(of: (strip: Int, pixels: Pixels).self) { group in
      var joined = JoinedStrips(of: drawing)
      var joinedCount = 0
      var begun = 0
      // Strips that were done before one further up.
      var waiting: [Int: Pixels] = [:]
      var running = 0
      while joinedCount < strips.count {
        while running < jobs, begun < min(strips.count, joinedCount + 2 * jobs) {
          let (index, palette) = (begun, joined.palette)
          group.addTask { (index, strips[index].pixels(of: drawing, from: palette)) }
          begun += 1
          running += 1
        }
        guard let done = await group.next() else { break }
        running -= 1
        waiting[done.strip] = done.pixels
        while let next = waiting.removeValue(forKey: joinedCount) {
          joined.append(next)
          joinedCount += 1
        }
      }
      return joined
    }
    self.init(width: drawing.width, height: drawing.height, pixels: joined.pixels())
  }
}
