extension NormalMoments {
  /// The moments as far as what a sample shows does not contradict them.
  ///
  /// Mean and variance of the sample may be off by five standard errors, and by what three samples as far out as the
  /// farthest amount to, since a rare value comes in whole samples. Where they are off by more, quadrature has missed
  /// something, and nothing of what it says is to be had. Of heavy tails, whose standard errors do not exist, a sample
  /// tells nothing.
  func confirmed(by sample: Distribution, of function: ActivationFunction) -> NormalMoments {
    guard let mean = mean.value, let deviation = standardDeviation.value, sample.excludedCount == 0,
      sample.sampleCount >= 100, let low = sample.histogram.edges.first, let high = sample.histogram.edges.last
    else { return self }
    let count = Double(sample.sampleCount)
    let farthest = max((Double(low) - mean).magnitude, (Double(high) - mean).magnitude)
    // Outputs are stored in single precision.
    let rounding = 0x1p-22 * (mean.magnitude + deviation)
    let allowed = 5 * deviation / count.squareRoot() + 3 * farthest / count + rounding
    guard (sample.mean - mean).magnitude <= allowed else { return withoutNumbers }
    // As for normal outputs; only where that does not do, the fourth moment is asked for.
    let difference = (sample.standardDeviation - deviation).magnitude
    guard difference > 5 * deviation / (2 * count).squareRoot() + rounding else { return self }
    let fourth = NormalQuadrature(of: function)?.integrals(of: [.fourthPower(less: mean)])[0].value
    guard let fourth else { return self }
    let variance = deviation * deviation
    let error = (max(0, fourth - variance * variance) / count).squareRoot()
    let shown = sample.standardDeviation * sample.standardDeviation
    let allowance = 5 * error + 3 * farthest * farthest / count + 2 * rounding * (deviation + rounding)
    return (shown - variance).magnitude <= allowance ? self : withoutNumbers
  }

  /// With every number taken back.
  private var withoutNumbers: NormalMoments {
    func taken(_ moment: ExactMoment) -> ExactMoment { moment.value == nil ? moment : .notToBeHad }
    return NormalMoments(
      mean: taken(mean), standardDeviation: taken(standardDeviation), signalGain: taken(signalGain),
      gradientGain: taken(gradientGain))
  }

  private init(
    mean: ExactMoment, standardDeviation: ExactMoment, signalGain: ExactMoment, gradientGain: ExactMoment
  ) {
    (self.mean, self.standardDeviation) = (mean, standardDeviation)
    (self.signalGain, self.gradientGain) = (signalGain, gradientGain)
  }
}
