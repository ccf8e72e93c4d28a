import Activations

/// What a figure is made of beside its plan: made once for all figures of the same seed, number of samples and number of
/// bins, as far as they can share it, and held once for all of them.
indirect enum FigureInput: Sendable {
  /// Samples that are few enough to be held, and their distribution.
  case held(SampleSet, Distribution)
  /// What is known of input and output, where the samples were too many to be held.
  case streamed(Distribution, output: DiagnosedOutput)
  /// All there is to be known of a function, made once for the variants of a figure.
  case studied(ActivationStudy)
  /// Of a figure that shows no samples.
  case nothing

  /// - Throws: `StudyError.tooManyBins`, where the samples lie too close together for so many.
  init(of samples: SampleSet, bins: Int) throws(StudyError) {
    self = .held(samples, try Distribution(of: samples, bins: bins))
  }

  /// Of the samples, where there are some.
  var distribution: Distribution? {
    switch self {
    case .held(_, let distribution), .streamed(let distribution, _): distribution
    case .studied(let study): study.input
    case .nothing: nil
    }
  }
}
