import Activations
import Foundation
import Plotting
import SeededNumbers
import Statistics
import Testing
import Typography

@testable import Configuration
@testable import Pipeline

/// The rules that figures in the styles `light` and `dark` obey, on random configurations.
///
/// The number of configurations is 50 unless the environment variable `FIGURE_RULES` holds another one:
///
/// ```sh
/// FIGURE_RULES=500 swift test --filter FigureRulesTests
/// ```
@Suite struct FigureRulesTests {
  private static let count = ProcessInfo.processInfo.environment["FIGURE_RULES"].flatMap(Int.init) ?? 50

  @Test("A random figure hides no curve, cuts no bar, names everything and covers no text.", arguments: 0..<count)
  func randomFigure(seed: Int) async throws {
    var generator = SeededGenerator(seed: seed)
    let figure = RandomFigure(using: &generator)
    let renderer = FigureRenderer(typefaces: try TypefaceFamily(installedWith: []))
    do {
      let rules = try await FigureRules(ofConfiguration: figure.text, by: renderer)
      #expect(rules.faults == [], "\(figure)")
    } catch let error as LayoutError {
      // Only paper of a size of its own may be too small.
      #expect(!figure.hasDefaultSize, "\(error): \(figure)")
    } catch is StudyError {
      // Some formulas have no finite value.
    }
  }
}
