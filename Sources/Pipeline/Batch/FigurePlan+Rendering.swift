import ActivationFigures
import Activations
import Configuration
import Drawing
import PNG
import Pixels
import Plotting
import Raster
import Typography

// The whole walk, from a plan to the picture of a file. Each step takes what the one before it made and nothing else.

extension FigurePlan {
  /// The figure as a picture that carries its title, its description and its recipe.
  ///
  /// - Parameter jobs: How many parts of a huge picture are drawn at one time.
  /// - Throws: `StudyError` or `LayoutError`, each of which says in one sentence why there is no such figure.
  func picture(feeding input: FigureInput, typefaces: TypefaceFamily, jobs: Int) async throws -> RecordedPicture {
    let (figure, record) = try content(feeding: input)
    let layout = try layout(of: figure, typefaces: typefaces)
    let drawing = DisplayList(drawing: layout)
    let pixmap = await Pixmap(rendering: drawing, jobs: jobs)
    return PNGImage(pixmap, dpi: settings.dpi).recording(record)
  }

  /// The figure as the bytes of its file.
  ///
  /// - Parameter jobs: How many parts of a huge picture are drawn, and then deflated, at one time.
  /// - Throws: As `picture` does, or `PNGError`.
  func file(
    feeding input: FigureInput, typefaces: TypefaceFamily, encoder: PNGEncoder, jobs: Int
  ) async throws -> [UInt8] {
    let picture = try await picture(feeding: input, typefaces: typefaces, jobs: jobs)
    return try await encoder.encode(picture.image, compression: settings.compression, jobs: jobs)
  }

  /// What is shown, before anything has a place, and what the file says of it.
  private func content(feeding input: FigureInput) throws(StudyError) -> (figure: Figure, record: FigureRecord) {
    switch subject {
    case .function:
      let study = try study(feeding: input)
      return (figure(presenting: study), FigureRecord(of: self, study: study))
    case .comparison(let functions):
      return (try figure(comparing: functions), FigureRecord(of: self, comparing: functions))
    }
  }

  /// The figure of several functions.
  func figure(comparing functions: [ComparedFunction]) throws(StudyError) -> Figure {
    Figure(
      comparing: try functions.map { (compared) throws(StudyError) in
        let function = compared.plan.function
        return ComparedResponse(
          title: compared.title, function: function,
          response: try ResponseCurve(
            of: function, range: settings.range, step: settings.step, precision: settings.gridPrecision))
      },
      title: title, width: settings.width, height: settings.height, dpi: settings.dpi, style: settings.style,
      marks: settings.marks)
  }

  /// The figure of a study.
  func figure(presenting study: ActivationStudy) -> Figure {
    Figure(
      presenting: study, title: title, width: settings.width, height: settings.height, dpi: settings.dpi,
      style: settings.style, marks: settings.marks)
  }

  /// Where everything of a study's figure stands.
  func layout(of study: ActivationStudy, typefaces: TypefaceFamily) throws(LayoutError) -> FigureLayout {
    try layout(of: figure(presenting: study), typefaces: typefaces)
  }

  /// Where everything of the figure stands.
  func layout(of figure: Figure, typefaces: TypefaceFamily) throws(LayoutError) -> FigureLayout {
    do throws(LayoutError) {
      return try FigureLayout(arranging: figure, typefaces: typefaces)
    } catch {
      guard case .paperTooSmall(let width, let height, let smallest) = error else { throw error }
      var larger = settings
      (larger.width, larger.height) = (smallest.width, smallest.height)
      // Such a paper would be refused in its turn.
      throw larger.faultOfPaper == nil ? error : .wordsTooLarge(width: width, height: height)
    }
  }
}

extension PNGImage {
  /// An inch is 0.0254 metres; 100 dots per inch are stated as 3937 a metre.
  init(_ pixmap: Pixmap, dpi: Double) {
    self.init(pixmap, pixelsPerMetre: Self.pixelsPerMetre(dpi: dpi))
  }

  /// What a figure of so many dots an inch states.
  static func pixelsPerMetre(dpi: Double) -> UInt32 { UInt32((dpi / 0.0254).rounded()) }
}
