import Dispatch
import Glibc

/// A clock of the system that times code in this process.
struct Stopwatch {
  private let clock: clockid_t

  /// The processor time of the calling thread, which stands still while other threads have the processor.
  static let thread = Stopwatch(clock: CLOCK_THREAD_CPUTIME_ID)
  /// The processor time of all threads of this process.
  static let process = Stopwatch(clock: CLOCK_PROCESS_CPUTIME_ID)
  /// The elapsed time.
  static let wall = Stopwatch(clock: CLOCK_MONOTONIC)

  /// The seconds since this clock began.
  var now: Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Returns the seconds that each of several closures takes, the best of several rounds.
  ///
  /// A round runs each closure once, so that a slow phase of the machine affects all of them. One more round comes
  /// first and is not counted.
  static func seconds(rounds: Int, _ bodies: [(clock: Stopwatch, body: () -> Void)]) -> [Double] {
    var best = [Double](repeating: .infinity, count: bodies.count)
    for (_, body) in bodies { body() }
    for _ in 0..<rounds {
      for (index, (clock, body)) in bodies.enumerated() {
        let start = clock.now
        body()
        best[index] = min(best[index], clock.now - start)
      }
    }
    return best
  }

  /// Returns the seconds of the calling thread that each of several closures takes.
  static func seconds(rounds: Int, _ bodies: [() -> Void]) -> [Double] {
    seconds(rounds: rounds, bodies.map { (.thread, $0) })
  }

  /// Returns the seconds of the calling thread that a closure takes.
  static func seconds(rounds: Int, _ body: () -> Void) -> Double {
    withoutActuallyEscaping(body) { seconds(rounds: rounds, [$0])[0] }
  }
}

/// Blocks the calling thread until asynchronous work is done.
func wait(for work: @escaping @Sendable () async -> Void) {
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    await work()
    done.signal()
  }
  done.wait()
}
