import ActivationFigures
import Depth
import Plans
import Statistics
import Text

extension ComparedDepth {
  /// Follows signals and gradients through networks with a function of a plan.
  ///
  /// - Throws: `StudyError` if the function has no such initialization, or no signal leaves the first layer.
  init(of compared: ComparedFunction, as settings: DepthSettings) throws(StudyError) {
    let study = DepthStudy(of: compared.plan.function, as: settings)
    let name = compared.title.abbreviated(to: 80).printable
    guard let propagation = study.propagation else {
      throw .noCriticalInitialization(function: name, isKnown: study.numbers.criticalGain == .doesNotExist)
    }
    guard !propagation.layers.isEmpty else { throw .noSignal(function: name) }
    self.init(title: compared.title, study: study)
  }
}
