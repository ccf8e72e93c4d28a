import Activations
import Certificates
import Testing

@Suite struct CatalogueFactsTests {
  private func facts(_ name: String, _ values: [Double]? = nil) throws -> CertifiedFacts {
    let entry = try #require(Catalogue.entry(named: name))
    return CertifiedFacts(
      of: values.map { ActivationFunction(entry, parameterValues: $0) } ?? ActivationFunction(entry))
  }

  // The values are those of mpmath with 30 digits, at the zeros of the derivatives.
  @Test(
    "The least value and its place are enclosed to twelve digits.",
    arguments: [
      ("gelu", -0.16997120747990366, -0.75179152469356446), ("silu", -0.27846454276107380, -1.2784645427610738),
      ("mish", -0.30884341301725041, -1.1924312145154952), ("gelu-tanh", -0.17004075057125405, -0.75246142207101625),
      ("hard-swish", -0.375, -1.5), ("telu", -0.35328577784821127, -1.0788600584646241),
      ("serf", -0.34843745875960642, -1.1930599689281880), ("elish", -0.17157287525380990, -0.88137358701954302),
      ("logish", -0.25276881678944035, -1.3724541370256921), ("smish", -0.24999366366012950, -1.3945193019245041),
      ("xielu", -0.20575122409648213, -0.98082925301172624), ("hard-mish", -0.5, -1), ("lisht", 0, 0),
    ])
  func minima(name: String, value: Double, place: Double) throws {
    guard case .attained(let number, let found) = try facts(name).infimum else {
      Issue.record("the minimum of \(name) is not proved")
      return
    }
    #expect(number.lower <= value && value <= number.upper)
    #expect(number.width <= 1e-12)
    #expect(found.lower <= place && place <= found.upper)
    #expect(found.width <= 1e-11)
  }

  @Test(
    "The Lipschitz constant and its place are enclosed.",
    arguments: [
      ("gelu", 1.1289041451851548, 1.4142135623730950), ("silu", 1.0998393201288669, 2.3993572805154677),
      ("mish", 1.0884981612517279, 1.4905711794854285), ("selu", 1.7580993408473767, 0), ("tanh", 1, 0),
      ("sigmoid", 0.25, 0), ("hard-swish", 1.5, 3), ("elu", 1, 0), ("softplus", 1, .infinity),
      ("squareplus", 1, .infinity),
      ("relu", 1, 1), ("identity", 1, 0),
    ])
  func lipschitzConstants(name: String, value: Double, place: Double) throws {
    guard case .constant(let number, let places) = try facts(name).lipschitzConstant else {
      Issue.record("the constant of \(name) is not proved")
      return
    }
    // The value is rounded.
    #expect(number.lower <= value.nextUp && value.nextDown <= number.upper)
    #expect(number.width <= 1e-13)
    #expect(places.contains { $0.lowerBound.nextDown <= place && place <= $0.upperBound.nextUp })
  }

  @Test("The one place of the greatest slope is a number, and a whole interval of them has none.")
  func places() throws {
    #expect((try #require(try facts("gelu").lipschitzConstant.place) - 1.4142135623730950).magnitude < 1e-12)
    #expect((try #require(try facts("silu").lipschitzConstant.place) - 2.3993572805154677).magnitude < 1e-12)
    #expect(try facts("selu").lipschitzConstant.place == 0)
    #expect(try facts("softplus").lipschitzConstant.place == .infinity)
    #expect(try facts("relu").lipschitzConstant.place == nil)
  }

