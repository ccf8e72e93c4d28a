import Dispatch
import Glibc

/// Times by one of the clocks of the system.
struct Stopwatch {
  private let clock: clockid_t

  /// The processor's time of the calling thread, which does not run while others have the processor.
  static let thread = Stopwatch(clock: CLOCK_THREAD_CPUTIME_ID)
  /// The processor's time of all threads of this process.
  static let process = Stopwatch(clock: CLOCK_PROCESS_CPUTIME_ID)
  /// The clock on the wall.
  static let wall = Stopwatch(clock: CLOCK_MONOTONIC)

  /// Seconds since whenever this clock began.
  var now: Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Seconds that each of several bodies takes, the best of so many rounds; a round runs each body once, so that a change
  /// of the machine's mood meets them all. One round more goes before, and is not counted.
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

  /// Seconds of the calling thread.
  static func seconds(rounds: Int, _ bodies: [() -> Void]) -> [Double] {
    seconds(rounds: rounds, bodies.map { (.thread, $0) })
  }

  /// Seconds of the calling thread.
  static func seconds(rounds: Int, _ body: () -> Void) -> Double {
    withoutActuallyEscaping(body) { seconds(rounds: rounds, [$0])[0] }
  }
}

/// Keeps the thread waiting until the work is done by others.
func wait(for work: @escaping @Sendable () async -> Void) {
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    await work()
    done.signal()
  }
  done.wait()
}
