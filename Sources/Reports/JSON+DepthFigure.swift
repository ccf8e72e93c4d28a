import ActivationFigures
import Depth
import Descriptions
import JSON
import Numerals
import Plans
import Plotting

extension JSONValue {
  /// The data that a figure of depth shows, and the places of its parts.
  init(describing figure: FigurePlan, showing functions: [ComparedDepth], layout: FigureLayout) {
    let settings: JSONValue = ["depth": JSONValue(figure.settings.depth)]
    let members: JSONValue = [
      "name": .string(figure.name),
      "title": .string(figure.title),
      "settings": settings + JSONValue(pictureOf: figure.settings),
      "functions": .array(functions.map { JSONValue($0) }),
      "axes": JSONValue(axesOf: layout, showing: figure.settings.panels),
      "legend": JSONValue(layout.panels.lazy.compactMap(\.legend).first?.box),
      "suptitle": JSONValue(layout.title),
      "warnings": .array(
        (layout.missingGlyphs.map(\.description) + layout.unshapedTexts.map(\.description)).map(JSONValue.string)),
    ]
    self = members + JSONValue(FigureDescription(of: figure, study: .depth(functions)))
  }

  /// The numbers and proved properties of a function, and the data of every panel that the figure shows.
  private init(_ compared: ComparedDepth) {
    let study = compared.study
    let named: JSONValue = ["title": .string(compared.title)]
    let members: JSONValue = [
      "parameters": JSONValue(parametersOf: study.function),
      "initialization": study.initialization.map {
        ["weights": .number($0.weightVariance.squareRoot()), "biases": .number($0.biasVariance.squareRoot())]
      } ?? .null,
      "layer": .array(study.signal.indices.map { JSONValue($0) }),
      "signal": .numbers(NumberSeries(study.signal)),
      "gradient": .numbers(NumberSeries(study.gradient)),
      "mean": .array([0] + (study.propagation?.layers.map { $0.mean.value.map(JSONValue.number) ?? .null } ?? [])),
      "networks": .array(
        study.networks.map {
          ["signal": .numbers(NumberSeries($0.signal)), "gradient": .numbers(NumberSeries($0.gradient))]
        }),
      "correlation": study.correlation.map { JSONValue($0) } ?? .null,
      "layers": .array(study.outputs.map { JSONValue($0) }),
      "edge": study.edge.map { JSONValue($0) } ?? .null,
    ]
    self = named + JSONValue(sourceOf: study.function) + JSONValue(DepthProperties(of: study.function)) + members
  }

  private init(_ curve: CorrelationCurve) {
    self = [
      "variance": .number(curve.variance),
      "before": .numbers(NumberSeries(curve.before)),
      "behind": .numbers(NumberSeries(curve.behind)),
      "fixedPoints": .array(
        curve.fixedPoints.map {
          ["correlation": .number($0.correlation), "slope": .number($0.slope), "attracts": .boolean($0.attracts)]
        }),
    ]
  }

  /// The density in cells of equal width between two ends, and the values that many outputs take.
  private init(_ density: OutputDensity) {
    self = [
      "layers": .array(density.layers.map { JSONValue($0) }),
      "variance": .number(density.variance),
      "range": [.number(density.range.lowerBound), .number(density.range.upperBound)],
      "densities": .numbers(NumberSeries(density.densities)),
      "pointMasses": .array(density.atoms.map { ["value": .number($0.value), "share": .number($0.share)] }),
    ]
  }

  /// The connected pieces of the edge of chaos, or the only σ_w at which gradients keep their variance.
  private init(_ edge: EdgeOfChaos) {
    self = [
      "pieces": .array(
        edge.pieces.map { points in
          [
            "weights": .numbers(NumberSeries(points.map(\.weights))),
            "biases": .numbers(NumberSeries(points.map(\.biases))),
            "variance": .numbers(NumberSeries(points.map(\.variance))),
            "stable": .array(points.map { .boolean($0.isStable) }),
          ]
        }),
      "onlyWeights": edge.onlyPlace.map(JSONValue.number) ?? .null,
    ]
  }
}
