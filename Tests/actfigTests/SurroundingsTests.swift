import Foundation
import Testing

@Suite
struct SurroundingsTests {
  @Test(
    "Texts, numbers and pixels have the same bytes for any processor and locale.",
    arguments: [
      // glibc then uses its portable version of every function.
      ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F"],
      ["LC_ALL": "de_DE.UTF-8", "TZ": "XXX-13:45"],
    ])
  func environment(variables: [String: String]) throws {
    let tool = try Tool()
    try tool.write(
      """
      {"samples": 3000, "figures": ["each", "depth"], "depth": {"layers": 4, "networks": {"width": 70, "number": 2}},
      "activations": [
        "mish", "gelu", "tanh", {"function": "softplus", "beta": 2.5},
        {"expression": "asinh(x) * 2^sin(x) / (1 + sqrt(abs(x)))", "name": "formula"}
      ]}
      """, to: "config.json")
    func outcome(_ directory: String, _ variables: [String: String]) throws -> [Data] {
      var outcome: [Data] = []
      for arguments in [
        ["describe"], ["stats", "--json"],
        ["render", "--quiet", "--only", "formula", "--only", "mish-depth", "--output", directory],
      ] {
        let run = try tool.run(arguments, environment: variables)
        #expect(run.exitCode == 0, "\(run.words)")
        outcome.append(Data(run.output.utf8))
      }
      for name in ["formula.png", "mish-depth.png"] { #expect(tool.names(in: directory)?.contains(name) == true) }
      return outcome + (tool.names(in: directory) ?? []).compactMap { tool.bytes(of: "\(directory)/\($0)") }
    }
    let plain = try outcome("plain", [:])
    #expect(plain[1].count > 1_000)
    #expect(try outcome("other", variables) == plain)
  }
}
