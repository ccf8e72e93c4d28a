import Drawing
import Geometry

extension DisplayList {
  /// The fills of a figure that has been laid out, from the lowest to the topmost.
  public init(drawing layout: FigureLayout) {
    self.init(width: Int(layout.size.width), height: Int(layout.size.height), background: layout.style.paper)
    for panel in layout.panels {
      fills += panel.fills(style: layout.style, resolution: layout.resolution)
    }
    if let title = layout.title {
      fills.append(title.fill(color: layout.style.ink, role: .figureTitle))
    }
  }
}

extension TextBlock {
  /// The glyphs of all lines, each on a baseline of whole pixels.
  func fill(color: Color, role: Fill.Role) -> Fill {
    var path = Path()
    for line in lines {
      let baseline = (box.minY + line.baseline).rounded()
      path.append(line.glyphs.outline(at: Point(x: box.minX + line.left, y: baseline)))
    }
    return Fill(path, color: color, role: role)
  }
}
