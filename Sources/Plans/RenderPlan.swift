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
  public let figures: FigurePlans
  /// All figures of the configuration.
  public let allFigures: FigurePlans
  /// The share of a divided run to which the selected figures belong; nil if the run is not divided.
  public let shard: Shard?

  /// Makes a plan in which every figure is selected.
  package init(outputDirectory: String, fonts: [FontFamily], tables: [String], figures: any FigureSource) {
    let figures = FigurePlans(figures)
    self.init(
      outputDirectory: outputDirectory, fonts: fonts, tables: tables, figures: figures, allFigures: figures, shard: nil)
  }

  private init(
    outputDirectory: String, fonts: [FontFamily], tables: [String], figures: FigurePlans, allFigures: FigurePlans,
    shard: Shard?
  ) {
    self.outputDirectory = outputDirectory
    self.fonts = fonts
    self.tables = tables
    self.figures = figures
    self.allFigures = allFigures
    self.shard = shard
  }

  /// The same plan with only some of its selected figures selected, given by their places among these.
  package func keeping(_ positions: some Sequence<Int>, of shard: Shard? = nil) -> RenderPlan {
    RenderPlan(
      outputDirectory: outputDirectory, fonts: fonts, tables: tables, figures: figures.keeping(positions),
      allFigures: allFigures, shard: shard ?? self.shard)
  }
}

// MARK: - Shared ranges of axes

extension RenderPlan {
  /// The same plan with fixed ranges in place of those that figures share.
  package func fixing(_ ranges: [SharedAxis: ClosedRange<Double>]) -> RenderPlan {
    RenderPlan(
      outputDirectory: outputDirectory, fonts: fonts, tables: tables, figures: figures.fixing(ranges),
      allFigures: allFigures.fixing(ranges), shard: shard)
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
    let wanted = Set(names)
    var plain: Set<String> = []
    for position in figures.indices where plain.count < wanted.count {
      let name = figures.names(at: position).figure
      if wanted.contains(name) { plain.insert(name) }
    }
    let patterns = names.filter { !plain.contains($0) }
    var isMatched = [Bool](repeating: false, count: patterns.count)
    let parsed = patterns.map { NamePattern($0) }
    var positions: [Int] = []
    // Names are looked at in blocks, because the index of a million would take a gigabyte.
    for start in stride(from: 0, to: figures.count, by: Self.indexedNames) {
      let block = start..<min(start + Self.indexedNames, figures.count)
      let known = block.map { figures.names(at: $0).figure }
      var index = NameIndex(known)
      for (place, pattern) in parsed.enumerated() {
        if let pattern, index.select(pattern) { isMatched[place] = true }
      }
      positions += block.filter { index.isSelected[$0 - start] || plain.contains(known[$0 - start]) }
    }
    guard isMatched.allSatisfy(\.self) else {
      let known = figures.indices.prefix(Self.indexedNames).map { figures.names(at: $0).figure }
      let missing = zip(patterns, isMatched).filter { !$1 }.map(\.0)
      throw SelectionError(
        unknown: missing.enumerated().map { place, name in
          (name, place < Self.mostGuesses ? NamePattern.nearest(to: name, among: known) : nil)
        })
    }
    return keeping(positions)
  }

  /// The number of names that are indexed for patterns at a time, and among which one that resembles an unknown name is
  /// searched.
  private static let indexedNames = 10_000

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
    var (seconds, most) = (0.0, (seconds: -1.0, position: 0))
    for (position, figure) in figures.enumerated() {
      let own = figure.estimate.seconds
      seconds += own
      if own > most.seconds { most = (own, position) }
    }
    seconds /= Double(jobs)
    guard seconds > Limits.unwarnedSeconds else { return nil }
    let dearest = ", the longest part of it for \(figures.names(at: most.position).figure.printable)"
    return "This run takes about \(seconds.roundedDuration)\(dearest)."
  }
}
