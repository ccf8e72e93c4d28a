import ArgumentParser
import Configuration
import JSON
import Pipeline
import Reports

/// The subcommand `stats`, which prints the statistics of figures without rendering them.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Prints a table of the mean, standard deviation, exact moments, shares and gains of each function.",
    discussion: """
      mean and std describe the outputs of the sample; exact mean and exact std describe the outputs of an exactly normal \
      input, computed by quadrature. dead is the share of samples with a finite output at which the derivative f' is \
      exactly zero. The gains are exact as well: the factors by which a layer multiplies the mean square of a signal, and \
      that of a gradient in the backward pass. "does not exist" means that the number was shown not to exist, and "not to \
      be had" that it could not be computed. --json and --csv print every number in full.

      --depth prints another table: what a deep, infinitely wide random network of the function does to signals and \
      gradients, for weights by which the variance of the signal stays the same (the critical gain). chi is the factor by \
      which each layer then multiplies the variance of a gradient, and depth scale the number of layers that change it by \
      the factor e. Lipschitz constant, range and course are proved by interval arithmetic, or "not known".
      """)

  /// The output formats besides the aligned table.
  enum Form: String, EnumerableFlag {
    case json, csv, markdown

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .json: "Print all data as JSON, including point masses, kinks and jumps."
      case .csv: "Print comma-separated values with a header line (RFC 4180)."
      case .markdown: "Print the table in Markdown."
      }
    }
  }

  @OptionGroup var figures: PlanOptions

  @Flag var form: Form?

  @Flag(help: "Print the numbers for deep networks and the proved properties instead. --json and --csv contain both.")
  var depth = false

  func run() throws {
    let plan = try figures.plan()
    finish { [form, depth] _ in
      let results = await plan.statistics(includingDepth: depth || form == .json || form == .csv)
      let listing = StatisticsListing(of: results.compactMap { try? $0?.get() })
      switch form {
      case .json: Console.print(listing.json)
      case .csv: Console.print(listing.csv)
      case .markdown: Console.print(depth ? listing.depthMarkdown : listing.markdown)
      case nil: Console.print(depth ? listing.depthTable(width: Console.width) : listing.table(width: Console.width))
      }
      for case .failure(let failure)? in results { Console.report(failure) }
      return ExitCode(of: results)
    }
  }
}
