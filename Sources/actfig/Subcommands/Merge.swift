import ArgumentParser
import Configuration
import JSON
import Pipeline

/// The subcommand `merge`, which combines the manifests of the shards of a run.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Combines the manifests of all shards into one, or reports what is missing.",
    discussion: """
      Each shard of a run, e.g. 'actfig render --shard 2/4', writes a manifest of its own beside its figures. When \
      the files of all shards are in one directory, merge writes manifest.json and removes the manifests of the \
      shards. If figures are missing, it reports them with their shards, writes nothing and ends with exit code 1; \
      'actfig render' then renders them. merge waits for a run that is still working in the directory.
      """)

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var place: OutputOptions

  @Flag(help: "Take over a directory that belongs to another configuration.")
  var force = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  func validate() throws { try place.requireDirectory(whichCommand: "combines the manifests of") }

  func run() throws {
    let plan = try configuration.plan()
    let command = RenderCommand(
      configuration: configuration.path, settings: configuration.assignments, output: place.output,
      subcommand: "merge")
    let directory = place.directory(of: plan, filledBy: command)
    finish { [json, force] _ in
      let merge = try await ShardMerge(of: plan, in: directory, takingOver: force) {
        Console.report("Waiting for another run in \(directory.path).")
      }
      for line in merge.missing { Console.report(line) }
      if json { Console.print(JSONValue(merge)) }
      return merge.outcome == nil ? .failure : .success
    }
  }
}
