import Foundation
import Testing

/// Runs the examples of `docs/several-machines.md` with stand-ins for the engines.
@Suite
struct SeveralMachinesTests {
  private let page: GuidePage
  private let tool: Tool

  init() throws {
    page = try GuidePage("docs/several-machines.md")
    tool = try Tool()
    try tool.write(
      """
      {"samples": 500, "figure": {"dpi": 30}, "activations": [
        "relu", "gelu", "tanh", {"function": "swish", "sweep": {"beta": [0.5, 1, 2, 4]}}, {"function": "elu", "samples": 9000}
      ]}
      """, to: "config.json")
    // The manifest has no configuration if the command line names the directory.
    #expect(try tool.run("render", "--quiet", "--output", "whole-figures").exitCode == 0)
    #expect(try tool.run("render", "--quiet", "--set", "output.directory=whole-Output").exitCode == 0)
  }

  private func expectWhole(_ directory: String = "Output") {
    #expect(tool.names(in: directory)?.count == 9)
    #expect(tool.names(in: directory) == tool.names(in: "whole-\(directory)"))
    for name in tool.names(in: "whole-\(directory)") ?? [] {
      #expect(tool.bytes(of: "\(directory)/\(name)") == tool.bytes(of: "whole-\(directory)/\(name)"), "\(name)")
    }
  }

