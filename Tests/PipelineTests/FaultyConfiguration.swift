import Foundation
import Testing

/// A faulty configuration of the table, with options of the command line and the expected messages.
struct FaultyConfiguration: Sendable, CustomTestStringConvertible {
  let text: String
  /// The assignments of the command line, each as KEY=VALUE.
  var options: [String] = []
  var messages: [String] = []

  var testDescription: String { ([text] + options).joined(separator: " ") }

  /// The cases of Data/faulty-configurations.txt.
  static let all: [FaultyConfiguration] = {
    let url = Bundle.module.url(forResource: "faulty-configurations", withExtension: "txt", subdirectory: "Data")
    guard let url, let table = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    var all: [FaultyConfiguration] = []
    for line in table.components(separatedBy: "\n") where !line.isEmpty && !line.hasPrefix("#") {
      if line.hasPrefix("  ") {
        all[all.count - 1].messages.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("--set ") {
        all[all.count - 1].options.append(String(line.dropFirst("--set ".count)))
      } else {
        all.append(FaultyConfiguration(text: line))
      }
    }
    return all
  }()
}
