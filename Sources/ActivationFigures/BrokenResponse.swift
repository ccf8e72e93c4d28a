import Activations
import Plotting

/// A function and its derivative over a grid, in pieces that end where the function breaks.
///
/// Between two points of a grid a jump would be a slope and a kink would be off by up to a step; so the places where the
/// function breaks are points themselves, reached from both sides.
struct BrokenResponse {
  private(set) var value: Curve
  private(set) var derivative: Curve

  /// - Parameter breaks: Whether the breakpoints that the function declares are looked at.
  init(_ response: ResponseCurve, of function: ActivationFunction, breaks: Bool) {
    self.init(drawing: response, of: function, breaks: breaks)
    guard response.isReduced else { return }
    let grid = response.grid
    value.allPoints = CurvePoints(count: grid.count) { (grid[$0], function.value(at: grid[$0])) }
    derivative.allPoints = CurvePoints(count: grid.count) { (grid[$0], function.derivative(at: grid[$0])) }
  }

  private init(drawing response: ResponseCurve, of function: ActivationFunction, breaks: Bool) {
    guard breaks else {
      value = Curve(x: response.x, y: response.value)
      derivative = Curve(x: response.x, y: response.derivative)
      return
    }
    let ends = (response.x.first ?? 0)...(response.x.last ?? 0)
    let places = function.breakpoints.map(\.position).filter(ends.contains)
    value = Curve(response.x, response.value, brokenAt: places) { function.value(at: $0) }
    derivative = Curve(response.x, response.derivative, brokenAt: places) { function.derivative(at: $0) }
  }
}

extension Curve {
  /// A curve through the points of a grid and both sides of some places between them, in increasing order.
  fileprivate init(_ x: [Double], _ y: [Double], brokenAt places: [Double], of function: (Double) -> Double) {
    self.init(x: [], y: [])
    // Points nearer to a place than a thousandth of a step would stand for the wrong side of it, by rounding of the grid.
    let nearness = x.count > 1 ? (x[1] - x[0]) / 1_000 : 0
    let size = y.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    var next = 0
    for place in places {
      while next < x.count, x[next] < place - nearness {
        append(x[next], y[next])
        next += 1
      }
      while next < x.count, x[next] <= place + nearness { next += 1 }
      let (before, after) = (function(place.nextDown), function(place.nextUp))
      guard before.isFinite, after.isFinite, (after - before).magnitude > 1e-4 * max(size, after.magnitude) else {
        // A corner, a jump that no picture could show, or nothing to be joined to.
        append(place, before)
        if !(before.isFinite && after.isFinite) { append(place, after) }
        continue
      }
      let taken = function(place)
      append(place, before)
      append(place, .nan)
      append(place, after)
      endPoints.append(EndPoint(x: place, y: before, isTaken: taken == before))
      endPoints.append(EndPoint(x: place, y: after, isTaken: taken == after))
    }
    for index in next..<x.count { append(x[index], y[index]) }
  }

  private mutating func append(_ x: Double, _ y: Double) {
    self.x.append(x)
    self.y.append(y)
  }
}