  @Test(
    "A derivative without bound and a jump have no Lipschitz constant.",
    arguments: ["squared-relu", "exponential", "hardshrink", "threshold"])
  func withoutLipschitzConstant(name: String) throws { #expect(try facts(name).lipschitzConstant == .none) }

  @Test("All facts of all functions of the catalogue are proved, but for the asymptotes of Snake and some of Sine.")
  func everythingIsProved() {
    for entry in Catalogue.entries where entry.name != "sine" {
      let facts = CertifiedFacts(of: ActivationFunction(entry))
      #expect(facts.infimum != .notKnown, "\(entry.name)")
      #expect(facts.supremum != .notKnown, "\(entry.name)")
      for bound in [facts.infimum, facts.supremum] {
        if case .enclosed = bound { Issue.record("whether \(entry.name) attains its bound is not known") }
      }
      #expect(facts.lipschitzConstant != .notKnown, "\(entry.name)")
      #expect(facts.monotonePieces != nil, "\(entry.name)")
      #expect(facts.isMonotone != nil, "\(entry.name)")
      #expect(facts.isContinuous != nil, "\(entry.name)")
      #expect(facts.isDefinedEverywhere == true, "\(entry.name)")
      // Snake is the identity and a wave, which approaches no line; that this is so is not found.
      #expect((facts.left == .notKnown) == (entry.name == "snake"), "\(entry.name)")
      #expect((facts.right == .notKnown) == (entry.name == "snake"), "\(entry.name)")
    }
  }

  @Test("Sine has its range and its Lipschitz constant, though it has infinitely many pieces.")
  func sine() throws {
    let facts = try facts("sine")
    #expect(facts.isBounded == true && facts.isMonotone == false && facts.isContinuous == true)
    guard case .constant(let constant, _) = facts.lipschitzConstant else {
      Issue.record("the constant is not proved")
      return
    }
    #expect(constant.lower <= 1 && 1 <= constant.upper && constant.width <= 1e-13)
  }

  @Test("The ranges of functions with asymptotes are open, and those of functions with constant pieces are closed.")
  func ranges() throws {
    let zero = ProvedNumber(lower: 0, upper: 0)
    let one = ProvedNumber(lower: 1, upper: 1)
    #expect(try facts("sigmoid").infimum == .approached(zero, at: -.infinity))
    #expect(try facts("sigmoid").supremum == .approached(one, at: .infinity))
    #expect(try facts("tanh").infimum == .approached(ProvedNumber(lower: -1, upper: -1), at: -.infinity))
    #expect(try facts("relu").infimum == .attained(zero, at: ProvedNumber(lower: -.infinity, upper: 0)))
    #expect(try facts("relu").supremum == .unbounded)
    #expect(
      try facts("relu6").supremum
        == .attained(
          ProvedNumber(lower: 6, upper: 6), at: ProvedNumber(lower: 6, upper: .infinity)))
    #expect(try facts("exponential").infimum == .approached(zero, at: -.infinity))
    #expect(try facts("threshold").infimum == .approached(ProvedNumber(lower: 0.1, upper: 0.1), at: 0.1))
    #expect(try facts("gelu").isBounded == false)
    #expect(try facts("softsign").isBounded == true)
  }

  @Test("The pieces of GELU are a falling and a rising one, with the minimum between them.")
  func pieces() throws {
    let pieces = try #require(try facts("gelu").monotonePieces)
    #expect(pieces.map(\.trend) == [.decreasing, .increasing])
    #expect(pieces[0].start.lower == -.infinity && pieces[1].end.upper == .infinity)
    #expect(pieces[0].end == pieces[1].start)
    #expect(try facts("hard-tanh").monotonePieces?.map(\.trend) == [.constant, .increasing, .constant])
    #expect(try facts("snake").monotonePieces?.map(\.trend) == [.increasing])
  }

  @Test("A function is monotone if it has one course, even over a jump.")
  func monotony() throws {
    #expect(try facts("hardshrink").isMonotone == true)
    #expect(try facts("threshold").isMonotone == false)
    #expect(try facts("tanhshrink").isMonotone == true)
    #expect(try facts("gelu").isMonotone == false)
    #expect(try facts("hardshrink").isContinuous == false)
  }

  @Test("Each asymptote that is found numerically is proved, up to the digits of its search.")
  func asymptotes() {
    for entry in Catalogue.entries {
      let function = ActivationFunction(entry)
      let facts = CertifiedFacts(of: function)
      for (found, proved) in [(function.asymptotes.left, facts.left), (function.asymptotes.right, facts.right)] {
        switch (found, proved) {
        case (let line?, .line(let slope, let intercept)):
          #expect(slope.lower - 1e-9 <= line.slope && line.slope <= slope.upper + 1e-9, "\(entry.name)")
          #expect(intercept.lower - 1e-9 <= line.intercept && line.intercept <= intercept.upper + 1e-9, "\(entry.name)")
        case (nil, .none), (nil, .notKnown): break
        default: Issue.record("\(entry.name): \(String(describing: found)) was found, and \(proved) was proved")
        }
      }
    }
  }

  @Test(
    "Parameters that move the features of a function by orders of magnitude change nothing in what is proved.",
    arguments: [1e-3, 0.1, 1.702, 30, 1e4])
  func scales(beta: Double) throws {
    let facts = try facts("swish", [beta])
    guard case .attained(let number, _) = facts.infimum, case .constant(let constant, _) = facts.lipschitzConstant
    else {
      Issue.record("the minimum or the constant is not proved")
      return
    }
    let minimum = -0.278464542761073796 / beta
    #expect((number.lower - minimum).magnitude <= 1e-11 * minimum.magnitude)
    #expect((number.upper - minimum).magnitude <= 1e-11 * minimum.magnitude)
    // The slope does not depend on the scale.
    #expect(constant.lower <= 1.099839320128868 && 1.099839320128866 <= constant.upper)
    #expect(constant.width <= 1e-11)
    #expect(facts.monotonePieces?.map(\.trend) == [.decreasing, .increasing])
  }
}
