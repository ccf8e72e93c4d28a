import Activations
import Plotting
import PortableMath

extension Curve {
  /// The standard normal density, scaled to the counts that a histogram of normal samples has on average: n · h · φ(x) for n
  /// samples in bins of width h.
  init(normalDensityOver distribution: Distribution) {
    let edges = distribution.histogram.edges
    let (low, high) = (Double(edges[0]), Double(edges[edges.count - 1]))
    let scale = Double(distribution.sampleCount - distribution.excludedCount) * (high - low) / Double(edges.count - 1)
    // 1 / √(2π)
    let peak = 0.3989422804014327
    let points = 256
    let x = (0...points).map { low + (high - low) * Double($0) / Double(points) }
    self.init(x: x, y: x.map { scale * peak * Double.exp(-$0 * $0 / 2) }, color: .reference, weight: .thin)
  }
}
