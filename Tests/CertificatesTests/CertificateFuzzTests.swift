import Activations
import Certificates
import Expressions
import Foundation
import SeededNumbers
import Testing

/// Tests that compare the facts of random formulas with their values in double precision.
///
/// The environment variable CERTIFICATE_FUZZ_COUNT sets their number, CERTIFICATE_FUZZ_SEED their seed, and
/// CERTIFICATE_FUZZ_FILE a file to which the facts are written, which `scripts/fuzz-certificates` judges with 50 digits.
@Suite struct CertificateFuzzTests {
  static let environment = ProcessInfo.processInfo.environment
  static let count = environment["CERTIFICATE_FUZZ_COUNT"].flatMap { Int($0) } ?? 80
  static let file = environment["CERTIFICATE_FUZZ_FILE"]
  static let seed = environment["CERTIFICATE_FUZZ_SEED"].flatMap { Int($0) } ?? 0

  /// A grid, and powers of two.
  static let places: [Double] = {
    let grid = (-400...400).map { Double($0) / 32 + 0x1p-7 }
    let powers = (-20...40).map { Double(sign: .plus, exponent: $0, significand: 1.37) }
    return (grid + powers + powers.map { -$0 } + [0]).sorted()
  }()

  @Test("No fact of a random formula is contradicted by a value.")
  func randomFormulas() throws {
    var lines: [FactsLine] = []
    for index in 0..<Self.count {
      var generator = SeededGenerator(seed: Self.seed &* 1_000_003 &+ index &+ 1)
      let text = RandomFormula.text(using: &generator)
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "fuzz")
      let facts = CertifiedFacts(of: function)
      lines.append(FactsLine(text, facts))
      // The script evaluates with 50 digits what rounded numbers contradict: they lose log(1 + exp(x)) far to the left.
      guard Self.file == nil else { continue }
      for sentence in contradictions(to: facts, of: function) { Issue.record("\(text) \(sentence)") }
    }
    if let path = Self.file {
      let text = lines.map { "\($0)\n" }.joined()
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let known = lines.count { !$0.description.split(separator: "\t")[1].hasPrefix("?") }
    #expect(known * 10 >= Self.count * 7, "of \(known) of \(Self.count) formulas the lower bound is known")
  }

  @Test("No fact of a catalogue function with random parameters is contradicted by a value, and most are proved.")
  func randomParameters() {
    var generator = SeededGenerator(seed: 5)
    var (all, known) = (0, 0)
    var unknown: [String] = []
    for entry in Catalogue.entries where !entry.parameters.isEmpty {
      for scale in [1.0, 3, 50] {
        let values = entry.parameters.map { parameter in
          let range = max(parameter.range.lowerBound, -scale)...scale
          return (Double.random(in: range, using: &generator) * 1_000).rounded() / 1_000
        }
        guard entry.faults(in: values).isEmpty else { continue }
        let function = ActivationFunction(entry, parameterValues: values)
        let facts = CertifiedFacts(of: function)
        for sentence in contradictions(to: facts, of: function) { Issue.record("\(entry.name) \(values) \(sentence)") }
        all += 1
        if facts.infimum != .notKnown, facts.supremum != .notKnown, facts.lipschitzConstant != .notKnown,
          facts.monotonePieces != nil
        {
          known += 1
        } else {
          unknown.append("\(entry.name) \(values)")
        }
      }
    }
    // The jump of Softplus at a visible threshold / beta lies between two floating-point numbers. Far out, the slope of ISRU is
    // a difference whose terms cancel, which is known if alpha has few digits.
    let names = Set(unknown.map { $0.prefix { $0 != " " } })
    #expect(
      names == ["softplus", "isru"],
      "all facts of \(known) of \(all) functions are known, not those of \(unknown.joined(separator: ", "))")
  }

  /// What contradicts the facts by more than rounding errors.
  private func contradictions(to facts: CertifiedFacts, of function: ActivationFunction) -> [String] {
    let points = Self.places.map { (x: $0, value: function.value(at: $0)) }.filter(\.value.isFinite)
    var found: [String] = []
    func slack(_ value: Double, at x: Double) -> Double { 1e-9 * (1 + value.magnitude + x.magnitude) }
    for (x, value) in points {
      if let bound = facts.infimum.number, value < bound.lower - slack(value, at: x) {
        found.append("is \(value) at \(x), below \(bound.lower)")
      }
      if let bound = facts.supremum.number, value > bound.upper + slack(value, at: x) {
        found.append("is \(value) at \(x), above \(bound.upper)")
      }
    }
    for (first, second) in zip(points, points.dropFirst()) {
      let (step, gap) = (second.value - first.value, second.x - first.x)
      let noise = slack(second.value, at: second.x) + slack(first.value, at: first.x)
      if let bound = facts.lipschitzConstant.number, step.magnitude > bound.upper * gap + noise {
        found.append("grows by \(step) from \(first.x) to \(second.x), more than \(bound.upper) times the distance")
      }
      for piece in facts.monotonePieces ?? [] where piece.start.upper <= first.x && second.x <= piece.end.lower {
        // The ends themselves may belong to the other side of a jump.
        guard piece.start.upper < first.x, second.x < piece.end.lower else { continue }
        let isWrong =
          switch piece.trend {
          case .increasing: step < -noise
          case .decreasing: step > noise
          case .constant: step.magnitude > noise
          }
        if isWrong { found.append("is not \(piece.trend) from \(first.x) to \(second.x)") }
      }
    }
    return found
  }
}
