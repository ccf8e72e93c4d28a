import SeededNumbers
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

@Suite
struct ShardTests {
  private func plan(_ entries: [String]) throws -> RenderPlan {
    let text = "{\"activations\": [\(entries.joined(separator: ","))]}"
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func entries(_ count: Int, using generator: inout SeededGenerator) -> [String] {
    (0..<count).map { index in
      let samples = [10, 1000, 100_000, 1_000_000].randomElement(using: &generator)!
      let dpi = [20, 100, 200].randomElement(using: &generator)!
      return #"{"function": "relu", "name": "f\#(index)", "samples": \#(samples), "figure": {"dpi": \#(dpi)}}"#
    }
  }

  @Test("Every figure is in exactly one shard, whatever the order.", arguments: 0..<40 as Range<UInt64>)
  func partition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let entries = entries(Int.random(in: 1...60, using: &generator), using: &generator)
    let count = Int.random(in: 1...9, using: &generator)
    let shards = (1...count).map { Shard($0, of: count)! }
    let parts = try shards.map { try plan(entries).selecting($0).figures.map(\.name) }
    #expect(parts.joined().sorted() == (0..<entries.count).map { "f\($0)" }.sorted())
    let shuffled = try plan(entries.shuffled(using: &generator))
    for (shard, part) in zip(shards, parts) { #expect(Set(shuffled.selecting(shard).figures.map(\.name)) == Set(part)) }
  }

  @Test("Shards cost about the same.", arguments: 0..<20 as Range<UInt64>)
  func balance(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let plan = try plan(entries(200, using: &generator))
    let count = Int.random(in: 2...8, using: &generator)
    let costs = (1...count).map { plan.selecting(Shard($0, of: count)!).figures.map(\.estimate.seconds).reduce(0, +) }
    // The greedy rule is off by at most the cost of one figure.
    let dearest = plan.figures.map(\.estimate.seconds).max()!
    #expect(costs.max()! - costs.min()! <= dearest)
  }

  @Test("The figures of a shard keep the order of the configuration.")
  func order() throws {
    var generator = SeededGenerator(seed: 1)
    let plan = try plan(entries(50, using: &generator))
    let names = plan.figures.map(\.name)
    let part = plan.selecting(Shard(2, of: 3)!)
    #expect(part.figures.map(\.name) == names.filter { Set(part.figures.map(\.name)).contains($0) })
    #expect(part.allFigures.map(\.name) == names && part.shard == Shard(2, of: 3))
  }

  @Test(
    "A shard is written as its number and the number of all.",
    arguments: [
      ("1/1", 1, 1), ("2/4", 2, 4), ("4/4", 4, 4), ("0/4", 0, 0), ("5/4", 0, 0), ("1", 0, 0), ("1/", 0, 0),
      ("/1", 0, 0),
      ("1/2/3", 0, 0), ("-1/2", 0, 0), ("a/b", 0, 0), ("1/10001", 0, 0), ("1/99999999999999999999", 0, 0), ("", 0, 0),
    ] as [(String, Int, Int)])
  func text(text: String, index: Int, count: Int) {
    #expect(Shard(text) == (count == 0 ? nil : Shard(index, of: count)))
    #expect(Shard(text)?.description ?? text == text)
  }

  @Test(
    "The shard is taken from the variables of the engine that runs the process.",
    arguments: [
      (["ACTFIG_SHARD_INDEX": "0", "ACTFIG_SHARD_COUNT": "3"], "1/3"),
      (["ACTFIG_SHARD_INDEX": "2", "ACTFIG_SHARD_COUNT": "3", "CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "9"], "3/3"),
      (["SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_MIN": "3", "SLURM_ARRAY_TASK_COUNT": "5"], "5/5"),
      (
        [
          "SLURM_ARRAY_TASK_ID": "20", "SLURM_ARRAY_TASK_MIN": "0", "SLURM_ARRAY_TASK_COUNT": "3",
          "SLURM_ARRAY_TASK_STEP": "10",
        ], "3/3"
      ),
      (["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "4"], "1/4"),
      (["CIRCLE_NODE_INDEX": "0", "CIRCLE_NODE_TOTAL": "4"], "1/4"),
      (["BUILDKITE_PARALLEL_JOB": "3", "BUILDKITE_PARALLEL_JOB_COUNT": "4"], "4/4"),
      (["JOB_COMPLETION_INDEX": "1", "ACTFIG_SHARD_COUNT": "2"], "2/2"),
      (["AWS_BATCH_JOB_ARRAY_INDEX": "0", "ACTFIG_SHARD_COUNT": "2"], "1/2"),
      (["PARALLEL_SEQ": "2", "ACTFIG_SHARD_COUNT": "2"], "2/2"),
    ] as [([String: String], String)])
  func environment(variables: [String: String], text: String) throws {
    #expect(try Shard(from: { variables[$0] }).description == text)
  }

  @Test(
    "Variables that state no shard are reported in one sentence.",
    arguments: [
      ([:], "none of the variables that '--shard auto' looks for is set"),
      (["ACTFIG_SHARD_COUNT": "2"], "none of the variables"),
      (["ACTFIG_SHARD_INDEX": "2"], "the variable ACTFIG_SHARD_COUNT is not set"),
      (["JOB_COMPLETION_INDEX": "2"], "the variable ACTFIG_SHARD_COUNT is not set"),
      (["ACTFIG_SHARD_INDEX": "3", "ACTFIG_SHARD_COUNT": "3"], "there is no shard ACTFIG_SHARD_INDEX=3 where"),
      (["CI_NODE_INDEX": "0", "CI_NODE_TOTAL": "4"], "there is no shard CI_NODE_INDEX=0 where CI_NODE_TOTAL=4"),
      (["CI_NODE_INDEX": "x\u{1B}", "CI_NODE_TOTAL": "4"], "CI_NODE_INDEX is \"x\u{FFFD}\", not a whole number"),
      (["CI_NODE_INDEX": "-1", "CI_NODE_TOTAL": "4"], "not a whole number"),
      (["CI_NODE_INDEX": "1", "PARALLEL_SEQ": "4"], "CI_NODE_INDEX and PARALLEL_SEQ are set"),
      (
        [
          "SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_MIN": "0", "SLURM_ARRAY_TASK_COUNT": "3",
        ], "there is no shard SLURM_ARRAY_TASK_ID=7"
      ),
    ] as [([String: String], String)])
  func faults(variables: [String: String], sentence: String) {
    let error = #expect(throws: ShardError.self) { try Shard(from: { variables[$0] }) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }
}
