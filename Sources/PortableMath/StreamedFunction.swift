import CLanes

/// A function that can be evaluated over a whole buffer, whose loop keeps the numbers in the processor's vector registers.
///
/// A loop over `Lanes` passes every eight numbers to each elementary function and back through memory: with AVX-512, Mish
/// takes 2.0 ns a sample in such a loop and 0.5 ns here. The values are those of the same formula of `PortableReal`, to the
/// bit, rounded to single precision once.
public struct StreamedFunction: Sendable {
  /// The formulas, by the names of their parameters.
  private enum Formula: Sendable {
    case tanh, sigmoid, gelu, mish
    case exponentialUnit, softplus, swish
  }

  private let formula: Formula
  private let parameters: SIMD4<Double>

  private init(_ formula: Formula, _ parameters: SIMD4<Double> = SIMD4(repeating: 0)) {
    (self.formula, self.parameters) = (formula, parameters)
  }

  /// The hyperbolic tangent.
  public static let tanh = StreamedFunction(.tanh)
  /// The logistic function.
  public static let sigmoid = StreamedFunction(.sigmoid)
  /// x Φ(x), with the normal distribution Φ.
  public static let gelu = StreamedFunction(.gelu)
  /// x · tanh(log(1 + exp(x))).
  public static let mish = StreamedFunction(.mish)

  /// `right` · x for positive x, and `left` · (exp(x / `scale`) − 1) for others, whose derivative is `leftSlope` ·
  /// exp(x / `scale`).
  public static func exponentialUnit(
    right: Double = 1, left: Double, scale: Double = 1, leftSlope: Double
  ) -> StreamedFunction {
    StreamedFunction(.exponentialUnit, [right, left, scale, leftSlope])
  }

  /// x where `beta` · x exceeds the threshold, else log(1 + exp(`beta` · x)) / `beta`.
  public static func softplus(beta: Double, threshold: Double) -> StreamedFunction {
    StreamedFunction(.softplus, [beta, threshold, 0, 0])
  }

  /// x · σ(`beta` · x).
  public static func swish(beta: Double) -> StreamedFunction { StreamedFunction(.swish, [beta, 0, 0, 0]) }

  private static var kernels: clanes_fills { clanes_level_in_use().pointee.fills.pointee }

  /// Writes the function's value for each input.
  ///
  /// - Precondition: `outputs` and `inputs` have the same count.
  public func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>) {
    precondition(outputs.count == inputs.count, "There is one output for each input.")
    guard let source = inputs.baseAddress, let places = outputs.baseAddress else { return }
    let (kernels, count) = (Self.kernels, inputs.count)
    withUnsafeBytes(of: parameters) { parameters in
      let parameters = parameters.assumingMemoryBound(to: Double.self).baseAddress
      switch formula {
      case .tanh: kernels.tanh(source, places, count, parameters)
      case .sigmoid: kernels.sigmoid(source, places, count, parameters)
      case .gelu: kernels.gelu(source, places, count, parameters)
      case .mish: kernels.mish(source, places, count, parameters)
      case .exponentialUnit: kernels.exponential_unit(source, places, count, parameters)
      case .softplus: kernels.softplus(source, places, count, parameters)
      case .swish: kernels.swish(source, places, count, parameters)
      }
    }
  }

  /// Replaces each number by the function's derivative at it, or returns false if there is no such loop.
  public func replaceByDerivatives(_ block: UnsafeMutableBufferPointer<Lanes>) -> Bool {
    guard let start = block.baseAddress else { return true }
    let (kernels, count) = (Self.kernels, block.count * Lanes.scalarCount)
    return withUnsafeBytes(of: parameters) { parameters in
      let parameters = parameters.assumingMemoryBound(to: Double.self).baseAddress
      return start.withMemoryRebound(to: Double.self, capacity: count) { numbers in
        switch formula {
        case .tanh: kernels.tanh_slopes(numbers, count, parameters)
        case .sigmoid: kernels.sigmoid_slopes(numbers, count, parameters)
        case .gelu: return false
        case .mish: kernels.mish_slopes(numbers, count, parameters)
        case .exponentialUnit: kernels.exponential_unit_slopes(numbers, count, parameters)
        case .softplus: kernels.softplus_slopes(numbers, count, parameters)
        case .swish: kernels.swish_slopes(numbers, count, parameters)
        }
        return true
      }
    }
  }
}
