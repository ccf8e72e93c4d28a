import Activations
import JSON
import Sampling
import Statistics
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

@Suite struct BinConfigurationTests {
  private func plan(_ settings: String, _ entries: String = #""relu""#) throws -> RenderPlan {
    let text = "{\(settings), \"activations\": [\(entries)]}"
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func messages(_ settings: String, _ entries: String = #""relu""#) -> [String] {
    do {
      _ = try plan(settings, entries)
      return []
    } catch let error as ConfigurationError {
      return error.issues.map(\.message)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("The number of bins is given as a number or by a rule of NumPy.")
  func values() throws {
    #expect(try plan(#""bins": 7"#).figures[0].settings.bins == 7)
    for estimator in BinEstimator.allCases {
      let figure = try plan(#""bins": "\#(estimator.rawValue)""#).figures[0]
      #expect(figure.settings.bins == .estimator(estimator))
    }
    let figures = try plan(#""bins": "fd""#, #""relu", {"function": "mish", "bins": 12}"#).figures
    #expect(figures.map(\.settings.bins) == [.estimator(.fd), 12])
  }

  @Test("Values that are neither are refused, with the nearest name.")
  func faults() {
    let names = #"one of "auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt""#
    #expect(messages(#""bins": 1.5"#) == ["found 1.5, expected a whole number from 1 to 10000, or \(names)"])
    #expect(messages(#""bins": 0"#) == ["found 0, expected a whole number from 1 to 10000, or \(names)"])
    #expect(messages(#""bins": "sturgis""#) == [#"found "sturgis", expected "sturges""#])
    #expect(messages(#""bins": "many""#).count == 1)
  }

  @Test("Stone's rule is refused where the samples are too many for it.")
  func stone() {
    let message = #"found the rule "stone" for 1000001 samples, expected another one, or at most 1000000 samples"#
    #expect(messages(#""bins": "stone", "samples": 1000001"#) == [message])
    #expect(messages(#""bins": "stone""#, #"{"function": "relu", "samples": 1000001}"#) == [message])
    #expect(messages(#""samples": 1000001"#, #"{"function": "relu", "bins": "stone"}"#) == [message])
    #expect(messages(#""bins": "stone", "samples": 1000000"#) == [])
    #expect(messages(#""bins": "fd", "samples": 1000000000"#) == [])
  }

  @Test("Rules and numbers can be swept, and name the figures.")
  func sweeps() throws {
    let figures = try plan(#""seed": 1"#, #"{"function": "relu", "sweep": {"bins": [10, "fd", "auto"]}}"#).figures
    #expect(figures.map(\.name) == ["relu-bins-10", "relu-bins-fd", "relu-bins-auto"])
    #expect(figures.map(\.settings.bins) == [10, .estimator(.fd), .estimator(.auto)])
    #expect(
      messages(#""seed": 1"#, #"{"function": "relu", "sweep": {"bins": ["fd", "fd"]}}"#)
        == ["found fd again, expected each value once; the first is at 1:69"])
  }

  @Test("A recipe names the rule, and is read again.")
  func recipe() throws {
    let figure = try plan(#""bins": "scott""#).figures[0]
    let recipe = Recipe(of: figure)
    let again = try recipe.plan(named: "recipe").figures[0]
    #expect(again.settings.bins == figure.settings.bins)
  }

  @Test("A figure has as many bins as the rule finds for its own outputs, whether samples are held or not.")
  func studies() async throws {
    let figures = try plan(#""bins": "auto", "panels": ["input", "output", "gradient"]"#, #""relu", "mish""#).figures
    for limit in [9_999, 10_000] {
      let results = await figures.results(jobs: 2, holding: limit) { figure, input, _ in
        .finished(try FigureRenderer.functionStudy(of: figure, from: input))
      }
      for (figure, result) in zip(figures, results) {
        let study = try #require(try result?.get())
        let outputs = figure.function.outputs(of: SampleSet(seed: 0, count: 10_000))
        #expect(try study.output == Distribution(of: outputs, bins: .estimator(.auto)))
        #expect(study.gradient != nil)
      }
    }
  }
}
