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

  private init(_ settings: DepthSettings) {
    self = [
      "layers": JSONValue(settings.layers),
      "initialization": JSONValue(settings.initialization),
      "shownLayers": .array(settings.shownLayers.map { JSONValue($0) }),
      "networks": settings.networks.map {
        ["width": JSONValue($0.width), "number": JSONValue($0.count), "seed": .integer($0.seed)]
      } ?? .null,
      "plane": .boolean(settings.showsPlane),
    ]
  }

  /// The numbers of a function, and the data of every panel.
  private init(_ compared: ComparedDepth) {
    let study = compared.study
    let named: JSONValue = ["title": .string(compared.title)]
    let members: JSONValue = [
      "parameters": JSONValue(parametersOf: study.function),
      "depth": JSONValue(study.numbers),
      "initialization": study.initialization.map {
        [
          "weights": .number($0.weightVariance.squareRoot()), "biases": .number($0.biasVariance.squareRoot()),
        ]
      } ?? .null,
      "signal": study.propagation.map { JSONValue($0) } ?? .null,
    ]
    self = named + JSONValue(sourceOf: study.function) + members
  }

  /// The standard deviations by layer, null where they have no value.
  private init(_ propagation: SignalPropagation) {
    let layers = propagation.layers
    self = [
      "layer": .array(layers.indices.map { JSONValue($0 + 1) }),
      "signal": .array(layers.map { $0.standardDeviation.value.map(JSONValue.number) ?? .null }),
      "mean": .array(layers.map { $0.mean.value.map(JSONValue.number) ?? .null }),
    ]
  }
}
