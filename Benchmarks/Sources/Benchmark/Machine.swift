import CRowWriter
import Foundation
import PortableMath

/// The machine and the software with which something was measured.
struct Machine: Encodable {
  let processor: String
  let cores: Int
  let kernel: String
  let swift: String
  let libpng = String(cString: crow_libpng_version())
  let zlib = String(cString: crow_zlib_version())
  /// The vector instructions that the tool uses.
  let vectorInstructions = Lanes.instructions

  /// Describes the machine on which this process runs.
  init() throws {
    let information = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = information.split(separator: "\n").first { $0.hasPrefix("model name") }
    processor = model?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces) ?? "an unknown processor"
    cores = ProcessInfo.processInfo.activeProcessorCount
    kernel = try ChildProcess.output(of: ["uname", "-sr"]).trimmingCharacters(in: .whitespacesAndNewlines)
    let version = try ChildProcess.output(of: ["swift", "--version"])
    swift = version.firstMatch(of: /Swift version [\d.]+/).map { String($0.0) } ?? "an unknown Swift"
  }

  /// The description in one line.
  var text: String {
    let words = [
      processor, "\(cores) \(cores == 1 ? "core" : "cores")", vectorInstructions, kernel, swift, "libpng \(libpng)",
      "zlib \(zlib)",
    ]
    return words.joined(separator: ", ")
  }
}
