import PortableMath

/// A named number that shapes an activation function.
public struct Parameter: Sendable, Equatable {
  public let name: String
  public let defaultValue: Double
  /// The values that make sense, ends included.
  public let range: ClosedRange<Double>
  public init(name: String, defaultValue: Double, range: ClosedRange<Double>) {
    self.name = name; self.defaultValue = defaultValue; self.range = range
  }
}

/// One activation function of the catalogue, as declared.
public struct CatalogueEntry: Sendable {
  /// Lower case with hyphens: `leaky-relu`.
  public let name: String
  public let title: String
  public let aliases: [String]
  public let formula: String
  public let parameters: [Parameter]
}

public enum Catalogue {
  public static let entries: [CatalogueEntry] = []
  public static func entry(named name: String) -> CatalogueEntry? { entries.first { $0.name == name || $0.aliases.contains(name) } }
}

/// A function of the catalogue with all its parameters bound.
public struct ActivationFunction: Sendable {
  public let entry: CatalogueEntry
  /// In the order of `entry.parameters`.
  public let parameterValues: [Double]
  public init(_ entry: CatalogueEntry, parameterValues: [Double]) { self.entry = entry; self.parameterValues = parameterValues }
  public func value(at x: Double) -> Double { x }
  public func derivative(at x: Double) -> Double { 1 }
}

/// The normal samples that feed every figure of one seed and count.
public struct SampleSet: Sendable {
  public let seed: UInt64
  /// In the order drawn, single precision as PyTorch stores them.
  public let values: [Float]
  public init(seed: UInt64, count: Int) { self.seed = seed; values = [] }
}

public struct Histogram: Sendable, Equatable {
  /// `counts.count + 1` edges, increasing, in single precision as NumPy computes them.
  public let edges: [Float]
  public let counts: [Int]
}

/// What is known of a set of samples once the samples are forgotten.
public struct Distribution: Sendable, Equatable {
  public let mean: Double
  /// With n − 1; NaN for a single sample.
  public let standardDeviation: Double
  public let histogram: Histogram
  /// All samples, finite or not.
  public let sampleCount: Int
  /// Samples left out because they are not finite.
  public let excludedCount: Int
}

/// Value and derivative over the grid a + i · step for i in 0..<⌈(b − a) / step⌉.
public struct ResponseCurve: Sendable, Equatable {
  public let x: [Double]
  public let value: [Double]
  public let derivative: [Double]
}

public enum StudyError: Error, Equatable { case noFiniteOutput }

/// Everything a figure says about one function.
public struct ActivationStudy: Sendable {
  public let function: ActivationFunction
  public let input: Distribution
  public let response: ResponseCurve
  public let output: Distribution
}
