/// A moment under an exactly normal input, or why there is no number for it.
public enum ExactMoment: Sendable, Equatable {
  /// The number.
  case value(Double)
  /// The integral was shown to diverge: at a pole, at infinity, or where the function is no number.
  case doesNotExist
  /// There may be one, but it could not be computed to the precision that is promised.
  case notToBeHad

  /// The number; nil where there is none.
  public var value: Double? { if case .value(let value) = self { value } else { nil } }
}
