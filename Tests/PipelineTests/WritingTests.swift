import Foundation
import Synchronization
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import System

/// A batch continues while drawn figures wait for the disk.
@Suite
struct WritingTests {
  /// Waits until a condition holds, for 20 seconds at most.
  private func wait(until holds: () -> Bool) {
    for _ in 0..<4_000 {
      if holds() { return }
      usleep(5_000)
    }
  }

  @Test(
    "A file that is being written does not keep the next figure from being drawn, even with one job.",
    arguments: [1, 2])
  func overlap(jobs: Int) async throws {
    let drawn = Atomic(0)
    let results = try await [FigurePlan].alike(10).results(
      jobs: jobs,
      making: { figure, _, _ in
        let number = drawn.add(1, ordering: .relaxed).newValue
        return ParallelStep.write {
          // Every figure but the last waits for one that is drawn after it.
          wait { drawn.load(ordering: .relaxed) > min(number, 9) }
          return number < 10 && drawn.load(ordering: .relaxed) == number ? "too early" : figure.name
        }
      })
    #expect(try results.map { try $0?.get() } == (0..<10).map(String.init))
  }

  @Test("Few files are written at one time.", arguments: [1, 3])
  func bound(jobs: Int) async throws {
    let waiting = Mutex((now: 0, most: 0))
    let drawn = Atomic(0)
    let bound = Limits.figuresInWriting + jobs - 1
    _ = try await [FigurePlan].alike(2 * bound).results(
      jobs: jobs,
      making: { _, _, _ in
        drawn.add(1, ordering: .relaxed)
        return ParallelStep.write {
          waiting.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
          wait { waiting.withLock(\.most) >= Limits.figuresInWriting }
          waiting.withLock { $0.now -= 1 }
        }
      })
    #expect(drawn.load(ordering: .relaxed) == 2 * bound)
    #expect((Limits.figuresInWriting...bound).contains(waiting.withLock(\.most)))
  }

  @Test("A file that cannot be written fails alone, with the reason.")
  func failure() async throws {
    let fault = OutputError(path: "Output/1.png", fault: .isDirectory)
    let figures = try [FigurePlan].alike(3)
    let results = await figures.results(
      jobs: 2,
      making: { figure, _, _ in
        ParallelStep.write {
          if figure.name == "1" { throw fault }
          return figure.name
        }
      })
    #expect(
      results == [
        .success("0"), .failure(FigureFailure(of: figures[1], reason: "\(fault)")), .success("2"),
      ])
  }

  @Test("A failed write ends the run on request.")
  func stop() async throws {
    let drawn = Atomic(0)
    let results = try await [FigurePlan].alike(100).results(
      jobs: 1, stoppingAtFailure: true,
      making: { _, _, _ in
        drawn.add(1, ordering: .relaxed)
        return ParallelStep<String>.write { throw OutputError(path: "Output/0.png", fault: .isDirectory) }
      })
    #expect(drawn.load(ordering: .relaxed) <= Limits.figuresInWriting + 1)
    #expect(results[99] == nil)
  }

  @Test("No file is written after the run is cancelled, and a write in progress is finished.")
  func cancellation() async throws {
    let written = Mutex<[String]>([])
    let results = try await Task {
      try await [FigurePlan].alike(50).results(
        jobs: 1,
        reporting: { (_: Result<String, FigureFailure>, _) in withUnsafeCurrentTask { $0?.cancel() } },
        making: { figure, _, _ in
          .write {
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
