import ArgumentParser
import JSON
import Pipeline
import Reports

/// The subcommand `describe`, which prints the data of each figure as JSON.
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Prints the data of each figure as JSON.",
    discussion: """
      The output is an array with one element for each figure: its settings; mean, standard deviation, counts and bin edges \
      of the input and the output; the curve; the position of everything in the picture, in pixels from the top left; the \
      exact moments for a normal input; diagnostics of the gradient; and an alternative text for readers who cannot see \
      the picture. No figure is rendered.
      """)

  @OptionGroup var figures: PlanOptions

  func run() throws {
    let plan = try figures.plan()
    finish { _ in
      let batch = try Batch(of: await plan.fixingSharedLimits())
      for warning in batch.warnings { Console.report(warning) }
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
      for failure in failures { Console.report(failure) }
      return failures.isEmpty ? .success : .failure
    }
  }
}
