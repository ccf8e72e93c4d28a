import Testing

@testable import Pipeline

@Suite("Selecting figures")
struct SelectionTests {
  private let plan: RenderPlan

  init() throws {
    let text = #"{"output": {"directory": "D"}, "activations": ["relu", "tanh", "mish"]}"#
    plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  @Test(
    "figures stand in the order of the plan, each once, and no name selects all",
    arguments: [
      ([], ["relu", "tanh", "mish"]), (["mish"], ["mish"]), (["mish", "relu"], ["relu", "mish"]),
      (["tanh", "tanh"], ["tanh"]),
    ] as [([String], [String])])
  func selection(names: [String], selected: [String]) throws {
    let selection = try plan.selecting(names)
    #expect(selection.figures.map(\.name) == selected)
    #expect(selection.outputDirectory == "D")
  }

  @Test("every unknown name is told of, with the nearest where there is one")
  func unknown() {
    let error = #expect(throws: SelectionError.self) { try plan.selecting(["mihs", "relu", "fourier", "a\u{1B}[2J"]) }
    #expect(
      error?.description == """
        There is no figure "mihs"; did you mean "mish"?
        There is no figure "fourier".
        There is no figure "a\u{FFFD}[2J".
        """)
  }
}
