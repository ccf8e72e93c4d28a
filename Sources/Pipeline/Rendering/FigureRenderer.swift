import ActivationFigures
import Activations
import Configuration
import Drawing
import PNG
import Pixels
import Plans
import Plotting
import Raster
import Sampling
import Statistics
import Typography

/// Renders figures: one method for each stage between a plan and the bytes of a PNG file, and their composition.
///
/// Each stage takes one finished value and returns one finished value; no stage calls back into an earlier one:
///
/// ```
/// FigurePlan ─► FigureInput ─► FigureStudy ─► Figure ─► FigureLayout ─► DisplayList ─► Pixmap ─► FigureImage ─► PNG file
/// ```
///
/// ```swift
/// let renderer = try FigureRenderer(for: plan)
/// let input = try FigureInput(for: plan.figures[0])
/// let png = try await renderer.file(of: plan.figures[0], from: input)
/// ```
public struct FigureRenderer: Sendable {
  /// The typefaces that set every text of a figure.
  public let typefaces: TypefaceFamily
  private let encoder = PNGEncoder()
  private let coverage = CoverageCache()

  /// Loads the typefaces of a plan, with every character of every title.
  ///
  /// - Throws: `TypographyError` if this machine has no such typeface.
  public init(for plan: RenderPlan) throws(TypographyError) {
    self.init(typefaces: try TypefaceFamily(installedWith: plan.titleCharacters, preferring: plan.fonts))
  }

  /// Creates a renderer for typefaces that are loaded already.
  public init(typefaces: TypefaceFamily) { self.typefaces = typefaces }

  // MARK: - Composition

  /// Runs every stage: from a plan and its samples to the bytes of the figure's file.
  ///
  /// - Parameters:
  ///   - plan: The plan of the figure.
  ///   - input: The samples of the figure.
  ///   - jobs: The number of parts of a huge picture that are rasterized, and then compressed, at the same time.
  /// - Throws: `StudyError`, `LayoutError` or `PNGError`, whose description says in one sentence why there is no such
  ///   file.
  public func file(of plan: FigurePlan, from input: FigureInput, jobs: Int = 1) async throws -> [UInt8] {
    let image = try await image(of: plan, from: input, jobs: jobs)
    return try await file(of: image, for: plan, jobs: jobs)
  }

  /// Runs all stages but the last: from a plan and its samples to the picture with its texts.
  public func image(of plan: FigurePlan, from input: FigureInput, jobs: Int = 1) async throws -> FigureImage {
    let (study, layout) = try layout(of: plan, from: input)
    let drawing = drawing(of: layout)
    let pixmap = await pixmap(of: drawing, jobs: jobs)
    return image(of: pixmap, for: plan, showing: study)
  }

  /// Runs the stages up to the layout: what the figure shows, and where.
  ///
  /// - Returns: The layout, and the study that it shows.
  public func layout(
    of plan: FigurePlan, from input: FigureInput
  ) throws -> (study: FigureStudy, layout: FigureLayout) {
    let study = try Self.study(of: plan, from: input)
    let figure = try Self.figure(of: plan, showing: study)
    return (study, try layout(of: figure, for: plan))
  }

  // MARK: - Stages

  /// Computes what a figure shows of its functions: samples and outputs of one function, or signals in deep networks.
  ///
  /// - Throws: `StudyError` if there is nothing to show.
  public static func study(of plan: FigurePlan, from input: FigureInput) throws(StudyError) -> FigureStudy {
    switch plan.subject {
    case .function: return .function(try functionStudy(of: plan, from: input))
    case .comparison, .family: return .comparison
    case .depth(let functions):
      if case .studied(let study) = input { return study }
      return .depth(
        try functions.map { (compared) throws(StudyError) in
          try ComparedDepth(
            of: compared, as: plan.settings.depth, showing: plan.settings.panels, samplingNetworks: plan.showsNetworks)
        })
    }
  }

  /// Applies the function of a plan to the samples, evaluates it over the grid, and diagnoses it.
  ///
  /// This stage needs no typeface, so that `actfig stats` can run it alone.
  ///
  /// - Throws: `StudyError` if no output is finite, or the bins or the grid are too fine.
  /// - Precondition: The figure has samples.
  public static func functionStudy(
    of plan: FigurePlan, from input: FigureInput
  ) throws(StudyError) -> ActivationStudy {
    let settings = plan.settings
    switch input {
    case .held(let samples, let distribution):
      if case .function(let function) = plan.subject, let gate = function.gate {
        return try ActivationStudy(
          of: plan.function, gatedBy: gate.form, over: samples, input: distribution, bins: settings.bins,
          range: settings.range, step: settings.step, precision: settings.gridPrecision)
      }
      return try ActivationStudy(
        of: plan.function, over: samples, input: distribution, bins: settings.bins, range: settings.range,
        step: settings.step, precision: settings.gridPrecision, includesGradient: plan.shows(.gradient),
        includesSecondDerivative: plan.shows(.secondDerivative))
    case .streamed(let distribution, let output):
      return try ActivationStudy(
        of: plan.function, input: distribution, output: output, range: settings.range, step: settings.step,
        precision: settings.gridPrecision, includesSecondDerivative: plan.shows(.secondDerivative))
    case .studied(.function(let study)): return study
    case .studied, .nothing: preconditionFailure("Only a figure with samples has a study of them.")
    }
  }

