/// The places at which a response is evaluated: lower + i · step, each the product and the sum of its own.
public struct ResponseGrid: Sendable, Equatable {
  /// The first place, but for rounding.
  public let lower: Double
  /// From each place to the next, positive.
  public let step: Double
  /// How many places there are.
  public let count: Int
  /// To which the places are rounded.
  public let precision: GridPrecision

  /// The place of that number, counted from 0.
  public subscript(index: Int) -> Double {
    switch precision {
    case .double: lower + Double(index) * step
    case .single: singlePrecisionPlace(index)
    }
  }

  /// The place as `torch.arange` computes it on x86-64, to the bit, up to the 32768 that one of its threads takes.
  ///
  /// Sums are taken with a fused multiply-add in double precision and rounded to single precision. Of each sixteen places
  /// the first and the ninth come from the lower bound, and the seven behind each of them from that rounded one; what is left
  /// at the end comes from the lower bound (PyTorch, ATen, RangeFactoriesKernel.cpp and vec256_float.h).
  private func singlePrecisionPlace(_ index: Int) -> Double {
    func place(_ start: Double, _ steps: Int) -> Double { Double(Float(start.addingProduct(Double(steps), step))) }
    guard index < count / 16 * 16 else { return place(lower, index) }
    return place(place(lower, index / 8 * 8), index % 8)
  }
}

/// How exactly the places of a grid are known.
public enum GridPrecision: Sendable {
  /// lower + i · step, rounded to double precision.
  case double
  /// The single-precision numbers of `torch.arange`; double precision where single precision cannot hold the ends.
  case single
}
