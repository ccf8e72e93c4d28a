import Glibc

/// Time by the processor's clock of the calling thread, which does not run while others have the processor.
enum Stopwatch {
  /// Seconds that each of several bodies takes, the best of so many rounds; a round runs each body once, so that a change
  /// of the machine's mood meets them all.
  static func seconds(rounds: Int, _ bodies: [() -> Void]) -> [Double] {
    var best = [Double](repeating: .infinity, count: bodies.count)
    for body in bodies { body() }
    for _ in 0..<rounds {
      for (index, body) in bodies.enumerated() {
        let start = now()
        body()
        best[index] = min(best[index], now() - start)
      }
    }
    return best
  }

  static func seconds(rounds: Int, _ body: () -> Void) -> Double {
    withoutActuallyEscaping(body) { seconds(rounds: rounds, [$0])[0] }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
