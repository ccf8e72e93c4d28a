import Drawing
import JSON
import Plans
import Plotting

/// The background of a figure in the configuration.
enum PaperColor: Sendable, Equatable {
  /// Nothing: the page below is seen. The colours are those for the paper that the style has otherwise.
  case transparent
  case color(Color)
}

/// The rule for the background of a figure.
struct PaperRule: ScalarRule {
  typealias Value = PaperColor
  private let color = ColorRule()

  var expectation: String { "\(color.expectation), or \"transparent\"" }
  var schema: JSONValue { ["anyOf": [["const": "transparent"], color.schema]] }
  func value(of json: JSONNode) -> PaperColor? {
    json.string == "transparent" ? .transparent : color.value(of: json).map(PaperColor.color)
  }
  func json(of value: PaperColor) -> JSONValue {
    switch value {
    case .transparent: "transparent"
    case .color(let value): color.json(of: value)
    }
  }
}

extension FigureSettings {
  /// The background as the configuration gives it.
  var paper: PaperColor {
    get {
      var transparent = styleName.style.paper
      transparent.alpha = 0
      return style.paper == transparent ? .transparent : .color(style.paper)
    }
    set {
      switch newValue {
      case .transparent:
        style.paper = styleName.style.paper
        style.paper.alpha = 0
      case .color(let color): style.paper = color
      }
    }
  }
}
