import Foundation

/// The times of a command in repeated runs, measured by hyperfine.
struct CommandTimes {
  /// The seconds from start to end of each run.
  var times: [Double] = []
  /// The seconds of processor time of all threads, the mean of each group of runs.
  var processorTimes: [Double] = []

  /// The shortest time of a run in milliseconds.
  var best: Double { times.min().map { $0 * 1e3 } ?? .nan }
  /// The median time of a run in milliseconds.
  var median: Double { times.isEmpty ? .nan : times.sorted()[times.count / 2] * 1e3 }
  /// The mean processor time in milliseconds, of the group of runs in which it is the shortest.
  var processor: Double { processorTimes.min().map { $0 * 1e3 } ?? .nan }

  /// Measures commands in groups: in each group every command is run several times after a run that is not counted.
  ///
  /// hyperfine measures one command after another. Several groups let a slow phase of the machine affect all commands,
  /// so that their ratios are stable.
  ///
  /// - Parameters:
  ///   - commands: Programs with their arguments. Before each run `directory` is moved away, so that it does not exist
  ///     when a command starts, or is empty with `createsDirectory`.
  ///   - runs: The number of runs of each command in a group. A single run is not preceded by another.
  /// - Throws: If hyperfine is missing, or a command cannot be started or fails.
  static func measure(
    _ commands: [[String]], groups: Int = 1, runs: Int, into directory: String, createsDirectory: Bool = false,
    in scratch: Scratch
  ) throws -> [CommandTimes] {
    let place = quoted(directory)
    let preparation =
      "mkdir -p \(place) && mv --backup=numbered -T \(place) \(quoted(directory + ".earlier"))"
      + (createsDirectory ? " && mkdir \(place)" : "")
    var results = [CommandTimes](repeating: CommandTimes(), count: commands.count)
    for _ in 0..<groups {
      let export = scratch.newPath()
      _ = try ChildProcess(
        ["hyperfine", "--shell=none", "--style=none", "--runs=\(runs)", "--warmup=\(runs > 1 ? 1 : 0)"]
          + ["--prepare=sh -c \(quoted(preparation))", "--export-json=\(export)"]
          + commands.map { $0.map(quoted).joined(separator: " ") })
      let measured = try JSONDecoder().decode(Export.self, from: Data(contentsOf: URL(filePath: export))).results
      for (index, result) in measured.enumerated() {
        results[index] += CommandTimes(times: result.times, processorTimes: [result.user + result.system])
      }
    }
    return results
  }

  /// Adds further runs of the same command.
  static func += (all: inout CommandTimes, more: CommandTimes) {
    all.times += more.times
    all.processorTimes += more.processorTimes
  }

  /// The part of hyperfine's JSON that is used.
  private struct Export: Decodable {
    let results: [Result]

    struct Result: Decodable {
      let times: [Double]
      let user: Double
      let system: Double
    }
  }

  /// Quotes a word for a shell, and for hyperfine, which divides a command as a shell does.
  private static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: #"'\''"#) + "'" }
}
