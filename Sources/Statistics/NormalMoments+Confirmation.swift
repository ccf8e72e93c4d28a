import Activations

extension NormalMoments {
  /// The moments, unless the mean or the variance of a sample contradicts them; then without values.
  ///
  /// The sample's mean and variance may differ by five standard errors, plus the contribution of three samples as far
  /// out as the farthest, because rare values occur in whole samples. If they differ by more, quadrature has missed a
  /// feature of the function, and none of its results can be trusted. Nothing is withdrawn for heavy tails, whose
  /// standard errors do not exist.
  package func confirmed(by sample: Distribution, of function: ActivationFunction) -> NormalMoments {
    guard let mean = mean.value, let deviation = standardDeviation.value, sample.excludedCount == 0,
      sample.sampleCount >= 100, let low = sample.histogram.edges.first, let high = sample.histogram.edges.last
    else { return self }
    let count = Double(sample.sampleCount)
    let farthest = max((Double(low) - mean).magnitude, (Double(high) - mean).magnitude)
    // The outputs are rounded to single precision.
    let rounding = 0x1p-22 * (mean.magnitude + deviation)
    let allowed = 5 * deviation / count.squareRoot() + 3 * farthest / count + rounding
    guard (sample.mean - mean).magnitude <= allowed else { return withoutValues }
    // The standard error for normal outputs usually suffices; only if it does not, the fourth moment is computed.
    let difference = (sample.standardDeviation - deviation).magnitude
    guard difference > 5 * deviation / (2 * count).squareRoot() + rounding else { return self }
    guard let fourth = Self.fourthMoment(of: function, less: mean) else { return self }
    let variance = deviation * deviation
    let error = (max(0, fourth - variance * variance) / count).squareRoot()
    let shown = sample.standardDeviation * sample.standardDeviation
    let allowance = 5 * error + 3 * farthest * farthest / count + 2 * rounding * (deviation + rounding)
    return (shown - variance).magnitude <= allowance ? self : withoutValues
  }

  /// The same moments with every value withdrawn.
  private var withoutValues: NormalMoments {
    func withdrawn(_ moment: ExactMoment) -> ExactMoment { moment.value == nil ? moment : .undetermined }
    return NormalMoments(
      mean: withdrawn(mean), standardDeviation: withdrawn(standardDeviation), signalGain: withdrawn(signalGain),
      gradientGain: withdrawn(gradientGain))
  }
}
