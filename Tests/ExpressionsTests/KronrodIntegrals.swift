import Foundation

/// The integrals of a random formula over the normal density by Gauss-Kronrod rules, as a reference.
///
/// They share no code with the product. The formula itself provides its breakpoints, narrow features and singular
/// places, and its values there; elsewhere panels are halved until two rules agree. Near a singular place c the
/// integration variable is s with x = c ± L exp(−s), up to s = 690, at the least distances that numbers have.
struct KronrodIntegrals {
  enum Verdict {
    /// The integral exists; its error is at most 10⁻⁹ of ∫|g|φ.
    case value(Double, size: Double)
    /// The integral diverges at a singular place.
    case diverges
    case unknown

    var value: Double? { if case .value(let value, _) = self { value } else { nil } }
  }

  let mean: Verdict
  let signalGain: Verdict
  let gradientGain: Verdict

  /// The variance E f² − (E f)²; unknown if most digits would cancel.
  var variance: Verdict {
    guard case .value(let mean, _) = mean, case .value(let square, let size) = signalGain,
      square - mean * mean > 0.1 * square
    else { return .unknown }
    return .value(square - mean * mean, size: size)
  }

  init(of formula: RandomFormula) {
    let verdicts = Self.verdicts(on: formula)
    (mean, signalGain, gradientGain) = (verdicts[0], verdicts[1], verdicts[2])
  }

