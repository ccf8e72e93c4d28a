import ActivationFigures
import Activations
import Depth
import Drawing
import Numerals
import PNG
import Plotting
import Statistics

/// The settings by which a figure is sampled and drawn. The defaults are those of the notebook with PyTorch and
/// matplotlib that this tool replaces.
///
/// `ConfigurationKey.settings` declares how each of them is read from the configuration and written to a recipe.
public struct FigureSettings: Sendable, Equatable {
  /// The seed of the samples, as for `torch.manual_seed`.
  public var seed: UInt64 = 0
  /// The number of samples.
  public var samples = 10_000
  /// The number of bins of each histogram, or the rule by which it follows from the values.
  public var bins: BinRule = 100
  /// The interval over which the response is drawn; the grid does not include the upper bound.
  public var range: ClosedRange<Double> = -5...5
  /// The distance between neighbouring points of the grid.
  public var step = 0.1
  /// The width of the figure in inches; nil if it follows from the panels and their arrangement.
  public package(set) var givenWidth: Double?
  /// The height of the figure in inches; nil if it follows from the panels and their arrangement.
  public package(set) var givenHeight: Double?
  /// The resolution in pixels per inch.
  public var dpi = 100.0
  /// The names of the font families that are searched for a glyph before all others. They come from the fonts and are never
  /// paths.
  public package(set) var fontNames: [String] = []
  /// The effort of compression, which changes the file and not its pixels.
  public package(set) var compression = Compression.balanced
  /// The named style from which the style is derived.
  public var styleName = StyleName.matplotlib
  /// The style of the figure: the named style with all changes of the configuration.
  public var style: Style {
    get { sharedStyle.value }
    set { sharedStyle = SharedStyle(newValue) }
  }
  package private(set) var sharedStyle = matplotlib
  /// The annotations that the figure shows in addition to its histograms and curves.
  public var marks = StudyMarks.none
  /// What the figure shows beside its data: its panels, their arrangement and the ranges of their axes.
  public var presentation = StudyPresentation()
  /// The deep random networks that a figure of depth shows.
  public var depth = DepthSettings()
  /// The kind of figure, which decides on its usual panels.
  public package(set) var kind = FigureKind.function

  /// Makes settings that all have their defaults.
  public init() {}

  /// The precision in which the points of the response are computed.
  package var gridPrecision: GridPrecision { styleName.gridPrecision }

  private static let matplotlib = SharedStyle(.matplotlib)

  /// Copies style and marks from other settings.
  package mutating func takeStyle(of other: FigureSettings) {
    (styleName, sharedStyle, marks) = (other.styleName, other.sharedStyle, other.marks)
  }

  /// Shares the storage of the style with other settings if both styles are equal.
  package mutating func shareStyle(with other: FigureSettings) {
    if sharedStyle == other.sharedStyle { sharedStyle = other.sharedStyle }
  }
}

/// A style in storage that figures share: a style takes much memory, and most figures have the same one.
package final class SharedStyle: Sendable, Equatable {
  package let value: Style

  package init(_ value: Style) { self.value = value }

  package static func == (left: SharedStyle, right: SharedStyle) -> Bool { left === right || left.value == right.value }
}

/// The named styles.
public enum StyleName: String, Sendable, Hashable, CaseIterable {
  case matplotlib, light, dark

  /// The style without any changes.
  public var style: Style {
    switch self {
    case .matplotlib: .matplotlib
    case .light: .light
    case .dark: .dark
    }
  }

  /// The style on a paper of another colour, without any other changes. In `matplotlib` only the paper is another.
  package func style(on paper: Color) -> Style {
    guard paper != style.paper else { return style }
    switch self {
    case .matplotlib:
      var style = Style.matplotlib
      style.paper = paper
      return style
    case .light: return Style(uncluttered: Theme.light.on(paper))
    case .dark: return Style(uncluttered: Theme.dark.on(paper))
    }
  }

  /// The marks that figures of this style show unless the configuration says otherwise.
  public var marks: StudyMarks { self == .matplotlib ? .none : .usual }

  /// The precision of the response's points: single in the style `matplotlib`, because PyTorch computes them so.
  package var gridPrecision: GridPrecision { self == .matplotlib ? .single : .double }
}

// MARK: - Checks

extension FigureSettings {
  /// A message about a picture of too many or too few inches or pixels; nil for a valid size.
  package var faultOfPaper: String? {
    guard Limits.inches.contains(width), Limits.inches.contains(height) else {
      let sides =
        "\(String(shortest: Limits.inches.lowerBound)) to \(String(shortest: Limits.inches.upperBound)) a side"
      return "found a figure of \(String(shortest: width)) × \(String(shortest: height)) inches, expected \(sides)"
    }
    let (columns, rows) = (width * dpi, height * dpi)
    if Limits.pixelsOfSide.contains(columns), Limits.pixelsOfSide.contains(rows), columns * rows <= Limits.pixels {
      return nil
    }
    let found = "a figure of \(wholePixels(columns)) × \(wholePixels(rows)) pixels"
    let sides = "\(Int(Limits.pixelsOfSide.lowerBound)) to \(Int(Limits.pixelsOfSide.upperBound)) a side"
    return "found \(found), expected \(sides) and at most \(Int(Limits.pixels)) in all"
  }

  /// What is expected instead of a grid that has too many or too few points, or points that coincide when they are rounded;
  /// nil for a valid grid.
  package var expectationOfGrid: String? {
    let points = ((range.upperBound - range.lowerBound) / step).rounded(.up)
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    if points < Double(Limits.gridPoints.lowerBound) || points > Double(Limits.gridPoints.upperBound) {
      return "one that makes \(Limits.gridPoints.lowerBound) to \(Limits.gridPoints.upperBound) points"
    }
    if step < largest * Limits.gridResolution { return "a coarser one, whose points stay apart when rounded" }
    return nil
  }

  private func wholePixels(_ count: Double) -> String { String(shortest: count.rounded(.down)) }
}
