import Depth
import Numerals
import Plotting

/// The panel with the distributions of the outputs of some layers or, of several functions, of the last of these layers.
struct DensityPanel {
  let depth: DepthPanels
  /// The distributions with the number of their function and their name.
  private let shown: [(function: Int, name: String, density: OutputDensity)]

  init(of depth: DepthPanels) {
    self.depth = depth
    if let study = depth.single {
      shown = study.outputs.map { (0, study.outputs.count == 1 ? "density" : DepthTexts.layers($0.layers), $0) }
    } else {
      shown = depth.functions.enumerated().compactMap { index, function in
        function.study.outputs.last.map { (index, function.title, $0) }
      }
    }
  }

  func panel(isNaming: Bool) -> Panel {
    var marks: [Mark] = []
    for (place, item) in shown.enumerated() where !item.density.densities.isEmpty {
      let color: MarkColor =
        depth.single == nil
        ? .palette(item.function) : .ordered(shown.count == 1 ? 1 : Double(place) / Double(shown.count - 1))
      marks.append(.curve(item.density.curve(label: isNaming ? item.name : "", color: color)))
    }
    marks += stems.map(Mark.stems)
    // Densities end side by side at zero, where their names would be far from what they name.
    var panel = Panel(
      marks: marks, legendPlace: depth.areNamedAtEnds && shown.count > 1 ? .outside : .insideIfClear)
    panel.xAxis.limits = xLimits
    panel.yAxis.limits = 0...highest
    return panel
  }

  /// Whether a density is higher than the axis shows.
  var hasPeaksBeyond: Bool { shown.contains { ($0.density.densities.max() ?? 0) > highest * (1 + 1e-9) } }

  /// Whether outputs lie beyond the axis.
  var hasOutputsBeyond: Bool {
    let limits = xLimits
    return ranges.contains { $0.lowerBound < limits.lowerBound || $0.upperBound > limits.upperBound }
  }

  /// The range of the outputs of each distribution, with the values that many of them take.
  private var ranges: [ClosedRange<Double>] {
    shown.map { item in
      let values = item.density.atoms.map(\.value)
      return min(
        item.density.range.lowerBound, values.first ?? .infinity)...max(
          item.density.range.upperBound, values.last ?? -.infinity)
    }
  }

  /// The range of the axis: that of all outputs or, where some distributions are far wider than most, four times the greatest
  /// magnitude of the median one on either side, and no more than leaves the narrowest some pixels if that can be.
  private var xLimits: ClosedRange<Double> {
    let ranges = ranges
    let magnitudes = ranges.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) }.sorted()
    guard let all = ranges.first.map({ first in ranges.reduce(first) { $0.union($1) } }) else { return -1...1 }
    let median = magnitudes[(magnitudes.count - 1) / 2]
    // A distribution that is some hundred times narrower than others would be thinner than a line.
    let narrowest = 40 * (magnitudes.first ?? 0)
    let reach = median > 0 ? min(4 * median, narrowest >= median / 8 ? narrowest : .infinity) : .infinity
    let least = max(all.lowerBound, -reach)
    let greatest = min(all.upperBound, reach)
    let margin = 0.03 * (greatest - least)
    guard margin > 0, margin.isFinite else {
      let half = min(max(greatest.magnitude / 2, 1e-300), 1e300)
      return min(max(least, -1e300), 1e300) - half...min(max(greatest, -1e300), 1e300) + half
    }
    return least - margin...greatest + margin
  }

  /// The top of the axis. Where a density is infinite, or a distribution is far narrower than another, its peak would leave no
  /// visible height to all others. Therefore the axis reaches a little higher than the mean density over a twentieth of the
  /// width of the panel.
  private var highest: Double {
    let limits = xLimits
    let window = (limits.upperBound - limits.lowerBound) / 20
    let greatest = shown.map { $0.density.greatestMean(over: window) }.max() ?? 0
    return greatest > 0 && greatest.isFinite ? 1.15 * greatest : 1
  }

  /// The values that a share of the outputs takes. Each has one stem for all distributions. In a comparison, a stem has the
  /// colour of the only function whose outputs take the value.
  private var stems: [Stems] {
    var atoms: [(value: Double, shares: [Double], functions: Set<Int>)] = []
    for item in shown {
      for atom in item.density.atoms {
        if let index = atoms.firstIndex(where: { $0.value == atom.value }) {
          atoms[index].shares.append(atom.share)
          atoms[index].functions.insert(item.function)
        } else {
          atoms.append((atom.value, [atom.share], [item.function]))
        }
      }
    }
    atoms.sort { $0.value < $1.value }
    let height = highest
    func stems(_ atoms: [(value: Double, shares: [Double], functions: Set<Int>)], _ color: MarkColor) -> [Stems] {
      atoms.isEmpty
        ? []
        : [
          Stems(
            x: atoms.map(\.value), heights: atoms.map { _ in height },
            texts: atoms.map { DepthTexts.atom($0.value, shares: $0.shares) }, color: color)
        ]
    }
    guard depth.single == nil else { return stems(atoms, .reference) }
    let own = depth.functions.indices.flatMap { index in
      stems(atoms.filter { $0.functions == [index] }, .palette(index))
    }
    return own + stems(atoms.filter { $0.functions.count > 1 }, .reference)
  }
}

extension OutputDensity {
  /// The density as a curve from and to zero.
  fileprivate func curve(label: String, color: MarkColor) -> Curve {
    let width = (range.upperBound - range.lowerBound) / Double(densities.count)
    let x = densities.indices.map { range.lowerBound + (Double($0) + 0.5) * width }
    return Curve(
      x: [range.lowerBound, range.lowerBound] + x + [range.upperBound, range.upperBound],
      y: [0, densities[0]] + densities + [densities[densities.count - 1], 0], label: label, color: color)
  }

  /// The greatest mean density over windows of a width.
  fileprivate func greatestMean(over window: Double) -> Double {
    guard !densities.isEmpty, window > 0 else { return 0 }
    let cell = (range.upperBound - range.lowerBound) / Double(densities.count)
    let share = window / cell
    guard share.isFinite else { return 0 }
    let count = min(max(Int(min(share, 1e6)), 1), densities.count)
    var sum = densities[..<count].reduce(0, +)
    var greatest = sum
    for index in count..<densities.count {
      sum += densities[index] - densities[index - count]
      greatest = max(greatest, sum)
    }
    // A window that is wider than the distribution holds all of it.
    return greatest * cell / max(window, Double(count) * cell)
  }
}
