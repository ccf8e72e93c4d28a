import Plotting

/// A style, large as it is, held once by all figures that have it.
final class SharedStyle: Sendable, Equatable {
  let value: Style

  init(_ value: Style) { self.value = value }

  static func == (left: SharedStyle, right: SharedStyle) -> Bool { left === right || left.value == right.value }
}
