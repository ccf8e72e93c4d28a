import ActivationFigures
import Activations
import PNG
import Plotting
import Typography

/// Everything that one run draws, complete and checked: nothing in it means "default".
public struct RenderPlan: Sendable {
  /// As it is reached from the directory of the run; the configuration names it relative to its own folder.
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
  package func keeping(_ figures: [FigurePlan], of shard: Shard? = nil) -> RenderPlan {
    RenderPlan(
      outputDirectory: outputDirectory, fonts: fonts, figures: figures, allFigures: allFigures,
      shard: shard ?? self.shard)
  }
}

/// One file: a figure, or a variant of it, with every setting resolved. Variants of one figure have its name in common.
///
/// It never changes, and so is held once however many lists it stands in.
public final class FigurePlan: Sendable {
  /// The name by which the figure is selected and its file is named.
  public let name: String
  /// Relative to the output directory.
  public let fileName: String
  /// Above the figure.
  public let title: String
  /// What the figure is about.
  public let subject: FigureSubject
  /// How the figure is sampled and drawn.
  public let settings: FigureSettings

  init(name: String, fileName: String, title: String, subject: FigureSubject, settings: FigureSettings) {
    self.name = name
    self.fileName = fileName
    self.title = title
    self.subject = subject
    self.settings = settings
  }
}

extension FigurePlan {
  /// The function that the figure is about, of a comparison the first. It is made for the asking.
  public var function: ActivationFunction {
    switch subject {
    case .function(let plan): plan.function
    case .comparison(let functions): functions[0].plan.function
    }
  }

  /// The functions of a comparison; none for a figure of one function.
  package var comparedFunctions: [ComparedFunction] {
    if case .comparison(let functions) = subject { functions } else { [] }
  }

  /// Whether the figure shows several functions over a grid, and no samples.
  public var isComparison: Bool { if case .comparison = subject { true } else { false } }
}

/// What a figure is about.
public enum FigureSubject: Sendable {
  /// One function.
  case function(FunctionPlan)
  /// Several functions, one at least, one over the other.
  case comparison([ComparedFunction])
}

/// A function of a comparison.
public struct ComparedFunction: Sendable {
  /// What the legend calls it.
  public let title: String
  /// What is drawn.
  public let plan: FunctionPlan
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
  /// Of the families that are asked for a glyph before all others, as the fonts tell them: never a path.
  public internal(set) var fontNames: [String] = []
  /// Of the file, not of its pixels.
  public internal(set) var compression = Compression.balanced
  /// The style that was named.
  public var styleName = StyleName.matplotlib
  /// What became of it by changes.
  public var style: Style {
    get { sharedStyle.value }
    set { sharedStyle = SharedStyle(newValue) }
  }
  private(set) var sharedStyle = matplotlib
  /// What is shown beside the notebook's own marks.
  public var marks = StudyMarks.none
  /// The defaults: the notebook's.
  public init() {}

  /// Of the points of the response panel.
  package var gridPrecision: GridPrecision { styleName.gridPrecision }

  private static let matplotlib = SharedStyle(.matplotlib)

  /// Takes over style and marks.
  mutating func takeStyle(of other: FigureSettings) {
    (styleName, sharedStyle, marks) = (other.styleName, other.sharedStyle, other.marks)
  }

  /// Holds an equal style together with other settings.
  mutating func shareStyle(with other: FigureSettings) {
    if sharedStyle == other.sharedStyle { sharedStyle = other.sharedStyle }
  }
}
