import Foundation
import PortableMath

/// The arguments and values of one function in the format of `scripts/portable-math-table sample`.
struct ReferenceTable {
  struct Row {
    let arguments: [Double]
    /// The double nearest to the exact value.
    let nearest: Double
    /// The difference between the exact value and `nearest`, in units in the last place of the latter.
    let residual: Double

    /// The error of `computed` in units in the last place. It is infinite if the exact value is NaN, infinite or zero,
    /// and `computed` is not the same bits.
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
