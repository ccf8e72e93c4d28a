import ArgumentParser
import Configuration
import JSON
import Pipeline

/// Makes one manifest of those that the shards of a run left behind.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "merge",
    abstract: "Makes one manifest of those of the shards, or says what is missing.",
    discussion: """
      Each shard of a run, as render --shard 2/4 draws it, leaves a manifest of its own beside its figures. With the files \
      of all shards in one directory, merge writes manifest.json and removes those of the shards. Where figures are \
      missing it says which, and of which shards, and writes nothing: exit code 1. render draws them. A run that is still \
      at work in the directory is waited for.
      """)

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var place: OutputOptions

  @Flag(help: "Take over a directory that belongs to another configuration.")
  var force = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    let plan = try configuration.plan()
    let command = RenderCommand(
      configuration: configuration.path, settings: configuration.assignments, output: place.output,
      subcommand: "merge")
    let directory = place.directory(of: plan, filledBy: command)
    finish { [json, force] _ in
      let merge = try await ShardMerge(of: plan, in: directory, takingOver: force) {
        Console.complain("Waiting for another run in \(directory.path).")
      }
      for line in merge.missing { Console.complain(line) }
      if json { Console.print(JSON(merge)) }
      return merge.outcome == nil ? .failure : .success
    }
  }
}
