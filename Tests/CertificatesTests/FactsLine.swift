import Certificates

/// The facts of a function as one line of text, which `scripts/fuzz-certificates` judges.
///
/// Its fields are separated by tabs. Numbers are written such that they are read back exactly.
struct FactsLine: CustomStringConvertible {
  let description: String

  init(_ text: String, _ facts: CertifiedFacts) {
    func truth(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "?" }
    func number(_ number: ProvedNumber) -> String { "\(number.lower) \(number.upper)" }
    func bound(_ bound: CertifiedBound) -> String {
      switch bound {
      case .attained(let value, let place): "attained \(number(value)) \(number(place))"
      case .approached(let value, let place): "approached \(number(value)) \(place)"
      case .enclosed(let value): "enclosed \(number(value))"
      case .unbounded: "unbounded"
      case .notKnown: "?"
      }
    }
    func asymptote(_ asymptote: CertifiedAsymptote) -> String {
      switch asymptote {
      case .line(let slope, let intercept): "line \(number(slope)) \(number(intercept))"
      case .none: "none"
      case .notKnown: "?"
      }
    }
    let lipschitz =
      switch facts.lipschitzConstant {
      case .constant(let value, let places):
        "constant \(number(value)) " + places.map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: " ")
      case .none: "none"
      case .notKnown: "?"
      }
    let pieces =
      facts.monotonePieces.map { pieces in
        pieces.map { "\(number($0.start)) \(number($0.end)) \($0.trend)" }.joined(separator: ";")
      } ?? "?"
    description = [
      text, bound(facts.infimum), bound(facts.supremum), lipschitz, pieces, truth(facts.isMonotone),
      truth(facts.isContinuous), truth(facts.isDefinedEverywhere), asymptote(facts.left), asymptote(facts.right),
    ].joined(separator: "\t")
  }
}
