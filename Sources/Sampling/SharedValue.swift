import Synchronization

/// A value that several tasks need, computed by the first that asks and dropped after the last.
package final class SharedValue<Value: Sendable>: Sendable {
  private typealias Computation = @Sendable (IdleJobs) async throws -> Value

  private struct State {
    var uses: Int
    /// The computation, until a task begins it.
    var compute: Computation?
    var value: Result<Value, any Error>?
    /// The tasks that wait for the one that computes.
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  /// What a task does that asks for the value.
  private enum Turn {
    case take(Result<Value, any Error>)
    case compute(Computation)
    case wait
  }

  private let state: Mutex<State>

  /// Describes the value without computing it.
  ///
  /// - Parameters:
  ///   - uses: How many times the value is taken.
  ///   - compute: The computation, which may use idle jobs.
  package init(uses: Int, computing compute: @escaping @Sendable (IdleJobs) async throws -> Value) {
    state = Mutex(State(uses: uses, compute: compute))
  }

  /// Returns the value, computed by this task or by another.
  ///
  /// - Parameter idle: The jobs that compute nothing, to which that of this task belongs while it waits.
  package func take(sharing idle: IdleJobs) async throws -> Value {
    while true {
      try Task.checkCancellation()
      switch nextTurn() {
      case .take(let value): return try value.get()
      case .compute(let compute):
        let value: Result<Value, any Error>
        do { value = .success(try await compute(idle)) } catch { value = .failure(error) }
        finish(value, of: compute)
      case .wait:
        idle.release(1)
        await withCheckedContinuation { task in
          let mustWait = state.withLock { state in
            guard state.value == nil, state.compute == nil else { return false }
            state.waiting.append(task)
            return true
          }
          if !mustWait { task.resume() }
        }
        idle.begin()
      }
    }
  }

  private func nextTurn() -> Turn {
    state.withLock { state in
      precondition(state.uses > 0, "A shared value is taken no more often than was said.")
      if let compute = state.compute {
        state.compute = nil
        return .compute(compute)
      }
      guard let value = state.value else { return .wait }
      state.uses -= 1
      if state.uses == 0 { state.value = nil }
      return .take(value)
    }
  }

  /// Keeps the value for all tasks. After a cancellation, the next task begins anew.
  private func finish(_ value: Result<Value, any Error>, of compute: @escaping Computation) {
    let waiting = state.withLock { state in
      if case .failure(is CancellationError) = value { state.compute = compute } else { state.value = value }
      defer { state.waiting = [] }
      return state.waiting
    }
    for task in waiting { task.resume() }
  }
}
