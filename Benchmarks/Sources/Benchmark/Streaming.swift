import Activations
import Sampling
import Statistics

/// Measures the parts of a study over a stream on one core: the generator, the functions and the statistics.
func streaming() -> SuiteReport {
  let count = 1_000_000
  let names = [
    "sigmoid", "tanh", "hardtanh", "relu", "leaky-relu", "elu", "selu", "celu", "softplus", "swish", "mish",
  ]
  let functions = names.map { ActivationFunction(Catalogue.entry(named: $0)!) }
  let samples = SampleSet(seed: 0, count: count)
  let outputs = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
  outputs.initialize(repeating: 0)
  defer { outputs.deallocate() }
  func rate(_ seconds: Double) -> Double { Double(count) / seconds }

  let generation = Stopwatch.seconds(rounds: 9) { _ = SampleSet(seed: 0, count: count) }
  let statistics = Stopwatch.seconds(rounds: 9) { _ = try? Distribution(of: samples, bins: 100) }
  let evaluations = functions.map { function in
    samples.values.withUnsafeBufferPointer { inputs in
      Stopwatch.seconds(rounds: 9) { function.fill(outputs, with: inputs) }
    }
  }
  var rates = Table("one core", columns: ["million samples / s", "ns a sample"])
  for (name, seconds) in [("generator", generation), ("moments and bins", statistics)] + zip(names, evaluations) {
    rates.add(name, rate(seconds) / 1e6, seconds / Double(count) * 1e9)
  }
  return SuiteReport(tables: [
    rates, shares(of: functions, generation: generation, statistics: statistics, evaluations: evaluations),
  ])
}

/// Measures a study of all functions and of the samples themselves over ten million samples, and compares it with its
/// parts measured separately: one pass generates the samples and evaluates every function.
private func shares(
  of functions: [ActivationFunction], generation: Double, statistics: Double, evaluations: [Double]
) -> Table {
  let millions = 10
  let stream = SampleStream(seed: 0, count: millions * 1_000_000)
  let whole = Stopwatch.seconds(
    rounds: 1,
    [
      (.process, { wait { _ = try? await Distribution.distributions(of: [nil] + functions, over: stream, bins: 100) } })
    ])[0]
  let parts = [
    ("generator", generation), ("functions", evaluations.reduce(0, +)),
    ("moments and bins", statistics * Double(functions.count + 1)),
  ]
  let sum = parts.map(\.1).reduce(0, +)
  var table = Table("10⁷ samples, eleven functions", columns: ["seconds", "share of parts"])
  for (name, seconds) in parts {
    table.add(name, seconds * Double(millions), seconds / sum)
  }
  table.add("all parts", sum * Double(millions), 1)
  table.add("whole study", whole, whole / (sum * Double(millions)))
  return table
}
