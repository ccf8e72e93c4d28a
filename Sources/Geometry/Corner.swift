/// A corner between two lines of a stroked path.
struct Corner {
  /// The point where both lines meet.
  let point: Point
  /// The direction of the line that ends here, of length 1.
  let incoming: Vector
  /// The direction of the line that starts here, of length 1.
  let outgoing: Vector
  /// The length of the shorter of both lines.
  let reach: Double
  /// Whether the corner lies inside a curve.
  let isSmooth: Bool

  private var cosine: Double { incoming.dot(outgoing) }

  /// Whether the path turns clockwise as displayed, so that the outer side of the corner is on the left.
  var turnsRight: Bool { incoming.cross(outgoing) >= 0 }

  /// The vector from the corner to the crossing of both outer edges, for a half width of 1.
  ///
  /// The normals a and b of both lines have a · b = cos θ, so |a + b|² = 2(1 + cos θ). The crossing lies along a + b
  /// and its projection on a is 1, which makes it (a + b) / (1 + cos θ).
  private var crossing: Vector {
    let sum = incoming.leftNormal + outgoing.leftNormal
    return sum * ((turnsRight ? 1 : -1) / (1 + cosine))
  }

  /// Returns the crossing of both inner edges for a half width, if it is before the middle of both lines; then cutting
  /// the lines off there covers each place once.
  ///
  /// The crossing lies radius · tan(θ/2) = radius · |sin θ| / (1 + cos θ) before the corner along the line.
  func innerPoint(radius: Double) -> Point? {
    let cut = radius * abs(incoming.cross(outgoing)) / (1 + cosine)
    return cut <= reach / 2 ? point - crossing * radius : nil
  }

  /// Appends the outer edge around the corner, from the line that ends to the line that starts: at least one point.
  func appendOuterEdge(_ join: StrokeStyle.Join, arc: Arc, to points: inout [Point]) {
    let side = turnsRight ? 1.0 : -1.0
    let start = incoming.leftNormal * side
    let end = outgoing.leftNormal * side
    let tip = point + crossing * arc.radius
    // The squared distance of the tip from the corner for a half width of 1 is 1 / cos²(θ/2) = 2 / (1 + cos θ) = 1 /
    // half.
    let half = (1 + cosine) / 2
    switch join {
    case .miter(let limit) where !isSmooth && half * (limit * limit) >= 1:
      points.append(tip)
    case .miter where !isSmooth, .bevel where !isSmooth:
      points.append(point + start * arc.radius)
      points.append(point + end * arc.radius)
    case _ where arc.radius * (1 / half.squareRoot() - 1) <= arc.tolerance:
      points.append(tip)
    default:
      points.append(point + start * arc.radius)
      if cosine >= 0 {
        arc.append(to: &points, around: point, from: start, to: end)
      } else {
        // a + b vanishes as the path turns back, but incoming − outgoing points to the same side and does not vanish.
        let middle = (incoming + -outgoing).normalized
        arc.append(to: &points, around: point, from: start, to: middle)
        arc.append(to: &points, around: point, from: middle, to: end)
      }
    }
  }
}

/// The approximation of arcs of one radius by lines.
struct Arc {
  let radius: Double
  let tolerance: Double

  /// Appends points on the circle around `center`, the last one in direction `end`; the point in direction `start` is
  /// not appended.
  ///
  /// The arc, of at most a quarter circle, is halved until its chord is within the tolerance, at most eight times,
  /// which is enough for a radius of 3300 pixels at the default tolerance. Only square roots are needed, so that the
  /// points are the same on every machine.
  func append(to points: inout [Point], around center: Point, from start: Vector, to end: Vector, depth: Int = 0) {
    // Half the angle has cos² = (1 + cos) / 2, and the arc is at most radius · (1 − cos) away from its chord.
    let rise = radius * (1 - ((1 + start.dot(end)) / 2).squareRoot())
    if rise > tolerance && depth < 8 {
      let middle = (start + end).normalized
      append(to: &points, around: center, from: start, to: middle, depth: depth + 1)
      append(to: &points, around: center, from: middle, to: end, depth: depth + 1)
    } else {
      points.append(center + end * radius)
    }
  }
}
