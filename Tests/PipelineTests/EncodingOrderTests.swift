import Synchronization
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import System

/// The order in which a batch draws and encodes figures.
@Suite
struct EncodingOrderTests {
  /// The steps of a batch in the order in which they started.
  private func steps(figures count: Int, jobs: Int) async throws -> [String] {
    let steps = Mutex<[String]>([])
    let results = try await [FigurePlan].alike(count).results(
      jobs: jobs,
      making: { figure, _, _ in
        steps.withLock { $0.append("draw \(figure.name)") }
        return .compute { _ in
          steps.withLock { $0.append("encode \(figure.name)") }
          return .write { figure.name }
        }
      })
    #expect(try results.map { try $0?.get() } == (0..<count).map(String.init))
    return steps.withLock(\.self)
  }

  @Test("A single job encodes each picture right after drawing it.")
  func alternation() async throws {
    #expect(
      try await steps(figures: 3, jobs: 1) == ["draw 0", "encode 0", "draw 1", "encode 1", "draw 2", "encode 2"])
  }

  @Test("Pictures wait to be encoded until the last ones are drawn, and few wait at any time.", arguments: 2...5)
  func waiting(jobs: Int) async throws {
    let count = 4 * jobs + 1
    let steps = try await steps(figures: count, jobs: jobs)
    #expect(Set(steps).count == 2 * count)
    var (drawn, most) = (0, 0)
    for step in steps {
      drawn += step.hasPrefix("draw") ? 1 : -1
      most = max(most, drawn)
    }
    // Each job draws or encodes one figure, and as many more wait at the end.
    #expect(most <= 2 * jobs - 1)
  }

  @Test("A picture that cannot be encoded fails alone.")
  func failure() async throws {
    let results = try await [FigurePlan].alike(3).results(
      jobs: 2,
      making: { figure, _, _ in
        ParallelStep.compute { _ in
          if figure.name == "1" { throw OutputError(path: "Output/1.png", fault: .isDirectory) }
          return .finished(figure.name)
        }
      })
    #expect(try results[0]?.get() == "0" && results[2]?.get() == "2")
    #expect(throws: FigureFailure.self) { try results[1]?.get() }
  }
}
