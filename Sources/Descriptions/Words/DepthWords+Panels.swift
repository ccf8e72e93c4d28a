import Activations
import Depth

extension DepthWords {
  /// The sentences about the distributions of outputs.
  var outputs: [String] {
    guard !study.outputs.isEmpty else { return ["No distribution of outputs is known."] }
    return study.outputs.map { density in
      let moments = study.propagation.flatMap { propagation -> LayerMoments? in
        guard let layer = density.layers.first, layer <= propagation.layers.count else { return nil }
        return propagation.layers[layer - 1]
      }
      let mean = moments?.mean.value.map { "mean \(text($0))" } ?? "a mean that is not known"
      let deviation = moments?.standardDeviation.value.map { "standard deviation \(text($0))" }
      return "The outputs of \(String(layers: density.layers)) have \(mean) and "
        + "\(deviation ?? "a standard deviation that is not known")\(density.masses)."
    }
  }

  /// The sentences about the edge of chaos.
  var edge: [String] {
    guard let edge = study.edge else { return ["No edge of chaos is known."] }
    var sentences: [String] = []
    if let place = edge.onlyPlace {
      sentences.append(
        "The edge of chaos, at which gradients keep their variance, is a single place, σ_w = \(text(place)) and σ_b = 0."
      )
    } else {
      let pieces = edge.pieces.prefix(3).map { piece in
        let ends = [piece.first, piece.last].compactMap { point in
          point.map { "σ_w = \(text($0.weights)), σ_b = \(text($0.biases))" }
        }
        return "from \(ends.joined(separator: " to "))"
      }
      sentences.append(
        "The edge of chaos, at which gradients keep their variance, goes \(pieces.joined(with: " and ")), in increasing order of "
          + "the variance of pre-activations\(edge.pieces.count > 3 ? ", and has further pieces" : "").")
    }
    if let factor = study.chi, isAtFixedPoint {
      let side =
        (factor - 1).magnitude <= 1e-6 ? "on the edge" : factor < 1 ? "in the ordered phase" : "in the chaotic phase"
      sentences.append("The initialization is \(side), with χ = \(text(factor)).")
    }
    return sentences
  }

  /// Whether the variance of the pre-activations does not change any more in the last layer.
  private var isAtFixedPoint: Bool {
    guard let propagation = study.propagation, let last = propagation.layers.last, let square = last.meanSquare.value,
      propagation.layers.count == count, last.variance > 0
    else { return false }
    let next = propagation.initialization.weightVariance * square + propagation.initialization.biasVariance
    return (next - last.variance).magnitude <= 1e-6 * last.variance
  }
}

extension OutputDensity {
  /// A part of a sentence about values that many outputs take; empty if there are none.
  fileprivate var masses: String {
    let shown = atoms.sorted { $0.share > $1.share }.prefix(3)
    guard !shown.isEmpty else { return "" }
    let parts = shown.map { atom in
      // Shares that are whole but for rounding are whole.
      "\(Share((atom.share * 1e8).rounded() / 1e8)) of them are \(String(inWords: atom.value))"
    }
    return "; \(parts.joined(with: " and "))"
  }
}
