import Foundation
import PortableMath
import Testing

/// The evaluating half of `scripts/portable-math-table judge`, which draws the points and judges the values.
@Suite struct PointsTests {
  private static let folder = ProcessInfo.processInfo.environment["PORTABLE_MATH_POINTS"]

  @Test("points from outside are evaluated", .enabled(if: folder != nil), arguments: ElementaryFunction.all)
  func evaluate(function: ElementaryFunction) throws {
    let folder = URL(fileURLWithPath: try #require(Self.folder))
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(function.name + ".in")) else { return }
    let values = data.doubles.map(function.scalar)
    try Data(doubles: values).write(to: folder.appendingPathComponent(function.name + ".out"))
  }
}

extension Data {
  /// Little-endian binary64 numbers side by side.
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
