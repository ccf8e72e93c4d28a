import ActivationFigures

/// The figures of a run in their order, each of which is made when it is asked for.
///
/// A configuration may ask for a million figures, and a single one takes a kilobyte or two. The collection therefore holds
/// only what the figures are made from, and the numbers of those that are selected, of four bytes each. The same place
/// always gives an equal figure. Making one takes some microseconds, so that a figure needed several times is best kept.
public struct FigurePlans: RandomAccessCollection, Sendable {
  private let source: any FigureSource
  /// The numbers of the figures among all of the configuration, ascending or not; nil for all of them.
  private var numbers: [UInt32]?
  /// The ranges in place of those that figures share; nil while they are not fixed.
  package private(set) var sharedRanges: [SharedAxis: ClosedRange<Double>]?

  /// All figures of a source.
  package init(_ source: any FigureSource) { self.source = source }

  public var startIndex: Int { 0 }
  public var endIndex: Int { numbers?.count ?? source.count }

  public subscript(position: Int) -> FigurePlan {
    let figure = source.figure(at: number(at: position))
    guard let sharedRanges, source.sharesRanges else { return figure }
    let axes = figure.sharedAxes
    if axes.isEmpty { return figure }
    let ranges = axes.compactMap { axis in sharedRanges[SharedAxis(axis, of: figure)].map { (axis, $0) } }
    return figure.fixing(Dictionary(uniqueKeysWithValues: ranges))
  }

  /// The number of a figure among all figures of the configuration.
  package func number(at position: Int) -> Int { numbers.map { Int($0[position]) } ?? position }

  /// The name of a figure and that of its file, which take less time than the figure.
  package func names(at position: Int) -> (figure: String, file: String) { source.names(at: number(at: position)) }

  /// The number, among all figures of the configuration, of the one whose file a file system may take for a file of this
  /// name; nil if there is none.
  package func number(ofFileLike fileName: String) -> Int? { source.number(ofFileLike: fileName) }

  /// Whether any figure of the configuration shares the range of an axis with others, and the ranges are not fixed.
  package var sharesRanges: Bool { source.sharesRanges && sharedRanges == nil }

  /// The figures at some places only, in the order in which these are given.
  package func keeping(_ positions: some Sequence<Int>) -> FigurePlans {
    var others = self
    others.numbers = positions.map { UInt32(number(at: $0)) }
    return others
  }

  /// The same figures with these ranges in place of those that they share. An axis without a range shows the figure's own
  /// data.
  package func fixing(_ ranges: [SharedAxis: ClosedRange<Double>]) -> FigurePlans {
    var others = self
    others.sharedRanges = ranges
    return others
  }
}

/// What makes the figures of a configuration, which has been checked as a whole.
package protocol FigureSource: Sendable {
  /// The number of figures, at most some more than `Limits.figures`.
  var count: Int { get }
  /// Whether any figure shares the range of an axis with others.
  var sharesRanges: Bool { get }
  /// Makes a figure of a number from 0.
  func figure(at number: Int) -> FigurePlan
  /// The name of a figure and that of its file.
  func names(at number: Int) -> (figure: String, file: String)
  /// The number of the figure whose file has this name, or one that is equal when `FileName.folded`; nil if there is none.
  func number(ofFileLike fileName: String) -> Int?
}

/// An axis whose range some figures share.
package struct SharedAxis: Hashable, Sendable {
  private let axis: StudyAxis
  private let kind: FigureKind
  /// Whether the axis shows logarithms, so that it cannot begin at zero.
  private let isLogarithmic: Bool

  package init(_ axis: StudyAxis, of figure: FigurePlan) {
    self.axis = axis
    kind = figure.settings.kind
    isLogarithmic = axis == .counts && figure.settings.presentation.counts == .log
  }
}
