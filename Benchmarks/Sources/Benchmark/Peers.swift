import Foundation

/// The eleven figures from a cold process: by the tool, and by whoever else is installed, in turn.
///
/// `PYTHON` names a Python with matplotlib, `python3` unless set. `SWIFTPLOT`, where set, names a program that draws what
/// PeerData wrote into the directory it is given first, as PNGs into the directory it is given second.
func peers(in scratch: Scratch) throws -> SuiteReport {
  var report = SuiteReport()
  var runs = [[ChildProcess]]()
  let peers = try peers(in: scratch, leavingOut: &report.remarks)
  for peer in peers {
    runs.append([])
    _ = try peer.draw()
  }
  for round in 0..<20 {
    for (index, peer) in peers.enumerated() where round.isMultiple(of: peer.period) {
      runs[index].append(try peer.draw())
    }
  }
  var table = Table(
    "eleven figures, cold", columns: ["runs", "best ms", "median ms", "CPU ms", "times ours"])
  for (peer, own) in zip(peers, runs) {
    let ratio = own.best / runs[0].best
    table.add(peer.name, Double(own.count), own.best, own.median, own.processor, ratio)
    if let promised = peer.promised {
      report.promises.append(Promise("\(peer.name), cold, in times of ours", ratio, .atLeast, promised))
    }
  }
  report.tables = [table]
  return report
}

/// Somebody who draws the eleven figures.
private struct Peer {
  let name: String
  /// Draws in every so manieth of the rounds.
  let period: Int
  /// How many times as long as the tool it takes at least.
  let promised: Double?
  let draw: () throws -> ChildProcess
}

/// The tool first, then those that are here.
private func peers(in scratch: Scratch, leavingOut remarks: inout [String]) throws -> [Peer] {
  let environment = ProcessInfo.processInfo.environment
  var peers = [Peer(name: "actfig", period: 1, promised: nil) { try Drawing().run(in: scratch) }]

  let python = environment["PYTHON"] ?? "python3"
  if ChildProcess.succeeds([python, "-c", "import matplotlib"]) {
    let script = Places.peers.appending(path: "figures.py").path
    peers.append(
      Peer(name: "matplotlib", period: 7, promised: 250) {
        try scratch.drawing { try ChildProcess([python, script, $0]) }
      })
  } else {
    remarks.append("matplotlib is left out: \(python) has none; PYTHON may name another.")
  }

  let data = scratch.newPath()
  try PeerData.write(to: data)
  // The first draws curves without smooth edges.
  for terminal in ["png", "pngcairo"] {
    let draw = { try scratch.drawing { try ChildProcess(gnuplot(terminal, data: data, pictures: $0)) } }
    if (try? draw()) != nil {
      peers.append(Peer(name: "gnuplot (\(terminal)), counts prepared", period: 2, promised: 12, draw: draw))
    } else {
      remarks.append("gnuplot is left out: it is not installed, or has no terminal \(terminal).")
    }
  }

  if let program = environment["SWIFTPLOT"] {
    peers.append(
      Peer(name: "SwiftPlot, counts prepared", period: 2, promised: nil) {
        try scratch.drawing { try ChildProcess([program, data, $0]) }
      })
  } else {
    remarks.append("SwiftPlot is left out: SWIFTPLOT names no program that draws with it.")
  }
  return peers
}

private func gnuplot(_ terminal: String, data: String, pictures: String) -> [String] {
  let settings = "kind = '\(terminal)'; data = '\(data)'; pictures = '\(pictures)'"
  return ["gnuplot", "-e", settings, Places.peers.appending(path: "figures.gnuplot").path]
}

extension Scratch {
  /// Runs what draws eleven pictures into a directory that is new and empty.
  fileprivate func drawing(_ run: (String) throws -> ChildProcess) throws -> ChildProcess {
    let path = newPath()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let process = try run(path)
    let count = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".png") }.count
    guard count == 11 else { throw PeerFailure(count: count) }
    return process
  }
}

private struct PeerFailure: Error, CustomStringConvertible {
  let count: Int

  var description: String { "A peer drew \(count) pictures, not eleven." }
}
