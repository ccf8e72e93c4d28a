/// The options on the command line of the benchmark.
struct Options {
  private(set) var printsJSON = false
  private(set) var isLong = false
  /// The path of the JSON of an earlier run.
  private(set) var baseline: String?
  /// The names of suites; empty for all.
  private(set) var names: [String] = []

  /// Reads the arguments.
  ///
  /// - Throws: If an option is unknown or lacks its value.
  init(_ arguments: [String]) throws(OptionError) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--json": printsJSON = true
      case "--long": isLong = true
      case "--against":
        guard let path = rest.popFirst() else { throw OptionError(description: "--against needs a file.") }
        baseline = path
      default:
        if word.hasPrefix("-") { throw OptionError(description: "There is no option \(word).") }
        names.append(word)
      }
    }
  }
}

struct OptionError: Error, CustomStringConvertible {
  let description: String
}
