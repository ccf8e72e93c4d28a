import Drawing
import Foundation

extension Color {
  /// The linear value of a channel from 0 to 1, decoded from sRGB (IEC 61966-2-1).
  var linear: [Double] {
    [red, green, blue].map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// The contrast ratio of WCAG 2.2, from 1 to 21.
  func measuredContrast(with other: Color) -> Double {
    let (first, second) = (measuredLuminance, other.measuredLuminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private var measuredLuminance: Double { zip(linear, [0.2126, 0.7152, 0.0722]).map(*).reduce(0, +) }
}

/// Normal colour vision and the full deficiencies of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for
/// Simulation of Color Vision Deficiency, 2009.
enum Vision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// Returns the colour in linear sRGB as it looks with this vision.
  func seen(_ color: Color) -> [Double] {
    matrix.map { row in min(max(zip(row, color.linear).map(*).reduce(0, +), 0), 1) }
  }
}

/// A colour of CIE 1976 L*a*b* under D65.
struct Lab {
  let lightness: Double
  let a: Double
  let b: Double

  init(_ lightness: Double, _ a: Double, _ b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// Converts a colour from linear sRGB.
  init(_ linear: [Double]) {
    let rows = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(rows, white).map { row, white in
      let value = zip(row, linear).map(*).reduce(0, +) / white
      return value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
    }
    self.init(116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]))
  }

  /// Returns the difference CIEDE2000 as given by Sharma, Wu and Dalal, 2005.
  func difference(to other: Lab) -> Double {
    let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let stretch = 1.5 - 0.5 * (pow(meanChroma, 7) / (pow(meanChroma, 7) + pow(25, 7))).squareRoot()
    let (first, second) = (polar(stretch), other.polar(stretch))
    let isGrey = first.chroma * second.chroma == 0
    var turn = isGrey ? 0 : second.hue - first.hue
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let hueTerm = 2 * (first.chroma * second.chroma).squareRoot() * sin(turn / 2 * .pi / 180)
    let chroma = (first.chroma + second.chroma) / 2
    var hue = first.hue + second.hue
    if !isGrey {
      hue = abs(first.hue - second.hue) <= 180 ? hue / 2 : (hue < 360 ? hue + 360 : hue - 360) / 2
    }
    func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    let t =
      1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6) - 0.2 * cosine(4 * hue - 63)
    let middle = pow((lightness + other.lightness) / 2 - 50, 2)
    let scaleL = 1 + 0.015 * middle / (20 + middle).squareRoot()
    let (scaleC, scaleH) = (1 + 0.045 * chroma, 1 + 0.015 * chroma * t)
    let angle = 60 * exp(-pow((hue - 275) / 25, 2))
    let rotation = -2 * (pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7))).squareRoot() * sin(angle * .pi / 180)
    let l = (other.lightness - lightness) / scaleL
    let (c, h) = ((second.chroma - first.chroma) / scaleC, hueTerm / scaleH)
    return (l * l + c * c + h * h + rotation * c * h).squareRoot()
  }

  private func polar(_ stretch: Double) -> (chroma: Double, hue: Double) {
    let angle = atan2(b, a * stretch) * 180 / .pi
    return (hypot(a * stretch, b), angle < 0 ? angle + 360 : angle)
  }
}
