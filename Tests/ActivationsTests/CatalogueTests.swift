import Foundation
import PortableMath
import Sampling
import SeededNumbers
import Testing

@testable import Activations

@Suite struct CatalogueTests {
  struct Values: Decodable {
    struct Row: Decodable {
      let title: String
      let value: [Double]
      let derivative: [Double]
    }
    let x: [Double]
    let activations: [String: Row]
  }

  struct ParameterTable: Decodable {
    struct Case: Decodable {
      let function: String
      let parameters: [String: Double]
      /// Nil where the value is undefined.
      let value: [Double?]
      /// Nil where the derivative is undefined.
      let derivative: [Double?]
      /// Whether the exact value and derivative are within the range of double precision at each extreme; nil unless all
      /// parameters have their defaults.
      let isFinite: [Bool]?
    }
    let x: [Double]
    let extremes: [Double]?
    let cases: [Case]
  }

  static func agree(_ ours: Double, _ theirs: Double, within absolute: Double = 1e-15) -> Bool {
    abs(ours - theirs) <= max(absolute, 1e-12 * abs(theirs))
  }

  /// The functions that PyTorch has, which come first in the catalogue.
  static let reference = [
    "sigmoid", "tanh", "hard-tanh", "relu", "leaky-relu", "elu", "selu", "celu", "softplus", "swish", "mish", "gelu",
    "gelu-tanh", "silu", "hard-swish", "hard-sigmoid", "log-sigmoid", "relu6", "softsign", "tanhshrink", "softshrink",
    "hardshrink", "threshold", "prelu", "rrelu",
  ]

  @Test("Values and derivatives are PyTorch's, also at kinks and for large arguments.", arguments: reference)
  func values(name: String) throws {
    let table = try ReferenceData.load("values", as: Values.self)
    #expect(table.x.count == 77)
    let entry = try #require(Catalogue.entry(named: name))
    let row = try #require(table.activations[name])
    #expect(entry.title == row.title)
    let function = ActivationFunction(entry)
    for (index, x) in table.x.enumerated() {
      #expect(Self.agree(function.value(at: x), row.value[index]), "value at \(x)")
      let derivative = function.derivative(at: x)
      if let exact = Self.exactDerivative(name, at: x) {
        #expect(Self.agree(derivative, exact), "derivative at \(x)")
        #expect(!Self.agree(row.derivative[index], exact), "PyTorch is exact at \(x) now: name no exception")
      } else {
        #expect(Self.agree(derivative, row.derivative[index]), "derivative at \(x)")
      }
    }
  }

  /// The exact derivative from mpmath, where PyTorch's own formula is less accurate than double precision; nil
  /// elsewhere.
  ///
  /// The slope of the hard sigmoid between its kinks is 1/6, 0.166666666666666666667. PyTorch multiplies by 1/6 in
  /// single precision, 0.1666666716337204.
  private static func exactDerivative(_ name: String, at x: Double) -> Double? {
    name == "hard-sigmoid" && abs(x) < 3 ? 0.166666666666666666667 : nil
  }

  @Test(
    "Values and derivatives depend on the parameters as in PyTorch and in mpmath.", arguments: ["parameters", "exact"])
  func parameters(tableName: String) throws {
    let table = try ReferenceData.load(tableName, as: ParameterTable.self)
    for reference in table.cases {
      let entry = try #require(Catalogue.entry(named: reference.function))
      #expect(Set(entry.parameters.map(\.name)) == Set(reference.parameters.keys))
      let function = ActivationFunction(entry, parameterValues: entry.parameters.map { reference.parameters[$0.name]! })
      #expect(entry.faults(in: function.parameterValues).isEmpty)
      for (index, x) in table.x.enumerated() {
        let place = "\(reference.function) \(reference.parameters) at \(x)"
        // In the tails, values from mpmath have all digits of small numbers; only subnormal numbers have fewer.
        let absolute = tableName == "exact" && abs(x) > 8 ? 1e-305 : 1e-15
        if let value = reference.value[index] {
          #expect(Self.agree(function.value(at: x), value, within: absolute), "\(place)")
        }
        if let derivative = reference.derivative[index] {
          #expect(Self.agree(function.derivative(at: x), derivative, within: absolute), "\(place)")
        }
      }
    }
  }

