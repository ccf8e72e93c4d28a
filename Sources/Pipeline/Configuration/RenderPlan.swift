import Activations
import Typography

/// Everything that one run draws, complete and checked: nothing in it means "default".
public struct RenderPlan: Sendable {
  /// As given: relative to the directory of the run.
  public let outputDirectory: String
  /// Asked in turn for each glyph before DejaVu Sans is.
  public let fonts: [FontFamily]
  /// Those selected, in the order of the configuration.
  public let figures: [FigurePlan]
  /// All figures of the configuration.
  public let allFigures: [FigurePlan]
  /// The share of a run that those selected are; nil where the run is not divided.
  public let shard: Shard?

  /// With every figure selected.
  init(outputDirectory: String, fonts: [FontFamily], figures: [FigurePlan]) {
    self.init(outputDirectory: outputDirectory, fonts: fonts, figures: figures, allFigures: figures, shard: nil)
  }

  private init(
    outputDirectory: String, fonts: [FontFamily], figures: [FigurePlan], allFigures: [FigurePlan], shard: Shard?
  ) {
    self.outputDirectory = outputDirectory
    self.fonts = fonts
    self.figures = figures
    self.allFigures = allFigures
    self.shard = shard
  }

  /// The same plan with these of its figures selected.
  func keeping(_ figures: [FigurePlan], of shard: Shard? = nil) -> RenderPlan {
    RenderPlan(
      outputDirectory: outputDirectory, fonts: fonts, figures: figures, allFigures: allFigures,
      shard: shard ?? self.shard)
  }
}

/// One figure, every setting resolved.
public struct FigurePlan: Sendable {
  /// The name by which the figure is selected and its file is named.
  public let name: String
  /// Relative to the output directory.
  public let fileName: String
  /// Above the figure.
  public let title: String
  /// What the figure is about, its parameters bound.
  public let function: ActivationFunction
  /// How the figure is sampled and drawn.
  public let settings: FigureSettings
}

/// The numbers of config.json that may stand at the top or in an entry.
public struct FigureSettings: Sendable, Equatable {
  /// Of the samples, as for `torch.manual_seed`.
  public var seed: UInt64 = 0
  /// How many are drawn.
  public var samples = 10_000
  /// Of each histogram.
  public var bins = 100
  /// The grid of the response panel runs from the lower bound up to, not including, the upper one.
  public var range: ClosedRange<Double> = -5...5
  /// Between two points of the grid.
  public var step = 0.1
  /// Inches.
  public var width = 15.0
  /// Inches.
  public var height = 5.0
  /// Pixels an inch.
  public var dpi = 100.0
  /// The defaults: the notebook's.
  public init() {}
}
