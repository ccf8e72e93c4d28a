import ActivationFigures
import Activations
import Goldens
import Plotting
import Sampling
import Statistics
import Testing

/// Each style is compared with one whole figure, pixel by pixel.
@Suite struct StylePictureTests {
  @Test(
    "A figure in each style has all of its parts.",
    arguments: [("matplotlib", Style.matplotlib, StudyMarks.none), ("light", .light, .usual), ("dark", .dark, .usual)])
  func figureStyleParts(name: String, style: Style, marks: StudyMarks) throws {
    let samples = SampleSet(seed: 0, count: 2_000)
    let study = try ActivationStudy(
      of: ActivationFunction(#require(Catalogue.entry(named: "hard-tanh"))), over: samples,
      input: Distribution(of: samples, bins: 60), bins: 60, range: -5...5, step: 0.1)
    // Of all sizes of the same number of pixels, the one that has room for the larger texts of light and dark.
    let (width, height, dpi) = style.fontSize > 12 ? (15.0, 5.0, 48.0) : (12, 4, 60)
    let figure = Figure(
      presenting: study, title: "Hard tanh", width: width, height: height, dpi: dpi, style: style, marks: marks)
    try Golden("style-\(name).png").expect(figure)
  }

  @Test(
    "A gated pair shows its product for several values of b, and the exact average of each bin.",
    arguments: [("matplotlib", Style.matplotlib, StudyMarks.none), ("light", .light, .all), ("dark", .dark, .all)])
  func gatedPair(name: String, style: Style, marks: StudyMarks) throws {
    let samples = SampleSet(seed: 0, count: 2_000)
    let study = try ActivationStudy(
      of: ActivationFunction(#require(Catalogue.entry(named: "silu"))), gatedBy: .plain, over: samples,
      input: Distribution(of: samples, bins: 60), bins: 60, range: -5...5, step: 0.1)
    let (width, height, dpi) = style.fontSize > 12 ? (15.0, 5.0, 48.0) : (12, 4, 60)
    let figure = Figure(
      presenting: study, title: "SwiGLU", width: width, height: height, dpi: dpi, style: style, marks: marks)
    try Golden("gate-\(name).png").expect(figure)
  }

  @Test("A comparison has one legend for both panels.")
  func comparisonOneLegend() throws {
    let functions = try ["relu", "hard-tanh", "sigmoid", "mish", "softplus", "elu", "swish", "selu"].map { name in
      let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
      return ComparedResponse(
        title: function.entry.title, function: function,
        response: try ResponseCurve(of: function, range: -5...5, step: 0.1))
    }
    let figure = Figure(
      comparing: functions, title: "Eight functions", width: 15, height: 5, dpi: 48, style: .light, marks: .usual)
    try Golden("comparison.png").expect(figure)
  }
}
