import Configuration
import JSON
import Pipeline
import Plans
import System
import Text

extension JSONValue {
  /// Describes the result of a check for programs.
  public init(_ result: CheckResult) {
    self = [
      "isCurrent": .boolean(result.differences.isEmpty && result.failures.isEmpty),
      "figures": .array(zip(result.plan.figures, result.comparisons).map { JSONValue($0, $1) }),
      "differences": .array(
        result.differences.map {
          [
            "file": .string($0.fileName), "difference": .string($0.code), "message": .string($0.message),
            "mend": .string($0.fix),
          ]
        }),
      "notes": .array(
        result.notes.map {
          ["file": .string($0.fileName), "note": .string($0.code), "message": .string($0.message)]
        }),
    ]
  }

  private init(_ figure: FigurePlan, _ result: Result<FigureComparison, FigureFailure>?) {
    var members = [
      Member(key: "name", value: .string(figure.name)), Member(key: "file", value: .string(figure.fileName)),
    ]
    switch result {
    case .success(let comparison):
      members.append(Member(key: "difference", value: comparison.isSame ? .null : .string(comparison.code)))
      if case .pixels(let difference)? = comparison.picture {
        members.append(Member(key: "pixels", value: JSONValue(difference)))
      }
    case .failure(let failure): members.append(Member(key: "error", value: .string(failure.reason)))
    case nil: members.append(Member(key: "error", value: "interrupted"))
    }
    self = .object(members)
  }

  private init(_ difference: PixelDifference) {
    let (columns, rows) = (difference.columns, difference.rows)
    self = [
      "count": JSONValue(difference.count), "of": JSONValue(difference.pixelCount),
      "greatest": JSONValue(difference.greatest),
      "box": [
        JSONValue(columns.lowerBound), JSONValue(rows.lowerBound), JSONValue(columns.count), JSONValue(rows.count),
      ],
    ]
  }
}

// MARK: - JUnit

extension CheckResult {
  /// The result as JUnit XML, which continuous integration services read: a test case for each figure, and for each
  /// other file that differs (https://llg.cubic.org/docs/junit/). It holds no times, so that the same result makes the
  /// same file.
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
            "<failure type=\"\($0.code)\" message=\"\($0.message.escapedForXML)\">Fix with: \($0.fix.escapedForXML)</failure>"
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
  /// The text as content or as an attribute of XML 1.0 and HTML; characters that XML does not allow are replaced.
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

// MARK: - GitHub Actions

extension CheckResult {
  /// A workflow command for each difference, note and failure. GitHub Actions reads them from the output of a step and
  /// shows them beside the files (GitHub Docs, "Workflow commands for GitHub Actions", Setting an error message).
  public var annotations: [String] {
    differences.map { difference in
      let title = "\(difference.fileName) differs"
      return "::error file=\(difference.path.escapedForProperty),title=\(title.escapedForProperty)::"
        + "\(difference.message). Fix with: \(difference.fix)".escapedForCommand
    }
      + notes.map { note in
        "::notice file=\(note.path.escapedForProperty),title=\(note.fileName.escapedForProperty)::"
          + note.message.escapedForCommand
      }
      + failures.map { failure in
        let (path, title) = (directory.path + "/" + failure.fileName, "\(failure.fileName) cannot be drawn")
        return "::error file=\(path.escapedForProperty),title=\(title.escapedForProperty)::"
          + failure.reason.escapedForCommand
      }
  }

  /// The summary of a step for GitHub Actions: a table in Markdown.
  public var summary: String {
    let count = "\(plan.figures.count) \(plan.figures.count == 1 ? "figure" : "figures")"
    guard !differences.isEmpty || !failures.isEmpty else {
      return "\(count), all as the configuration asks for them.\n" + notes.map { "\n- \($0)\n" }.joined()
    }
    let rows =
      differences.map { [$0.path.printable, $0.message.printable, $0.fix.printable] }
      + failures.map {
        [(directory.path + "/" + $0.fileName).printable, "cannot be drawn: \($0.reason)".printable, ""]
      }
    let table = TextTable(heads: ["File", "What differs", "Fix with"], alignments: [.left, .left, .left], rows: rows)
    return "### \(count), \(rows.count) \(rows.count == 1 ? "difference" : "differences")\n\n\(table.markdown)"
  }

  /// Appends the summary to a file to which other steps may append, too.
  public func appendSummary(to path: String) throws(OutputError) {
    do throws(FileFault) {
      let file = try FileDescriptor(appendingTo: path)
      try file.write(Array((summary + "\n").utf8))
    } catch {
      throw OutputError(path: path, fault: error)
    }
  }
}

extension String {
  /// The text as the message of a workflow command: one line without control characters.
  fileprivate var escapedForCommand: String {
    printable.unicodeScalars.map { $0 == "%" ? "%25" : String($0) }.joined()
  }

  /// The text as the value of a property of a workflow command.
  fileprivate var escapedForProperty: String {
    escapedForCommand.unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
  }
}
