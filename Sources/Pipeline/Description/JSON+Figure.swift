import Activations
import Configuration
import Expressions
import Geometry
import JSON
import Numerals
import Plotting

extension JSONValue {
  /// The data behind a picture, and where in it everything stands, in pixels from the top left; a box is its left and top
  /// edge, its width and its height.
  ///
  /// - Parameter study: The study that the figure shows; nil for a comparison.
  init(describing figure: FigurePlan, study: ActivationStudy?, layout: FigureLayout) {
    guard let study else {
      self.init(describingComparison: figure, layout: layout)
      return
    }
    let function = figure.function
    let source =
      function.expression.map { (key: "expression", text: $0) } ?? (key: "function", text: function.entry.name)
    self = [
      "name": .string(figure.name),
      "title": .string(figure.title),
      source.key: .string(source.text),
      "parameters": JSONValue(parametersOf: function),
      "settings": JSONValue(figure.settings),
      "input": JSONValue(study.input),
      "output": JSONValue(study.output),
      "curve": JSONValue(study.response, of: function),
      "axes": .array(layout.panels.map { JSONValue($0) }),
      "legend": JSONValue(layout.panels.lazy.compactMap(\.legend).first?.box),
      "suptitle": JSONValue(layout.title),
      "exact": JSONValue(study.diagnostics.exact),
      "diagnostics": JSONValue(study.diagnostics),
      "warnings": .array(
        (layout.missingGlyphs.map(\.description) + layout.unshapedTexts.map(\.description)).map(JSONValue.string)),
      "alternativeText": .string(AlternativeText(of: figure, study: study).description),
    ]
  }

  /// The curves of a comparison, and where in the picture everything stands.
  private init(describingComparison figure: FigurePlan, layout: FigureLayout) {
    let functions = figure.comparedFunctions
    let curves = layout.panels.map { panel in
      panel.panel.marks.compactMap { mark -> Curve? in if case .curve(let curve) = mark { curve } else { nil } }
    }
    self = [
      "name": .string(figure.name),
      "title": .string(figure.title),
      "settings": JSONValue(figure.settings),
      "curves": .array(
        functions.indices.map { place in
          let (value, derivative) = (curves[0][place], curves[1][place])
          return [
            "title": .string(functions[place].title),
            "x": .numbers(value.allX), "value": .numbers(value.allY),
            "derivativeX": .numbers(derivative.allX), "derivative": .numbers(derivative.allY),
          ]
        }),
      "axes": .array(layout.panels.map { JSONValue($0) }),
      "legend": JSONValue(layout.panels.lazy.compactMap(\.legend).first?.box),
      "suptitle": JSONValue(layout.title),
      "alternativeText": .string(ComparisonText(of: figure).description),
    ]
  }

  /// Value and derivative over all of the grid. What is not held is computed as it is written.
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

  /// The parameters with their values, by name.
  init(parametersOf function: ActivationFunction) {
    self = .object(
      zip(function.entry.parameters, function.parameterValues).map { parameter, value in
        Member(key: parameter.name, value: .number(value))
      })
  }

  private init(_ settings: FigureSettings) {
    self = [
      "seed": .integer(settings.seed),
      "samples": JSONValue(settings.samples),
      "bins": JSONValue(settings.bins),
      "range": [.number(settings.range.lowerBound), .number(settings.range.upperBound)],
      "step": .number(settings.step),
      "size": [.number(settings.width), .number(settings.height)],
      "dpi": .number(settings.dpi),
    ]
  }

  /// Mean and standard deviation as the figure prints them and as they are. An edge is in single precision; written as the
  /// double of the same value it reads back exactly in either.
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

  private init(_ block: TextBlock?) {
    self = block.map { ["text": .string($0.text), "box": JSONValue($0.box)] } ?? .null
  }

  private init(_ limits: ClosedRange<Double>) { self = [.number(limits.lowerBound), .number(limits.upperBound)] }

  private init(_ box: Rect?) { self = box.map { JSONValue([$0.x, $0.y, $0.width, $0.height]) } ?? .null }
}

extension Curve {
  /// Of all points, whether they are held or not.
  fileprivate var allX: NumberSeries {
    allPoints.map { points in NumberSeries(count: points.count) { points.point($0).x } } ?? NumberSeries(x)
  }

  /// Of all points, whether they are held or not.
  fileprivate var allY: NumberSeries {
    allPoints.map { points in NumberSeries(count: points.count) { points.point($0).y } } ?? NumberSeries(y)
  }
}
