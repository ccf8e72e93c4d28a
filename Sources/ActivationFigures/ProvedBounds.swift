import Certificates
import Plotting

/// The lines at the bounds that are proved of a function and of its derivative.
package struct ProvedBounds {
  /// The least and the greatest value, as far as they are known.
  private let values: [Double]
  /// The greatest magnitude of the derivative, if it is known.
  private let slope: Double?

  /// Takes the bounds that are known to more digits than a picture shows.
  package init(_ facts: CertifiedFacts) {
    func sharp(_ number: ProvedNumber?) -> Double? { number.flatMap { $0.isSharp ? $0.value : nil } }
    values = [sharp(facts.infimum.number), sharp(facts.supremum.number)].compactMap(\.self)
    slope = sharp(facts.lipschitzConstant.number)
  }

  /// Returns thin dashed lines in the colours of the curves that they bound.
  ///
  /// A panel of values has them at the least and the greatest value, a panel of derivatives at both numbers of the greatest
  /// magnitude. Of two at the same height, only the first is returned. Lines outside of the ranges of the axes are not seen.
  package func lines(in word: StudyPanel) -> [ReferenceLine] {
    let slopes: [Double] = slope.map { $0 == 0 ? [0] : [$0, -$0] } ?? []
    let heights: [(y: Double, color: MarkColor)] =
      switch word {
      case .value: values.map { ($0, Self.valueColor) }
      case .derivative: slopes.map { ($0, Self.slopeColor) }
      case .response: values.map { ($0, Self.valueColor) } + slopes.map { ($0, Self.slopeColor) }
      default: []
      }
    var lines: [ReferenceLine] = []
    for (y, color) in heights where !lines.contains(where: { $0.isAt(height: y) }) {
      lines.append(ReferenceLine(.horizontal(y: y), color: color, isDashed: true))
    }
    return lines
  }

  /// The colours of the curves of a function and of its derivative.
  static let (valueColor, slopeColor) = (MarkColor.palette(0), MarkColor.palette(1))
}

extension ReferenceLine {
  /// Whether the line is horizontal, and no picture could tell it from one at a height.
  func isAt(height: Double) -> Bool {
    guard case .horizontal(let y) = place else { return false }
    return (y - height).magnitude <= 1e-6 * max(1, height.magnitude)
  }

  /// Whether the line is one at a proved bound.
  fileprivate var isBound: Bool { isDashed && color != .muted }
}

extension [Panel] {
  /// A sentence about the lines at proved bounds that occur in panels; nil if there are none.
  var boundNote: String? {
    let lines = flatMap(\.marks).compactMap { if case .line(let line) = $0, line.isBound { line } else { nil } }
    let names = [(ProvedBounds.valueColor, "f(x)"), (ProvedBounds.slopeColor, "|f′(x)|")].compactMap { color, name in
      lines.contains { $0.color == color } ? name : nil
    }
    return names.isEmpty ? nil : "Dashed in colour: bounds of \(names.joined(separator: " and ")), proved for all x."
  }
}
