import Synchronization

/// A value that is made when it is first asked for, and is the same for all that ask.
final class Remembered<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)

  /// The value, made by the first that asks; others wait for it.
  func value(_ make: () -> Value) -> Value {
    known.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }
}
