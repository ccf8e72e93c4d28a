/// Marks on one base, each further out than the one before: positions in 1/64 pixel from the base's origin, y upward.
struct MarkStack {
  private let middle: Int
  private let left: Int
  private let right: Int
  /// Between a mark and what lies under it.
  private let gap: Int
  private var top: Int
  private var bottom: Int

  /// A base without ink, as a space or a dotted circle that the face lacks, holds marks as a letter of half an em would.
  init(on base: Glyph, scale: TypeScale) {
    let advance = scale.coordinate(base.advance)
    left = base.ink.map { scale.coordinate($0.x.lowerBound) } ?? 0
    right = base.ink.map { scale.coordinate($0.x.upperBound) } ?? advance
    middle = (left + right) / 2
    top = base.ink.map { scale.coordinate($0.y.upperBound) } ?? scale.em / 2
    bottom = base.ink.map { scale.coordinate($0.y.lowerBound) } ?? 0
    gap = scale.em / 16
  }

  /// Where a mark goes.
  ///
  /// It is moved sidewise to the middle of the base's ink, and away from the base as far as it would touch it: the height at
  /// which the font draws it is that for a small letter.
  mutating func offset(of mark: Glyph, scale: TypeScale, side: PlacedMark.Side) -> (x: Int, y: Int) {
    guard let ink = mark.ink else { return (0, 0) }
    let width = (left: scale.coordinate(ink.x.lowerBound), right: scale.coordinate(ink.x.upperBound))
    let height = (low: scale.coordinate(ink.y.lowerBound), high: scale.coordinate(ink.y.upperBound))
    let x =
      switch side {
      case .above, .below, .within: middle - (width.left + width.right) / 2
      case .aboveLeft: left - width.left
      case .aboveRight: right - width.right
      }
    switch side {
    case .within:
      return (x, 0)
    case .below:
      let y = min(0, bottom - gap - height.high)
      bottom = height.low + y
      return (x, y)
    case .above, .aboveLeft, .aboveRight:
      let y = max(0, top + gap - height.low)
      if side == .above { top = height.high + y }
      return (x, y)
    }
  }
}
