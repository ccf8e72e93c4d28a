import Foundation
import PortableMath
import Sampling
import Testing

@testable import Activations

/// Tests that compare exact moments with those of samples, in double precision.
///
/// The environment variable MOMENT_SAMPLE_COUNT sets the number of samples (`scripts/sample-moments` takes a hundred
/// million), and MOMENT_SEED their seed. If either is set, the test prints a table of errors in units of the standard
/// error.
@Suite struct SampledMomentsTests {
  private static let names = ["mean", "variance", "signal gain", "gradient gain"]
  private static let count = number("MOMENT_SAMPLE_COUNT")
  private static let seed = number("MOMENT_SEED")

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test("Samples agree with every exact moment within four standard errors.", arguments: Catalogue.entries.map(\.name))
  func samples(name: String) throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
    let moments = NormalMoments(of: function)
    let mean = try #require(moments.mean.value)
    let deviation = try #require(moments.standardDeviation.value)
    let exact = [
      mean, deviation * deviation, try #require(moments.signalGain.value), try #require(moments.gradientGain.value),
    ]
    var sums = exact.map(Deviations.init)
    // The count is a multiple of eight, because unused lanes would be filled up with zeros.
    let count = (Self.count ?? 200_000) / Lanes.scalarCount * Lanes.scalarCount
    let stream = SampleStream(seed: UInt64(Self.seed ?? 1), count: count)
    let slopes = UnsafeMutableBufferPointer<Lanes>.allocate(capacity: 32)
    defer { slopes.deallocate() }
    stream.forEachBlock { inputs in
      inputs.forEachBlock(ofLanes: slopes.count) { values, _ in
        let slopes = UnsafeMutableBufferPointer(rebasing: slopes[..<values.count])
        _ = slopes.update(from: values)
        function.function.replaceByValues(values)
        function.function.replaceByDerivatives(slopes)
        for (value, slope) in zip(values, slopes) {
          let centred = value - Lanes(mean)
          sums[0].add(value)
          sums[1].add(centred * centred)
          sums[2].add(value * value)
          sums[3].add(slope * slope)
        }
      }
    }
    var errors: [String] = []
    for (index, sum) in sums.enumerated() {
      let difference = sum.first.sum() / Double(count)
      let error = (sum.second.sum() / Double(count) - difference * difference).squareRoot() / Double(count).squareRoot()
      // If all samples are equal, the only error is that of rounding.
      #expect(abs(difference) <= 4 * error + 1e-11 * abs(exact[index]), "\(Self.names[index]) of \(exact)")
      errors.append(error > 0 ? String(format: "%7.2f", difference / error) : "  exact")
    }
    guard Self.count != nil || Self.seed != nil else { return }
    print(name.padding(toLength: 16, withPad: " ", startingAt: 0), errors.joined(separator: "  "))
  }

  /// The sums of the deviations of terms from their expectation, and of their squares.
  private struct Deviations {
    private let expectation: Lanes
    private(set) var first = Lanes(0)
    private(set) var second = Lanes(0)

    init(from expectation: Double) { self.expectation = Lanes(expectation) }

    mutating func add(_ terms: Lanes) {
      let difference = terms - expectation
      first = first + difference
      second = second + difference * difference
    }
  }
}
