import Depth
import Plotting

/// The panel with the plane of the standard deviations of weights and biases, the edge of chaos and the initialization.
struct PlanePanel {
  let depth: DepthPanels

  init(of depth: DepthPanels) { self.depth = depth }

  func panel(isNaming: Bool) -> Panel {
    var marks: [Mark] = []
    for (index, function) in depth.functions.enumerated() {
      var curve = Curve(
        x: [], y: [], label: depth.label(index, alone: "χ = 1", isNaming: isNaming), color: .palette(index))
      if let edge = function.study.edge {
        for piece in edge.pieces {
          if !curve.x.isEmpty {
            curve.x.append(.nan)
            curve.y.append(.nan)
          }
          curve.x += piece.map(\.weights)
          curve.y += piece.map(\.biases)
        }
        if let place = edge.onlyPlace {
          marks.append(.line(ReferenceLine(.vertical(x: place), isDashed: true)))
          curve.endPoints.append(EndPoint(x: place, y: 0, isTaken: false))
        }
      }
      if let initialization = function.study.initialization {
        curve.endPoints.append(
          EndPoint(x: initialization.weightDeviation, y: initialization.biasDeviation, isTaken: true))
      }
      marks.append(.curve(curve))
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

extension Initialization {
  /// The standard deviation σ_w of a weight, times the square root of the number of inputs of its unit.
  var weightDeviation: Double { weightVariance.squareRoot() }
  /// The standard deviation σ_b of a bias.
  var biasDeviation: Double { biasVariance.squareRoot() }
}
