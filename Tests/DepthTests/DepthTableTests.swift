import Activations
import Certificates
import Expressions
import Foundation
import PortableMath
import Testing

@testable import Depth

/// The numbers of `scripts/make-depth-table`, which mpmath has computed in another way.
private struct DepthTable: Decodable {
  struct Weights: Decodable { let weightVariance, biasVariance: Double }
  struct Layer: Decodable {
    let variance, meanSquare: Double
    let deviation: Double?
  }
  /// A number, or the word for infinity or for a constant that does not exist.
  struct Number: Decodable, Equatable {
    let value: Double?
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      value = try? container.decode(Double.self)
    }
  }
  struct Case: Decodable {
    let name: String
    let expression: String?
    let criticalGain, gamma, chi, fixedPointSlope: Double?
    let depthScale: Number?
    let gradientFactors: [Double]?
    let layers: [[Layer]]
    let correlations: [Double]?
    let doesNotExist: String?
    let lipschitz: Number?
    let lipschitzPlace: Double?
  }
  let initializations: [Weights]
  let correlatedLayers, gradientLayers: [Int]
  let cases: [Case]

  static let whole: DepthTable = {
    let url = Bundle.module.url(forResource: "depth", withExtension: "json", subdirectory: "Data")
    return try! JSONDecoder().decode(DepthTable.self, from: Data(contentsOf: url!))
  }()
}

extension DepthTable.Case: CustomTestStringConvertible {
  var testDescription: String { name }

