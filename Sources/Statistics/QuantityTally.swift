import Activations
import PortableMath
import Sampling

/// A number that belongs to each sample, of which a distribution is computed.
enum SampledQuantity: Sendable {
  /// The samples as they were drawn.
  case input
  /// The value of a function at each sample.
  case value(ActivationFunction)
  /// The derivative of a function at each sample.
  case derivative(ActivationFunction)

  /// The value of a function, or the samples as they were drawn where there is none.
  init(_ function: ActivationFunction?) { self = function.map { .value($0) } ?? .input }

  /// The quantity for each sample of a block, computed in a scratch memory if it is not the sample itself.
  func outputs(
    of inputs: UnsafeBufferPointer<Float>, in scratch: UnsafeMutableBufferPointer<Float>
  ) -> UnsafeBufferPointer<Float> {
    let outputs = UnsafeMutableBufferPointer(rebasing: scratch[..<inputs.count])
    switch self {
    case .input: return inputs
    case .value(let function): function.fill(outputs, with: inputs)
    case .derivative(let function): function.fillDerivatives(outputs, with: inputs)
    }
    return UnsafeBufferPointer(outputs)
  }
}

/// What a pass over the samples finds of one quantity. Each part that is nil is not computed.
///
/// Blocks can be divided among several tallies, which are merged.
struct QuantityTally: Sendable {
  /// The moments of each block, which are merged in the order of the blocks, so that sums are the same bits.
  var moments: [BlockMoments]?
  /// The counts of bins, which become nil when a value lies beyond their edges.
  var bins: BinCounter?
  /// The range that the bins cover.
  var binRange: ClosedRange<Float> = 0...0
  var diagnostics: DiagnosticsCounter?
  var masses: PointMassCounter?
  var quartiles: OrderStatistics?
  /// The sum of cubes, whose order is that of the samples, and the mean from which deviations are taken.
  var cubes: (facts: BinFacts, mean: Double)?
  /// All finite numbers, in any order.
  var numbers: [Float]?

  /// The moments of a block with a given index.
  struct BlockMoments: Sendable {
    let block: Int
    let moments: Moments
  }

  /// Whether nothing is computed.
  var isEmpty: Bool {
    moments == nil && bins == nil && diagnostics == nil && masses == nil && quartiles == nil && cubes == nil
      && numbers == nil
  }

  /// Whether blocks must be added in their order, by one task.
  var isOrdered: Bool { cubes != nil }

  /// Counts values into the bins of a histogram.
  mutating func count(into histogram: Histogram) {
    bins = BinCounter(of: histogram)
    binRange = histogram.edges[0]...histogram.edges[histogram.edges.count - 1]
  }

  /// The moments of all blocks.
  var mergedMoments: Moments {
    (moments ?? []).sorted { $0.block < $1.block }.reduce(into: Moments()) { $0.merge($1.moments) }
  }

  /// Merges the moments of all blocks so far, so that memory does not grow with their number.
  mutating func mergeMoments() {
    if moments != nil { moments = [BlockMoments(block: -1, moments: mergedMoments)] }
  }

  /// A tally for further blocks, which can be merged into this one.
  var forFurther: QuantityTally {
    var further = self
    further.moments = moments.map { _ in [] }
    further.bins?.reset()
    further.diagnostics = diagnostics?.forFurther
    further.masses = masses?.forFurther
    further.quartiles?.resetCounts()
    further.numbers = numbers.map { _ in [] }
    return further
  }

  /// Adds the samples of a block.
  mutating func add(inputs: UnsafeBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>, block: Int) {
    let blockMoments = Moments(of: outputs)
    let areFinite = blockMoments.count == outputs.count
    moments?.append(BlockMoments(block: block, moments: blockMoments))
    diagnostics?.add(inputs: inputs, outputs: outputs, areFinite: areFinite, block: block)
    masses?.add(outputs)
    if areFinite {
      addFinite(outputs, blockMoments)
    } else {
      outputs.filter(\.isFinite).withUnsafeBufferPointer { addFinite($0, blockMoments) }
    }
  }

  private mutating func addFinite(_ outputs: UnsafeBufferPointer<Float>, _ moments: Moments) {
    guard moments.count > 0 else { return }
    if binRange.lowerBound <= moments.lowest, moments.highest <= binRange.upperBound {
      bins?.count(outputs)
    } else {
      bins = nil
    }
    quartiles?.count(outputs)
    if let mean = cubes?.mean { cubes?.facts.addCubes(of: outputs, around: mean) }
    numbers?.append(contentsOf: outputs)
  }

  /// Adds what a tally for further blocks has found.
  mutating func merge(_ further: QuantityTally) {
    if let moments = further.moments { self.moments?.append(contentsOf: moments) }
    if let counts = further.bins { bins?.merge(counts) } else { bins = nil }
    if let diagnostics = further.diagnostics { self.diagnostics?.merge(diagnostics) }
    if let masses = further.masses { self.masses?.merge(masses) }
    if let quartiles = further.quartiles { self.quartiles?.merge(quartiles) }
    if let cubes = further.cubes { self.cubes = cubes }
    if let numbers = further.numbers { self.numbers?.append(contentsOf: numbers) }
  }
}
