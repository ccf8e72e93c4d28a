/// Where two lines meet under a pen.
struct Corner {
  let point: Point
  /// The directions of the line that ends here and of the one that starts here, both of length 1.
  let incoming: Vector
  let outgoing: Vector
  /// How long the shorter of both lines is.
  let reach: Double
  let isSmooth: Bool

  private var cosine: Double { incoming.dot(outgoing) }

  /// Whether the way turns clockwise on the paper, so that the outer side of the corner lies on the left.
  var turnsRight: Bool { incoming.cross(outgoing) >= 0 }

  /// From the corner to where the edges of both lines cross on the outer side, for a pen of half width 1.
  ///
  /// The normals a and b of both lines have a · b = cos θ, so |a + b|² = 2(1 + cos θ). The crossing lies along a + b
  /// and its projection on a is 1, which makes it (a + b) / (1 + cos θ).
  private var crossing: Vector {
    let sum = incoming.leftNormal + outgoing.leftNormal
    return sum * ((turnsRight ? 1 : -1) / (1 + cosine))
  }

  /// Where the inner edges of a pen of that half width cross, if they do so before the middle of both lines; then
  /// cutting the lines off there covers each place once.
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
    // How far the tip lies from the corner for a half width of 1, squared: 1 / cos²(θ/2) = 2 / (1 + cos θ) = 1 / half.
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
        // a + b would vanish as the way turns back, but incoming − outgoing points to the same side and does not.
        let middle = (incoming + -outgoing).normalized
        arc.append(to: &points, around: point, from: start, to: middle)
        arc.append(to: &points, around: point, from: middle, to: end)
      }
    }
  }
}

extension Vector {
  /// To the left on the paper, as seen going along the vector.
  var leftNormal: Vector { Vector(dx: dy, dy: -dx) }

  /// The same direction with length 1; the vector must not vanish.
  var normalized: Vector {
    let scaled = self * (1 / max(abs(dx), abs(dy)))
    return scaled * (1 / scaled.length)
  }
}
