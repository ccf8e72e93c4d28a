import Activations
import Certificates
import Configuration
import Plans

/// The curves of several functions over the same range, with what can be said of all of them together.
struct ComparedCurves {
  /// One function of a comparison.
  struct Curve {
    /// The name, or the value of the parameter in a family.
    let name: String
    let function: ActivationFunction
    let shape: CurveShape
    /// The values at the places that all curves are compared at; the first and the last are the ends of the range.
    let values: [Double]

    /// Whether the values for all x are proved to have a lower and an upper bound, or not to; nil if it is not known.
    var isBounded: Bool? { StoredFacts.facts(of: function)?.isBounded }

    var kind: CourseKind { CourseKind(of: shape) }
    /// The lines to which the function tends on both sides have no slope.
    var tendsToConstants: Bool {
      guard shape.extremes != nil else { return false }
      let lines = function.asymptotes
      return lines.left?.slope == 0 && lines.right?.slope == 0
    }
  }

  /// The course of a curve, by which functions are told apart.
  enum CourseKind: Hashable, CaseIterable {
    case constant, neverFalling, neverRising, minimum, maximum, other, unknown

    init(of shape: CurveShape) {
      let (counts, runs) = (shape.counts, shape.runs)
      if !shape.isComplete || runs.allSatisfy({ $0.direction == .undefined }) {
        self = .unknown
      } else if runs.count == 1, runs[0].direction == .constant {
        self = .constant
      } else if shape.never(.falling) {
        self = .neverFalling
      } else if shape.never(.rising) {
        self = .neverRising
      } else if counts == (1, 0, 0, 0) {
        let isMinimum = runs.first { $0.direction != .constant }?.direction == .falling
        self = isMinimum ? .minimum : .maximum
      } else {
        self = .other
      }
    }
  }

  let range: ClosedRange<Double>
  let curves: [Curve]
  /// The name of the parameter of a family; nil for a comparison.
  let parameter: String?

  /// The number of places at which curves are compared.
  private static let placeCount = 64

  init(of figure: FigurePlan) {
    let range = figure.settings.shownRange
    let places = (0..<Self.placeCount).map { index in
      let share = Double(index) / Double(Self.placeCount - 1)
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
    self.range = range
    parameter = figure.sweptParameter.map(\.onOneLine)
    curves = figure.comparedFunctions.map { compared in
      let function = compared.plan.function.described
      return Curve(
        name: figure.plain(compared.title).onOneLine.abbreviated(toUnits: 40), function: function,
        shape: CurveShape(of: function, over: range), values: function.function.values(at: places))
    }
  }

  /// The curves by their kind, in the order of the kinds.
  var groups: [(kind: CourseKind, curves: [Curve])] {
    let groups = Dictionary(grouping: curves, by: \.kind)
    return CourseKind.allCases.compactMap { kind in groups[kind].map { (kind, $0) } }
  }

  /// The curves with the least and the greatest value at the beginning or the end of the range; nil if one has no value there.
  func extremes(atEnd isEnd: Bool) -> (least: (Curve, Double), greatest: (Curve, Double))? {
    let values = curves.map { ($0, isEnd ? $0.values[Self.placeCount - 1] : $0.values[0]) }
    guard values.allSatisfy(\.1.isFinite), let least = values.min(by: { $0.1 < $1.1 }),
      let greatest = values.max(by: { $0.1 < $1.1 })
    else { return nil }
    return (least, greatest)
  }

  /// The sets of at least two curves that lie on each other all over the range.
  var coincidences: [[Curve]] {
    var sets: [[Curve]] = []
    for curve in curves {
      let place = sets.firstIndex { set in
        zip(set[0].values, curve.values).allSatisfy { first, second in
          (first - second).magnitude <= 1e-9 * max(first.magnitude, second.magnitude) || first.isNaN && second.isNaN
        }
      }
      if let place { sets[place].append(curve) } else { sets.append([curve]) }
    }
    return sets.filter { $0.count > 1 }
  }
}
