import JSON
import PNG
import System

/// The result of a check as files: a page to look at, and the same for programs.
public struct CheckReport: Sendable {
  let result: CheckResult
  /// Of the first figures that differ, by file name.
  let pictures: [String: Pictures]

  /// What a page shows of a figure that differs.
  struct Pictures: Sendable {
    /// The file as it is; nil where it is no picture.
    let committed: [UInt8]?
    let redrawn: [UInt8]
    /// Nil where there is none, as between pictures of two sizes.
    let difference: [UInt8]?
    let width: Int
    let height: Int
    /// In words.
    let description: String
  }

  /// So many figures at most are shown; of all others the page tells in words.
  static let pictureLimit = 50

  /// Draws the figures that differ once more, this time to show them.
  public init(of result: CheckResult) async throws(RunError) {
    self.result = result
    let differing = result.comparisons.compactMap { try? $0?.get() }.filter { !$0.isSame }
    let shown = result.plan.keeping(differing.prefix(Self.pictureLimit).map(\.finding.figure))
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
      var found: PNGImage?
      let content = directory.content(of: figure.fileName)
      if case .file(let bytes) = content { found = (try? DecodedPNG(decoding: bytes))?.image }
      // Encoded anew, so that only pixels come onto the page, whatever else the file holds.
      let committed = try found.map { try PNGImage(width: $0.width, height: $0.height, pixels: $0.pixels).encoded() }
      let isComparable = found.map { ($0.width, $0.height) == (redrawn.width, redrawn.height) } ?? false
      let difference = isComparable ? try PixelDifference.picture(from: found!, to: redrawn)?.encoded() : nil
      return .finished(
        CheckReport.Pictures(
          committed: committed, redrawn: try redrawn.encoded(), difference: difference, width: redrawn.width,
          height: redrawn.height, description: FigureRecord(in: redrawn.text)?.description ?? ""))
    }
  }
}
