/// A place where a function is not smooth.
///
/// Derivatives there are PyTorch's convention; quadrature and finite differences have to keep to one side.
public struct Breakpoint: Sendable, Equatable {
  /// What breaks: the derivative, or the value too.
  public enum Kind: Sendable, Equatable {
    /// The value is continuous, the first derivative is not.
    case kink
    /// The value itself is not continuous.
    case jump
  }

  /// The x at which the pieces meet.
  public let position: Double
  /// What breaks there.
  public let kind: Kind

  /// `Breakpoint(.kink, at: 0)`.
  public init(_ kind: Kind, at position: Double) {
    self.kind = kind
    self.position = position
  }
}
