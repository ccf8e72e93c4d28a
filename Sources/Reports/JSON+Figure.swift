import ActivationFigures
import Activations
import Configuration
import Descriptions
import Geometry
import JSON
import Numerals
import Pipeline
import Plans
import Plotting
import Statistics

extension Batch {
  /// Describes each figure in JSON without drawing it: its settings, its numbers, and where everything stands.
  ///
  /// - Parameters:
  ///   - jobs: The number of figures described at the same time, at least one.
  ///   - take: Called with each description in the order of the plan. Few descriptions are held at the same time.
  /// - Throws: What `take` throws; then no further figure is described.
  public func describe(
    jobs: Int = defaultJobCount, to take: (Result<JSONValue, FigureFailure>) throws -> Void
  ) async rethrows {
    for start in stride(from: 0, to: figures.count, by: Limits.figuresInDescription) {
      let portion = Array(figures[start..<min(start + Limits.figuresInDescription, figures.count)])
      for case let description? in await descriptions(of: portion, jobs: jobs) { try take(description) }
    }
  }

  /// All descriptions at once, as `describe` returns them one by one.
  func descriptions(jobs: Int = defaultJobCount) async -> Results<JSONValue> {
    await descriptions(of: figures, jobs: jobs)
  }

  private func descriptions<Figures: RandomAccessCollection<FigurePlan> & Sendable>(
    of figures: Figures, jobs: Int
  ) async -> Results<JSONValue> where Figures.Index == Int {
    await figures.results(jobs: jobs) { [renderer] plan, input, _ in
      let (study, layout) = try renderer.layout(of: plan, from: input)
      return .finished(JSONValue(describing: plan, study: study, layout: layout))
    }
  }
}

extension JSONValue {
  /// The data that a figure shows, and the places of its parts in pixels from the top left. A box is its left edge, top
  /// edge, width and height.
  ///
  /// - Parameter study: The study that the figure shows.
  init(describing figure: FigurePlan, study: FigureStudy, layout: FigureLayout) {
    switch study {
    case .function(let study): self.init(describing: figure, showing: study, layout: layout)
    case .comparison: self.init(describingComparison: figure, layout: layout)
    case .depth(let functions): self.init(describing: figure, showing: functions, layout: layout)
    }
  }

  private init(describing figure: FigurePlan, showing study: ActivationStudy, layout: FigureLayout) {
    let function = figure.function
    let described: JSONValue = [
      "name": .string(figure.name),
      "title": .string(figure.title),
    ]
    let numbers: JSONValue = [
      "parameters": JSONValue(parametersOf: function),
      "settings": JSONValue(figure.settings),
      "input": JSONValue(study.input),
      "output": JSONValue(study.output),
      "curve": JSONValue(study.response, of: function),
      "axes": JSONValue(axesOf: layout, showing: figure.settings.panels),
      "legend": JSONValue(layout.panels.lazy.compactMap(\.legend).first?.box),
      "suptitle": JSONValue(layout.title),
      "exact": JSONValue(study.diagnostics.exact),
      "diagnostics": JSONValue(study.diagnostics),
      "warnings": .array(
        (layout.missingGlyphs.map(\.description) + layout.unshapedTexts.map(\.description)).map(JSONValue.string)),
    ]
    self =
      described + (study.gate.map { ["gate": .string($0.formula)] } ?? [:]) + JSONValue(sourceOf: function) + numbers
      + JSONValue(FigureDescription(of: figure, study: .function(study)))
      // In a network of gated pairs, gradients pass through both numbers.
      + (study.gate == nil ? JSONValue(DepthProperties(of: function, moments: study.diagnostics.exact)) : [:])
      + (study.gradient.map { ["gradient": JSONValue($0)] } ?? [:])
      + (study.secondDerivative.map { ["secondDerivative": JSONValue($0, of: function)] } ?? [:])
  }

  /// The curves of a comparison, and the places of its parts.
  private init(describingComparison figure: FigurePlan, layout: FigureLayout) {
    let functions = figure.comparedFunctions
    let panels = zip(figure.settings.panels, layout.panels).map { (word: $0, curves: $1.panel.curvesOfFunctions) }
    self = [
      "name": .string(figure.name),
      "title": .string(figure.title),
      "settings": JSONValue(figure.settings),
      "curves": .array(
        functions.indices.map { place in
          panels.reduce(["title": .string(functions[place].title)]) { members, panel in
            guard panel.curves.indices.contains(place) else { return members }
            let (curve, keys) = (panel.curves[place], panel.word.curveKeys)
            return members + [keys.x: .numbers(curve.allX), keys.y: .numbers(curve.allY)]
          }
        }),
      "axes": JSONValue(axesOf: layout, showing: figure.settings.panels),
      "legend": JSONValue(layout.panels.lazy.compactMap(\.legend).first?.box),
      "suptitle": JSONValue(layout.title),
    ]
    self =
      self + JSONValue(FigureDescription(of: figure, study: .comparison))
      + (figure.sweptParameter.map { ["parameter": .string($0)] } ?? [:])
  }

