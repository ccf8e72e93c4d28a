import Activations
import Foundation

/// Four functions of the catalogue against the natural formula of each in a scalar loop over the C library, from and to the
/// same million single-precision numbers, in nanoseconds a sample.
func mathematics() -> [Measurement] {
  let samples = SampleSet(seed: 0, count: 1_000_000)
  let inputs = UnsafeMutableBufferPointer<Float>.allocate(capacity: samples.values.count)
  let outputs = UnsafeMutableBufferPointer<Float>.allocate(capacity: inputs.count)
  _ = inputs.initialize(from: samples.values)
  outputs.initialize(repeating: 0)
  defer {
    inputs.deallocate()
    outputs.deallocate()
  }

  var measurement = Measurement(suite: "mathematics", columns: ["libm ns", "ours ns", "ratio"])
  func compare(_ name: String, _ formula: (Double) -> Double) {
    let function = ActivationFunction(Catalogue.entry(named: name)!)
    let seconds = withoutActuallyEscaping(formula) { formula in
      Stopwatch.seconds(
        rounds: 15,
        [
          { for index in inputs.indices { outputs[index] = Float(formula(Double(inputs[index]))) } },
          { function.fill(outputs, with: UnsafeBufferPointer(inputs)) },
        ])
    }
    let nanoseconds = seconds.map { $0 / Double(inputs.count) * 1e9 }
    measurement.rows.append(.init(name: name, values: nanoseconds + [nanoseconds[0] / nanoseconds[1]]))
  }
  compare("sigmoid") { 1 / (1 + exp(-$0)) }
  compare("tanh") { tanh($0) }
  compare("mish") { $0 * tanh(log1p(exp($0))) }
  compare("gelu") { 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) }
  return [measurement]
}
