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
  public let findings: [FileCheck]
  let plan: RenderPlan

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
    let manifests = EarlierManifests(in: directory)
    let findings = await plan.figures.parallelMap(jobs: jobs) { figure in
      FileCheck(of: figure, in: directory, vouchedBy: manifests, forcing: isForced)
    }
    self.findings = zip(plan.figures, findings).map { figure, finding in finding ?? FileCheck(unseen: figure) }
  }

  /// The plan of the figures that are to be rendered.
  public var work: RenderPlan { plan.keeping(findings.filter(\.isToBeDrawn).map(\.figure)) }

  /// Whether only some of the figures were selected, none of them is to be rendered, and the manifest of all figures
  /// already agrees with their files.
  ///
  /// What the manifest says of the other figures, which may be thousands, is then as true as before. False, too, if the
  /// manifest was laid out in another way.
  func isSettled(by ownership: DirectoryOwnership, in directory: OutputDirectory) -> Bool {
    guard plan.shard == nil, plan.figures.count < plan.allFigures.count,
      findings.allSatisfy(\.status.isUpToDate),
      case .file(let bytes) = directory.content(of: Manifest.fileName)
    else { return false }
    let beginning = Array(ManifestProvenance(configuration: ownership.configuration).beginning(of: nil).utf8)
    guard bytes.starts(with: beginning), bytes.suffix(3).elementsEqual("\n}\n".utf8) else { return false }
    let indentation = "\n" + String(repeating: " ", count: ManifestEntry.indentation)
    return bytes.withUnsafeBytes { bytes in
      // The entries are in the order of the configuration.
      var place = beginning.count
      for finding in findings {
        guard let entry = finding.source?.entry(of: finding.figure, in: directory) else { return false }
        let text = Array((indentation + entry.text).utf8)
        guard let start = bytes.firstOffset(of: text, from: place) else { return false }
        place = start + text.count
        let rest = bytes[place...]
        guard rest.starts(with: ",".utf8) || rest.starts(with: "\n  ]".utf8) else { return false }
      }
      return true
    }
  }
}

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
    self.figure = figure
    let (found, source) = FileStatus.examine(
      directory.content(of: figure.fileName), of: figure, vouchedBy: manifests, seeing: picture)
    status = isForced && found.isUpToDate ? .forced : found
    self.source = isForced ? nil : source
    let obstacle = isForced ? nil : found.facts.obstacle
    obstruction = obstacle.map {
      FigureFailure(of: figure, reason: $0.sentence(about: directory.path + "/" + figure.fileName))
    }
  }

  fileprivate init(unseen figure: FigurePlan) {
    self.figure = figure
    (status, source, obstruction) = (.unseen, nil, nil)
  }
}

extension Sequence<FileCheck> {
  /// What a manifest is to say of the files that are left alone, by file name.
  var manifestSources: [String: ManifestSource] {
    Dictionary(compactMap { check in check.source.map { (check.figure.fileName, $0) } }) { first, _ in first }
  }

  /// The names of the files that a run would not touch, because they are of another origin.
  var obstructedFiles: Set<String> { Set(filter { $0.obstruction != nil }.map(\.figure.fileName)) }
}
