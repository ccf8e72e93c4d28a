import Activations
import Certificates
import Depth

/// What is said of a function in a deep network: its numbers at the critical gain, and its proved properties.
package struct DepthProperties: Sendable {
  /// The numbers for exactly normal input.
  package let numbers: DepthNumbers
  /// The properties that are proved.
  package let facts: CertifiedFacts
  /// The mean of the outputs for exactly normal input.
  private let mean: ExactMoment
  /// The derivative at zero, where it exists.
  package let slopeAtCentre: ExactMoment
  /// Whether the derivative at zero, or that on both sides of it, is not zero; nil where it is not known.
  package let isSensitiveAtCentre: Bool?

  /// Computes and proves all of them, which takes some milliseconds.
  ///
  /// - Parameters:
  ///   - moments: The exact moments of the function, if they are known already.
  ///   - numbers: The numbers of the function, if they are known already.
  package init(of function: ActivationFunction, moments: NormalMoments? = nil, numbers: DepthNumbers? = nil) {
    let moments = moments ?? NormalMoments(of: function)
    self.numbers = numbers ?? DepthNumbers(of: function, moments: moments)
    facts = CertifiedFacts(of: function)
    mean = moments.mean
    let kind = function.breakpoints.first { $0.position == 0 }?.kind
    let slope = function.derivative(at: 0)
    switch kind {
    case _ where !function.function.declaresBreakpoints: (slopeAtCentre, isSensitiveAtCentre) = (.undetermined, nil)
    case nil where slope.isFinite && function.value(at: 0).isFinite:
      (slopeAtCentre, isSensitiveAtCentre) = (.value(slope), slope != 0)
    case .kink, .jump:
      let slopes = function.limits(at: 0).derivative
      slopeAtCentre = .doesNotExist
      isSensitiveAtCentre = slopes.before.isNaN || slopes.after.isNaN ? nil : slopes.before != 0 && slopes.after != 0
    case .infiniteSlope, .pole, .end, nil: (slopeAtCentre, isSensitiveAtCentre) = (.doesNotExist, nil)
    }
  }

  /// Whether the mean of the outputs is zero; nil where it is not known.
  package var isZeroCentred: Bool? { mean.value.map { $0 == 0 } }

  /// The least Lipschitz constant, if it is known to eleven digits.
  package var lipschitzConstant: Double? {
    facts.lipschitzConstant.number.flatMap { $0.width <= 0x1p-36 * $0.upper ? $0.value : nil }
  }

  /// The words in place of the Lipschitz constant.
  package var lipschitzAbsence: String { facts.lipschitzConstant == .none ? "does not exist" : "not known" }

  /// The numbers of layers for which the factor of a gradient is given.
  package static let layerCounts = [10, 50, 100]
}
