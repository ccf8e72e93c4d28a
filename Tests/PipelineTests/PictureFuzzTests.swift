import Foundation
import Glibc
import PNG
import SeededNumbers
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import System
@testable import Text

/// Changes the bytes and chunks of figures at random: nothing crashes the process, no changed picture is taken for
/// the same, and all subcommands agree on what it is.
///
/// `PICTURE_FUZZ_COUNT` sets the number of changes and `PICTURE_FUZZ_SEED` the seed.
@Suite
struct PictureFuzzTests {
  private static let configuration = ##"""
    {"samples": 200, "figure": {"dpi": 20}, "activations": [
      "relu", {"name": "clear", "function": "mish", "style": {"paper": "#ffffff00"}}]}
    """##

  private static func number(_ name: String, or value: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
  }

  /// The pixels decoded from the essential chunks alone; nil if the file is broken.
  private func pixels(of file: EditedPNG) -> [UInt8]? {
    var bare = file
    bare.chunks.removeAll { !["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].contains($0.type) }
    guard let image = try? PNGImage(decoding: bare.bytes) else { return nil }
    var pixels = image.pixels
    // Invisible colours are ignored.
    for place in stride(from: 0, to: pixels.count, by: 4) where pixels[place + 3] == 0 {
      for channel in 0..<3 { pixels[place + channel] = 0 }
    }
    return [UInt8(truncatingIfNeeded: image.width), UInt8(truncatingIfNeeded: image.height)] + pixels
  }

  @Test("No changed file does any harm, and no change of the picture goes unseen.")
  func changes() async throws {
    let (count, seed) = (Self.number("PICTURE_FUZZ_COUNT", or: 400), Self.number("PICTURE_FUZZ_SEED", or: 0))
    let scratch = Scratch()
    let plan = try RenderPlan(readingConfiguration: Array(Self.configuration.utf8), named: "config.json")
    _ = try await plan.render(into: scratch.owned)
    let batch = try Batch(of: plan)
    let originals = try plan.figures.map { try #require(scratch.bytes(at: $0.fileName)) }
    let seen = try originals.map { try #require(pixels(of: EditedPNG($0))) }
    var drawings: [FigureImage] = []
    for figure in plan.figures {
      drawings.append(try await batch.renderer.image(of: figure, from: FigureInput(for: figure)))
    }
    let manifests = EarlierManifests(in: scratch.directory)
    var tally: [String: Int] = [:]
    var generator = SeededGenerator(seed: UInt64(seed))
    for round in 0..<count {
      let index = round % plan.figures.count
      let figure = plan.figures[index]
      var mutations: [PictureMutation] = []
      var bytes = originals[index]
      for _ in 0..<[1, 1, 1, 2, 3].randomElement(using: &generator)! {
        let mutation = PictureMutation.allCases.randomElement(using: &generator)!
        guard let changed = mutation.mutate(bytes, using: &generator) else { continue }
        bytes = changed
        mutations.append(mutation)
      }
      try Data(bytes).write(to: URL(filePath: scratch.path + "/" + figure.fileName))
      let found = FileCheck(of: figure, in: scratch.directory, vouchedBy: manifests)
      let comparison = FigureComparison(
        of: figure, drawn: drawings[index], in: scratch.directory, vouchedBy: manifests)
      let inspection = try? Inspection(of: bytes, named: figure.fileName, in: scratch.directory)
      let words = Comment(rawValue: "\(mutations), round \(round): \(found), \(comparison)")

      // The subcommands agree with each other.
      #expect(comparison.finding.status == found.status, words)
      #expect(comparison.isSame == found.status.isUpToDate, words)
      switch found.status {
      case .upToDate, .textsStripped, .changed, .otherRules: #expect(inspection?.json["isAsDrawn"] == true, words)
      case .modified: #expect(inspection?.json["isAsDrawn"] == false, words)
      default: #expect(inspection == nil, words)
      }
      // A picture that viewers show differently is not the same.
      let isWhole = (try? DecodedPNG(decoding: bytes)) != nil
      let file = isWhole ? EditedPNG(upToEndOf: bytes) : nil
      let effects = Set(PictureMutation.effects.map(\.0))
      let isShown =
        file.map {
          $0.bytes == bytes && pixels(of: $0) == seen[index] && effects.isDisjoint(with: $0.chunks.map(\.type))
        }
        ?? false
      if !isShown { #expect(!found.status.isUpToDate, words) }
      // An equal picture is up to date, and a file without the figure's name is not replaced.
      if mutations.allSatisfy(\.isLossless) { #expect(found.status.isUpToDate, words) }
      if case .incomplete = found.status { #expect(!isWhole, words) }
      tally[found.status.facts.code, default: 0] += 1

      // Sometimes a run follows: it leaves foreign files and repairs the others.
      guard round.isMultiple(of: 10) else { continue }
      let result = try await plan.selecting([figure.name]).render(into: scratch.owned)
      let after = scratch.bytes(at: figure.fileName)
      #expect(after == (found.isToBeDrawn ? originals[index] : bytes), words)
      #expect(result.survey.findings[0].obstruction == found.obstruction, words)
      let check = try await plan.selecting([figure.name])
        .check(scratch.owned, fixedBy: RenderCommand(configuration: "config.json"))
      #expect(check.differences.isEmpty == (found.obstruction == nil), words)
    }
    let words = tally.sorted { $0.key < $1.key }.map { "\($1) \($0)" }.joined(separator: ", ")
    print("\(count) changed pictures: \(words)")
  }
}

extension EditedPNG {
  /// The picture at the beginning of bytes that may continue after its end.
  init(upToEndOf bytes: [UInt8]) {
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let isEnd = bytes[place + 4..<place + 8].elementsEqual("IEND".utf8)
      place += 12 + length
      if isEnd { break }
    }
    self.init(Array(bytes.prefix(place)))
  }
}
