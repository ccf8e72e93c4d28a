import Testing

@testable import Activations

@Suite struct CatalogueEntryTests {
  @Test("Every declaration is complete, and its defaults make a function.")
  func declarations() {
    for entry in Catalogue.entries {
      #expect(entry.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      #expect(!entry.title.isEmpty && entry.formula.contains("x") && !entry.references.isEmpty)
      #expect(entry.faults(in: entry.parameters.map(\.defaultValue)).isEmpty)
      #expect(entry.parameters.allSatisfy { entry.formula.contains($0.name) }, "\(entry.name)")
      let breakpoints = ActivationFunction(entry).breakpoints.map(\.position)
      #expect(breakpoints == breakpoints.sorted())
    }
    let names = Catalogue.entries.flatMap { [$0.name] + $0.aliases }
    for name in names {
      let matches = Catalogue.entries.filter { $0.name == name || $0.aliases.contains(name) }
      #expect(matches.count == 1, "\(name) belongs to one entry")
    }
  }

  @Test(
    "Names are found in every customary spelling.",
    arguments: [
      ("mish", "mish"),
      ("silu", "silu"),
      ("SiLU", "silu"),
      ("relu squared", "squared-relu"),
      ("QuickGELU", "quick-gelu"),
      ("linear", "identity"),
      ("hardtanh", "hard-tanh"),
      ("Hard tanh", "hard-tanh"),
      ("leaky_relu", "leaky-relu"),
      ("LeakyReLU", "leaky-relu"),
      ("Tanh", "tanh"),
    ])
  func lookup(typed: String, name: String) {
    #expect(Catalogue.entry(named: typed)?.name == name)
  }

  @Test("A fault of parameter values is described in a sentence.")
  func faults() throws {
    let hardTanh = try #require(Catalogue.entry(named: "hard-tanh"))
    let disordered = hardTanh.faults(in: [2, 1])
    #expect(disordered.map(\.description) == ["minVal is 2 and maxVal is 1, but minVal < maxVal must hold."])
    let celu = try #require(Catalogue.entry(named: "celu"))
    let sentence = "alpha is 0, but must be a number from -1000000 to 1000000 other than 0."
    #expect(celu.faults(in: [0]).map(\.description) == [sentence])
    #expect(celu.faults(in: [.nan]).count == 1)
    #expect(celu.faults(in: [1e7]).count == 1)
    #expect(celu.faults(in: [-1e6]).isEmpty)
  }

  @Test("Softplus has a breakpoint if its threshold leaves a jump that single precision resolves.")
  func softplusSteps() throws {
    let entry = try #require(Catalogue.entry(named: "softplus"))
    let table: [(beta: Double, threshold: Double, breakpoints: [Breakpoint])] = [
      (1, 20, []), (100, 20, []), (1, 5, [Breakpoint(.jump, at: 5)]), (2, 1, [Breakpoint(.jump, at: 0.5)]),
      (1, 14, [Breakpoint(.kink, at: 14)]), (1, 17, []), (-1, 5, [Breakpoint(.jump, at: -5)]),
    ]
    for (beta, threshold, breakpoints) in table {
      let function = ActivationFunction(entry, parameterValues: [beta, threshold])
      #expect(function.breakpoints == breakpoints, "beta \(beta), threshold \(threshold)")
      #expect(NormalMoments(of: function).mean.value != nil, "beta \(beta), threshold \(threshold)")
    }
  }
}
