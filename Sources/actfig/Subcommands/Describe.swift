import ArgumentParser
import Pipeline

/// Prints the data behind the pictures.
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "describe",
    abstract: "Prints the facts of each picture as JSON.",
    discussion: """
      An array, a figure an element: its settings, mean, standard deviation, counts and edges of what goes in and what \
      comes out, the curve, and where in the picture everything stands, in pixels from the top left; the exact moments \
      under a normal input, diagnostics of the gradient, and an alternative text for those who cannot see the picture. \
      Nothing is drawn.
      """)

  @OptionGroup var figures: PlanOptions

  func run() throws {
    let batch = try Batch(of: figures.plan())
    for warning in batch.warnings { Console.complain(warning) }
    finish {
      let results = await batch.descriptions()
      Console.print(JSON.array(results.compactMap { try? $0?.get() }))
      for case .failure(let failure)? in results { Console.complain(failure) }
      return ExitCode(of: results)
    }
  }
}
