import Foundation
import SeededNumbers
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Reports
@testable import System

/// Reads random configurations, some of them broken, and draws and describes the small ones that are accepted.
///
/// CONFIGURATION_FUZZ_COUNT sets their number (a hundred thousand in `scripts/fuzz-configurations`), CONFIGURATION_FUZZ_SEED
/// the seed. Each is first written into CONFIGURATION_FUZZ_FILE, if that is set, so that it is found after a crash.
@Suite struct ConfigurationFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["CONFIGURATION_FUZZ_COUNT"].flatMap { Int($0) } ?? 200
  private static let seed = environment["CONFIGURATION_FUZZ_SEED"].flatMap { UInt64($0) } ?? 0
  private static let file = environment["CONFIGURATION_FUZZ_FILE"]

  @Test("No random configuration crashes the process, and every failure is a sentence.")
  func randomConfigurations() async throws {
    var (accepted, drawn, failed) = (0, 0, 0)
    for index in 0..<Self.count {
      var generator = SeededGenerator(seed: Self.seed &* 1_000_003 &+ UInt64(index) &+ 1)
      let bytes = RandomConfiguration.bytes(using: &generator)
      if let file = Self.file { try Data(bytes).write(to: URL(filePath: file)) }
      let plan: RenderPlan
      do throws(ConfigurationError) {
        plan = try RenderPlan(readingConfiguration: bytes, named: "config.json")
      } catch {
        #expect(!error.issues.isEmpty && error.description.utf8.count < 100_000)
        continue
      }
      accepted += 1
      let estimates = plan.figures.map(\.estimate)
      guard estimates.count <= 6, estimates.allSatisfy({ $0.seconds < 0.02 && $0.bytes < 90_000_000 }) else { continue }
      let fixed = await plan.fixingSharedLimits(jobs: 2)
      for figure in fixed.figures {
        let again = try Recipe(of: figure).plan(named: "recipe").figures
        #expect(again.map(\.recipe) == [figure.recipe])
      }
      let batch = try Batch(of: fixed)
      for result in await batch.files(jobs: 2) {
        switch result {
        case .success(let file)?:
          drawn += 1
          _ = try Inspection(of: file, named: "figure.png").text
        case .failure(let failure)?:
          failed += 1
          #expect(failure.reason.hasSuffix(".") && !failure.reason.contains("\n"), "\(failure.reason)")
        case nil: Issue.record("A figure was not started: \(String(decoding: bytes, as: UTF8.self))")
        }
      }
      await batch.describe(jobs: 2) { description in
        if case .success(let json) = description {
          #expect(JSONValue(parsing: Array(json.text.utf8), limit: .max) != nil)
        }
      }
    }
    if Self.file != nil {
      print("\(Self.count) configurations: \(accepted) accepted, \(drawn) figures drawn, \(failed) failed")
    }
    #expect(accepted > Self.count / 20 && drawn > 0 && failed > 0)
  }
}
