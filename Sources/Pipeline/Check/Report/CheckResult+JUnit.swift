import Text

extension CheckResult {
  /// The result as continuous integration services read that of tests: a figure a test case, and one for each other file that
  /// differs (the JUnit XML that Jenkins reads, https://llg.cubic.org/docs/junit/). No time is told, so that the same result is
  /// the same file.
  var junit: String {
    let differing = Dictionary(differences.map { ($0.fileName, $0) }, uniquingKeysWith: { first, _ in first })
    let notes = Dictionary(notes.map { ($0.fileName, $0) }, uniquingKeysWith: { first, _ in first })
    let failed = Dictionary(failures.map { ($0.fileName, $0) }, uniquingKeysWith: { first, _ in first })
    let figures = zip(plan.figures, comparisons).map { figure, comparison in
      (file: figure.fileName, failure: failed[figure.fileName], isSkipped: comparison == nil)
    }
    let names = Set(figures.map(\.file))
    let others = differences.filter { !names.contains($0.fileName) }
      .map { (file: $0.fileName, failure: FigureFailure?.none, isSkipped: false) }
    let cases = (figures + others).map { file, failure, isSkipped in
      let start = "    <testcase classname=\"\(directory.path.escapedForXML)\" name=\"\(file.escapedForXML)\""
      let content: String? =
        if let failure {
          "<error message=\"\(failure.reason.escapedForXML)\"/>"
        } else if isSkipped {
          "<skipped/>"
        } else {
          differing[file].map {
            "<failure type=\"\($0.code)\" message=\"\($0.message.escapedForXML)\">Mend with: \($0.mend.escapedForXML)</failure>"
          } ?? notes[file].map { "<system-out>\($0.message.escapedForXML)</system-out>" }
        }
      return content.map { "\(start)>\n      \($0)\n    </testcase>\n" } ?? "\(start)/>\n"
    }
    let skipped = comparisons.count { $0 == nil }
    let counts =
      "tests=\"\(cases.count)\" failures=\"\(differences.count)\" errors=\"\(failures.count)\" skipped=\"\(skipped)\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
        <testsuite name="actfig check" \(counts)>
      \(cases.joined())  </testsuite>
      </testsuites>

      """
  }
}

extension String {
  /// As content or as an attribute of XML 1.0 and HTML; characters that XML cannot hold are replaced.
  var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\n": text += "&#10;"
      case _ where scalar.isControl || scalar.isDirectional || scalar.value & 0xFFFE == 0xFFFE: text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