  /// Chooses the panels, marks and texts that present a study, or the curves of a comparison. This stage needs no
  /// typeface either.
  ///
  /// - Parameters:
  ///   - plan: The plan of the figure.
  ///   - study: The study of the plan's functions.
  public static func figure(of plan: FigurePlan, showing study: FigureStudy) throws(StudyError) -> Figure {
    let settings = plan.settings
    switch study {
    case .function(let study):
      return Figure(
        presenting: study, title: plan.title, as: settings.presentation, width: settings.width, height: settings.height,
        dpi: settings.dpi, style: settings.style, marks: settings.marks)
    case .comparison: return try curves(of: plan)
    case .depth(let functions):
      var presentation = settings.presentation
      presentation.panels = settings.panels
      return Figure(
        presenting: functions, title: plan.title, as: presentation, width: settings.width, height: settings.height,
        dpi: settings.dpi, style: settings.style, marks: settings.marks)
    }
  }

  /// Computes the curves of several functions over the grid, in a figure that compares them.
  private static func curves(of plan: FigurePlan) throws(StudyError) -> Figure {
    let settings = plan.settings
    return Figure(
      comparing: try plan.comparedFunctions.map { (compared) throws(StudyError) in
        let function = compared.plan.function
        let response = try ResponseCurve(
          of: function, range: settings.range, step: settings.step, precision: settings.gridPrecision)
        let secondDerivative =
          plan.shows(.secondDerivative)
          ? try SecondDerivativeCurve(
            of: function, range: settings.range, step: settings.step, precision: settings.gridPrecision) : nil
        return ComparedResponse(
          title: compared.title, function: function, response: response, secondDerivative: secondDerivative)
      },
      by: plan.sweptParameter, title: plan.title, as: settings.presentation, width: settings.width,
      height: settings.height, dpi: settings.dpi, style: settings.style, marks: settings.marks)
  }

  /// Measures every text and decides where in the picture everything stands.
  ///
  /// - Throws: `LayoutError` if the paper is too small, with the smallest one that would do, where there is one.
  public func layout(of figure: Figure, for plan: FigurePlan) throws(LayoutError) -> FigureLayout {
    do throws(LayoutError) {
      return try FigureLayout(arranging: figure, typefaces: typefaces)
    } catch {
      guard case .paperTooSmall(let width, let height, let smallest) = error else { throw error }
      var larger = plan.settings
      (larger.width, larger.height) = (smallest.width, smallest.height)
      // A paper of that size would be rejected by the configuration's limits.
      throw larger.faultOfPaper == nil ? error : .wordsTooLarge(width: width, height: height)
    }
  }

  /// Turns a layout into an ordered list of filled paths.
  public func drawing(of layout: FigureLayout) -> DisplayList { DisplayList(drawing: layout) }

  /// Rasterizes a drawing.
  ///
  /// - Parameters:
  ///   - drawing: The filled paths in their order.
  ///   - jobs: The number of strips of a huge picture that are rasterized at the same time.
  public func pixmap(of drawing: DisplayList, jobs: Int = 1) async -> Pixmap {
    await Pixmap(rendering: drawing, jobs: jobs, reusing: coverage)
  }

  /// Adds the resolution and the texts that the file carries beside the pixels: title, description, recipe, statistics
  /// and checksum.
  public func image(of pixmap: Pixmap, for plan: FigurePlan, showing study: FigureStudy) -> FigureImage {
    PNGImage(pixmap, pixelsPerMetre: PNGImage.pixelsPerMetre(dpi: plan.settings.dpi))
      .recording(FigureRecord(of: plan, study: study))
  }

  /// Compresses an image into the bytes of a PNG file, which are the same whatever the number of jobs.
  ///
  /// - Parameters:
  ///   - image: The picture with its texts.
  ///   - plan: The plan of the figure, which sets the compression.
  ///   - jobs: The number of parts of a huge picture that are compressed at the same time.
  public func file(of image: FigureImage, for plan: FigurePlan, jobs: Int = 1) async throws(PNGError) -> [UInt8] {
    try await encoder.encode(image.image, compression: plan.settings.compression, jobs: jobs)
  }
}

/// What a figure is computed from beside its plan. Figures of the same seed, number of samples and number of bins share
/// it.
public indirect enum FigureInput: Sendable {
  /// Samples that are few enough to be held in memory, and their distribution.
  case held(SampleSet, Distribution)
  /// The distributions of samples and outputs, if the samples are too many to be held in memory.
  case streamed(Distribution, output: DiagnosedOutput)
  /// The finished study, which the variants of one figure share.
  case studied(FigureStudy)
  /// The input of a figure that shows no samples.
  case nothing

  /// Draws the samples of one figure and counts them.
  ///
  /// - Throws: `StudyError.tooManyBins` if the samples lie too close together for so many bins.
  public init(for plan: FigurePlan) throws(StudyError) {
    guard plan.hasSamples else {
      self = .nothing
      return
    }
    let samples = SampleSet(seed: plan.settings.seed, count: plan.settings.samples)
    self = .held(samples, try Distribution(of: samples, bins: plan.settings.bins))
  }
}

extension FigurePlan {
  /// Whether a panel that is not usual is among those of the figure.
  func shows(_ panel: StudyPanel) -> Bool { (settings.presentation.panels ?? []).contains(panel) }
}

extension PNGImage {
  /// The number of pixels per metre that a figure states. An inch is 0.0254 metres; 100 dots per inch are stated as 3937.
  static func pixelsPerMetre(dpi: Double) -> UInt32 { UInt32((dpi / 0.0254).rounded()) }
}