  var function: ActivationFunction {
    get throws {
      guard let expression else { return ActivationFunction(try #require(Catalogue.entry(named: name))) }
      return try ActivationFunction(expression: ParsedExpression(expression), name: name)
    }
  }
}

@Suite struct DepthTableTests {
  /// Whether two numbers agree to ten digits. Numbers beside 0 are compared with the given size.
  private func agree(_ found: Double, _ expected: Double, size: Double = 0) -> Bool {
    (found - expected).magnitude <= 1e-10 * max(expected.magnitude, size)
  }

  private func check(_ moment: ExactMoment, _ expected: Double?, _ name: String, size: Double = 0) {
    guard let found = moment.value, let expected else { return }
    #expect(agree(found, expected, size: size), "\(name): \(found) instead of \(expected)")
  }

  @Test("The table has the whole catalogue and a hundred formulas.")
  func table() {
    let cases = DepthTable.whole.cases
    #expect(cases.filter { $0.expression == nil }.map(\.name) == Catalogue.entries.map(\.name))
    #expect(cases.count { $0.expression != nil } == 100)
  }

  @Test("No number at the critical gain is wrong in its tenth digit.", arguments: DepthTable.whole.cases)
  fileprivate func numbers(row: DepthTable.Case) throws {
    let numbers = DepthNumbers(of: try row.function)
    check(numbers.criticalGain, row.criticalGain, "criticalGain")
    check(numbers.gamma, row.gamma, "gamma")
    check(numbers.chi, row.chi, "chi")
    check(numbers.fixedPointSlope, row.fixedPointSlope, "fixedPointSlope", size: 1)
    if let scale = row.depthScale, let found = numbers.depthScale.value {
      if let expected = scale.value {
        #expect(agree(found, expected), "depthScale: \(found) instead of \(expected)")
      } else {
        #expect(found == .infinity)
      }
    }
    for (count, factor) in zip(DepthTable.whole.gradientLayers, row.gradientFactors ?? []) {
      check(numbers.gradientFactor(layers: count), factor, "gradientFactor")
    }
    if row.doesNotExist == "meanSquare" {
      #expect(numbers.criticalGain == .doesNotExist && numbers.chi == .doesNotExist)
    }
    if row.doesNotExist == "gradient" { #expect(numbers.chi == .doesNotExist && numbers.criticalGain.value != nil) }
  }

  @Test("No variance of ten layers is wrong in its tenth digit.", arguments: DepthTable.whole.cases)
  fileprivate func layers(row: DepthTable.Case) throws {
    let function = try row.function
    for (weights, expected) in zip(DepthTable.whole.initializations, row.layers) {
      let initialization = Initialization(weightVariance: weights.weightVariance, biasVariance: weights.biasVariance)
      let found = SignalPropagation(of: function, initializedBy: initialization, layers: 10).layers
      for (index, pair) in zip(found, expected).enumerated() {
        let (layer, exact) = pair
        let size = expected[...index].map(\.variance).max() ?? 0
        #expect(agree(layer.variance, exact.variance), "layer \(index): \(layer.variance), \(exact.variance), \(size)")
        check(layer.meanSquare, exact.meanSquare, "mean square \(index)")
        check(
          layer.standardDeviation, exact.deviation, "deviation \(index)", size: exact.meanSquare.squareRoot() * 1e-3)
      }
    }
  }

  @Test("No correlation after some layers is wrong in its tenth digit.", arguments: DepthTable.whole.cases)
  fileprivate func correlations(row: DepthTable.Case) throws {
    guard let expected = row.correlations, let map = CorrelationMap(of: try row.function, variance: 1) else { return }
    var correlation = 0.5
    // Twenty layers take a second in a debug build, so that only each fourth case has them all.
    let place = DepthTable.whole.cases.firstIndex { $0.name == row.name } ?? 0
    for layer in 1...(place % 4 == 0 ? 20 : 5) {
      guard let next = map.value(at: correlation) else { return }
      correlation = next
      if let place = DepthTable.whole.correlatedLayers.firstIndex(of: layer) {
        #expect(agree(correlation, expected[place], size: 0.1), "\(layer): \(correlation), \(expected[place])")
      }
    }
  }

  @Test("No proved Lipschitz constant is wrong in its tenth digit, nor its place.", arguments: DepthTable.whole.cases)
  fileprivate func lipschitz(row: DepthTable.Case) throws {
    guard let expected = row.lipschitz else { return }
    let found = CertifiedFacts(of: try row.function).lipschitzConstant
    switch found {
    case .notKnown: break
    case .none: #expect(expected.value == nil)
    case .constant(let number, _):
      let value = try #require(expected.value)
      #expect(number.lower <= value * (1 + 1e-14) && value * (1 - 1e-14) <= number.upper, "\(number), \(value)")
      if let place = found.place, let exact = row.lipschitzPlace {
        #expect((place - exact).magnitude <= 1e-9 * max(1, exact.magnitude), "\(place), \(exact)")
      }
    }
  }

  @Test("Nearly all numbers that mpmath computes are had.")
  func coverage() throws {
    var (numbers, missing) = (0, [String]())
    func count(_ isKnown: Bool, _ isExpected: Bool, _ name: String) {
      guard isExpected else { return }
      numbers += 1
      if !isKnown { missing.append(name) }
    }
    for row in DepthTable.whole.cases {
      let function = try row.function
      let found = DepthNumbers(of: function)
      count(found.criticalGain.value != nil, row.criticalGain != nil, "\(row.name) criticalGain")
      count(found.gamma.value != nil, row.gamma != nil, "\(row.name) gamma")
      count(found.chi.value != nil, row.chi != nil, "\(row.name) chi")
      count(found.depthScale.value != nil, row.depthScale != nil, "\(row.name) depthScale")
      count(found.fixedPointSlope.value != nil, row.fixedPointSlope != nil, "\(row.name) fixedPointSlope")
      count(CertifiedFacts(of: function).lipschitzConstant != .notKnown, row.lipschitz != nil, "\(row.name) lipschitz")
      for (weights, expected) in zip(DepthTable.whole.initializations, row.layers) {
        let initialization = Initialization(weightVariance: weights.weightVariance, biasVariance: weights.biasVariance)
        let layers = SignalPropagation(of: function, initializedBy: initialization, layers: 10).layers
        for index in expected.indices { count(index < layers.count, true, "\(row.name) layer \(index)") }
      }
      count(CorrelationMap(of: function, variance: 1) != nil, row.correlations != nil, "\(row.name) correlations")
    }
    #expect(Double(missing.count) <= 0.01 * Double(numbers), "\(missing.count) of \(numbers): \(missing)")
  }
}
