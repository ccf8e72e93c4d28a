import ActivationFigures
import Text
import Typography

/// Everything that one run draws, complete and checked: no setting is left to a default.
public struct RenderPlan: Sendable {
  /// The path of the output directory relative to the working directory. The configuration gives it relative to its own
  /// folder.
  public let outputDirectory: String
  /// The font families that are searched for each glyph, in this order, before DejaVu Sans.
  public let fonts: [FontFamily]
  /// The paths of the files that hold the points of functions, each once.
  public let tables: [String]
  /// The selected figures, in the order of the configuration.
  public let figures: [FigurePlan]
  /// All figures of the configuration.
  public let allFigures: [FigurePlan]
  /// The share of a divided run to which the selected figures belong; nil if the run is not divided.
  public let shard: Shard?

  /// Makes a plan in which every figure is selected.
  package init(outputDirectory: String, fonts: [FontFamily], tables: [String], figures: [FigurePlan]) {
    self.init(
      outputDirectory: outputDirectory, fonts: fonts, tables: tables, figures: figures, allFigures: figures, shard: nil)
  }

  private init(
    outputDirectory: String, fonts: [FontFamily], tables: [String], figures: [FigurePlan], allFigures: [FigurePlan],
    shard: Shard?
  ) {
    self.outputDirectory = outputDirectory
    self.fonts = fonts
    self.tables = tables
    self.figures = figures
    self.allFigures = allFigures
    self.shard = shard
  }

  /// The same plan with only these of its figures selected.
  package func keeping(_ figures: [FigurePlan], of shard: Shard? = nil) -> RenderPlan {
    RenderPlan(
      outputDirectory: outputDirectory, fonts: fonts, tables: tables, figures: figures, allFigures: allFigures,
      shard: shard ?? self.shard)
  }
}

// MARK: - Shared ranges of axes

extension RenderPlan {
  /// The same plan with other figures in place of those with these file names.
  package func replacing(_ others: [String: FigurePlan]) -> RenderPlan {
    func replaced(_ figures: [FigurePlan]) -> [FigurePlan] { figures.map { others[$0.fileName] ?? $0 } }
    return RenderPlan(
      outputDirectory: outputDirectory, fonts: fonts, tables: tables, figures: replaced(figures),
      allFigures: replaced(allFigures),
      shard: shard)
  }
}

extension FigurePlan {
  /// The axes whose ranges the figure shares with others of its kind.
  package var sharedAxes: [StudyAxis] {
    StudyAxis.allCases.filter { settings.presentation.limits[$0] == .shared && settings.kind.possibleAxes.contains($0) }
  }

  /// The figure with fixed ranges for axes that it shares, as far as a configuration may hold them; any other shared axis
  /// shows the figure's own data.
  package func fixing(_ ranges: [StudyAxis: ClosedRange<Double>]) -> FigurePlan {
    var settings = settings
    for (axis, limits) in settings.presentation.limits where limits == .shared {
      let range = ranges[axis]?.clamped(to: axis.bounds)
      let isUsable = range.map { $0.lowerBound < $0.upperBound } ?? false
      settings.presentation.limits[axis] = isUsable ? range.map { .fixed($0) } : nil
    }
    return FigurePlan(
      name: name, fileName: fileName, title: title, subject: subject, settings: settings, scale: scale)
  }
}

// MARK: - Selection

extension RenderPlan {
  /// The plan with only the figures of these names selected; with no names, the plan itself.
  ///
  /// ```swift
  /// try plan.selecting(["mish", "swish-beta-*"])
  /// ```
  ///
  /// - Parameter names: Names of figures, or patterns in which `*` stands for any number of characters and `?` for one. The
  ///   name of a figure is never taken for a pattern.
  /// - Throws: All names and patterns that no figure matches.
  public func selecting(_ names: [String]) throws(SelectionError) -> RenderPlan {
    guard !names.isEmpty else { return self }
    let known = figures.map(\.name)
    let plain = Set(names).intersection(known)
    let patterns = names.filter { !plain.contains($0) }
    guard !patterns.isEmpty else { return keeping(figures.filter { plain.contains($0.name) }) }
    var index = NameIndex(known)
    var missing: [(String, String?)] = []
    for name in patterns {
      if let pattern = NamePattern(name), index.select(pattern) { continue }
      missing.append((name, missing.count < Self.mostGuesses ? NamePattern.nearest(to: name, among: known) : nil))
    }
    guard missing.isEmpty else { throw SelectionError(unknown: missing) }
    return keeping(zip(figures, index.isSelected).filter { $1 || plain.contains($0.name) }.map(\.0))
  }

  /// The number of unknown names for which the nearest known one is searched: each search compares all names.
  private static let mostGuesses = 20
}

/// The error that the configuration has no figures of some names or patterns.
public struct SelectionError: Error, Sendable, CustomStringConvertible {
  /// The names and patterns, each with the most similar name of a figure, if one is similar.
  public let unknown: [(name: String, nearest: String?)]

  /// One line for each name: `There is no figure "mihs"; did you mean "mish"?`
  public var description: String {
    unknown.map { name, nearest in
      let question = nearest.map { "; did you mean \"\($0.printable)\"?" } ?? "."
      return "There is no figure \"\(name.abbreviated(to: 80).printable)\"\(question)"
    }.joined(separator: "\n")
  }
}

// MARK: - Duration

extension RenderPlan {
  /// A sentence that warns of a run of more than ten minutes; nil for a shorter run.
  ///
  /// - Parameter jobs: The number of figures that are rendered at the same time, at least one.
  public func durationWarning(jobs: Int) -> String? {
    let seconds = figures.reduce(0) { $0 + $1.estimate.seconds } / Double(jobs)
    guard seconds > Limits.unwarnedSeconds else { return nil }
    let dearest = figures.max { $0.estimate.seconds < $1.estimate.seconds }
    let most = dearest.map { ", the longest part of it for \($0.name.printable)" } ?? ""
    return "This run takes about \(seconds.roundedDuration)\(most)."
  }
}
