import Activations

/// A function's value and first two derivatives as nodes of a graph, and their evaluation.
struct Evaluator {
  let graph: FormulaGraph
  let value: Int
  let slope: Int
  let bend: Int
  private var all: BoxEvaluation
  private var values: BoxEvaluation
  private var slopes: BoxEvaluation
  /// The number of operations that have been carried out.
  private(set) var effort = 0

  /// The greatest number of nodes of a graph. Longer formulas are left alone.
  private static let nodeLimit = 4_000
  /// The greatest depth of a graph, which bounds the recursion in expansions.
  private static let depthLimit = 250

  /// What an evaluation costs beside its operations, in operations.
  private static let overhead = 10

  /// - Returns: nil if the formula of the function is not known, or too long.
  init?(_ function: ActivationFunction) {
    var graph = FormulaGraph(constants: ConstantTable())
    guard let value = graph.add(function) else { return nil }
    guard graph.nodes.count <= Self.nodeLimit, graph.depth(of: value) <= Self.depthLimit else { return nil }
    let slope = graph.derivative(of: value)
    guard graph.nodes.count <= Self.nodeLimit, graph.depth(of: slope) <= Self.depthLimit else { return nil }
    let bend = graph.derivative(of: slope)
    guard graph.nodes.count <= Self.nodeLimit, graph.depth(of: bend) <= Self.depthLimit else { return nil }
    (self.graph, self.value, self.slope, self.bend) = (graph, value, slope, bend)
    all = BoxEvaluation(of: graph, results: [value, slope, bend])
    values = BoxEvaluation(of: graph, results: [value])
    slopes = BoxEvaluation(of: graph, results: [slope])
  }

  mutating func value(over x: RealInterval) -> Enclosure {
    effort += values.cost + Self.overhead
    values.evaluate(over: x)
    return values[value]
  }

  mutating func slope(over x: RealInterval) -> Enclosure {
    effort += slopes.cost + Self.overhead
    slopes.evaluate(over: x)
    return slopes[slope]
  }

  /// The value and both derivatives over an interval, the first derivative narrowed by the mean value theorem.
  mutating func jet(over x: RealInterval) -> (value: Enclosure, slope: Enclosure, bend: Enclosure) {
    effort += all.cost + Self.overhead
    all.evaluate(over: x)
    var result = (value: all[value], slope: all[slope], bend: all[bend])
    if x.isFinite, !x.isPoint, result.slope.isDefined, result.slope.isContinuous, result.bend.isDefined,
      result.bend.values.isFinite
    {
      let centre = RealInterval(x.lower.value + (x.upper.value - x.lower.value) / 2)
      let narrowed = slope(over: centre).values + result.bend.values * (x - centre)
      let values = result.slope.values.intersection(narrowed)
      if !values.isEmpty { result.slope.values = values }
    }
    return result
  }
}
