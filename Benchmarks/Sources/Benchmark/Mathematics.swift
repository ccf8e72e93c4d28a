import Activations
import Foundation
import Sampling

/// Compares four functions of the catalogue with their formulas in scalar loops over the C library, for the same
/// million single-precision numbers, in nanoseconds per sample.
func mathematics() -> SuiteReport {
  let samples = SampleSet(seed: 0, count: 1_000_000)
  let inputs = UnsafeMutableBufferPointer<Float>.allocate(capacity: samples.values.count)
  let outputs = UnsafeMutableBufferPointer<Float>.allocate(capacity: inputs.count)
  _ = inputs.initialize(from: samples.values)
  outputs.initialize(repeating: 0)
  defer {
    inputs.deallocate()
    outputs.deallocate()
  }

  var table = Table("a sample", columns: ["libm ns", "ours ns", "ratio"])
  // Each loop is spelled out, so that its formula is not called through a closure.
  func compare(_ name: String, with loop: () -> Void) {
    let function = ActivationFunction(Catalogue.entry(named: name)!)
    let seconds = withoutActuallyEscaping(loop) { loop in
      Stopwatch.seconds(rounds: 15, [loop, { function.fill(outputs, with: UnsafeBufferPointer(inputs)) }])
    }
    let nanoseconds = seconds.map { $0 / Double(inputs.count) * 1e9 }
    table.add(name, nanoseconds[0], nanoseconds[1], nanoseconds[0] / nanoseconds[1])
  }
  compare("sigmoid") {
    for index in inputs.indices { outputs[index] = Float(1 / (1 + exp(-Double(inputs[index])))) }
  }
  compare("tanh") {
    for index in inputs.indices { outputs[index] = Float(tanh(Double(inputs[index]))) }
  }
  compare("mish") {
    for index in inputs.indices {
      let x = Double(inputs[index])
      outputs[index] = Float(x * tanh(log1p(exp(x))))
    }
  }
  compare("gelu") {
    for index in inputs.indices {
      let x = Double(inputs[index])
      outputs[index] = Float(0.5 * x * (1 + erf(x / 2.0.squareRoot())))
    }
  }
  return SuiteReport(tables: [table])
}
