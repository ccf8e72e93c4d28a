import ArgumentParser
import Configuration
import JSON
import Pipeline

/// Prints the numbers of figures without drawing them.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "stats",
    abstract: "Prints mean, deviation, exact moments and the shares and gains of each function as a table.",
    discussion: """
      mean and std are those of the outputs; exact mean and exact std those for an exactly normal input, by quadrature. \
      dead is the share of the samples with a finite output at which the derivative f' is exactly zero. The gains are \
      exact, too: the factors by which the mean square of a signal, and that of a gradient on its way back, is multiplied. \
      "does not exist" means that the number was shown not to exist, "not to be had" that it could not be computed. \
      --json and --csv give every number in full.
      """)

  /// Other forms than the table that lines up.
  enum Form: String, EnumerableFlag {
    case json, csv, markdown

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .json: "Print all that is known, point masses, kinks and jumps too, as JSON."
      case .csv: "Print comma-separated values with a header line, as in RFC 4180."
      case .markdown: "Print the table in Markdown."
      }
    }
  }

  @OptionGroup var figures: PlanOptions

  @Flag var form: Form?

  func run() throws {
    let plan = try figures.plan()
    finish { [form] _ in
      let results = await plan.statistics()
      let listing = StatisticsListing(of: results.compactMap { try? $0?.get() })
      switch form {
      case .json: Console.print(listing.json)
      case .csv: Console.print(listing.csv)
      case .markdown: Console.print(listing.markdown)
      case nil: Console.print(listing.table(width: Console.width))
      }
      for case .failure(let failure)? in results { Console.complain(failure) }
      return ExitCode(of: results)
    }
  }
}
