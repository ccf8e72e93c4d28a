import JSON
import PNG
import Pipeline
import System

/// The result of a check as files: a page for people, and two files for programs.
public struct CheckReport: Sendable {
  let result: CheckResult
  /// The pictures of the first figures that differ, by file name.
  let pictures: [String: Pictures]

  /// The pictures of a figure that differs.
  struct Pictures: Sendable {
    /// The picture in the directory; nil if the file is not a picture.
    let committed: [UInt8]?
    let redrawn: [UInt8]
    /// The picture of the differences; nil if there is none, e.g. between pictures of two sizes.
    let difference: [UInt8]?
    let width: Int
    let height: Int
    /// The alternative text of the redrawn picture.
    let description: String
    /// The alternative text of the picture in the directory: what its file or, if the texts of that were stripped, the
    /// manifest says of it.
    let committedDescription: String
  }

  /// The largest number of figures whose pictures are shown; all others are described in words.
  static let pictureLimit = 50

  /// Renders the figures that differ once more, to show them.
  public init(of result: CheckResult) async throws(RunError) {
    self.result = result
    let differing = result.comparisons.indices.lazy.filter { (try? result.comparisons[$0]?.get())?.isSame == false }
    let shown = result.plan.keeping(differing.prefix(Self.pictureLimit))
    var pictures: [String: Pictures] = [:]
    if !shown.figures.isEmpty {
      let batch = try shown.batch()
      let results = await batch.reportPictures(of: result.directory)
      for (figure, result) in zip(shown.figures, results) { pictures[figure.fileName] = try? result?.get() }
    }
    self.pictures = pictures
  }

  /// Writes `index.html`, which needs nothing else, `report.json` and `junit.xml`.
  public func write(to directory: OutputDirectory) throws(OutputError) {
    for (name, text) in [
      ("index.html", html), ("report.json", JSONValue(result).text + "\n"), ("junit.xml", result.junit),
    ] {
      try directory.write(Array(text.utf8), to: name, replacing: .whenDifferent)
    }
  }
}

extension Batch {
  fileprivate func reportPictures(of directory: OutputDirectory) async -> Results<CheckReport.Pictures> {
    await figures.results(jobs: Self.defaultJobCount) { [renderer] figure, input, jobs in
      let redrawn = try await renderer.image(of: figure, from: input, jobs: jobs).image
      let file = directory.picture(named: figure.fileName)
      let found = file?.image
      // The picture is encoded again, so that the page holds its pixels alone.
      let committed = try found.map { try PNGImage(width: $0.width, height: $0.height, pixels: $0.pixels).encoded() }
      let isComparable = found.map { ($0.width, $0.height) == (redrawn.width, redrawn.height) } ?? false
      let difference = isComparable ? try PixelDifference.picture(from: found!, to: redrawn)?.encoded() : nil
      return .finished(
        CheckReport.Pictures(
          committed: committed, redrawn: try redrawn.encoded(), difference: difference, width: redrawn.width,
          height: redrawn.height, description: FigureRecord(in: redrawn.text)?.description ?? "",
          committedDescription: file?.description ?? "The file does not say what it shows."))
    }
  }
}