  @Test("A Slurm array draws all figures.")
  func slurm() throws {
    // Runs the array that the script requests, with the variables of sbatch's manual page.
    try tool.place(
      "bin/sbatch",
      script: #"""
        [ "$1" = --wait ]
        bounds=$(sed -n 's/^#SBATCH --array=//p' "$2")
        export SLURM_ARRAY_TASK_MIN=${bounds%-*} SLURM_ARRAY_TASK_MAX=${bounds#*-} SLURM_ARRAY_TASK_STEP=1
        export SLURM_ARRAY_TASK_COUNT=$((SLURM_ARRAY_TASK_MAX - SLURM_ARRAY_TASK_MIN + 1))
        export SLURM_CPUS_PER_TASK=$(sed -n 's/^#SBATCH --cpus-per-task=//p' "$2")
        status=0
        for task in $(seq "$SLURM_ARRAY_TASK_MIN" "$SLURM_ARRAY_TASK_MAX"); do
          SLURM_ARRAY_TASK_ID=$task sh "$2" || status=1
        done
        exit "$status"
        """#)
    let blocks = try page.blocks(of: "sh", under: "Slurm")
    try tool.write(#require(blocks.first), to: "figures.sbatch")
    let run = try tool.shell(#require(blocks.last))
    #expect(blocks.count == 2 && run.exitCode == 0, "\(run.words)")
    expectWhole()
  }

  @Test("Indexed jobs of Kubernetes draw all figures, and one job merges them.")
  func kubernetes() throws {
    let jobs = try #require(page.blocks(of: "yaml", under: "Kubernetes").first).components(separatedBy: "---\n")
    let (draw, merge) = try (#require(jobs.first), #require(jobs.last))
    let count = try #require(draw.values(of: "completions").first.flatMap { Int($0) })
    #expect(draw.values(of: "completionMode") == ["Indexed"] && draw.values(of: "parallelism") == ["\(count)"])
    #expect(draw.values(of: "mountPath") == ["/work"] && draw.values(of: "mountPath") == merge.values(of: "mountPath"))
    let variable = try #require(draw.values(of: "name").first { $0.hasPrefix("ACTFIG_") })
    for index in (0..<count).reversed() {
      let early = try tool.run(#require(merge.values(of: "args").first).items)
      #expect(early.exitCode == 1 && early.words != "")
      let run = try tool.run(
        #require(draw.values(of: "args").first).items,
        environment: ["JOB_COMPLETION_INDEX": "\(index)", variable: #require(draw.values(of: "value").first)])
      #expect(run.exitCode == 0, "\(run.words)")
    }
    #expect(try tool.run(#require(merge.values(of: "args").first).items).exitCode == 0)
    expectWhole()
    // The waiting job names the jobs that exist.
    let commands = try #require(page.blocks(of: "sh", under: "Kubernetes").first)
    let names = Set(commands.matches(of: /job\/([a-z-]+)/).map { String($0.1) })
    #expect(names == Set(jobs.compactMap { $0.values(of: "name").first }))
  }

  @Test("GNU parallel draws all figures, given the shards or only their number.")
  func parallel() throws {
    // The stand-in for GNU parallel knows {} for an argument after :::, -N0 for none, and PARALLEL_SEQ from 1 on.
    try tool.place(
      "bin/parallel",
      script: #"""
        PARALLEL_SEQ=0 status=0
        if [ "$1" = -N0 ]; then
          shift
          while read -r _; do
            PARALLEL_SEQ=$((PARALLEL_SEQ + 1))
            PARALLEL_SEQ=$PARALLEL_SEQ sh -c "$*" </dev/null || status=1
          done
        else
          line=$*
          command=${line%%:::*}
          for argument in ${line##*:::}; do
            PARALLEL_SEQ=$((PARALLEL_SEQ + 1))
            PARALLEL_SEQ=$PARALLEL_SEQ sh -c "$(echo "$command" | sed "s/{}/$argument/g")" || status=1
          done
        fi
        exit "$status"
        """#)
    let blocks = try page.blocks(of: "sh", under: "GNU parallel")
    #expect(blocks.count == 2)
    for block in blocks {
      try? FileManager.default.removeItem(at: tool.directory.appending(path: "Output"))
      let run = try tool.shell(block)
      #expect(run.exitCode == 0, "\(block)\(run.words)")
      expectWhole()
    }
  }

  @Test("A matrix of GitHub Actions draws all figures.")
  func github() throws {
    let workflow = try #require(page.blocks(of: "yaml", under: "GitHub Actions").first)
    let (commands, arguments) = (workflow.values(of: "command"), workflow.values(of: "arguments"))
    #expect(commands == ["render", "merge"] && arguments.count == 2)
    let total = try #require(workflow.values(of: "shard").first).items.count
    let variables = ["ACTFIG_SHARD_INDEX", "ACTFIG_SHARD_COUNT"].flatMap { workflow.values(of: $0) }
    #expect(variables == ["${{ strategy.job-index }}", "${{ strategy.job-total }}"])
    for index in 0..<total {
      // Each machine starts with the repository's files only.
      let machine = try Tool()
      try machine.write(#require(tool.text(of: "config.json")), to: "config.json")
      let run = try machine.action(
        commands[0], arguments[0], environment: ["ACTFIG_SHARD_INDEX": "\(index)", "ACTFIG_SHARD_COUNT": "\(total)"])
      #expect(run.exitCode == 0, "\(run.words)")
      try bringTogether(from: machine, "figures")
    }
    #expect(workflow.values(of: "path") == ["figures", "figures", "figures"])
    #expect(try tool.action(commands[1], arguments[1]).exitCode == 0)
    expectWhole("figures")
  }

  @Test("Parallel jobs of GitLab draw all figures.")
  func gitlab() throws {
    let pipeline = try #require(page.blocks(of: "yaml", under: "GitLab").first)
    let total = try #require(pipeline.values(of: "parallel").first.flatMap { Int($0) })
    let scripts = pipeline.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("- actfig ") }.map { String($0.dropFirst(2)) }
    #expect(scripts.count == 2 && pipeline.values(of: "needs") == ["[draw]"])
    for index in 1...total {
      let machine = try Tool()
      try machine.write(#require(tool.text(of: "config.json")), to: "config.json")
      let run = try machine.shell(scripts[0], environment: ["CI_NODE_INDEX": "\(index)", "CI_NODE_TOTAL": "\(total)"])
      #expect(run.exitCode == 0, "\(run.words)")
      try bringTogether(from: machine, "figures")
    }
    #expect(try tool.shell(scripts[1]).exitCode == 0)
    expectWhole("figures")
  }

  /// Copies the artifacts of several machines into one directory; no two can have the same file.
  private func bringTogether(from machine: Tool, _ name: String) throws {
    let target = tool.directory.appending(path: name)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for file in try #require(machine.names(in: name)) {
      try FileManager.default.copyItem(
        at: machine.directory.appending(path: "\(name)/\(file)"), to: target.appending(path: file))
    }
  }
}
