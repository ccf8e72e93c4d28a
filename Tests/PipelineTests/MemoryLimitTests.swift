import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import System

/// Memory limits are read before anything starts, and figures that do not fit into memory fail alone.
@Suite struct MemoryLimitTests {
  private func limit(_ files: [String: String]) -> MemoryLimit? { MemoryLimit.groupLimit { files[$0] } }

  @Test("The narrowest control group of version 2 sets the limit, less the memory in use.")
  func version2() {
    let files = [
      "/proc/self/cgroup": "0::/user.slice/run.scope\n",
      "/sys/fs/cgroup/memory.max": "max\n",
      "/sys/fs/cgroup/user.slice/memory.max": "100000000\n",
      "/sys/fs/cgroup/user.slice/memory.stat": "anon 30000000\nfile 60000000\n",
      "/sys/fs/cgroup/user.slice/run.scope/memory.max": "200000000\n",
    ]
    #expect(limit(files) == MemoryLimit(available: 70_000_000, name: "cgroup"))
  }

  @Test("A control group of version 1 also sets the limit.")
  func version1() {
    let files = [
      "/proc/self/cgroup": "5:cpu,cpuacct:/a\n4:memory:/job/1\n",
      "/sys/fs/cgroup/memory/job/1/memory.limit_in_bytes": "50000000\n",
      "/sys/fs/cgroup/memory/job/1/memory.stat": "rss 1\ntotal_rss 10000000\n",
      "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
    ]
    #expect(limit(files) == MemoryLimit(available: 40_000_000, name: "cgroup"))
  }

  @Test(
    "There is no limit if none can be read.",
    arguments: [
      [:], ["/proc/self/cgroup": ""], ["/proc/self/cgroup": "nonsense"], ["/proc/self/cgroup": "0::/"],
      ["/proc/self/cgroup": "0::/", "/sys/fs/cgroup/memory.max": "max"],
      ["/proc/self/cgroup": "0::/", "/sys/fs/cgroup/memory.max": "many"],
    ])
  func unlimited(files: [String: String]) { #expect(limit(files) == nil) }

  private func figures(_ text: String) throws -> [FigurePlan] {
    Array(try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json").figures)
  }

  @Test("A figure that does not fit into memory fails with a sentence, and the others are made.")
  func lackOfMemory() async throws {
    let figures = try figures(
      #"{"samples": 20, "activations": ["relu", {"function": "mish", "figure": {"width": 80, "height": 80}}, "elu"]}"#)
    let limit = MemoryLimit(available: 100_000_000, name: "RLIMIT_AS")
    var reported: [String] = []
    let results: Batch.Results<Int> = await figures.results(
      jobs: 4, within: limit, reporting: { _, figure in reported.append(figure.name) },
      making: { _, _, _ in .finished(1) })
    #expect(results.map { try? $0?.get() } == [1, nil, 1])
    #expect(reported.sorted() == ["elu", "mish", "relu"])
    let failures = results.compactMap { if case .failure(let failure)? = $0 { failure.description } else { nil } }
    #expect(
      failures == [
        "mish.png: It may take 545 MB of memory, but RLIMIT_AS leaves the process no more than 100 MB."
      ])
  }

  @Test("No figure is started after a failure that ends the run.")
  func failFast() async throws {
    let figures = try figures(
      #"{"samples": 20, "activations": ["relu", {"function": "mish", "figure": {"width": 80, "height": 80}}]}"#)
    let results: Batch.Results<Int> = await figures.results(
      jobs: 1, within: MemoryLimit(available: 100_000_000, name: "cgroup"), stoppingAtFailure: true,
      making: { _, _, _ in .finished(1) })
    #expect(results.map { $0 == nil } == [true, false])
  }
}
