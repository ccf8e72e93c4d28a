import Configuration
import PNG
import Plans
import System
import Text

/// What a directory holds of a plan's figures, and so what is to be rendered. A survey renders and writes nothing.
///
/// ```swift
/// let survey = await Survey(of: plan, in: OutputDirectory("Output"))
/// survey.findings[0].status     // .changed(["beta 1 → 2"])
/// ```
public struct Survey: Sendable {
  /// One check for each selected figure, in the order of the plan.
  public let findings: FileChecks
  let plan: RenderPlan
  /// What a manifest is to say of the files that are left alone.
  let sources: ManifestSources
  /// The places, among the selected figures, of those that are to be rendered.
  let workPlaces: [UInt32]

  /// The number of figures that are examined before the next ones are begun, and of those that one thread examines.
  private static let (portion, share) = (1 << 14, 64)

  /// Reads the file of every selected figure. Once the task is cancelled, the files that are left are not read.
  ///
  /// - Parameters:
  ///   - plan: The plan of the run.
  ///   - directory: The output directory.
  ///   - isForced: Whether figures are rendered even if they are up to date or a file of another origin stands in the
  ///     way.
  ///   - jobs: The number of files read at the same time, at least one.
  public init(
    of plan: RenderPlan, in directory: OutputDirectory, forcing isForced: Bool = false,
    jobs: Int = Batch.defaultJobCount
  ) async {
    self.plan = plan
    let figures = plan.figures
    let manifests = EarlierManifests(in: directory)
    var sources = ManifestSources(count: plan.allFigures.count)
    var findings = FileChecks(of: figures, in: directory, forcing: isForced)
    var places: [UInt32] = []
    for start in stride(from: 0, to: figures.count, by: Self.portion) {
      let end = min(start + Self.portion, figures.count)
      // Few figures are divided among all threads, and of many each thread gets some at a time.
      let share = min(Self.share, (end - start - 1) / jobs + 1)
      let shares = stride(from: start, to: end, by: share).map { $0..<min($0 + share, end) }
      let found = await shares.parallelMap(jobs: jobs) { share in
        share.map { place -> (FileStatus, ManifestSource?) in
          if Task.isCancelled { return (.unseen, nil) }
          let check = FileCheck(of: figures[place], in: directory, vouchedBy: manifests, forcing: isForced)
          return (check.status, check.source)
        }
      }
      for (share, found) in zip(shares, found) {
        for (offset, place) in share.enumerated() {
          let (status, source) = found?[offset] ?? (.unseen, nil)
          findings.append(status)
          if let source { sources.add(source, ofFigure: figures.number(at: place)) }
          if findings.isToBeDrawn(at: place) { places.append(UInt32(place)) }
        }
      }
    }
    (self.findings, self.sources, workPlaces) = (findings, sources, places)
  }

  /// The plan of the figures that are to be rendered.
  public var work: RenderPlan { plan.keeping(workPlaces.lazy.map(Int.init)) }

  /// The number of figures that are to be rendered.
  public var workCount: Int { workPlaces.count }

  /// Whether only some of the figures were selected, none of them is to be rendered, and the manifest of all figures
  /// already agrees with their files.
  ///
  /// What the manifest says of the other figures, which may be a million, is then as true as before. False, too, if the
  /// manifest was laid out in another way.
  func isSettled(by ownership: DirectoryOwnership, in directory: OutputDirectory) -> Bool {
    guard plan.shard == nil, plan.figures.count < plan.allFigures.count, findings.areUpToDate else { return false }
    let manifest = EarlierManifest(named: Manifest.fileName, in: directory)
    let manifests = EarlierManifests(in: directory)
    let beginning = Array(ManifestProvenance(configuration: ownership.configuration).beginning(of: nil).utf8)
    guard manifest.isWhole, manifest.bytes(in: 0..<beginning.count) == beginning else { return false }
    let indentation = "\n" + String(repeating: " ", count: ManifestEntry.indentation)
    // The entries are in the order of the configuration.
    var last = beginning.count
    for (place, figure) in plan.figures.enumerated() {
      let source = sources.source(ofFigure: plan.figures.number(at: place))
      guard let entry = source?.entry(of: figure, in: directory, or: manifests),
        let range = manifest.place(ofEntry: figure.fileName), range.lowerBound >= last
      else { return false }
      let text = Array((indentation + entry.text).utf8)
      let start = range.upperBound - text.count
      last = range.upperBound
      guard start >= 0, manifest.bytes(in: start..<last) == text, let rest = manifest.bytes(in: last..<last + 4),
        rest.starts(with: ",".utf8) || rest.starts(with: "\n  ]".utf8)
      else { return false }
    }
    return true
  }
}
