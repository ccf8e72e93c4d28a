import Foundation
import Synchronization
import Testing

@testable import Configuration
@testable import Pipeline
@testable import System

/// What a batch does while figures that are drawn wait for the disk.
@Suite("Figures that wait for the disk")
struct WritingTests {
  /// Waits until something holds, but not for ever.
  private func wait(until holds: () -> Bool) {
    for _ in 0..<4_000 {
      if holds() { return }
      usleep(5_000)
    }
  }

  @Test("leave their places to the next, even the only one", arguments: [1, 2])
  func overlap(jobs: Int) async throws {
    let drawn = Atomic(0)
    let results = try await [FigurePlan].alike(10).results(
      jobs: jobs,
      drawing: { figure, _, _ in
        let number = drawn.add(1, ordering: .relaxed).newValue
        return FigureStage.encoded {
          // Every one but the last waits for a figure that is drawn after it.
          wait { drawn.load(ordering: .relaxed) > min(number, 9) }
          return number < 10 && drawn.load(ordering: .relaxed) == number ? "too early" : figure.name
        }
      })
    #expect(try results.map { try $0?.get() } == (0..<10).map(String.init))
  }

  @Test("are not too many at one time", arguments: [1, 3])
  func bound(jobs: Int) async throws {
    let waiting = Mutex((now: 0, most: 0))
    let drawn = Atomic(0)
    let bound = Limits.figuresInWriting + jobs - 1
    _ = try await [FigurePlan].alike(2 * bound).results(
      jobs: jobs,
      drawing: { _, _, _ in
        drawn.add(1, ordering: .relaxed)
        return FigureStage.encoded {
          waiting.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
          wait { waiting.withLock(\.most) >= Limits.figuresInWriting }
          waiting.withLock { $0.now -= 1 }
        }
      })
    #expect(drawn.load(ordering: .relaxed) == 2 * bound)
    #expect((Limits.figuresInWriting...bound).contains(waiting.withLock(\.most)))
  }

  @Test("fail alone, and say why")
  func failure() async throws {
    let fault = OutputError(path: "Output/1.png", fault: .isDirectory)
    let figures = try [FigurePlan].alike(3)
    let results = await figures.results(
      jobs: 2,
      drawing: { figure, _, _ in
        FigureStage.encoded {
          if figure.name == "1" { throw fault }
          return figure.name
        }
      })
    #expect(
      results == [
        .success("0"), .failure(FigureFailure(of: figures[1], reason: "\(fault)")), .success("2"),
      ])
  }

  @Test("end the run where they fail, if it is to end there")
  func stop() async throws {
    let drawn = Atomic(0)
    let results = try await [FigurePlan].alike(100).results(
      jobs: 1, stoppingAtFailure: true,
      drawing: { _, _, _ in
        drawn.add(1, ordering: .relaxed)
        return FigureStage<String>.encoded { throw OutputError(path: "Output/0.png", fault: .isDirectory) }
      })
    #expect(drawn.load(ordering: .relaxed) <= Limits.figuresInWriting + 1)
    #expect(results[99] == nil)
  }

  @Test("are not written once the run is cancelled; what is being written is finished")
  func cancellation() async throws {
    let written = Mutex<[String]>([])
    let results = try await Task {
      try await [FigurePlan].alike(50).results(
        jobs: 1,
        reporting: { (_: Result<String, FigureFailure>, _) in withUnsafeCurrentTask { $0?.cancel() } },
        drawing: { figure, _, _ in
          .encoded {
            written.withLock { $0.append(figure.name) }
            return figure.name
          }
        })
    }.value
    let done = results.compactMap { try? $0?.get() }
    #expect(!done.isEmpty && done.count <= Limits.figuresInWriting)
    #expect(written.withLock { $0.sorted() } == done.sorted())
  }
}
