import ActivationFigures
import Activations
import Depth
import Goldens
import Plotting
import Testing

/// Each panel of a figure of depth is compared with a whole picture, pixel by pixel, in each style.
@Suite struct DepthPictureTests {
  private static let styles: [(name: String, style: Style, marks: StudyMarks)] = [
    ("matplotlib", .matplotlib, .none), ("light", .light, .all), ("dark", .dark, .all),
  ]

  private func figure(
    of names: [String], as settings: DepthSettings, _ style: Style, _ marks: StudyMarks,
    panels: [StudyPanel]? = nil
  ) throws -> Figure {
    let functions = try names.map { name in
      let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
      return ComparedDepth(title: function.entry.title, study: DepthStudy(of: function, as: settings))
    }
    var presentation = StudyPresentation()
    presentation.panels = panels
    let (width, height, dpi) = style.fontSize > 12 ? (15.0, 5.0, 48.0) : (12, 4, 60)
    return Figure(
      presenting: functions, title: functions.count == 1 ? functions[0].title : "\(functions.count) functions",
      as: presentation, width: width, height: height, dpi: dpi, style: style, marks: marks)
  }

  @Test("A figure of depth shows exact and sampled lines, the correlation map and distributions.", arguments: styles)
  func depth(name: String, style: Style, marks: StudyMarks) throws {
    var settings = DepthSettings()
    settings.networks = NetworkSampling(width: 100, count: 4, seed: 1)
    try Golden("depth-\(name).png").expect(figure(of: ["tanh"], as: settings, style, marks))
  }

  @Test("A figure of depth shows single values of outputs, and the plane with the edge of chaos.", arguments: styles)
  func plane(name: String, style: Style, marks: StudyMarks) throws {
    var settings = DepthSettings()
    settings.initialization = .deviations(weights: 1.3, biases: 0.4)
    settings.showsPlane = true
    try Golden("depth-plane-\(name).png").expect(figure(of: ["hard-tanh"], as: settings, style, marks))
  }

  @Test("A comparison of depth shows each function in its colour.", arguments: styles)
  func comparison(name: String, style: Style, marks: StudyMarks) throws {
    try Golden("depth-comparison-\(name).png").expect(
      figure(of: ["relu", "gelu", "tanh", "selu"], as: DepthSettings(), style, marks))
  }
}
