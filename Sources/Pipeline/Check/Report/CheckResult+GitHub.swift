import System
import Text

extension CheckResult {
  /// A line for each difference and each figure that could not be drawn, as GitHub Actions reads them from a step's output
  /// and shows them beside the files (GitHub Docs, "Workflow commands for GitHub Actions", Setting an error message).
  public var annotations: [String] {
    differences.map { difference in
      let title = "\(difference.fileName) differs"
      return "::error file=\(difference.path.escapedForProperty),title=\(title.escapedForProperty)::"
        + "\(difference.message). Mend with: \(difference.mend)".escapedForCommand
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

  /// What GitHub Actions shows as the summary of a step: a table in Markdown.
  public var summary: String {
    let count = "\(plan.figures.count) \(plan.figures.count == 1 ? "figure" : "figures")"
    guard !differences.isEmpty || !failures.isEmpty else {
      return "\(count), all as the configuration asks for them.\n" + notes.map { "\n- \($0)\n" }.joined()
    }
    let rows =
      differences.map { [$0.path.printable, $0.message.printable, $0.mend.printable] }
      + failures.map {
        [(directory.path + "/" + $0.fileName).printable, "cannot be drawn: \($0.reason)".printable, ""]
      }
    let table = TextTable(heads: ["File", "What differs", "Mend with"], alignments: [.left, .left, .left], rows: rows)
    return "### \(count), \(rows.count) \(rows.count == 1 ? "difference" : "differences")\n\n\(table.markdown)"
  }

  /// Adds the summary to a file that other steps may add to as well.
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
  /// What a workflow command holds after its two colons: one line, of which nothing moves the cursor of whoever reads it.
  fileprivate var escapedForCommand: String {
    printable.unicodeScalars.map { $0 == "%" ? "%25" : String($0) }.joined()
  }

  /// What a property of a workflow command holds.
  fileprivate var escapedForProperty: String {
    escapedForCommand.unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
  }
}
