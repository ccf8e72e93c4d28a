import Depth
import Plotting
import PortableMath

/// The panels of a figure of depth, made one by one.
struct DepthPanels {
  let functions: [ComparedDepth]
  let presentation: StudyPresentation
  let words: [StudyPanel]
  let marks: StudyMarks
  let style: Style

  /// The greatest number of curves that are all named at their ends; a legend names more of them.
  private static let mostNamesAtEnds = 6

  init(
    of functions: [ComparedDepth], _ presentation: StudyPresentation, words: [StudyPanel], marks: StudyMarks,
    style: Style
  ) {
    (self.functions, self.presentation, self.words) = (functions, presentation, words)
    (self.marks, self.style) = (marks, style)
  }

  /// The function that has the figure to itself; nil in a comparison.
  var single: DepthStudy? { functions.count == 1 ? functions[0].study : nil }

  /// The settings, which are the same for all functions.
  var settings: DepthSettings { functions.first?.study.settings ?? DepthSettings() }

  /// Whether curves have their names at their ends, in all panels.
  var areNamedAtEnds: Bool { style.legend.isAtEnds && functions.count <= Self.mostNamesAtEnds }

  /// The texts of the panels.
  var texts: DepthTexts { DepthTexts(of: self) }

  /// Returns a panel by its place in the figure.
  func panel(_ place: Int) -> Panel {
    let word = words[place]
    // One legend names the functions of all panels, unless each panel names its own.
    let isNaming = single != nil || areNamedAtEnds || place == words.count - 1
    var panel =
      switch word {
      case .signal: SignalPanel(of: self).panel(isNaming: isNaming)
      case .correlation: CorrelationPanel(of: self).panel(isNaming: isNaming)
      case .layers: DensityPanel(of: self).panel(isNaming: isNaming)
      case .plane: PlanePanel(of: self).panel(isNaming: isNaming)
      case .input, .response, .output, .value, .derivative, .secondDerivative, .gradient:
        preconditionFailure("A figure of depth has no panel of a single layer.")
      }
    panel.title = texts.title(of: word)
    let labels = texts.axisLabels(of: word)
    (panel.xAxis.label, panel.yAxis.label) = labels
    if let range = presentation.limits[word.horizontalAxis]?.range { panel.xAxis.limits = range }
    if let range = presentation.limits[word.verticalAxis]?.range { panel.yAxis.limits = range }
    if marks.guides {
      panel.marks =
        [ReferenceLine(.vertical(x: 0)), ReferenceLine(.horizontal(y: 0))].map(Mark.line) + panel.marks
    }
    return panel
  }

  /// The name of a function in a panel of a comparison, or of what its curve shows if it is alone.
  func label(_ index: Int, alone: String, isNaming: Bool) -> String {
    single != nil ? alone : isNaming ? functions[index].title : ""
  }

  /// Returns a text that explains what occurs in panels.
  func caption(of panels: [Panel]) -> String { texts.caption(of: panels) }
}

/// The panel with the standard deviations of signal and gradient by layer.
struct SignalPanel {
  let depth: DepthPanels

  /// The numbers that single precision holds, beyond which no axis reaches.
  static let singlePrecision = 1e-45...3.4e38

  init(of depth: DepthPanels) { self.depth = depth }

  func panel(isNaming: Bool) -> Panel {
    var marks: [Mark] = []
    let layers = (0...depth.settings.layers).map(Double.init)
    func curve(_ values: [Double], _ color: MarkColor, label: String = "", isThin: Bool = false) {
      let x = values.count == layers.count ? layers : values.indices.map(Double.init)
      marks.append(.curve(Curve(x: x, y: values, label: label, color: color, weight: isThin ? .thin : .normal)))
    }
    if let study = depth.single {
      for network in study.networks {
        curve(network.gradient, .palette(1), isThin: true)
        curve(network.signal, .palette(0), isThin: true)
      }
      curve(study.signal, .palette(0), label: "signal")
      curve(study.gradient, .palette(1), label: "gradient")
    } else {
      // Gradients are thin and dashed in the colours of the signals.
      let colors = max(depth.style.palette.count, 1)
      let rounds = (depth.functions.count + colors - 1) / colors
      for (index, function) in depth.functions.enumerated() {
        curve(function.study.gradient, .palette(index + rounds * colors), isThin: true)
      }
      for (index, function) in depth.functions.enumerated() {
        curve(
          function.study.signal, .palette(index), label: depth.label(index, alone: "", isNaming: isNaming))
      }
    }
    var panel = Panel(
      xAxis: Axis(limits: 0...Double(depth.settings.layers)), yAxis: Axis(scale: .logarithmic, limits: limits),
      marks: marks, legendPlace: depth.areNamedAtEnds ? .atEnds : .insideIfClear)
    panel.xAxis.hasWholeTicks = true
    return panel
  }

  /// The range of the axis: at least a decade, so that small changes do not look great, and at most what single precision
  /// holds; nil for that of the data.
  private var limits: ClosedRange<Double>? {
    // The networks are drawn for a single function.
    let networks = depth.single.map { $0.networks.flatMap { $0.signal + $0.gradient } } ?? []
    let values = (depth.functions.flatMap { $0.study.signal + $0.study.gradient } + networks)
      .filter { $0.isFinite && $0 > 0 }
    let least = min(max(values.min() ?? 1, Self.singlePrecision.lowerBound), Self.singlePrecision.upperBound)
    let greatest = min(max(values.max() ?? 1, least), Self.singlePrecision.upperBound)
    if greatest < 10 * least {
      let middle = least.squareRoot() * greatest.squareRoot()
      return middle / 3.1622776601683795...middle * 3.1622776601683795
    }
    guard !values.allSatisfy(Self.singlePrecision.contains) else { return nil }
    let margin = Double.pow(greatest / least, 0.05)
    return least / margin...greatest * margin
  }
}

/// The panel with the map of correlations.
struct CorrelationPanel {
  let depth: DepthPanels

  init(of depth: DepthPanels) { self.depth = depth }

  func panel(isNaming: Bool) -> Panel {
    let isMatplotlib = !depth.style.curvesAboveFrame
    let diagonal = ReferenceLine(
      .sloped(slope: 1, intercept: 0), color: isMatplotlib ? .reference : .muted, isDashed: isMatplotlib)
    var marks: [Mark] = [.line(diagonal)]
    for (index, function) in depth.functions.enumerated() {
      let map = function.study.correlation
      var curve = Curve(
        x: map?.before ?? [], y: map?.behind ?? [],
        // A curve without points has no end at which its name could stand.
        label: map == nil && depth.areNamedAtEnds ? "" : depth.label(index, alone: "C(c)", isNaming: isNaming),
        color: .palette(index))
      let points = map?.fixedPoints ?? []
      // Of several functions only the fixed points that attract are shown.
      for point in points where depth.single != nil || point.attracts {
        curve.endPoints.append(
          EndPoint(x: point.correlation, y: point.correlation, isTaken: point.attracts))
      }
      marks.append(.curve(curve))
    }
    let limits = isMatplotlib ? -1.05...1.05 : -1.0...1.0
    var panel = Panel(
      xAxis: Axis(limits: limits), yAxis: Axis(limits: limits), marks: marks,
      legendPlace: depth.single != nil && depth.areNamedAtEnds ? .atEnds : .insideIfClear)
    if depth.presentation.limits[.correlation] == nil { panel.aspect = .equal }
    return panel
  }
}
