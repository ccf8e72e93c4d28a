import Activations
import Certificates
import Numerals
import Plotting
import Statistics

/// The panels that present one study, made one by one.
struct StudyPanels {
  let study: ActivationStudy
  let presentation: StudyPresentation
  let marks: StudyMarks
  /// Whether a panel has the figure to itself, so that it needs no title of its own.
  let isAlone: Bool
  /// The lines with which the curves are compared; nil without them.
  let guides: Guides?
  /// The lines at proved bounds; nil without them.
  private let bounds: ProvedBounds?
  /// The curves of the function and its derivatives that the panels show.
  private let curves: [StudyPanel: Curve]
  /// The histograms that the panels show.
  private let histograms: [StudyPanel: HistogramPanel]

  init(of study: ActivationStudy, _ presentation: StudyPresentation, words: [StudyPanel], marks: StudyMarks) {
    self.study = study
    self.presentation = presentation
    self.marks = marks
    isAlone = words.count == 1
    let response = BrokenResponse(study.response, study.secondDerivative, of: study.function, breaks: marks.breaks)
    let shown = words.flatMap(\.curves)
    guides = marks.guides && !shown.isEmpty ? Guides(of: [study.function]) : nil
    bounds =
      marks.bounds && !shown.isEmpty && study.gate == nil
      ? ProvedBounds(CertifiedFacts(of: study.function.described)) : nil
    curves = Dictionary(shown.map { ($0, response.curve($0)) }) { first, _ in first }
    let histograms = words.filter(\.showsSamples).map { word in
      (word, HistogramPanel(word, of: study, as: presentation, marks: marks))
    }
    self.histograms = Dictionary(uniqueKeysWithValues: histograms)
  }

  /// Returns a panel by what it shows.
  func panel(_ word: StudyPanel) -> Panel {
    var panel: Panel
    switch word {
    case .response where study.gate != nil, .value where study.gate != nil: panel = gatedResponse(word)
    case .input, .output, .gradient: panel = histogram(word)
    case .response:
      var (value, derivative) = (curve(.value), curve(.derivative))
      (value.label, derivative.label) = marks.axisLabels ? ("f(x)", "f′(x)") : ("Value", "Derivative")
      panel = Panel(
        title: marks.axisLabels && !isAlone ? "Function and derivative" : "",
        marks: lines(in: word) + [.curve(value), .curve(derivative)])
      panel.setAxisLabels("x", "f(x) and f′(x)", if: marks.axisLabels)
    case .value, .derivative, .secondDerivative:
      var curve = curve(word)
      curve.color = word.color
      if marks.axisLabels { curve.label = word.curveSymbol }
      panel = Panel(title: isAlone ? "" : word.curveTitle, marks: lines(in: word) + [.curve(curve)])
      panel.setAxisLabels("x", word.curveSymbol, if: marks.axisLabels)
    case .signal, .correlation, .layers, .plane:
      preconditionFailure("A figure of one layer has no panel of a deep network.")
    }
    panel.present(word, as: presentation, measuresShares: histograms[word]?.measuresShares ?? false)
    return panel
  }

  /// The lines behind the curves of a panel. Of two at the same height, a proved bound is drawn.
  private func lines(in word: StudyPanel) -> [Mark] {
    let proved = bounds?.lines(in: word) ?? []
    let others = (guides?.lines(in: word) ?? []).filter { line in
      !proved.contains { bound in
        if case .horizontal(let y) = bound.place { line.isAt(height: y) } else { false }
      }
    }
    return (others + proved).map(Mark.line)
  }

  /// The curve of the function or of one of its derivatives.
  func curve(_ word: StudyPanel) -> Curve { curves[word] ?? Curve(x: [], y: []) }

  // MARK: - Histograms

  private func histogram(_ word: StudyPanel) -> Panel {
    guard let counted = histograms[word] else { preconditionFailure("Every histogram is counted.") }
    let exact = study.diagnostics.exact
    let (name, quantity, moments): (String, String, (mean: Double?, deviation: Double?)) =
      switch word {
      case .input: ("Input", study.gate == nil ? "x" : "a", (0, 1))
      case .gradient: ("Gradient", "f′(x)", (nil, nil))
      default: ("Output", study.gate?.symbol ?? "f(x)", (exact.mean.value, exact.standardDeviation.value))
      }
    var panel = Panel(
      showing: counted.distribution, named: name, of: quantity, marks: counted.marks(color: word.color),
      exact: marks.exactMoments ? moments : nil, isLabelled: marks.axisLabels)
    if marks.axisLabels { panel.yAxis.label = counted.countLabel }
    panel.yAxis.scale = counted.scale
    if word == .input, marks.density {
      panel.marks.append(.curve(Curve(normalDensityOver: study.input)))
    }
    if word == .output, marks.density, !counted.measuresShares, let curve = gatedDensity {
      panel.marks.append(.curve(curve))
    }
    return panel
  }

  // MARK: - Caption

