import ActivationFigures
import Configuration
import Plans

@testable import JSON
@testable import Pipeline

/// A figure of a gallery that is made from few values instead of a manifest.
struct PageFigure {
  let figure: FigureGallery.Figure

  /// - Parameters:
  ///   - entry: What the recipe says of the function, and settings other than the usual ones.
  ///   - text: The long alternative text.
  init(
    _ name: String, title: String, kind: FigureKind = .function, themes: [StyleName] = [.light],
    arrangements: [PanelArrangement] = [.row], scales: [Double] = [1], entry: JSONValue, text: String? = nil,
    statistics: JSONValue = Self.statistics
  ) {
    let files = themes.flatMap { theme in
      arrangements.flatMap { arrangement in
        scales.map { scale in
          Self.file(of: name, title: title, text: text, theme: theme, arrangement: arrangement, scale: scale)
        }
      }
    }
    let settings: JSONValue = ["seed": 0, "samples": 10000, "bins": 100, "range": [-5, 5], "step": 0.1]
    let other = entry["bins"] == nil ? settings : ["seed": 0, "samples": 10000, "range": [-5, 5], "step": 0.1]
    figure = FigureGallery.Figure(
      name: name, title: title, kind: kind, files: files, statistics: statistics,
      recipe: ["rules": 3, "activations": [["name": .string(name)] + entry + other]])
  }

  private static func file(
    of name: String, title: String, text: String?, theme: StyleName, arrangement: PanelArrangement, scale: Double
  ) -> FigureGallery.File {
    let (width, height) = arrangement == .row ? (1500.0, 500.0) : (750, 1500)
    let suffix =
      (theme == .dark ? "-dark" : "") + (arrangement == .column ? "-column" : "") + (scale == 1 ? "" : "@2x")
    return FigureGallery.File(
      fileName: "\(name)\(suffix).png", theme: theme, tone: theme == .dark ? .dark : .light, arrangement: arrangement,
      scale: scale, width: Int(width * scale), height: Int(height * scale),
      shortAlternativeText: "A short text of \(title).", alternativeText: text ?? "A long description of \(title).")
  }

  static let statistics: JSONValue = [
    "sampleCount": 10000, "excludedCount": 3, "input": ["mean": -0.010698174387292238, "std": 1.0019336702045551],
    "output": ["mean": -0.43406101412773135, "std": 74.27925489781742],
    "exact": [
      "mean": nil, "std": 0.5, "signalGain": nil, "gradientGain": 0.25,
      "absent": [
        "mean": "does not exist", "signalGain": "not to be had",
      ],
    ],
    "diagnostics": [
      "deadShare": 0.3195, "saturatedShare": 0, "nearlySaturatedShare": 1, "range": [-3850.28, 3677.9],
      "pointMasses": [["value": -1, "share": 0.1623], ["value": 1, "share": 0.1572]],
      "smoothness": "continuous with kinks at -1 and 1", "breakpoints": [],
    ],
  ]

  /// A figure that compares two functions.
  static let comparison = FigureGallery.Figure(
    name: "comparison", title: "Two functions", kind: .comparison,
    files: PageFigure("comparison", title: "Two functions", entry: [:]).figure.files, statistics: [:],
    recipe: [
      "rules": 3, "figures": "comparison",
      "comparison": ["name": "comparison", "title": "Two functions", "range": [-2, 2], "step": 0.1],
      "activations": [["name": "relu", "title": "ReLU & more"], ["name": "mish", "title": "Mish"]],
    ])

  /// A figure of one function for three values of a parameter.
  static let family = FigureGallery.Figure(
    name: "swish-beta", title: "Swish by beta", kind: .family,
    files: PageFigure("swish-beta", title: "Swish by beta", entry: [:]).figure.files, statistics: [:],
    recipe: [
      "rules": 3, "figures": "family",
      "activations": [
        ["name": "swish-beta", "function": "swish", "sweep": ["beta": [0.5, 1, -2]], "range": [-5, 5], "step": 0.1]
      ],
    ])
}
