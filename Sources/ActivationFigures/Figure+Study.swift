import Activations
import Numerals
import Plotting
import PortableMath
import Statistics

extension Figure {
  /// Creates the figure of one study: unless others are asked for, of three panels with the input, the function and its
  /// derivative, and the output.
  ///
  /// - Parameters:
  ///   - presentation: The panels, their arrangement and the ranges of their axes.
  ///   - width: The width in inches.
  ///   - height: The height in inches.
  ///   - dpi: The number of pixels in an inch.
  ///   - marks: The annotations that are shown.
  public init(
    presenting study: ActivationStudy, title: String, as presentation: StudyPresentation = StudyPresentation(),
    width: Double, height: Double, dpi: Double, style: Style = .matplotlib, marks: StudyMarks = .none
  ) {
    let words = presentation.panels ?? [.input, .response, .output]
    let study = StudyPanels(of: study, presentation, words: words, marks: marks)
    let panels = words.map(study.panel)
    self.init(
      title: title, panels: panels, columns: presentation.arrangement.columns(of: words.count),
      caption: marks.caption ? study.caption(of: words, in: panels) : "", width: width, height: height,
      resolution: Resolution(dotsPerInch: dpi), style: style)
  }
}

extension Curve {
  /// Creates the standard normal density, scaled to the counts that a histogram of normal samples has on average: n · h · φ(x)
  /// for n samples in bins of width h.
  init(normalDensityOver distribution: Distribution) {
    let edges = distribution.histogram.edges
    let (low, high) = (Double(edges[0]), Double(edges[edges.count - 1]))
    let scale = Double(distribution.sampleCount - distribution.excludedCount) * (high - low) / Double(edges.count - 1)
    // 1 / √(2π)
    let peak = 0.3989422804014327
    let points = 256
    let x = (0...points).map { low + (high - low) * Double($0) / Double(points) }
    self.init(x: x, y: x.map { scale * peak * Double.exp(-$0 * $0 / 2) }, color: .reference, weight: .thin)
  }
}
