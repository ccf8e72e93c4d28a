/// What is asked of the benchmark on its command line.
struct Options {
  private(set) var printsJSON = false
  private(set) var isLong = false
  /// An earlier run's JSON.
  private(set) var baseline: String?
  /// Of suites; none means all.
  private(set) var names: [String] = []

  /// - Throws: Where an option is unknown, or lacks its value.
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