  /// The value and the derivative over the whole grid. Numbers that are not held are computed as they are written.
  private init(_ response: ResponseCurve, of function: ActivationFunction) {
    guard response.isReduced else {
      self = [
        "x": .numbers(NumberSeries(response.x)), "value": .numbers(NumberSeries(response.value)),
        "derivative": .numbers(NumberSeries(response.derivative)),
      ]
      return
    }
    let grid = response.grid
    self = [
      "x": .numbers(NumberSeries(count: grid.count) { grid[$0] }),
      "value": .numbers(NumberSeries(count: grid.count) { function.value(at: grid[$0]) }),
      "derivative": .numbers(NumberSeries(count: grid.count) { function.derivative(at: grid[$0]) }),
    ]
  }

  /// The second derivative over the whole grid, null where there is none.
  private init(_ curve: SecondDerivativeCurve, of function: ActivationFunction) {
    let grid = curve.grid
    self =
      curve.isReduced
      ? [
        "x": .numbers(NumberSeries(count: grid.count) { grid[$0] }),
        "value": .numbers(NumberSeries(count: grid.count) { function.secondDerivative(at: grid[$0]) }),
      ] : ["x": .numbers(NumberSeries(curve.x)), "value": .numbers(NumberSeries(curve.secondDerivative))]
  }

  /// The parameters with their values, by name.
  init(parametersOf function: ActivationFunction) {
    self = .object(
      zip(function.entry.parameters, function.parameterValues).map { parameter, value in
        Member(key: parameter.name, value: .number(value))
      })
  }

  /// The mean and the standard deviation as the figure prints them and in full. The edges are in single precision;
  /// written as doubles of the same value, they are read back exactly in either precision.
  private init(_ distribution: Distribution) {
    self = [
      "mean": .string(String(distribution.mean, significantDigits: 5)),
      "std": .string(String(distribution.standardDeviation, significantDigits: 5)),
      "meanValue": .number(distribution.mean),
      "stdValue": .number(distribution.standardDeviation),
      "sampleCount": JSONValue(distribution.sampleCount),
      "excludedCount": JSONValue(distribution.excludedCount),
      "counts": .array(distribution.histogram.counts.map { JSONValue($0) }),
      "edges": JSONValue(distribution.histogram.edges.lazy.map(Double.init)),
    ]
  }

  /// The distribution of the derivatives with its point masses.
  private init(_ gradient: SampledGradient) {
    self =
      JSONValue(gradient.distribution) + ["pointMasses": .array(gradient.pointMasses.map { JSONValue($0) })]
  }

  /// The axes of each panel, with the word for what the panel shows.
  init(axesOf layout: FigureLayout, showing panels: [StudyPanel]) {
    self = .array(zip(panels, layout.panels).map { ["panel": .string($0.rawValue)] + JSONValue($1) })
  }

  private init(_ panel: PanelLayout) {
    self = [
      "frame": JSONValue(panel.frame),
      "xlim": JSONValue(panel.xAxis.limits),
      "ylim": JSONValue(panel.yAxis.limits),
      "xticks": .array(panel.xAxis.ticks.map { JSONValue($0) }),
      "yticks": .array(panel.yAxis.ticks.map { JSONValue($0) }),
      "xoffset": JSONValue(panel.xAxis.offsetText),
      "yoffset": JSONValue(panel.yAxis.offsetText),
      "title": JSONValue(panel.title),
      "xlabel": JSONValue(panel.xLabel),
    ]
  }

  private init(_ tick: AxisLayout.TickLayout) {
    self = ["value": .number(tick.value), "label": .string(tick.label), "box": JSONValue(tick.box)]
  }

  init(_ block: TextBlock?) {
    self = block.map { ["text": .string($0.text), "box": JSONValue($0.box)] } ?? .null
  }

  init(_ limits: ClosedRange<Double>) { self = [.number(limits.lowerBound), .number(limits.upperBound)] }

  init(_ box: Rect?) { self = box.map { JSONValue([$0.x, $0.y, $0.width, $0.height]) } ?? .null }
}

extension Panel {
  /// The curves of functions in their order, without lines for comparison.
  fileprivate var curvesOfFunctions: [Curve] {
    marks.compactMap { mark in
      guard case .curve(let curve) = mark else { return nil }
      switch curve.color {
      case .palette, .ordered: return curve
      case .inTurn, .muted, .reference, .fixed: return nil
      }
    }
  }
}

extension StudyPanel {
  /// The keys of the coordinates of a curve in the panel.
  fileprivate var curveKeys: (x: String, y: String) {
    switch self {
    case .derivative: ("derivativeX", "derivative")
    case .secondDerivative: ("secondDerivativeX", "secondDerivative")
    case .input, .response, .output, .value, .gradient, .layers: ("x", "value")
    case .signal: ("layer", "signal")
    case .correlation: ("correlationX", "correlation")
    case .plane: ("weights", "biases")
    }
  }
}

extension Curve {
  /// The abscissas of all points, whether they are held or not.
  fileprivate var allX: NumberSeries {
    allPoints.map { points in NumberSeries(count: points.count) { points.point($0).x } } ?? NumberSeries(x)
  }

  /// The ordinates of all points, whether they are held or not.
  fileprivate var allY: NumberSeries {
    allPoints.map { points in NumberSeries(count: points.count) { points.point($0).y } } ?? NumberSeries(y)
  }
}
