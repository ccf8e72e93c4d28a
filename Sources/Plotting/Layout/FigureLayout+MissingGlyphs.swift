import Typography

extension FigureLayout {
  /// The characters for which no typeface has a glyph, so that boxes stand in the figure: each once for the faces that were
  /// asked, in the order of the words from the title on.
  public var missingGlyphs: [MissingGlyph] {
    var seen: Set<MissingGlyph> = []
    return blocks.flatMap(\.lines).flatMap(\.glyphs.missing).filter { seen.insert($0).inserted }
  }

  /// The texts that are drawn otherwise than their scripts ask for, each reason once.
  public var unshapedTexts: [UnshapedText] {
    var seen: Set<UnshapedText> = []
    return blocks.flatMap(\.lines).flatMap(\.glyphs.unshaped).filter { seen.insert($0).inserted }
  }

  private var blocks: [TextBlock] {
    [title].compactMap(\.self)
      + panels.flatMap { panel in
        let axes = [panel.xAxis, panel.yAxis].flatMap { $0.ticks.map(\.block) + [$0.offsetText].compactMap(\.self) }
        return [panel.title, panel.xLabel].compactMap(\.self) + axes + (panel.legend?.entries.map(\.block) ?? [])
      }
  }
}
