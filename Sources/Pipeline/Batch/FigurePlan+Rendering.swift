import ActivationFigures
import Activations
import Drawing
import PNG
import Plotting
import Raster
import Typography

// The whole walk, from a plan to the picture of a file. Each step takes what the one before it made and nothing else.

extension FigurePlan {
  /// The figure as a picture that carries its title, its description and its recipe.
  ///
  /// - Throws: `StudyError` or `LayoutError`, each of which says in one sentence why there is no such figure.
  func picture(feeding input: FigureInput, typefaces: TypefaceFamily) throws -> PNGImage {
    let study = try diagnosedStudy(feeding: input)
    let layout = try layout(of: study, typefaces: typefaces)
    let drawing = DisplayList(drawing: layout)
    let pixmap = Pixmap(rendering: drawing)
    return PNGImage(pixmap, dpi: settings.dpi, recording: FigureRecord(of: self, study: study))
  }

  /// What the function does to the samples and over the grid.
  func study(feeding input: FigureInput) throws(StudyError) -> ActivationStudy {
    switch input {
    case .held(let samples, let distribution):
      try ActivationStudy(
        of: function, over: samples, input: distribution, bins: settings.bins, range: settings.range,
        step: settings.step)
    case .streamed(let distribution, let output):
      try ActivationStudy(
        of: function, input: distribution, output: output, range: settings.range, step: settings.step)
    }
  }

  /// Where everything of the figure stands.
  func layout(of study: ActivationStudy, typefaces: TypefaceFamily) throws(LayoutError) -> FigureLayout {
    let figure = Figure(
      presenting: study, title: title, width: settings.width, height: settings.height, dpi: settings.dpi)
    return try FigureLayout(arranging: figure, typefaces: typefaces)
  }
}

extension PNGImage {
  /// An inch is 0.0254 metres; 100 dots per inch are stated as 3937 a metre.
  init(_ pixmap: Pixmap, dpi: Double, recording record: FigureRecord) {
    self.init(
      width: pixmap.width, height: pixmap.height, pixels: pixmap.bytes,
      pixelsPerMetre: UInt32((dpi / 0.0254).rounded()), recording: record)
  }
}
