import Drawing

/// Sizes and colours of a legend: lengths in em, the size of its words, unless said otherwise.
public struct LegendStyle: Sendable, Hashable {
  /// Whether legends that would stand inside of a panel without title stand above it.
  public var isAbove = false
  /// From the frame to the words and keys.
  public var padding = 0.4
  /// Between two entries.
  public var entrySpacing = 0.5
  /// Between two columns of a legend outside of the panels.
  public var columnSpacing = 2.0
  /// The line that shows an entry's colour.
  public var keyLength = 2.0
  /// How far above the baseline the key lies.
  public var keyRise = 0.35
  /// From the key to the words.
  public var keyGap = 0.8
  /// From the legend to the panel's frame.
  public var margin = 0.5
  /// Of the legend's frame.
  public var cornerRadius = 0.2
  /// Points; no frame where it is 0.
  public var frameWidth = 1.0
  /// Of the line around the legend; translucent.
  public var frame = Color(0xcccccc, alpha: 204)
  /// Of the area behind the legend's words; translucent.
  public var background = Color(0xffffff, alpha: 204)
}