  @Test("The derivative is the limit of the central difference.", arguments: Catalogue.entries.map(\.name))
  func centralDifference(name: String) throws {
    let entry = try #require(Catalogue.entry(named: name))
    var generator = SeededGenerator(seed: 1)
    let step = 1.0 / 256
    for _ in 0..<20 {
      let function = ActivationFunction(entry, parameterValues: randomParameters(of: entry, using: &generator))
      for _ in 0..<50 {
        let x = Double.random(in: -8...8, using: &generator)
        // The second derivative may jump at the ends of pieces, and that of CELU does at zero.
        let bends = function.function.pieceBounds + [0]
        let breaks = function.breakpoints.map(\.position) + bends
        if breaks.contains(where: { abs($0 - x) <= 4 * step }) { continue }
        func slope(_ reach: Double) -> Double {
          (function.value(at: x + reach * step) - function.value(at: x - reach * step)) / (2 * reach * step)
        }
        // The order of accuracy is eight: the Lagrange weights of four slopes cancel the terms in step², step⁴ and
        // step⁶.
        let difference = (56 * slope(1) - 28 * slope(2) + 8 * slope(3) - slope(4)) / 35
        let scale = max(1, abs(function.value(at: x)), abs(difference))
        #expect(abs(function.derivative(at: x) - difference) < 1e-9 * scale, "\(function.parameterValues) at \(x)")
      }
    }
  }

  /// Random parameter values between half and twice the default, or within 1 of a default of zero.
  private func randomParameters(of entry: CatalogueEntry, using generator: inout SeededGenerator) -> [Double] {
    entry.parameters.map { parameter in
      let factor = Double.random(in: 0.5...2, using: &generator)
      return parameter.defaultValue == 0 ? factor - 1 : parameter.defaultValue * factor
    }
  }

  @Test("Eight numbers at once give the same bits as one at a time.", arguments: Catalogue.entries.map(\.name))
  func lanes(name: String) throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
    var generator = SeededGenerator(seed: 2)
    let special = [0, -0.0, 1, -1, 20, 0x1p-1060, 1e300, -1e300, .infinity, -.infinity, .nan, 710, -745, 1e-9, 3, 6]
    let random = (0..<400).map { _ in Double.random(in: -30...30, using: &generator) }
    let inputs = special + random
    for start in stride(from: 0, to: inputs.count, by: 8) {
      let x = Lanes(inputs[start..<start + 8])
      let (values, derivatives) = (function.function.value(at: x), function.function.derivative(at: x))
      for lane in 0..<8 {
        #expect(hasSameBits(values[lane], function.value(at: x[lane])), "value at \(x[lane])")
        #expect(hasSameBits(derivatives[lane], function.derivative(at: x[lane])), "derivative at \(x[lane])")
      }
    }
  }

  private func hasSameBits(_ first: Double, _ second: Double) -> Bool {
    first.bitPattern == second.bitPattern || first.isNaN && second.isNaN
  }

  @Test("Nothing overflows where the function is finite.", arguments: reference)
  func finiteness(name: String) throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
    for magnitude in [0x1p-1060, 1e-30, 30, 709, 710, 745, 746, 1e5, 1e300, Double.greatestFiniteMagnitude] {
      // The exact value of SELU at the greatest number is outside the range of double precision.
      for x in [magnitude, -magnitude] where name != "selu" || x < 1e308 {
        #expect(function.value(at: x).isFinite, "value at \(x)")
        #expect(function.derivative(at: x).isFinite, "derivative at \(x)")
      }
    }
    #expect(function.value(at: .nan).isNaN)
  }

  @Test("Nothing overflows where the exact value and derivative are finite.")
  func exactFiniteness() throws {
    let table = try ReferenceData.load("exact", as: ParameterTable.self)
    let extremes = try #require(table.extremes)
    for reference in table.cases {
      guard let isFinite = reference.isFinite else { continue }
      let entry = try #require(Catalogue.entry(named: reference.function))
      let function = ActivationFunction(entry)
      for (x, isFinite) in zip(extremes, isFinite) where isFinite {
        #expect(function.value(at: x).isFinite, "value of \(reference.function) at \(x)")
        #expect(function.derivative(at: x).isFinite, "derivative of \(reference.function) at \(x)")
      }
      #expect(function.value(at: .nan).isNaN, "\(reference.function)")
    }
  }

  @Test("Outputs are rounded to single precision once.", arguments: [1, 7, 8, 9, 100])
  func outputs(count: Int) throws {
    let samples = SampleSet(seed: 3, count: count)
    for entry in Catalogue.entries {
      let function = ActivationFunction(entry)
      #expect(function.outputs(of: samples) == samples.values.map { Float(function.value(at: Double($0))) })
    }
  }

  @Test("PyTorch's functions come first in a fixed order, and all others have exact values to compare with.")
  func order() throws {
    let names = Catalogue.entries.map(\.name)
    #expect(Array(names.prefix(Self.reference.count)) == Self.reference)
    let table = try ReferenceData.load("values", as: Values.self)
    #expect(Set(Self.reference) == Set(table.activations.keys))
    let exact = try ReferenceData.load("exact", as: ParameterTable.self)
    #expect(Set(names).subtracting(Self.reference).isSubset(of: exact.cases.map(\.function)))
  }
}
