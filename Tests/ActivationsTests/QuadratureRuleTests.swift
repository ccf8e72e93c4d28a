import PortableMath
import Testing

@testable import Activations

@Suite struct QuadratureRuleTests {
  @Test("The Gauss-Legendre rule of eight points is that of the Handbook of Mathematical Functions, table 25.4.")
  func legendre() {
    expect(
      QuadratureRule(legendre: 8),
      [
        (0.960289856497536, 0.101228536290376), (0.796666477413627, 0.222381034453374),
        (0.525532409916329, 0.313706645877887), (0.183434642495650, 0.362683783378362),
      ])
  }

  @Test("The Lobatto rule of seven points is that of the handbook's table 25.6, to more digits.")
  func lobatto() {
    let rule = QuadratureRule(lobatto: 7)
    // The nodes are √((5 ± 2√(5/3)) / 11), and the weights are (124 ∓ 7√15) / 350.
    let (inner, outer) = (2 * (5.0 / 3).squareRoot(), 7 * 15.0.squareRoot())
    let table = [
      (1, 1.0 / 21), (((5 + inner) / 11).squareRoot(), (124 - outer) / 350),
      (((5 - inner) / 11).squareRoot(), (124 + outer) / 350),
    ]
    for (index, expected) in table.enumerated() {
      for (place, sign) in [(index, 1.0), (index + 3, -1.0)] {
        #expect(abs(rule.nodes[0][place] - sign * expected.0) <= 6e-16)
        #expect(abs(rule.weights[0][place] - expected.1) <= 6e-16)
      }
    }
    #expect(rule.nodes[0][6] == 0 && abs(rule.weights[0][6] - 256.0 / 525) <= 6e-16)
    #expect(rule.nodes[0][7] == 0 && rule.weights[0][7] == 0)
  }

  @Test("The two rules differ for every jump, wherever it lies.")
  func jumps() {
    let rules = [QuadratureRule(lobatto: 7), QuadratureRule(legendre: 16)]
    for place in stride(from: -0.9995, to: 1, by: 0.001) {
      let sums = rules.map { rule in
        zip(rule.nodes, rule.weights).reduce(0) { sum, pair in
          pair.0.indices.reduce(sum) { $0 + (pair.0[$1] > place ? pair.1[$1] : 0) }
        }
      }
      #expect(abs(sums[0] - sums[1]) > 0.01, "\(place)")
    }
  }

  private func expect(_ rule: QuadratureRule, _ table: [(node: Double, weight: Double)]) {
    for (index, expected) in table.enumerated() {
      for (place, sign) in [(index, 1.0), (index + 4, -1.0)] {
        #expect(abs(rule.nodes[0][place] - sign * expected.node) <= 6e-16)
        #expect(abs(rule.weights[0][place] - expected.weight) <= 6e-16)
      }
    }
  }

  @Test("Polynomials are integrated exactly up to the degree of the rule.", arguments: [2, 5, 7, 8, 16, 31])
  func polynomials(order: Int) {
    for (rule, degrees) in [
      (QuadratureRule(legendre: order), 2 * order), (QuadratureRule(lobatto: order), 2 * order - 2),
    ] {
      for degree in 0..<degrees {
        var sum = 0.0
        for (nodes, weights) in zip(rule.nodes, rule.weights) {
          for lane in nodes.indices {
            sum += weights[lane] * (0..<degree).reduce(1) { product, _ in product * nodes[lane] }
          }
        }
        #expect(abs(sum - (degree % 2 == 0 ? 2 / Double(degree + 1) : 0)) <= 2e-15, "degree \(degree)")
      }
    }
  }
}
