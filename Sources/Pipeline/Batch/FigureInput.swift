import Activations

/// What a function is fed, made once for all figures of the same seed, number of samples and number of bins.
struct FigureInput: Sendable {
  let samples: SampleSet
  let distribution: Distribution

  /// - Throws: `StudyError.tooManyBins`, where the samples lie too close together for so many.
  init(of samples: SampleSet, bins: Int) throws(StudyError) {
    self.samples = samples
    distribution = try Distribution(of: samples, bins: bins)
  }
}
