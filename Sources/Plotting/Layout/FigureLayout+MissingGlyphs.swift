import Typography

extension FigureLayout {
  /// The characters for which no typeface has a glyph, so that boxes stand in the figure: each once for the faces that were
  /// asked, in the order of the words from the title on.
  public var missingGlyphs: [MissingGlyph] {
    var seen: Set<MissingGlyph> = []
    return blocks.flatMap(\.lines).flatMap(\.glyphs.missing).filter { seen.insert($0).inserted }
  }

  /// The scripts that are drawn in a typeface without the rules for them, each once with each typeface.
  public var unshapedScripts: [UnshapedScript] {
    var seen: Set<UnshapedScript> = []
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
