import Foundation
import Synchronization
import Testing

@testable import Pipeline
@testable import System

@Suite
struct WorkerThreadsTests {
  /// A log of the tasks of a test.
  private final class Record: Sendable {
    let numbers = Mutex<[Int]>([])
    let threads = Mutex<Set<UInt>>([])

    func add(_ number: Int) {
      numbers.withLock { $0.append(number) }
      threads.withLock { _ = $0.insert(UInt(pthread_self())) }
    }
  }

  @Test("Worker threads do all that they are given, and there are no more than the limit.", arguments: [1, 2, 5])
  func work(count: Int) async {
    let threads = WorkerThreads(atMost: count)
    let record = Record()
    for round in 0..<20 {
      // The threads are idle between two rounds.
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

  @Test("Worker threads work at the same time.", arguments: [2, 3])
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

  @Test("Worker threads end when nothing refers to them any more.", arguments: [1, 3])
  func end(count: Int) async {
    /// The numbers of started and of ended threads.
    final class Tally: Sendable {
      let begun = Atomic(0)
      let ended = Atomic(0)
    }
    let tally = Tally()
    var key = pthread_key_t()
    pthread_key_create(&key) { Unmanaged<Tally>.fromOpaque($0!).takeRetainedValue().ended.add(1, ordering: .relaxed) }
    do {
      let threads = WorkerThreads(atMost: count)
      await withTaskGroup(of: Void.self) { [key] group in
        for _ in 0..<20 {
          group.addTask(executorPreference: threads) {
            if pthread_getspecific(key) != nil { return }
            tally.begun.add(1, ordering: .relaxed)
            pthread_setspecific(key, Unmanaged.passRetained(tally).toOpaque())
          }
        }
      }
    }
    let begun = tally.begun.load(ordering: .relaxed)
    #expect((1...count).contains(begun))
    for _ in 0..<4_000 where tally.ended.load(ordering: .relaxed) < begun { usleep(5_000) }
    #expect(tally.ended.load(ordering: .relaxed) == begun)
  }

  @Test("Worker threads start their work in its order.")
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
