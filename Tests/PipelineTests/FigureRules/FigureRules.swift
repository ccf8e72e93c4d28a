import ActivationFigures
import Activations
import Drawing
import Geometry
import Raster
import Statistics
import Typography

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import Plotting

/// A figure that was drawn from a configuration, and what it breaks of the rules of the styles `light` and `dark`.
///
/// The rules are measured on the layout, the filled paths and the pixels.
struct FigureRules {
  private let plan: FigurePlan
  private let study: FigureStudy
  private let layout: FigureLayout
  private let drawing: DisplayList
  private let pixels: PixelReader

  /// Draws the first figure of a configuration.
  init(ofConfiguration text: String, by renderer: FigureRenderer) async throws {
    let plans = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json").figures
    plan = plans[0]
    (study, layout) = try renderer.layout(of: plan, from: FigureInput(for: plan))
    drawing = renderer.drawing(of: layout)
    pixels = PixelReader(await renderer.pixmap(of: drawing))
  }

  /// All violations, each as a sentence.
  var faults: [String] {
    drawing.misplacedWords + hiddenCurves + unnamedCurves + faultyBars + unlabelledStems + unlabelledAxes
      + missingGuides + smallWords
  }

  // MARK: - Curves

  /// Curves of which less than 30 % of the path is seen.
  private var hiddenCurves: [String] {
    layout.panels.flatMap { panel in
      CurveVisibility.measured(in: panel, of: layout, pixels: pixels).filter { !$0.isEnough }.map {
        "\($0.name) shows \($0.shownShare) of its path, where \($0.evenShare) would be even"
      }
    }
  }

  /// Curves whose name is neither within 8 pixels of their end nor joined to it.
  private var unnamedCurves: [String] {
    layout.panels.flatMap { panel -> [String] in
      let labels = panel.panel.marks.compactMap { mark -> String? in
        // A single dot is explained by the caption.
        guard case .curve(let curve) = mark, curve.weight == .normal, !curve.x.isEmpty else { return nil }
        return curve.label
      }
      guard 1...6 ~= labels.count else { return [] }
      guard let legend = panel.legend, legend.entries.count == labels.count else {
        return ["\(labels.count) curves have \(panel.legend?.entries.count ?? 0) names"]
      }
      // A legend beside the frame stands in where the paper is too small for names at the ends.
      return legend.entries.compactMap { entry in
        guard let end = entry.end, entry.leader == nil else { return nil }
        let distance = entry.block.box.distance(to: end)
        let reach = 8 * max(1, plan.settings.dpi / 100)
        return distance <= reach ? nil : "\(entry.block.text) is \(distance) pixels away from its curve"
      }
    }
  }

  // MARK: - Bars

  /// Bars that leave the frame or are not seen, and texts that lie over bars.
  private var faultyBars: [String] {
    let words = drawing.fills.filter { [.note, .legendLabel].contains($0.role) }.compactMap(\.path.controlBox)
    return layout.panels.flatMap { panel -> [String] in
      panel.panel.marks.flatMap { mark -> [String] in
        guard case .bars(let bars) = mark else { return [] }
        var faults: [String] = []
        let area = panel.area
        for bar in bars.heights.indices where bars.heights[bar] > 0 {
          let tip = area.y.position(of: bars.heights[bar])
          let (left, right) = (area.x.position(of: bars.edges[bar]), area.x.position(of: bars.edges[bar + 1]))
          if tip < panel.frame.minY { faults.append("a bar of \(bars.heights[bar]) leaves the frame") }
          let box = Rect(minX: left, minY: tip, maxX: right, maxY: area.y.basePosition)
          if words.contains(where: { $0.overlaps(box) }) { faults.append("a text lies over bar \(bar)") }
        }
        if let highest = bars.heights.max(), highest > 0 {
          let tip = area.y.position(of: highest)
          // The lowest bars are a pixel higher than the line of the frame, which may be higher than their true height.
          let reach = area.y.basePosition - tip < 4 ? 4.0 : 1
          let seen = drawing.fills.contains { fill in
            fill.role == .bar && (fill.path.controlBox.map { (tip - reach...tip + 1).contains($0.minY) } ?? false)
          }
          if !seen { faults.append("the highest bar, \(highest), is not drawn at its height") }
        }
        return faults
      }
    }
  }

  /// Panels in which a value that many samples take has neither a label nor is counted by the last one.
  private var unlabelledStems: [String] {
    layout.panels.flatMap { panel -> [String] in
      panel.panel.marks.compactMap { mark -> String? in
        guard case .stems(let stems) = mark else { return nil }
        let texts = panel.stemLabels.map(\.block.text)
        let others = texts.compactMap { $0.hasPrefix("+ ") ? Int($0.dropFirst(2).prefix { $0.isNumber }) : nil }
        let labelled = texts.count - others.count + others.reduce(0, +)
        return labelled == stems.x.count ? nil : "\(labelled) of \(stems.x.count) single values are labelled"
      }
    }
  }

  // MARK: - Axes and guides

  private var unlabelledAxes: [String] {
    layout.panels.enumerated().flatMap { index, panel -> [String] in
      var faults: [String] = []
      if panel.xLabel == nil { faults.append("the x axis of panel \(index) has no label") }
      if panel.yLabel?.isTurned != true { faults.append("the y axis of panel \(index) has no upright label") }
      return faults
    }
  }

  /// Panels of curves without lines at x = 0 and y = 0, where these are in the frame.
  private var missingGuides: [String] {
    layout.panels.enumerated().flatMap { index, panel -> [String] in
      let marks = panel.panel.marks
      guard !marks.contains(where: { if case .bars = $0 { true } else { false } }) else { return [] }
      let lines = marks.compactMap { mark -> ReferenceLine.Place? in
        if case .line(let line) = mark { line.place } else { nil }
      }
      var faults: [String] = []
      if panel.xAxis.limits.contains(0), !lines.contains(.vertical(x: 0)) {
        faults.append("panel \(index): no line x = 0")
      }
      if panel.yAxis.limits.contains(0), !lines.contains(.horizontal(y: 0)) {
        faults.append("panel \(index): no line y = 0")
      }
      for place in asymptotes(in: panel) where !lines.contains(place) {
        faults.append("panel \(index): no line \(place)")
      }
      return faults
    }
  }

  /// The horizontal lines within a panel of values that the function of the figure tends to.
  private func asymptotes(in panel: PanelLayout) -> [ReferenceLine.Place] {
    guard let study = study.function, panel.panel.yAxis.label.hasPrefix("f(x)") else { return [] }
    return [study.function.asymptotes.left, study.function.asymptotes.right].compactMap { line in
      guard let line, line.slope == 0, panel.yAxis.limits.contains(line.intercept) else { return nil }
      return .horizontal(y: line.intercept)
    }
  }

  // MARK: - Words

  /// Texts of fewer than 11 pixels an em at the width at which a figure of default size is shown: 720 pixels for a row and
  /// 360 for a column.
  private var smallWords: [String] {
    let style = layout.style
    let least =
      [style.fontSize, style.noteSize, style.captionSize, style.panelTitleSize, style.figureTitleSize].min() ?? 0
    let shown: Double
    switch plan.settings.presentation.arrangement {
    case .row where plan.settings.width == 15: shown = 720
    case .column where plan.settings.width == 7.5: shown = 360
    default: return []
    }
    let em = least / 72 * shown / plan.settings.width
    return em < 11 ? ["the smallest text has \(em) pixels an em"] : []
  }
}
