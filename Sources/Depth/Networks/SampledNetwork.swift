import Activations

/// The standard deviations of signal and gradient in the layers of one random network of finite width.
///
/// The network has n inputs, which are standard normal, and layers of n units. Layer l computes h_l = W_l a_{l−1} + b_l and
/// a_l = f(h_l) from the outputs a_{l−1} of the layer before it. The weights W_l are normal with the variance σ_w² / n, and the
/// biases b_l with the variance σ_b². The gradient v_L that arrives at the last layer is standard normal, and
/// back-propagation computes v_{l−1} = W_lᵀ (f′(h_l) ∘ v_l).
///
/// The matrices themselves are never drawn, because each acts on two vectors only. Without loss of generality, write
/// W_l a_{l−1} as σ_w r g with the root mean square r of a_{l−1} and a standard normal vector g. Given that product, W_l is
/// otherwise still normal, and independent of it, on all inputs that are orthogonal to a_{l−1}. The vector
/// δ = f′(h_l) ∘ v_l depends on W_l by that product alone. Hence, with e = a_{l−1} / r, the mean ⟨·⟩ over the units, and a
/// further standard normal vector ξ,
///
///     W_lᵀ δ = σ_w (s ξ + e (⟨g δ⟩ − s ⟨e ξ⟩)),   s² = ⟨δ²⟩,
///
/// is normal with the mean and the covariance that W_lᵀ δ has, given everything else. The signals and gradients of all layers
/// thus have exactly the joint distribution that they have in a network with matrices, of any width: a layer takes 2n random
/// numbers instead of n². (E. Bolthausen: An iterative construction of solutions of the TAP equations for the
/// Sherrington-Kirkpatrick model, 2014, conditions matrices in this way.)
///
/// Memory for a few vectors of n numbers suffices for any number of layers, because the gradient draws the numbers of the
/// signal again from their seeds. All values are the same bits on every machine.
public struct SampledNetwork: Sendable, Equatable {
  /// The standard deviation over the units, with the mean removed: of the input (index 0) and of the outputs of layer l
  /// (index l). It is NaN from the first layer on in which an output is not finite, and 0 if there is only one unit.
  public let signal: [Double]
  /// The root mean square over the units of the gradient with respect to the input (index 0) and to the outputs of layer l
  /// (index l), for a gradient of standard normal numbers at the last layer. It is NaN from the layer at which it is not
  /// finite down to the input, and everywhere but at the last layer if an output of the network is not finite.
  public let gradient: [Double]

  /// Samples a network.
  ///
  /// - Parameters:
  ///   - function: The activation function f.
  ///   - initialization: The variances σ_w² and σ_b².
  ///   - count: The number of layers.
  ///   - width: The number n of units of a layer, at least 1.
  ///   - seed: The seed of a set of networks.
  ///   - number: The index of the network in that set, from 0.
  public init(
    of function: ActivationFunction, initializedBy initialization: Initialization, layers count: Int, width: Int,
    seed: UInt64, number: Int
  ) {
    precondition(count >= 0 && width >= 1 && number >= 0, "A network has layers of one or more units.")
    let network = RandomNetwork(
      function: function.function, initialization: initialization,
      normals: NetworkNormals(seed: seed, number: number, width: width))
    let (deviations, roots) = network.signal(layers: count)
    signal = deviations
    gradient = network.gradient(signalRoots: roots)
  }
}

/// A random network, given by its numbers: layers are computed when they are asked for.
private struct RandomNetwork {
  let function: any RealFunction
  let initialization: Initialization
  let normals: NetworkNormals

  /// The pre-activations of a layer, from the root mean square of its inputs.
  private func preActivations(ofLayer layer: Int, inputRoot root: Double) -> UnitValues {
    let products =
      (initialization.weightVariance.squareRoot() * root) * normals.values(for: .signal, ofLayer: layer)
    guard initialization.biasVariance != 0 else { return products }
    return products + initialization.biasVariance.squareRoot() * normals.values(for: .bias, ofLayer: layer)
  }

  /// The outputs of a layer, or the input, which is layer 0.
  private func outputs(ofLayer layer: Int, inputRoot root: Double?) -> UnitValues {
    guard let root else { return normals.values(for: .signal, ofLayer: 0) }
    return preActivations(ofLayer: layer, inputRoot: root).values(of: function)
  }

  /// Follows the signal, and returns its standard deviation and its root mean square at the input and in each layer.
  func signal(layers count: Int) -> (deviations: [Double], roots: [Double]) {
    var (deviations, roots): ([Double], [Double]) = ([], [])
    for layer in 0...count {
      let outputs = outputs(ofLayer: layer, inputRoot: roots.last)
      let root = outputs.rootMeanSquare
      guard root.isFinite else { break }
      roots.append(root)
      deviations.append(outputs.standardDeviation)
    }
    let rest = [Double](repeating: .nan, count: count + 1 - roots.count)
    return (deviations + rest, roots + rest)
  }

  /// Follows the gradient back, and returns its root mean square at the input and in each layer.
  ///
  /// - Parameter roots: The root mean squares of the signal at the input and in each layer.
  func gradient(signalRoots roots: [Double]) -> [Double] {
    let last = roots.count - 1
    var gradient = normals.values(for: .lastGradient, ofLayer: 0)
    var gradients = [Double](repeating: .nan, count: roots.count)
    gradients[last] = gradient.rootMeanSquare
    guard roots[last].isFinite else { return gradients }
    for layer in (0..<last).reversed() {
      // From the outputs of the layer with the index `layer` + 1 to those of the layer with the index `layer`.
      let slopes = preActivations(ofLayer: layer + 1, inputRoot: roots[layer]).derivatives(of: function)
      let arriving = slopes * gradient
      let size = arriving.rootMeanSquare
      guard size.isFinite else { break }
      let inputs = outputs(ofLayer: layer, inputRoot: layer == 0 ? nil : roots[layer - 1])
      gradient =
        initialization.weightVariance.squareRoot()
        * product(of: arriving, size, with: inputs, roots[layer], in: layer + 1)
      gradients[layer] = gradient.rootMeanSquare
    }
    return gradients
  }

  /// The product of a layer's transposed weights, divided by σ_w, and a vector.
  private func product(
    of arriving: UnitValues, _ size: Double, with inputs: UnitValues, _ root: Double, in layer: Int
  ) -> UnitValues {
    let fresh = normals.values(for: .gradient, ofLayer: layer)
    guard size > 0 else { return arriving }
    guard root > 0 else { return size * fresh }
    let direction = inputs / root
    let drawn = normals.values(for: .signal, ofLayer: layer)
    let share = (arriving / size).meanProduct(with: drawn) - direction.meanProduct(with: fresh)
    return size * (fresh + share * direction)
  }
}
