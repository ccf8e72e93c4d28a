import Activations
import Certificates
import Depth
import Descriptions
import Numerals
import Text

extension StatisticsListing {
  /// The table of the numbers for deep networks and of the proved properties. It ends with a line feed.
  ///
  /// - Parameter width: The columns of the terminal into which the table is fitted; nil for one line per figure.
  public func depthTable(width: Int?) -> String { roundedDepthTable.plain(width: width) }

  /// The table of the numbers for deep networks and of the proved properties in Markdown. It ends with a line feed.
  public var depthMarkdown: String { roundedDepthTable.markdown }

  private var roundedDepthTable: TextTable {
    let heads = [
      "name", "critical gain", "gamma", "chi", "depth scale", "fixed point", "gradient, 50 layers", "Lipschitz",
      "range",
      "f'(0)", "zero-centred", "monotone",
    ]
    return TextTable(
      heads: heads,
      alignments: heads.map {
        ["name", "fixed point", "range", "zero-centred", "monotone"].contains($0) ? .left : .right
      },
      rows: figures.compactMap { figure in
        guard let depth = figure.depth else { return nil }
        let numbers = depth.numbers
        return [
          figure.name.printable, text(numbers.criticalGain), text(numbers.gamma), text(numbers.chi),
          numbers.depthScale == .value(.infinity) ? "∞" : text(numbers.depthScale),
          numbers.fixedPoint.stability?.rawValue ?? numbers.fixedPointSlope.words,
          text(numbers.gradientFactor(layers: 50)), lipschitz(of: depth), range(of: depth.facts),
          text(depth.slopeAtCentre), word(for: depth.isZeroCentred), word(for: depth.facts.isMonotone),
        ]
      })
  }

  private func word(for truth: Bool?) -> String { truth.map { $0 ? "yes" : "no" } ?? "not known" }

  private func number(_ value: Double) -> String {
    value.isInfinite ? (value < 0 ? "-∞" : "∞") : String(value, significantDigits: 5)
  }

  /// The constant and where the derivative is as steep: `1.1289 at 1.4142`.
  private func lipschitz(of depth: DepthProperties) -> String {
    guard let constant = depth.lipschitzConstant else { return depth.lipschitzAbsence }
    return number(constant) + (depth.facts.lipschitzConstant.place.map { " at \(number($0))" } ?? "")
  }

  /// The proved range: `[-0.16997, ∞)`.
  private func range(of facts: CertifiedFacts) -> String {
    guard facts.infimum.exists != nil, facts.supremum.exists != nil else { return "not known" }
    func text(_ bound: CertifiedBound, _ sign: Double) -> String {
      bound.number.map { number($0.value == 0 ? 0 : $0.value) } ?? number(sign * .infinity)
    }
    func isAttained(_ bound: CertifiedBound) -> Bool { if case .attained = bound { true } else { false } }
    return (isAttained(facts.infimum) ? "[" : "(") + text(facts.infimum, -1) + ", " + text(facts.supremum, 1)
      + (isAttained(facts.supremum) ? "]" : ")")
  }

  // MARK: - Comma-separated values

  static let depthHeads =
    ["criticalGain", "gamma", "chi", "depthScale", "fixedPointSlope", "fixedPoint"]
    + DepthProperties.layerCounts.map { "gradientFactor\($0)" }
    + [
      "lipschitz", "lipschitzPlace", "infimum", "supremum", "slopeAtCentre", "sensitiveAtCentre", "zeroCentred",
      "bounded",
      "monotone", "continuous", "monotonePieces",
    ]

  /// The cells below `depthHeads`. An infinite number is `inf` or `-inf`, and what has no number is empty.
  func depthCells(of figure: FigureStatistics) -> [String] {
    guard let depth = figure.depth else { return Self.depthHeads.map { _ in "" } }
    let (numbers, facts) = (depth.numbers, depth.facts)
    func cell(_ value: Double?) -> String {
      value.map { $0.isInfinite ? ($0 < 0 ? "-inf" : "inf") : String(shortest: $0) } ?? ""
    }
    func bound(_ bound: CertifiedBound, _ sign: Double) -> Double? {
      bound == .unbounded ? sign * .infinity : bound.number?.value
    }
    func cell(_ truth: Bool?) -> String { truth.map { $0 ? "true" : "false" } ?? "" }
    let moments = [numbers.criticalGain, numbers.gamma, numbers.chi, numbers.depthScale, numbers.fixedPointSlope]
    let factors = DepthProperties.layerCounts.map { cell(numbers.gradientFactor(layers: $0).value) }
    let constant = depth.lipschitzConstant
    return moments.map { cell($0.value) } + [numbers.fixedPoint.stability?.rawValue ?? ""] + factors
      + [
        cell(constant), cell(constant == nil ? nil : facts.lipschitzConstant.place), cell(bound(facts.infimum, -1)),
        cell(bound(facts.supremum, 1)), cell(depth.slopeAtCentre.value), cell(depth.isSensitiveAtCentre),
        cell(depth.isZeroCentred), cell(facts.isBounded), cell(facts.isMonotone), cell(facts.isContinuous),
        facts.monotonePieces.map { String($0.count) } ?? "",
      ]
  }
}
