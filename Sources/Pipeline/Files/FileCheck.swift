import PNG
import Plans
import Text

/// The result of examining one figure's file.
public struct FileCheck: Sendable, CustomStringConvertible {
  /// The figure to which the file belongs.
  public let figure: FigurePlan
  /// The status of the file.
  public let status: FileStatus
  /// The reason why the figure is not rendered: a file of another origin stands in its way, and the run is not forced
  /// to replace it.
  public let obstruction: FigureFailure?
  /// What a manifest is to say of the file; nil unless the file is left alone.
  let source: ManifestSource?

  /// `swish.png: settings changed: beta 1 → 2`.
  public var description: String { "\(figure.fileName.printable): \(status)" }

  /// Whether the figure is to be rendered.
  public var isToBeDrawn: Bool { !status.isUpToDate && obstruction == nil }

  /// Whether a run would have to be forced to render the figure: something else than a directory stands in its way.
  var isForeign: Bool { obstruction != nil && status != .directory }

  /// Examines the file of a figure.
  ///
  /// - Parameters:
  ///   - manifests: The manifests of the directory.
  ///   - isForced: Whether the figure is to be rendered whatever is there.
  ///   - picture: Called with the picture that is there, if it is complete.
  init(
    of figure: FigurePlan, in directory: OutputDirectory, vouchedBy manifests: EarlierManifests,
    forcing isForced: Bool = false, seeing picture: (PNGImage) -> Void = { _ in }
  ) {
    let (found, source) = FileStatus.examine(
      directory.content(of: figure.fileName), of: figure, vouchedBy: manifests, seeing: picture)
    self.init(
      of: figure, status: isForced && found.isUpToDate ? .forced : found, source: isForced ? nil : source,
      in: directory, forcing: isForced)
  }

  fileprivate init(
    of figure: FigurePlan, status: FileStatus, source: ManifestSource? = nil, in directory: OutputDirectory,
    forcing isForced: Bool
  ) {
    (self.figure, self.status, self.source) = (figure, status, source)
    let obstacle = isForced ? nil : status.facts.obstacle
    obstruction = obstacle.map {
      FigureFailure(of: figure, reason: $0.sentence(about: directory.path + "/" + figure.fileName))
    }
  }
}

/// What was found in the place of each figure of a plan, in flat memory: four bytes a figure. Equal findings are kept once.
public struct FileChecks: RandomAccessCollection, Sendable {
  private let figures: FigurePlans
  private let directory: OutputDirectory
  private let isForced: Bool
  /// The findings that differ, and the places among them by their words.
  private var statuses: [FileStatus] = []
  private var placesByWords: [String: [UInt32]] = [:]
  /// The place of each figure's finding among those.
  private var places: [UInt32] = []

  init(of figures: FigurePlans, in directory: OutputDirectory, forcing isForced: Bool) {
    (self.figures, self.directory, self.isForced) = (figures, directory, isForced)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }
  public subscript(position: Int) -> FileCheck { check(of: figures[position], at: position) }

  /// What was found in the place of a figure that is at hand.
  func check(of figure: FigurePlan, at position: Int) -> FileCheck {
    FileCheck(of: figure, status: status(at: position), in: directory, forcing: isForced)
  }

  /// What was found, without the figure.
  public func status(at position: Int) -> FileStatus { statuses[Int(places[position])] }

  /// `swish.png: settings changed: beta 1 → 2`.
  public func description(at position: Int) -> String {
    "\(figures.names(at: position).file.printable): \(status(at: position))"
  }

  /// The number of figures that are up to date.
  public var upToDateCount: Int {
    let isUpToDate = statuses.map(\.isUpToDate)
    return places.count { isUpToDate[Int($0)] }
  }

  /// Whether all figures are up to date.
  var areUpToDate: Bool { statuses.allSatisfy(\.isUpToDate) }

  /// Whether a file of another origin stands in the way of any figure.
  var hasObstruction: Bool { !isForced && statuses.contains { $0.facts.obstacle != nil } }

  /// Whether a file of another origin stands in the way of a figure.
  public func isObstructed(at position: Int) -> Bool { !isForced && status(at: position).facts.obstacle != nil }

  /// Whether the figure is to be rendered.
  func isToBeDrawn(at position: Int) -> Bool { !status(at: position).isUpToDate && !isObstructed(at: position) }

  mutating func append(_ status: FileStatus) {
    if let last = places.last, statuses[Int(last)] == status {
      places.append(last)
      return
    }
    let words = status.description
    if let place = placesByWords[words]?.first(where: { statuses[Int($0)] == status }) {
      places.append(place)
      return
    }
    let place = UInt32(statuses.count)
    statuses.append(status)
    placesByWords[words, default: []].append(place)
    places.append(place)
  }
}
