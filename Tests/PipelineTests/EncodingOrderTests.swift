import Synchronization
import Testing

@testable import Configuration
@testable import Pipeline
@testable import System

/// When a batch encodes what it has drawn.
@Suite("Figures that are drawn")
struct EncodingOrderTests {
  /// What was begun, in its order, by so many jobs.
  private func steps(figures count: Int, jobs: Int) async throws -> [String] {
    let steps = Mutex<[String]>([])
    let results = try await [FigurePlan].alike(count).results(
      jobs: jobs,
      drawing: { figure, _, _ in
        steps.withLock { $0.append("draw \(figure.name)") }
        return .drawn { _ in
          steps.withLock { $0.append("encode \(figure.name)") }
          return .encoded { figure.name }
        }
      })
    #expect(try results.map { try $0?.get() } == (0..<count).map(String.init))
    return steps.withLock(\.self)
  }

  @Test("are encoded at once by a single job")
  func alternation() async throws {
    #expect(
      try await steps(figures: 3, jobs: 1) == ["draw 0", "encode 0", "draw 1", "encode 1", "draw 2", "encode 2"])
  }

  @Test("wait for the last ones to be drawn, and are never many", arguments: 2...5)
  func waiting(jobs: Int) async throws {
    let count = 4 * jobs + 1
    let steps = try await steps(figures: count, jobs: jobs)
    #expect(Set(steps).count == 2 * count)
    var (drawn, most) = (0, 0)
    for step in steps {
      drawn += step.hasPrefix("draw") ? 1 : -1
      most = max(most, drawn)
    }
    // One a job is encoded or drawn, and as many as are begun early at the end wait beside them.
    #expect(most <= 2 * jobs - 1)
  }

  @Test("fail alone where they cannot be encoded")
  func failure() async throws {
    let results = try await [FigurePlan].alike(3).results(
      jobs: 2,
      drawing: { figure, _, _ in
        FigureStage.drawn { _ in
          if figure.name == "1" { throw OutputError(path: "Output/1.png", fault: .isDirectory) }
          return .made(figure.name)
        }
      })
    #expect(try results[0]?.get() == "0" && results[2]?.get() == "2")
    #expect(throws: FigureFailure.self) { try results[1]?.get() }
  }
}
