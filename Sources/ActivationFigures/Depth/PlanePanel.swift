import Depth
import Plotting

/// The panel with the plane of the standard deviations of weights and biases, the edge of chaos and the initialization.
struct PlanePanel {
  let depth: DepthPanels

  init(of depth: DepthPanels) { self.depth = depth }

  func panel(isNaming: Bool) -> Panel {
    var marks: [Mark] = []
    // A curve without points has no end at which its name could stand.
    let isNamed = depth.functions.map { !depth.areNamedAtEnds || $0.study.edge != nil }
    let initializations = depth.functions.map(\.study.initialization)
    let shared = depth.single == nil && Set(initializations.map { $0?.weightVariance }).count == 1
    for (index, function) in depth.functions.enumerated() {
      var curve = Curve(
        x: [], y: [], label: isNamed[index] ? depth.label(index, alone: "χ = 1", isNaming: isNaming) : "",
        color: .palette(index))
      if let edge = function.study.edge {
        curve.appendPoints(of: edge, where: \.isStable)
        var unstable = Curve(x: [], y: [], color: .palette(index), weight: .thin)
        unstable.appendPoints(of: edge) { !$0.isStable }
        if !unstable.x.isEmpty { marks.append(.curve(unstable)) }
        if let place = edge.onlyPlace {
          marks.append(
            .line(
              ReferenceLine(
                .vertical(x: place), color: depth.single == nil ? .palette(index) : .muted, isDashed: true)))
          // The curve is one point, beside which its name stands.
          (curve.x, curve.y) = ([place], [0])
          curve.endPoints.append(EndPoint(x: place, y: 0, isTaken: false))
        }
      }
      if let initialization = initializations[index], !shared {
        curve.endPoints.append(EndPoint(of: initialization))
      }
      marks.append(.curve(curve))
    }
    if shared, let initialization = initializations.first ?? nil {
      marks.append(
        .curve(
          Curve(x: [], y: [], color: .reference, weight: .thin, endPoints: [EndPoint(of: initialization)])))
    }
    return Panel(
      xAxis: Axis(limits: 0...widest), yAxis: Axis(limits: 0...highest), marks: marks,
      legendPlace: depth.areNamedAtEnds ? .atEnds : .insideIfClear)
  }

  /// The end of the axis of weights: it shows the initializations, and the beginning of each edge that is not far away.
  private var widest: Double {
    let initial = depth.functions.compactMap { $0.study.initialization?.weightDeviation }
    let edges = depth.functions.compactMap { function -> Double? in
      guard let edge = function.study.edge else { return nil }
      return edge.onlyPlace ?? edge.pieces.joined().lazy.map(\.weights).min()
    }.filter { $0 <= 25 }
    return max(2.5, 1.25 * (initial.max() ?? 0), 1.5 * (edges.max() ?? 0))
  }

  /// The end of the axis of biases.
  private var highest: Double {
    max(1, 1.25 * (depth.functions.compactMap { $0.study.initialization?.biasDeviation }.max() ?? 0))
  }
}

extension Curve {
  /// Adds the points of an edge that are of one kind, in pieces.
  fileprivate mutating func appendPoints(of edge: EdgeOfChaos, where isIncluded: (EdgeOfChaos.Point) -> Bool) {
    for piece in edge.pieces {
      if !x.isEmpty {
        x.append(.nan)
        y.append(.nan)
      }
      for (index, point) in piece.enumerated() {
        // A neighbour of the other kind joins both kinds.
        let isNeighbour = index > 0 && isIncluded(piece[index - 1])
        guard isIncluded(point) || isNeighbour else {
          if let last = x.last, !last.isNaN {
            x.append(.nan)
            y.append(.nan)
          }
          continue
        }
        x.append(point.weights)
        y.append(point.biases)
      }
    }
    if x.allSatisfy(\.isNaN) { (x, y) = ([], []) }
  }
}

extension EndPoint {
  /// The place of an initialization in the plane.
  fileprivate init(of initialization: Initialization) {
    self.init(x: initialization.weightDeviation, y: initialization.biasDeviation, isTaken: true)
  }
}

extension Initialization {
  /// The standard deviation σ_w of a weight, times the square root of the number of inputs of its unit.
  var weightDeviation: Double { weightVariance.squareRoot() }
  /// The standard deviation σ_b of a bias.
  var biasDeviation: Double { biasVariance.squareRoot() }
}
