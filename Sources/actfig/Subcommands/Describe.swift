import ArgumentParser
import JSON
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
    finish { _ in
      var output = ConsoleJSON()
      var failures: [FigureFailure] = []
      var count = 0
      output.write("[")
      await batch.describe { description in
        switch description {
        case .success(let json):
          output.write(count == 0 ? "\n  " : ",\n  ")
          json.write(to: &output, indentedBy: 2)
          count += 1
        case .failure(let failure): failures.append(failure)
        }
      }
      output.write(count == 0 ? "]\n" : "\n]\n")
      output.flush()
      for failure in failures { Console.complain(failure) }
      return failures.isEmpty ? .success : .failure
    }
  }
}
