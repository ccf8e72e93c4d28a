import ActivationFigures
import Depth
import Plans
import Statistics
import Text

extension ComparedDepth {
  /// Follows signals and gradients through networks with a function of a plan.
  ///
  /// - Parameters:
  ///   - panels: The panels for which the study is made.
  ///   - samplesNetworks: Whether the networks of finite width are sampled for which the settings ask.
  /// - Throws: `StudyError` if the function has no such initialization, or no signal leaves the first layer.
  init(
    of compared: ComparedFunction, as settings: DepthSettings, showing panels: [StudyPanel],
    samplingNetworks samplesNetworks: Bool
  ) throws(StudyError) {
    let study = DepthStudy(
      of: compared.plan.function, as: settings, networks: samplesNetworks ? nil : [],
      parts: Set(panels.compactMap(\.studied)))
    let name = compared.title.abbreviated(to: 80).printable
    guard let propagation = study.propagation else {
      throw .noCriticalInitialization(function: name, isKnown: study.numbers.criticalGain == .doesNotExist)
    }
    guard !propagation.layers.isEmpty else { throw .noSignal(function: name) }
    self.init(title: compared.title, study: study)
  }
}

extension StudyPanel {
  /// What a study computes for the panel beside signal and gradient.
  fileprivate var studied: DepthStudy.Part? {
    switch self {
    case .correlation: .correlation
    case .layers: .outputs
    case .plane: .edge
    case .signal, .input, .response, .output, .value, .derivative, .secondDerivative, .gradient: nil
    }
  }
}
