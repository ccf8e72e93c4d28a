import Foundation

/// Measures the eleven figures from a cold process, drawn by the tool and by other programs that are installed.
///
/// `PYTHON` names a Python with matplotlib, by default `python3`. `SWIFTPLOT`, if set, names a program that draws what
/// `PeerData` wrote into the directory of its first argument, as PNGs in the directory of its second.
func peers(in scratch: Scratch) throws -> SuiteReport {
  guard ChildProcess.succeeds(["hyperfine", "--version"]) else {
    return SuiteReport(remarks: ["Other programs are not measured: hyperfine is not installed."])
  }
  var report = SuiteReport()
  var table = Table(
    "eleven figures, cold", columns: ["runs", "best ms", "median ms", "CPU ms", "times ours"])
  let pictures = scratch.newPath()
  let peers = try peers(drawingInto: pictures, in: scratch, leavingOut: &report.remarks)
  var results = [CommandTimes](repeating: CommandTimes(), count: peers.count)
  for round in 0..<5 {
    for (index, peer) in peers.enumerated() where round < peer.rounds {
      results[index] += try CommandTimes.measure(
        [peer.command], runs: peer.runs, into: pictures, createsDirectory: true, in: scratch)[0]
      let count = try FileManager.default.contentsOfDirectory(atPath: pictures).filter { $0.hasSuffix(".png") }.count
      guard count == 11 else { throw PeerFailure(name: peer.name, count: count) }
    }
  }
  for (peer, times) in zip(peers, results) {
    let ratio = times.best / results[0].best
    table.add(peer.name, Double(times.times.count), times.best, times.median, times.processor, ratio)
    if let promised = peer.promised {
      report.promises.append(Promise("\(peer.name), cold, in times of ours", ratio, .atLeast, promised))
    }
  }
  report.tables = [table]
  return report
}

/// A program that draws the eleven figures.
private struct Peer {
  let name: String
  /// The number of rounds in which it takes part, of five, and of its runs in each.
  let rounds: Int
  let runs: Int
  /// The promised ratio of its time to that of the tool, at least.
  let promised: Double?
  let command: [String]
}

/// Returns the tool and then the other programs that are installed.
private func peers(
  drawingInto pictures: String, in scratch: Scratch, leavingOut remarks: inout [String]
) throws -> [Peer] {
  let environment = ProcessInfo.processInfo.environment
  var peers = [Peer(name: "actfig", rounds: 5, runs: 4, promised: nil, command: Drawing().command(into: pictures))]

  let python = environment["PYTHON"] ?? "python3"
  if ChildProcess.succeeds([python, "-c", "import matplotlib"]) {
    let script = Places.peers.appending(path: "figures.py").path
    peers.append(Peer(name: "matplotlib", rounds: 1, runs: 3, promised: 500, command: [python, script, pictures]))
  } else {
    remarks.append("matplotlib is left out: \(python) does not have it; PYTHON may name another Python.")
  }

  let data = scratch.newPath()
  try PeerData.write(to: data)
  // The terminal png draws curves without smooth edges.
  for terminal in ["png", "pngcairo"] {
    if ChildProcess.succeeds(["gnuplot", "-e", "set terminal \(terminal)"]) {
      let command = gnuplot(terminal, data: data, pictures: pictures)
      peers.append(
        Peer(name: "gnuplot (\(terminal)), counts prepared", rounds: 5, runs: 2, promised: 20, command: command))
    } else {
      remarks.append("gnuplot is left out: it is not installed, or does not have the terminal \(terminal).")
    }
  }

  if let program = environment["SWIFTPLOT"] {
    peers.append(
      Peer(name: "SwiftPlot, counts prepared", rounds: 5, runs: 2, promised: nil, command: [program, data, pictures]))
  } else {
    remarks.append("SwiftPlot is left out: SWIFTPLOT does not name a program that draws with it.")
  }
  return peers
}

private func gnuplot(_ terminal: String, data: String, pictures: String) -> [String] {
  let settings = "kind = '\(terminal)'; data = '\(data)'; pictures = '\(pictures)'"
  return ["gnuplot", "-e", settings, Places.peers.appending(path: "figures.gnuplot").path]
}

private struct PeerFailure: Error, CustomStringConvertible {
  let name: String
  let count: Int

  var description: String { "\(name) drew \(count) pictures instead of eleven." }
}
