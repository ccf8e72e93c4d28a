import ActivationFigures
import Configuration
import Depth
import JSON
import Plans

extension JSONValue {
  /// The settings of a figure of curves and samples.
  init(_ settings: FigureSettings) {
    let samples: JSONValue = [
      "seed": .integer(settings.seed),
      "samples": JSONValue(settings.samples),
      "bins": JSONValue(settings.bins),
      "range": [.number(settings.range.lowerBound), .number(settings.range.upperBound)],
      "step": .number(settings.step),
    ]
    self = samples + JSONValue(pictureOf: settings)
  }

  /// The settings of the picture.
  init(pictureOf settings: FigureSettings) {
    let axes = settings.kind.possibleAxes
    let paper: JSONValue = [
      "size": [.number(settings.width), .number(settings.height)],
      "dpi": .number(settings.dpi),
      "panels": .array(settings.panels.map { .string($0.rawValue) }),
      "arrangement": .string(settings.presentation.arrangement.rawValue),
      "aspect": .string(settings.presentation.aspect.rawValue),
    ]
    let counts: JSONValue = settings.kind.showsDepth ? [:] : ["counts": .string(settings.presentation.counts.rawValue)]
    let limits: JSONValue = [
      "limits": .object(
        StudyAxis.allCases.compactMap { axis in
          guard case .fixed(let range)? = settings.presentation.limits[axis], axes.contains(axis) else { return nil }
          return Member(key: axis.rawValue, value: JSONValue(range))
        })
    ]
    self = paper + counts + limits
  }

  /// The settings of deep networks.
  init(_ settings: DepthSettings) {
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
}
