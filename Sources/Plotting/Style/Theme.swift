import Drawing
import PortableMath

/// The few colours from which a style derives all others: each of the style's colours is a mixture of ink and paper that has
/// a fixed contrast with the paper, one of the accents, or a colour of a scale through given hues.
///
/// ```swift
/// var style = Style.light
/// style.setColors(of: Theme.light.on(Color(0xfff8e7)))
/// ```
public struct Theme: Sendable, Hashable {
  /// The colour of titles, from which all quieter colours come.
  public var ink: Color
  /// The colour of the page. Where it is translucent, the page below is taken to have this colour, too.
  public var paper: Color
  /// The colours that marks take in turn.
  public var accents: [Color]
  /// The colours whose hues the ordered scale runs through; its lightness follows from the paper.
  public var hues: [Color]

  /// Creates a theme from its roles.
  public init(ink: Color, paper: Color, accents: [Color], hues: [Color]) {
    self.ink = ink
    self.paper = paper
    self.accents = accents
    self.hues = hues
  }

  /// Returns the theme on another paper. The ink and the accents change only where their contrast is too small there, and
  /// then as little as needed.
  ///
  /// On every paper either black or white has a contrast of at least √21 = 4.58. So text can always have 4.5 and marks can
  /// have 3; but on a medium grey text has less than on white, and the accents differ less from each other.
  public func on(_ paper: Color) -> Theme {
    var theme = self
    theme.paper = paper
    if ink.contrast(with: paper) < Contrast.ink { theme.ink = ink.readable(on: paper, contrast: Contrast.ink) }
    theme.accents = accents.map { $0.readable(on: paper, contrast: Contrast.mark) }
    return theme
  }

  /// The contrast ratios of WCAG 2.2 that colours have with the paper.
  enum Contrast {
    /// The contrast of titles, of the texts beside marks and of thin lines over bars.
    static let ink = 12.0
    /// The contrast of ordinary text: a little more than the 7 of level AAA.
    static let text = 7.5
    /// The contrast of frames, ticks and muted marks, which have one colour: few colours keep files small.
    static let frame = 3.6
    /// The contrast of curves, bars and dots, which level AA asks for.
    static let mark = 3.0
    /// The contrast of the lines through the ticks, which should be seen only when they are looked for.
    static let grid = 1.2
  }

  /// Returns the mixture of paper and ink with the least ink that has a contrast with the paper. If the ink itself has less,
  /// the result is black or white as far as needed.
  func mixture(contrast: Double) -> Color {
    var opaque = paper
    opaque.alpha = 255
    let steps = 255
    // The contrast grows with the share of the ink.
    var (low, high) = (0, steps)
    func color(_ step: Int) -> Color { opaque.mixed(with: ink, share: Double(step) / Double(steps)) }
    while low < high {
      let middle = (low + high) / 2
      if color(middle).contrast(with: paper) >= contrast { high = middle } else { low = middle + 1 }
    }
    return color(low).readable(on: paper, contrast: contrast)
  }

  /// The colours of the ordered scale: from the contrast of marks to that of ink, in equal steps of lightness (L* of CIE
  /// 1976), with the hues in turn.
  var orderedColors: [Color] {
    guard let lastHue = hues.indices.last else { return [] }
    let isDarkening = paper.farthestGrey == .black
    let luminance = paper.luminance + 0.05
    func lightness(contrast: Double) -> Double {
      let value = (isDarkening ? luminance / contrast : luminance * contrast) - 0.05
      return 116 * Double.pow(min(max(value, 0), 1), 1.0 / 3) - 16
    }
    // A little more than the contrast of marks, since channels are rounded.
    let start = lightness(contrast: Contrast.mark * 1.03)
    let end = lightness(contrast: 15)
    let count = 9
    return (0..<count).map { index in
      let share = Double(index) / Double(count - 1)
      let place = share * Double(lastHue)
      let hue = min(Int(place), lastHue)
      let base = hues[hue].mixed(with: hues[min(hue + 1, lastHue)], share: place - Double(hue))
      let root = (start + share * (end - start) + 16) / 116
      return base.tinted(luminance: root * root * root)
    }
  }
}

extension Color {
  /// Returns the mixture with black or with white that has a relative luminance, as far as 8 bits allow.
  fileprivate func tinted(luminance wanted: Double) -> Color {
    let end = luminance > wanted ? Color.black : .white
    let isDarkening = end == .black
    var (low, high) = (0, 1 << 16)
    func color(_ step: Int) -> Color { mixed(with: end, share: Double(step) / Double(1 << 16)) }
    while low < high {
      let middle = (low + high) / 2
      let value = color(middle).luminance
      if isDarkening ? value <= wanted : value >= wanted { high = middle } else { low = middle + 1 }
    }
    return color(low)
  }
}

extension Style {
  /// Takes all colours from a theme.
  public mutating func setColors(of theme: Theme) {
    paper = theme.paper
    titleColor = theme.ink
    textColor = theme.mixture(contrast: Theme.Contrast.text)
    noteColor = theme.ink
    captionColor = textColor
    frameColor = theme.mixture(contrast: Theme.Contrast.frame)
    tickColor = frameColor
    gridColor = theme.mixture(contrast: Theme.Contrast.grid)
    palette = theme.accents
    orderedColors = theme.orderedColors
    mutedColor = frameColor
    referenceColor = theme.ink
    legend.frame = gridColor
    legend.background = theme.paper
    legend.background.alpha = 220
  }
}
