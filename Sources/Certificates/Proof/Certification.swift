import Activations

/// The line divided into two tails and stretches between them, with the joints between neighbours.
struct Certification {
  var evaluator: Evaluator
  let left: Tail
  let right: Tail
  let stretches: [Stretch]
  /// The joints before each stretch and behind the last one.
  let joints: [Joint]

  /// The number of operations that may be spent on the division, which take a few milliseconds.
  private static let budget = 100_000
  /// The number of terms that may be joined for all joints, which take about 5 ms.
  private static let jointEffort = 2_500
  /// The greatest number of places at which a formula changes that are taken into account.
  private static let placeLimit = 128

  /// - Returns: nil if the formula of the function is not known, or too long.
  init?(_ function: ActivationFunction) {
    guard var evaluator = Evaluator(function) else { return nil }
    let places = function.function.formulaChanges.filter { $0.isFinite && $0.magnitude <= 0x1p20 }.sorted()
    let near = places.count <= Self.placeLimit ? places : places.filter { $0.magnitude <= 8 }.suffix(Self.placeLimit)
    let (first, last) = (near.first ?? 0, near.last ?? 0)
    left = .find(&evaluator, side: -1, beyond: max(-first, 0))
    right = .find(&evaluator, side: 1, beyond: max(last, 0))
    let division = Subdivision(
      evaluator, from: -left.start, to: right.start, at: near, budget: evaluator.effort + Self.budget)
    evaluator = division.evaluator
    stretches = division.stretches
    let ends = stretches.map(\.lower) + [right.start]
    let limit = evaluator.graph.constants.joinedTerms + Self.jointEffort
    joints = ends.map { Joint(&evaluator, at: $0, limit: limit) }
    self.evaluator = evaluator
  }

  var isContinuous: Bool? {
    if joints.contains(where: { $0.isContinuous == false }) { return false }
    let isKnown = left.isRegular && right.isRegular && stretches.allSatisfy(\.isRegular)
    return isKnown && joints.allSatisfy { $0.isContinuous == true } ? true : nil
  }

  var isDefinedEverywhere: Bool? {
    if joints.contains(where: { $0.isDefined == false }) || stretches.contains(where: \.value.values.isEmpty)
      || left.values.isEmpty || right.values.isEmpty
    {
      return false
    }
    let isKnown = left.isRegular && right.isRegular && stretches.allSatisfy(\.value.isDefined)
    return isKnown && joints.allSatisfy { $0.isDefined == true } ? true : nil
  }
}

extension CertifiedFacts {
  /// Proves what can be proved of a function within a bounded number of operations, a few milliseconds at most.
  ///
  /// The line is divided until the sign of the first or second derivative is proved over each part, by interval
  /// arithmetic on the formula and its derivatives; beyond some distance from zero the formula is expanded for x → ±∞,
  /// with bounds of all remainders. Nothing is proved of functions that are given by points.
  public init(proving function: ActivationFunction) {
    guard var certification = Certification(function) else {
      self = .notKnown
      return
    }
    let pieces = certification.monotonePieces
    self.init(
      infimum: certification.infimum, supremum: certification.supremum,
      lipschitzConstant: certification.lipschitzConstant(), monotonePieces: pieces,
      isMonotone: certification.isMonotone(pieces), isContinuous: certification.isContinuous,
      isDefinedEverywhere: certification.isDefinedEverywhere, left: certification.left.asymptote,
      right: certification.right.asymptote)
  }
}
