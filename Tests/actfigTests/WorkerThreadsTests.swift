import Foundation
import Synchronization
import Testing

@testable import actfig

@Suite("Worker threads")
struct WorkerThreadsTests {
  /// What the tasks of a test have seen and done, in order.
  private final class Record: Sendable {
    let numbers = Mutex<[Int]>([])
    let threads = Mutex<Set<UInt>>([])

    func add(_ number: Int) {
      numbers.withLock { $0.append(number) }
      threads.withLock { _ = $0.insert(UInt(pthread_self())) }
    }
  }

  @Test("do all that they are given, on no more of them than there may be", arguments: [1, 2, 5])
  func work(count: Int) async {
    let threads = WorkerThreads(atMost: count)
    let record = Record()
    for round in 0..<20 {
      // They fall idle from one round to the next.
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<50 {
          group.addTask(executorPreference: threads) {
            if number.isMultiple(of: 7) { await Task.yield() }
            record.add(number)
          }
        }
      }
      #expect(record.numbers.withLock { $0.sorted() } == (0..<50 * (round + 1)).map { $0 / (round + 1) })
    }
    #expect((1...count).contains(record.threads.withLock(\.count)))
  }

  @Test("work at the same time", arguments: [2, 3])
  func parallel(count: Int) async {
    let threads = WorkerThreads(atMost: count)
    let record = Record()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<count {
        group.addTask(executorPreference: threads) {
          record.add(0)
          for _ in 0..<4_000 where record.numbers.withLock(\.count) < count { usleep(5_000) }
        }
      }
    }
    #expect(record.threads.withLock(\.count) == count)
  }

  @Test("take up what comes in its order")
  func order() async {
    let threads = WorkerThreads(atMost: 1)
    let record = Record()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<100 {
        group.addTask(executorPreference: threads) { record.add(number) }
      }
    }
    #expect(record.numbers.withLock(\.self) == Array(0..<100))
  }
}
