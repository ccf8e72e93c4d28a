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
      fills.append(title.fill(color: layout.style.titleColor, role: .figureTitle))
    }
    if let caption = layout.caption {
      fills.append(caption.fill(color: layout.style.captionColor, role: .caption))
    }
  }
}
