import Geometry

extension Curve {
  /// Returns the last point of the curve that is inside the frame or on its edge, in pixels; nil if there is none. A point
  /// between two gaps is none, as no line leads to it.
  func lastPoint(in area: PlotArea) -> Point? {
    // A point on the edge may be rounded to a place a little beyond it.
    let room = area.frame.inset(by: -0.01)
    func inFrame(_ point: Point) -> Point { area.frame.nearest(to: point) }
    var next: Point?
    for index in x.indices.reversed() {
      let point = area.shows(x[index], y[index]) ? area.point(x[index], y[index]) : nil
      guard let point, point.x.isFinite, point.y.isFinite else {
        next = nil
        continue
      }
      if let next, let shares = room.shares(from: point, to: next) {
        return inFrame(point.interpolated(to: next, at: shares.upperBound))
      }
      next = point
    }
    return nil
  }
}