  /// Returns a text that explains the annotations that occur in panels.
  func caption(of words: [StudyPanel], in panels: [Panel]) -> String {
    var sentences: [String] = []
    sentences += gateNotes(of: words)
    if marks.density, words.contains(.input), study.gate == nil || !words.contains(.output) {
      sentences.append("Thin curve: normal density.")
    }
    let histograms = words.compactMap { self.histograms[$0] }
    if histograms.contains(where: \.hasStemsOffScale) {
      sentences.append("Dot above bars: a value and its share, off scale.")
    }
    sentences += panels.curveNotes
    let overlong = histograms.reduce(0) { $0 + $1.overlongBarCount }
    if overlong > 0 {
      sentences.append("\(overlong) \(overlong == 1 ? "bar is" : "bars are") higher than the axis shows.")
    }
    return sentences.joined(separator: " ")
  }
}

extension StudyPanel {
  /// The colour of a quantity, which is the same in all panels of a figure.
  fileprivate var color: MarkColor {
    switch self {
    case .input: .muted
    case .derivative, .gradient: .palette(1)
    case .secondDerivative: .palette(2)
    case .response, .value, .output, .signal, .correlation, .layers, .plane: .palette(0)
    }
  }

  /// The panels of a single curve each that this panel shows together.
  fileprivate var curves: [StudyPanel] {
    switch self {
    case .response: [.value, .derivative]
    case .value, .derivative, .secondDerivative: [self]
    case .input, .output, .gradient, .signal, .correlation, .layers, .plane: []
    }
  }

  /// The title of a panel of one kind of curves.
  var curveTitle: String {
    switch self {
    case .derivative: "Derivative"
    case .secondDerivative: "Second derivative"
    default: "Value"
    }
  }

  /// The symbol of a quantity along the y axis of a panel of curves.
  var curveSymbol: String {
    switch self {
    case .derivative: "f′(x)"
    case .secondDerivative: "f″(x)"
    default: "f(x)"
    }
  }
}

extension StudyAxisLimits {
  /// The range of the axis; nil if it is still shared with other figures.
  package var range: ClosedRange<Double>? { if case .fixed(let range) = self { range } else { nil } }
}

extension Panel {
  mutating func setAxisLabels(_ x: String, _ y: String, if isShown: Bool) {
    guard isShown else { return }
    (xAxis.label, yAxis.label) = (x, y)
  }

  /// Sets the ranges and the aspect that a presentation gives to a panel.
  ///
  /// - Parameter measuresShares: Whether a histogram shows shares, to which a range of counts does not apply.
  mutating func present(_ word: StudyPanel, as presentation: StudyPresentation, measuresShares: Bool = false) {
    if let range = presentation.limits[word.horizontalAxis]?.range { xAxis.limits = range }
    if let range = presentation.limits[word.verticalAxis]?.range, !measuresShares { yAxis.limits = range }
    if !word.showsSamples, presentation.aspect == .equal { aspect = .equal }
  }

  /// Creates a histogram with the number of samples and with their mean and standard deviation.
  ///
  /// Samples that are not finite are in neither; if there are some, the title has their number.
  ///
  /// - Parameters:
  ///   - name: The name of the distribution, such as `Input`.
  ///   - quantity: The label of the x axis.
  ///   - exact: The moments beside those of the sample, as far as they exist, or nil for none.
  ///   - isLabelled: Whether the x axis has a label; otherwise the moments stand below the axis.
  fileprivate init(
    showing distribution: Distribution, named name: String, of quantity: String, marks: [Mark],
    exact: (mean: Double?, deviation: Double?)?, isLabelled: Bool
  ) {
    let excluded = distribution.excludedCount
    let note = excluded == 0 ? "" : ", \(excluded) not finite"
    func text(_ value: Double, exactly other: Double?) -> String {
      let number = String(value, significantDigits: 5)
      guard exact != nil else { return number }
      return (other.map { "\(number) (exact \(Self.exactText($0)))" } ?? number).withMinusSigns
    }
    let moments = """
      mean: \(text(distribution.mean, exactly: exact?.mean))
      std: \(text(distribution.standardDeviation, exactly: exact?.deviation))
      """
    if isLabelled {
      let samples = distribution.sampleCount == 1 ? "sample" : "samples"
      self.init(
        title: "\(name): \(distribution.sampleCount) \(samples)\(note)\n\(moments)",
        xAxis: Axis(quantity), marks: marks)
    } else {
      self.init(
        title: "\(name) distribution\n(samples: \(distribution.sampleCount)\(note))", xAxis: Axis(moments), marks: marks
      )
    }
  }

  /// Returns a number in six digits, without the point and zero of a whole number.
  private static func exactText(_ value: Double) -> String {
    let text = String(value, significantDigits: 6)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension [Panel] {
  /// The sentences that explain the dots and lines that occur in panels of curves.
  var curveNotes: [String] {
    let marks = flatMap(\.marks)
    func occurs(_ condition: (Mark) -> Bool) -> Bool { marks.contains(where: condition) }
    var sentences: [String] = []
    if occurs({ if case .curve(let curve) = $0 { curve.endPoints.contains { !$0.isTaken } } else { false } }) {
      sentences.append("Open dot: not taken.")
    }
    if occurs({ if case .line(let line) = $0 { line.isDashed && line.color == .muted } else { false } }) {
      sentences.append("Dashed: limit.")
    }
    return sentences + [boundNote].compactMap(\.self)
  }
}
