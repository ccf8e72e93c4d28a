/// A place where a function is not smooth.
///
/// Derivatives there are PyTorch's convention; quadrature and finite differences have to keep to one side.
public struct Breakpoint: Sendable, Equatable {
  /// What breaks, the worst thing first to be named: a pole is no jump, and a jump no kink.
  public enum Kind: Sendable, Equatable {
    /// The value is continuous, the first derivative is not.
    case kink
    /// The value itself is not continuous, but bounded nearby.
    case jump
    /// The value grows without bound from one side at least, as of 1/x or log x.
    case pole
    /// The value stays bounded, and is a number on one side at least; the derivative grows without bound, as of √x.
    case infiniteSlope
    /// The value is a number on one side alone, and ends there with a finite slope.
    case end
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
