import Activations
import Depth
import Sampling

/// A random network with its matrices, and what `SampledNetwork` has of a network.
struct ExplicitNetwork {
  private(set) var signal: [Double] = []
  private(set) var gradient: [Double] = []

  init(
    of function: ActivationFunction, initializedBy initialization: Initialization, layers count: Int, width: Int,
    seed: Int
  ) {
    let size = width * width + width
    let numbers = SampleSet(seed: UInt64(seed), count: count * size + 2 * width).values.map(Double.init)
    let scale = (initialization.weightVariance / Double(width)).squareRoot()
    let biasScale = initialization.biasVariance.squareRoot()
    func weight(_ layer: Int, _ row: Int, _ column: Int) -> Double {
      scale * numbers[layer * size + row * width + column]
    }
    var outputs = Array(numbers.suffix(width))
    signal.append(Self.deviation(outputs))
    var preActivations: [[Double]] = []
    for layer in 0..<count {
      preActivations.append(
        (0..<width).map { row in
          (0..<width).reduce(biasScale * numbers[layer * size + width * width + row]) {
            $0 + weight(layer, row, $1) * outputs[$1]
          }
        })
      outputs = preActivations[layer].map(function.value(at:))
      signal.append(Self.deviation(outputs))
    }
    var vector = Array(numbers.suffix(2 * width).prefix(width))
    gradient.append(Self.root(vector))
    for layer in (0..<count).reversed() {
      let arriving = zip(preActivations[layer], vector).map { function.derivative(at: $0) * $1 }
      vector = (0..<width).map { column in
        (0..<width).reduce(0) { $0 + weight(layer, $1, column) * arriving[$1] }
      }
      gradient.insert(Self.root(vector), at: 0)
    }
  }

  private static func root(_ numbers: [Double]) -> Double {
    (numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)).squareRoot()
  }

  private static func deviation(_ numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return root(numbers.map { $0 - mean })
  }
}
