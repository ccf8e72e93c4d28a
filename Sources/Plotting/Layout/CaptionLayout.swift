import Geometry
import Typography

extension TextBlock {
  /// The block above or below a span of the paper, as the style aligns titles, with its top at y.
  func placed(_ alignment: TitleAlignment, over span: ClosedRange<Double>, top y: Double) -> TextBlock {
    switch alignment {
    case .center: placed(centredOn: (span.lowerBound + span.upperBound) / 2, top: y)
    case .left: aligned(.left).placed(at: Point(x: span.lowerBound, y: y))
    }
  }

  /// The block at its height: in the middle of the paper, or flush with the first frame as far as the paper is wide enough.
  func aligned(_ alignment: TitleAlignment, over panels: [PanelLayout], on paper: Size, padding: Double) -> TextBlock {
    switch alignment {
    case .center: return placed(centredOn: paper.width / 2, top: box.minY)
    case .left:
      let start = panels.first?.frame.minX ?? padding
      let left = max(padding, min(start, paper.width - padding - box.width))
      return aligned(.left).placed(at: Point(x: left, y: box.minY))
    }
  }
}

extension Figure {
  /// The figure with those legends outside that would cover something inside and may not; nil where there are none.
  init?(clearing figure: Figure, arrangedAs panels: [PanelLayout]) {
    var clear = figure
    for (index, layout) in panels.enumerated() where layout.panel.legendPlace == .insideIfClear {
      guard let legend = layout.legend, legend.coverage > 0 else { continue }
      clear.panels[index].legendPlace = .outside
    }
    guard zip(clear.panels, figure.panels).contains(where: { $0.legendPlace != $1.legendPlace }) else { return nil }
    self = clear
  }
}