  private static let end = 26.0
  /// The values of s at which the integral near a singular place is divided, up to the greatest.
  private static let depths = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 690.0]
  private static let tolerance = 1e-12
  private static let errorLimit = 1e-9
  private static let panelLimit = 600

  /// An interval of x, or of the variable s near a singular place.
  private struct Panel {
    let lower: Double
    let upper: Double
    /// The singular place, and the signed distance from it at which s is 0.
    var origin: (place: Double, distance: Double)?

    var halves: [Panel] {
      let middle = (lower + upper) / 2
      return [
        Panel(lower: lower, upper: middle, origin: origin), Panel(lower: middle, upper: upper, origin: origin),
      ]
    }

    var isNarrow: Bool { upper - lower <= 1e-14 * max(1, abs(lower)) }

    /// The place of a node, and its weight by the density and the change of variables.
    func place(_ node: Double) -> (place: RandomFormula.Place, weight: Double) {
      let (centre, radius) = ((lower + upper) / 2, (upper - lower) / 2)
      var (place, stretch) = (RandomFormula.Place(anchor: centre, offset: radius * node), 1.0)
      if let origin {
        let offset = origin.distance * exp(-centre - radius * node)
        (place, stretch) = (RandomFormula.Place(anchor: origin.place, offset: offset), abs(offset))
      }
      return (place, radius * stretch * 0.3989422804014327 * exp(-0.5 * place.x * place.x))
    }
  }

  /// The integrals of the value, its square and the square of the derivative over one panel.
  private struct Estimate {
    var sums = SIMD4<Double>()
    var coarse = SIMD4<Double>()
    var sizes = SIMD4<Double>()

    var differences: SIMD4<Double> {
      let difference = sums - coarse
      return SIMD4(abs(difference.x), abs(difference.y), abs(difference.z), 0)
    }
  }

  /// The nodes, Kronrod weights and Gauss weights of QUADPACK's qk15.
  private static let rule: [(node: Double, kronrod: Double, gauss: Double)] = [
    (0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0),
    (0.949107912342758524526189684047851, 0.063092092629978553290700663189204, 0.129484966168869693270611432679082),
    (0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0),
    (0.741531185599394439863864773280788, 0.140653259715525918745189590510238, 0.279705391489276667901467771423780),
    (0.586087235467691130294144691693013, 0.169004726639267902826583426598550, 0),
    (0.405845151377397166906606412076961, 0.190350578064785409913256402421014, 0.381830050505118944950369775488975),
    (0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0),
  ]
  private static let centre = (
    node: 0.0, kronrod: 0.209482141084727828012999174891714, gauss: 0.417959183673469387755102040816327
  )
  private static let nodes = rule + rule.map { (-$0.node, $0.kronrod, $0.gauss) } + [centre]

  private static func estimate(_ panel: Panel, of formula: RandomFormula) -> Estimate {
    var result = Estimate()
    for (node, kronrod, gauss) in nodes {
      let (place, weight) = panel.place(node)
      let dual = formula(place)
      // The root of the weight is applied first, because the square alone could overflow.
      let root = sqrt(weight)
      let (value, slope) = (dual.value * root, dual.slope * root)
      let terms = SIMD4(dual.value * weight, value * value, slope * slope, 0)
      result.sums += kronrod * terms
      result.coarse += gauss * terms
      result.sizes += kronrod * SIMD4(abs(terms.x), terms.y, terms.z, 0)
    }
    return result
  }

  private static func panels(of formula: RandomFormula) -> [Panel] {
    let singularities = Set(formula.singularities.filter { abs($0) < end })
    var cuts = (-64...64).map { Double($0) / 8 }
    for whole in 9...Int(end) { cuts += [Double(whole), -Double(whole)] }
    cuts += formula.breaks + singularities
    for (centre, width) in formula.features {
      let distances = (-2...8).map { width * exp2(Double($0)) }
      cuts += [centre] + distances.map { centre - $0 } + distances.map { centre + $0 }
    }
    let known = Set(cuts.filter { abs($0) <= end }).sorted()
    return zip(known, known.dropFirst()).flatMap { lower, upper -> [Panel] in
      let middle = lower + (upper - lower) / 2
      var (left, right, panels) = (lower, upper, [Panel]())
      func towards(_ place: Double, _ distance: Double) -> [Panel] {
        zip(depths, depths.dropFirst()).map { Panel(lower: $0, upper: $1, origin: (place, distance)) }
      }
      if singularities.contains(lower) { (left, panels) = (middle, panels + towards(lower, middle - lower)) }
      if singularities.contains(upper) { (right, panels) = (middle, panels + towards(upper, middle - upper)) }
      return left < right ? panels + [Panel(lower: left, upper: right)] : panels
    }
  }

  private static func verdicts(on formula: RandomFormula) -> [Verdict] {
    var waiting = panels(of: formula).map { (panel: $0, estimate: estimate($0, of: formula)) }
    // The contributions at the ends of x and of s must be negligible.
    let last = waiting.filter { pair in
      pair.panel.origin == nil ? max(abs(pair.panel.lower), abs(pair.panel.upper)) == end : pair.panel.upper == 690
    }
    let rests = last.reduce(SIMD4<Double>()) { $0 + $1.estimate.sizes }
    let diverges = (0..<3).map { index in
      zip(waiting, waiting.dropFirst()).contains { before, after in
        guard after.panel.origin != nil, after.panel.upper == 690 else { return false }
        // The integral diverges if this interval contributes as much as the one before, relative to its length of 256.
        let (near, nearest) = (before.estimate.sizes[index] / 256, after.estimate.sizes[index] / 178)
        return nearest == .infinity || near.isFinite && near > 0 && nearest > 0.85 * near
      }
    }
    var (settled, sums, errors) = (SIMD4<Double>(), SIMD4<Double>(), SIMD4<Double>())
    var count = 0
    while !waiting.isEmpty {
      let sizes = waiting.reduce(settled) { $0 + $1.estimate.sizes }
      var next: [Panel] = []
      for (panel, estimate) in waiting {
        let differences = estimate.differences
        let isRough = (0..<3).contains { differences[$0] > tolerance * sizes[$0] && sizes[$0].isFinite }
        if isRough, !panel.isNarrow, count < panelLimit {
          count += 1
          next += panel.halves
        } else {
          sums += estimate.sums
          settled += estimate.sizes
          errors += differences
        }
      }
      waiting = next.map { ($0, self.estimate($0, of: formula)) }
    }
    return (0..<3).map { index in
      if diverges[index] { return .diverges }
      guard sums[index].isFinite, errors[index] <= errorLimit * settled[index],
        rests[index] <= 1e-12 * settled[index]
      else { return .unknown }
      return .value(sums[index], size: settled[index])
    }
  }
}
