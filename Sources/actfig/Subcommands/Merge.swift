import ArgumentParser
import Pipeline

/// Makes one manifest of those that the shards of a run left behind.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes one manifest of those of the shards, or says what is missing.",
    discussion: """
      Each shard of a run, as render --shard 2/4 draws it, leaves a manifest of its own beside its figures. With the files \
      of all shards in one directory, merge writes manifest.json and removes those of the shards. Where figures are \
      missing it says which, and of which shards, and writes nothing: exit code 1. render draws them.
      """)

  @Argument(help: ArgumentHelp("The configuration; - is the standard input.", valueName: "config"))
  var path = "config.json"

  @OptionGroup var place: OutputOptions

  func run() throws {
    let file = try InputFile(path)
    let plan = try RenderPlan(readingConfiguration: file.bytes, named: file.name)
    let directory = OutputDirectory(place.output ?? plan.outputDirectory)
    finish {
      let merge = try await ShardMerge(of: plan, in: directory)
      for line in merge.missing { Console.complain(line) }
      return merge.outcome == nil ? .failure : .success
    }
  }
}
