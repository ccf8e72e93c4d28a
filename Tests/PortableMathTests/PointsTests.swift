import Foundation
import PortableMath
import Testing

/// The evaluation for `scripts/portable-math-table judge`, which writes the points to files and compares the values.
@Suite struct PointsTests {
  private static let folder = ProcessInfo.processInfo.environment["PORTABLE_MATH_POINTS"]

  @Test("Points from a file are evaluated.", .enabled(if: folder != nil), arguments: ElementaryFunction.all)
  func evaluate(function: ElementaryFunction) throws {
    try evaluate(function.name) { $0.map(function.scalar) }
  }

  @Test("Powers of pairs from a file are evaluated.", .enabled(if: folder != nil))
  func evaluatePower() throws {
    try evaluate("pow") { numbers in
      stride(from: 0, to: numbers.count, by: 2).map { Double.pow(numbers[$0], numbers[$0 + 1]) }
    }
  }

  private func evaluate(_ name: String, _ values: ([Double]) -> [Double]) throws {
    let folder = URL(fileURLWithPath: try #require(Self.folder))
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(name + ".in")) else { return }
    try Data(doubles: values(data.doubles)).write(to: folder.appendingPathComponent(name + ".out"))
  }
}

extension Data {
  /// The numbers of a file in little-endian binary64 format.
  fileprivate var doubles: [Double] {
    stride(from: 0, to: count - 7, by: 8).map { start in
      Double(bitPattern: (0..<8).reduce(0) { $0 | UInt64(self[startIndex + start + $1]) << UInt64(8 * $1) })
    }
  }

  fileprivate init(doubles: [Double]) {
    self.init(
      doubles.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(8 * $0)) } })
  }
}
