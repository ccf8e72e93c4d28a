import Foundation
import PortableMath

/// Arguments and values of one function as `scripts/portable-math-table sample` writes them.
struct ReferenceTable {
  struct Row {
    let arguments: [Double]
    /// The double nearest to the exact value.
    let nearest: Double
    /// How far the exact value lies above `nearest`, in units of its last place.
    let residual: Double

    /// The distance of `computed` from the exact value in units of the last place, infinite where the exact value is a
    /// NaN, an infinity or a zero and `computed` is not the same bits.
    func error(of computed: Double) -> Double {
      if computed.bitPattern == nearest.bitPattern { return residual.magnitude }
      guard nearest.isFinite, computed.isFinite, computed.sign == nearest.sign else { return .infinity }
      return ((computed - nearest) / nearest.ulp - residual).magnitude
    }
  }

  let rows: [Row]

  init(named name: String) throws {
    let url = try Bundle.module.resource("Data/\(name).txt")
    rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      let numbers = words.dropLast().compactMap { UInt64($0, radix: 16) }.map(Double.init(bitPattern:))
      guard numbers.count == words.count - 1, numbers.count >= 2, let thousandths = words.last.flatMap({ Int($0) })
      else {
        throw CocoaError(.fileReadCorruptFile)
      }
      return Row(
        arguments: numbers.dropLast(), nearest: numbers[numbers.count - 1], residual: Double(thousandths) / 1000)
    }
  }
}

extension Bundle {
  fileprivate func resource(_ path: String) throws -> URL {
    guard let url = resourceURL?.appendingPathComponent(path) else { throw CocoaError(.fileNoSuchFile) }
    return url
  }
}
