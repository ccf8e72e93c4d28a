import PortableMath
import Sampling

/// An activation function with values for all its parameters: what is sampled, studied and drawn.
///
/// It exists beside `CatalogueEntry`, which has no values yet, and `RealFunction`, which is the mathematics without a
/// name. Values and derivatives are computed in double precision and are the same bits on every machine, one at a time
/// or in bulk. At a kink or jump the derivative is PyTorch's: that of the left piece or of the right one, as its
/// backward pass chooses.
///
/// ```swift
/// let swish = ActivationFunction(Catalogue.entry(named: "swish")!, parameterValues: [1])
/// swish.value(at: 1)        // 0.7310585786300049
/// swish.derivative(at: 1)   // 0.9276705118714869
/// ```
public struct ActivationFunction: Sendable {
  /// The declaration of the function: its name, its title and its parameters.
  public let entry: CatalogueEntry
  /// The values of the parameters, in the order of `entry.parameters`.
  public let parameterValues: [Double]
  /// The mathematics alone, with the parameters bound.
  package let function: any RealFunction

  /// Makes the function of an entry from values for its parameters.
  ///
  /// - Precondition: There is one value for each parameter. Values that `entry.faults(in:)` objects to do not trap, but
  ///   may give NaN or infinity.
  public init(_ entry: CatalogueEntry, parameterValues: [Double]) {
    precondition(
      parameterValues.count == entry.parameters.count, "\(entry.name) takes \(entry.parameters.count) parameter values."
    )
    self.init(entry, parameterValues: parameterValues, function: entry.bind(parameterValues))
  }

  /// Joins an entry with a function that is bound already.
  package init(_ entry: CatalogueEntry, parameterValues: [Double], function: any RealFunction) {
    self.entry = entry
    self.parameterValues = parameterValues
    self.function = function
  }

  /// Makes the function of an entry with every parameter at its default.
  public init(_ entry: CatalogueEntry) {
    self.init(entry, parameterValues: entry.parameters.map(\.defaultValue))
  }

  /// The value f(x). A function of the catalogue gives NaN for NaN.
  public func value(at x: Double) -> Double { function.value(at: x) }

  /// The derivative f′(x).
  public func derivative(at x: Double) -> Double { function.derivative(at: x) }

  /// The places where the function is not smooth, in increasing order; empty when the derivative is continuous.
  public var breakpoints: [Breakpoint] { function.breakpoints }
}

extension ActivationFunction {
  /// The function's value for each sample, computed in double precision and rounded to single precision once, as a
  /// tensor would store it.
  public func outputs(of samples: SampleSet) -> [Float] {
    [Float](unsafeUninitializedCapacity: samples.values.count) { outputs, initializedCount in
      initializedCount = samples.values.count
      let outputs = UnsafeMutableBufferPointer(rebasing: outputs[..<initializedCount])
      samples.values.withUnsafeBufferPointer { fill(outputs, with: $0) }
    }
  }

  /// Writes the function's value for each input, computed in double precision and rounded to single precision once.
  ///
  /// - Precondition: `outputs` and `inputs` have the same count.
  public func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>) {
    function.fill(outputs, with: inputs)
  }
  /// The function's derivative at each sample, computed in double precision and rounded to single precision once; NaN
  /// where the output is not finite.
  package func derivatives(of samples: SampleSet) -> [Float] {
    [Float](unsafeUninitializedCapacity: samples.values.count) { derivatives, initializedCount in
      initializedCount = samples.values.count
      let derivatives = UnsafeMutableBufferPointer(rebasing: derivatives[..<initializedCount])
      samples.values.withUnsafeBufferPointer { fillDerivatives(derivatives, with: $0) }
    }
  }

  /// Writes the function's derivative at each input, computed in double precision and rounded to single precision once;
  /// NaN where the output is not finite, such as that of log x at −1, where the formula 1/x of the derivative has a value.
  ///
  /// - Precondition: `derivatives` and `inputs` have the same count.
  package func fillDerivatives(
    _ derivatives: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>
  ) {
    precondition(derivatives.count == inputs.count, "There is one derivative for each input.")
    let width = 32
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: width) { memory in
      inputs.forEachBlock(ofLanes: width) { block, places in
        let values = UnsafeMutableBufferPointer(rebasing: memory[..<block.count])
        _ = values.initialize(from: block)
        function.replaceByValues(values)
        function.replaceByDerivatives(block)
        let greatest = Lanes(Double(Float.greatestFiniteMagnitude))
        for index in block.indices {
          block[index] = Lanes.select(Lanes.abs(values[index]) .<= greatest, block[index], Lanes(.nan))
        }
        derivatives.store(block, in: places)
      }
    }
  }
}
