import SeededNumbers
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import System

@Suite
struct ConfigurationMutationTests {
  @Test(
    "A mutated configuration never crashes the reader, and what is accepted is complete.",
    arguments: 0..<300 as Range<UInt64>)
  func mutations(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let bytes = ConfigurationMutation.bytes(using: &generator)
      do throws(ConfigurationError) {
        let plan = try RenderPlan(readingConfiguration: bytes, named: "config.json")
        let members = JSONReading(bytes).root.members
        guard let entries = members?.first(where: { $0.key == "activations" })?.value.elements else {
          Issue.record("accepted without activations")
          return
        }
        #expect(plan.figures.count >= entries.count)
        for figure in plan.figures { checkLimits(of: figure) }
      } catch {
        #expect(!error.issues.isEmpty)
        #expect(error.issues.map { [$0.line, $0.column] }.isSorted)
        #expect(error.description.utf8.count < 100_000)
      }
    }
  }

  private func checkLimits(of figure: FigurePlan) {
    let settings = figure.settings
    let points = ((settings.range.upperBound - settings.range.lowerBound) / settings.step).rounded(.up)
    #expect((2...1_000_000).contains(points))
    #expect(settings.width * settings.height * settings.dpi * settings.dpi <= 67_108_864)
    #expect((1...1_000_000_000).contains(settings.samples) && (1...10_000).contains(settings.bins.greatestCount))
    #expect(figure.fileName.hasSuffix(".png") && !figure.fileName.contains("/") && figure.fileName.utf8.count <= 255)
    #expect(figure.function.entry.faults(in: figure.function.parameterValues).isEmpty)
  }
}

extension [[Int]] {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) } }
}
