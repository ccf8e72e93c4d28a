import Activations
import Certificates
import Depth
import JSON
import Numerals

extension JSONValue {
  /// The numbers and the certified facts of a function, as members `depth` and `certified`.
  package init(_ properties: DepthProperties) {
    self = [
      "depth": JSONValue(
        findings: Self.findings(properties.numbers.critical) + Self.findings(properties)),
      "certified": JSONValue(properties.facts),
    ]
  }

  /// The numbers of the function of a study: the member `depth` alone.
  package init(numbersOf study: DepthStudy) {
    let properties = DepthProperties(of: study.function, numbers: study.numbers)
    self.init(findings: Self.findings(properties.numbers.critical) + Self.findings(properties))
  }

  /// The numbers that follow from the moments of a function. A number that does not exist is null, and `absent` says why.
  package init(_ numbers: CriticalNumbers) { self.init(findings: Self.findings(numbers)) }

  private static func findings(_ numbers: CriticalNumbers) -> [Finding] {
    let factors = DepthProperties.layerCounts.map { (count: $0, factor: numbers.gradientFactor(layers: $0)) }
    return [
      Finding("criticalGain", numbers.criticalGain), Finding("gamma", numbers.gamma), Finding("chi", numbers.chi),
      Finding("depthScale", numbers.depthScale),
      Finding(
        "gradientFactor",
        factors.allSatisfy { $0.factor.value != nil }
          ? .array(factors.map { ["layers": JSONValue($0.count), "factor": .number($0.factor.value ?? 0)] }) : nil,
        or: factors.last?.factor.words ?? ""),
    ]
  }

  private static func findings(_ properties: DepthProperties) -> [Finding] {
    let (numbers, facts) = (properties.numbers, properties.facts)
    return [
      Finding(
        "fixedPoint", numbers.fixedPoint.stability.map { JSONValue(numbers.fixedPoint, $0) },
        or: numbers.fixedPointSlope.words),
      Finding(
        "lipschitz", properties.lipschitzConstant.map { JSONValue(constant: $0, facts.lipschitzConstant) },
        or: properties.lipschitzAbsence),
      Finding("zeroCentred", properties.isZeroCentred), Finding("bounded", facts.isBounded),
      Finding("sensitiveAtCentre", properties.isSensitiveAtCentre),
      Finding("slopeAtCentre", properties.slopeAtCentre), Finding("monotone", facts.isMonotone),
    ]
  }

  private init(_ point: VarianceFixedPoint, _ stability: Stability) {
    self = [
      "variance": .number(point.variance), "slope": .number(point.slope.value ?? 0),
      "stability": .string(stability.rawValue),
    ]
  }

  private init(constant: Double, _ proved: CertifiedLipschitzConstant) {
    let place = proved.place
    let reason = place == nil ? "not unique, or not known" : "at infinity"
    self.init(findings: [
      Finding("value", .number(constant)),
      Finding("place", place.flatMap { $0.isFinite ? .number($0) : nil }, or: reason),
    ])
  }

  // MARK: - Certificates

  /// Everything that is proved of a function. What is not known is null, and so is an infinite end of an interval.
  package init(_ facts: CertifiedFacts) {
    let notKnown = "not known"
    self.init(findings: [
      Finding("infimum", JSONValue(bound: facts.infimum), or: facts.infimum == .unbounded ? "unbounded" : notKnown),
      Finding("supremum", JSONValue(bound: facts.supremum), or: facts.supremum == .unbounded ? "unbounded" : notKnown),
      Finding(
        "lipschitz", JSONValue(lipschitz: facts.lipschitzConstant),
        or: facts.lipschitzConstant == .none ? ExactMoment.doesNotExist.words : notKnown),
      Finding("monotonePieces", facts.monotonePieces.map { .array($0.map { JSONValue($0) }) }, or: notKnown),
      Finding("monotone", facts.isMonotone), Finding("bounded", facts.isBounded),
      Finding("continuous", facts.isContinuous), Finding("definedEverywhere", facts.isDefinedEverywhere),
      Finding("leftAsymptote", JSONValue(asymptote: facts.left), or: Self.absence(of: facts.left)),
      Finding("rightAsymptote", JSONValue(asymptote: facts.right), or: Self.absence(of: facts.right)),
    ])
  }

  private static func absence(of asymptote: CertifiedAsymptote) -> String {
    asymptote == .none ? ExactMoment.doesNotExist.words : "not known"
  }

  private init(_ number: ProvedNumber) { self = [.number(number.lower), .number(number.upper)] }

  private init?(bound: CertifiedBound) {
    switch bound {
    case .attained(let number, let place):
      self = ["between": JSONValue(number), "is": "attained", "place": JSONValue(place)]
    case .approached(let number, let place):
      self = ["between": JSONValue(number), "is": "approached", "place": [.number(place), .number(place)]]
    case .enclosed(let number): self = ["between": JSONValue(number), "is": "enclosed"]
    case .unbounded, .notKnown: return nil
    }
  }

  private init?(lipschitz: CertifiedLipschitzConstant) {
    guard case .constant(let number, let places) = lipschitz else { return nil }
    self = [
      "between": JSONValue(number),
      "places": .array(places.map { [.number($0.lowerBound), .number($0.upperBound)] }),
    ]
  }

  private init(_ piece: MonotonePiece) {
    self = [
      "start": JSONValue(piece.start), "end": JSONValue(piece.end), "trend": .string(piece.trend.rawValue),
    ]
  }

  private init?(asymptote: CertifiedAsymptote) {
    guard case .line(let slope, let intercept) = asymptote else { return nil }
    self = ["slope": JSONValue(slope), "intercept": JSONValue(intercept)]
  }
}

/// A member of an object that may have no value, and then the reason.
struct Finding {
  let key: String
  let value: JSONValue?
  let absence: String

  init(_ key: String, _ value: JSONValue?, or absence: String = "not known") {
    (self.key, self.value, self.absence) = (key, value, absence)
  }

  init(_ key: String, _ truth: Bool?) { self.init(key, truth.map(JSONValue.boolean)) }

  init(_ key: String, _ moment: ExactMoment) {
    let isFinite = moment.value?.isFinite == true
    self.init(
      key, isFinite ? moment.value.map(JSONValue.number) : nil, or: moment.value == nil ? moment.words : "infinite")
  }
}

extension JSONValue {
  /// An object of findings. One without a value is null, and the member `absent` says why.
  init(findings: [Finding]) {
    var members = findings.map { Member(key: $0.key, value: $0.value ?? .null) }
    let absent = findings.filter { $0.value == nil }.map { Member(key: $0.key, value: .string($0.absence)) }
    if !absent.isEmpty { members.append(Member(key: "absent", value: .object(absent))) }
    self = .object(members)
  }
}
