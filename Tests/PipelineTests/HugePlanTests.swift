import Foundation
import SeededNumbers
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

@Suite
struct HugePlanTests {
  private func plan(_ text: String) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  /// A plan of figures of one function and a few numbers of samples, which are the inner loop.
  private func sweep(figures count: Int, samples: String = "[10, 20]") throws -> RenderPlan {
    try plan(
      #"""
      {"activations": [{"function": "swish", "sweep": {
        "beta": {"from": 1, "to": \#(count / 2), "count": \#(count / 2)}, "samples": \#(samples)}}]}
      """#)
  }

  @Test("Any figure of twenty thousand is made at once, and found by the name of its file in any case.")
  func numbers() throws {
    let figures = try sweep(figures: 20_000).figures
    #expect(figures.count == 20_000)
    var generator = SeededGenerator(seed: 1)
    for number in (0..<200).map({ _ in Int.random(in: 0..<20_000, using: &generator) }) + [0, 19_999] {
      let name = "swish-beta-\(number / 2 + 1)-samples-\(number % 2 == 0 ? 10 : 20)"
      #expect(figures[number].name == name && figures[number].fileName == name + ".png")
      #expect(figures[number].settings.samples == (number % 2 == 0 ? 10 : 20))
      #expect(figures.number(ofFileLike: name + ".png") == number)
      #expect(figures.number(ofFileLike: name.uppercased() + ".PNG") == number)
      #expect(figures.number(ofFileLike: name + "-2.png") == nil)
    }
  }

  @Test("Shards of many figures have no figure in common, leave none out, and cost about the same.")
  func shards() throws {
    let plan = try sweep(figures: 10_000, samples: "[10, 100000]")
    let parts = (1...7).map { plan.selecting(Shard($0, of: 7)!) }
    let numbers = parts.flatMap { part in part.figures.indices.map { part.figures.number(at: $0) } }
    #expect(numbers.count == 10_000 && Set(numbers).count == 10_000)
    let costs = parts.map { $0.figures.reduce(0) { $0 + $1.estimate.seconds } }
    #expect(costs.max()! - costs.min()! < 2 * plan.figures[1].estimate.seconds)
  }

  @Test("Figures are selected by name and by pattern among more than are indexed at a time.")
  func selection() throws {
    let plan = try sweep(figures: 24_000)
    let names = ["swish-beta-11999-samples-20", "swish-beta-1199?-samples-10", "*-beta-7-*"]
    #expect(
      try plan.selecting(names).figures.map(\.name)
        == ["swish-beta-7-samples-10", "swish-beta-7-samples-20"]
        + (11_990...11_999).flatMap { beta in
          ["swish-beta-\(beta)-samples-10"] + (beta == 11_999 ? ["swish-beta-\(beta)-samples-20"] : [])
        })
    #expect(throws: SelectionError.self) { _ = try plan.selecting(names + ["swish-beta-12001-*"]) }
  }

  @Test("In whatever order the figures of an example are made, they are the same.", arguments: try Self.examples())
  func order(path: String) throws {
    let bytes = try Array(Data(contentsOf: URL(filePath: path)))
    let directory = URL(filePath: path).deletingLastPathComponent().path
    let plan = try RenderPlan(readingConfiguration: bytes, named: path, in: directory, files: .disk)
    let listed = Array(plan.figures)
    for number in plan.figures.indices.reversed() {
      let figure = plan.figures[number]
      #expect(figure.recipe == listed[number].recipe && figure.fileName == listed[number].fileName)
      #expect(figure.title == listed[number].title && figure.scale == listed[number].scale)
      #expect(plan.figures.names(at: number) == (figure.name, figure.fileName))
      #expect(plan.figures.number(ofFileLike: figure.fileName) == number)
    }
    #expect(
      plan.figures.keeping([listed.count - 1, 0]).map(\.fileName) == [listed.last!.fileName, listed[0].fileName])
  }

  private static func examples() throws -> [String] {
    let package = URL(filePath: #filePath).appending(path: "../../..").standardized
    let folder = package.appending(path: "Examples/figures").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
    return [package.appending(path: "config.json").path] + names.map { folder + "/" + $0 }
  }

  @Test("Entries with all kinds of figures, families and variants are numbered in the order of the run.")
  func kinds() throws {
    let plan = try plan(
      #"""
      {"figures": ["each", "comparison", "family", "depth", "depth-comparison"], "variants": {"scale": [1, 2]},
       "activations": ["relu", {"function": "swish", "sweep": {"beta": [1, 2]}}, "tanh"]}
      """#)
    let names = [
      "relu", "relu-depth", "swish-beta-1", "swish-beta-1-depth", "swish-beta-2", "swish-beta-2-depth", "swish-beta",
      "tanh", "tanh-depth", "comparison", "comparison-depth",
    ]
    #expect(plan.figures.map(\.fileName) == names.flatMap { ["\($0).png", "\($0)@2x.png"] })
    #expect(plan.figures[12].comparedFunctions.map(\.title) == ["1", "2"])
    #expect(plan.figures[18].comparedFunctions.count == 4)
    for number in plan.figures.indices {
      #expect(plan.figures.number(ofFileLike: plan.figures[number].fileName) == number)
    }
  }

  @Test("Two figures of one file are found however far apart, in one sweep and in two, whatever their case.")
  func collisions() {
    let sweep = #""sweep": {"alpha": {"from": 1, "to": 5000, "count": 5000}}}"#
    let entries =
      #"{"function": "elu", "name": "f{alpha}", \#(sweep), {"function": "relu", "name": "F4321"}"#
    do throws(ConfigurationError) {
      _ = try plan("{\"activations\": [\(entries)]}")
      Issue.record("accepted")
    } catch {
      #expect(
        error.issues.map(\.message) == [
          "found a second figure for the file \"F4321.png\", expected a \"name\" of its own (case does not count); "
            + "the first is at 1:46"
        ])
    }
  }

  @Test("Portions of work hold every figure once, and together those of the same samples.")
  func portions() throws {
    let figures = try sweep(figures: 1_000).figures
    let portions = Array(WorkOrder(of: figures, within: nil, preparing: 64).portions)
    #expect(portions.count == 16 && portions.allSatisfy { $0.count <= 64 })
    #expect(
      portions.joined().map(Int.init) == Array(stride(from: 0, to: 1_000, by: 2)) + stride(from: 1, to: 1_000, by: 2))
    let single = Array(WorkOrder(of: figures, within: nil, preparing: 1_000).portions)
    #expect(single.map { $0.map(Int.init) } == [Array(0..<1_000)])
  }

  @Test("Figures that are made in portions are the same as those that are made at once.", arguments: [1, 2])
  func produced(jobs: Int) async throws {
    let figures = try sweep(figures: 30).figures
    func means(preparing count: Int) async -> [Double?] {
      var means = [Double?](repeating: nil, count: figures.count)
      await figures.produce(
        jobs: jobs, preparing: count,
        reporting: { (place, result: Result<Double, FigureFailure>, figure) in
          #expect(means[place] == nil && figure.name == figures[place].name)
          means[place] = try? result.get()
        },
        making: { figure, input, _ in .finished(try FigureRenderer.functionStudy(of: figure, from: input).output.mean) }
      )
      return means
    }
    let all = await means(preparing: 100)
    #expect(!all.contains(nil) && Set(all).count > 20)
    for count in [1, 4, 7] { #expect(await means(preparing: count) == all) }
  }

  @Test("Names that a file system may take for one are one, and their hash values are compared before they are.")
  func fileNumbers() {
    var names = (0..<1_000).map { "f\($0).png" } + ["é.png"]
    var numbers = FileNumbers(capacity: names.count + 3)
    for number in names.indices { #expect(numbers.add(number, named: names[number]) { names[$0] } == nil) }
    names += ["F17.PNG", "E\u{301}.png", "g.png"]
    #expect(numbers.add(1_001, named: names[1_001]) { names[$0] } == 17)
    #expect(numbers.add(1_002, named: names[1_002]) { names[$0] } == 1_000)
    #expect(numbers.add(1_003, named: names[1_003]) { names[$0] } == nil)
    #expect(numbers.number(named: "G.png") { names[$0] } == 1_003)
  }
}
