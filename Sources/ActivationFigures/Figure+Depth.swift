import Depth
import Plotting

/// One function of a figure of depth.
public struct ComparedDepth: Sendable {
  /// The name in the legend.
  public var title: String
  /// What is known of the function in deep networks.
  public var study: DepthStudy

  /// Names a study.
  public init(title: String, study: DepthStudy) { (self.title, self.study) = (title, study) }
}

extension Figure {
  /// Creates a figure of functions in deep random networks: unless other panels are asked for, with the signal and the
  /// gradient by layer, the map of correlations, and the distributions of outputs or the plane of initializations.
  ///
  /// - Parameters:
  ///   - functions: One function, or several that are compared. Their settings are the same.
  ///   - presentation: The panels, their arrangement and the ranges of their axes.
  ///   - width: The width in inches.
  ///   - height: The height in inches.
  ///   - dpi: The number of pixels in an inch.
  ///   - marks: The annotations, of which `axisLabels`, `guides`, `caption`, `pointMasses` and `exactMoments` have an effect.
  public init(
    presenting functions: [ComparedDepth], title: String, as presentation: StudyPresentation = StudyPresentation(),
    width: Double, height: Double, dpi: Double, style: Style = .matplotlib, marks: StudyMarks = .none
  ) {
    let showsPlane = functions.first?.study.settings.showsPlane ?? false
    let words = presentation.panels ?? [.signal, .correlation, showsPlane ? .plane : .layers]
    let depth = DepthPanels(of: functions, presentation, words: words, marks: marks, style: style)
    let panels = words.indices.map { depth.panel($0) }
    self.init(
      title: title, panels: panels, columns: presentation.arrangement.columns(of: words.count),
      caption: marks.caption ? depth.caption(of: panels) : "", width: width, height: height,
      resolution: Resolution(dotsPerInch: dpi), style: style)
  }
}
