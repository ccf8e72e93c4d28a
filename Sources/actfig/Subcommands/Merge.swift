import ArgumentParser
import Pipeline

/// Makes one manifest of those that the shards of a run left behind.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "merge",
    abstract: "Makes one manifest of those of the shards, or says what is missing.",
    discussion: """
      Each shard of a run, as render --shard 2/4 draws it, leaves a manifest of its own beside its figures. With the files \
      of all shards in one directory, merge writes manifest.json and removes those of the shards. Where figures are \
      missing it says which, and of which shards, and writes nothing: exit code 1. render draws them.
      """)

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var place: OutputOptions

  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    let plan = try configuration.plan()
    let directory = OutputDirectory(place.output ?? plan.outputDirectory)
    finish { [json] in
      let merge = try await ShardMerge(of: plan, in: directory)
      for line in merge.missing { Console.complain(line) }
      if json { Console.print(JSON(merge)) }
      return merge.outcome == nil ? .failure : .success
    }
  }
}
