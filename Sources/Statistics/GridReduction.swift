/// The points of a dense grid that determine how its curve looks.
///
/// A million points are more than a thousand per pixel, and stroking them would take a gigabyte. The grid is divided
/// into blocks, several per pixel of an ordinary panel. Of each block those points are kept that determine what a line
/// through all of its points covers: the first and the last, and the first and the last occurrence of the minimum and
/// of the maximum, of each curve. Points that are not finite divide a block into stretches, each
/// of which is treated on its own, unless the stretches before it cover the same range. So a jump keeps both its sides,
/// a gap stays a gap, and the extremes do not change.
///
/// The blocks depend on the number of points alone, so that a curve keeps the same points on paper of any size.
struct GridReduction {
  static let blockCount = 4_096
  /// The greatest number of points of a grid that is kept whole, because a reduction would make little difference.
  static let wholeCount = 16 * blockCount

  private(set) var x: [Double] = []
  /// The numbers of each curve at the points that are kept.
  private(set) var curves: [[Double]]

  /// Evaluates several functions over a grid, block by block. The same points of all of them are kept.
  init(of functions: [(Double) -> Double], over grid: ResponseGrid) {
    curves = [[Double]](repeating: [], count: functions.count)
    for block in 0..<Self.blockCount {
      let indices = (block * grid.count / Self.blockCount)..<((block + 1) * grid.count / Self.blockCount)
      let x = indices.map { grid[$0] }
      add(x, functions.map { x.map($0) })
    }
  }

  private mutating func add(_ x: [Double], _ block: [[Double]]) {
    guard let last = x.indices.last else { return }
    var isKept = [Bool](repeating: false, count: x.count)
    isKept[0] = true
    isKept[last] = true
    let hasGaps = block.map { BlockStretches(of: $0).keep(&isKept) }.contains(true)
    if hasGaps {
      // Points that are kept for one curve must not be joined across a gap of another. A point that is added for one
      // curve may lie in a part that was left out of another, so all are checked until nothing changes.
      while block.contains(where: { Self.divide(&isKept, whereGapsOf: $0) }) {}
    }
    for place in x.indices where isKept[place] {
      self.x.append(x[place])
      for index in block.indices { curves[index].append(block[index][place]) }
    }
  }

  /// Keeps one point of each gap between two finite points that are kept. Returns whether any was added.
  private static func divide(_ isKept: inout [Bool], whereGapsOf y: [Double]) -> Bool {
    var hasChanged = false
    var gap: Int?
    var isJoined = false
    for place in y.indices {
      if !y[place].isFinite {
        gap = gap ?? place
        if isKept[place] { isJoined = false }
      } else if isKept[place] {
        if isJoined, let gap {
          isKept[gap] = true
          hasChanged = true
        }
        isJoined = true
        gap = nil
      }
    }
    return hasChanged
  }
}

/// The stretches of finite numbers in a block of a curve that have to be drawn separately.
private struct BlockStretches {
  /// A run of consecutive finite numbers.
  struct Stretch {
    let start: Int
    var end: Int
    var low: Double
    var high: Double
    /// The first and the last index of the least number, and those of the greatest number.
    var lows: (first: Int, last: Int)
    var highs: (first: Int, last: Int)

    init(at place: Int, _ number: Double) {
      (start, end, low, high) = (place, place, number, number)
      (lows, highs) = ((place, place), (place, place))
    }

    mutating func add(_ number: Double, at place: Int) {
      end = place
      if number <= low {
        if number < low { (low, lows.first) = (number, place) }
        lows.last = place
      }
      if number >= high {
        if number > high { (high, highs.first) = (number, place) }
        highs.last = place
      }
    }
  }

  /// The number of stretches that are kept in any case. Of further ones only the last that extends the range at each
  /// end is.
  private static let mostStretches = 6

  private let count: Int
  private var kept: [Stretch] = []
  private var lowest: Stretch?
  private var highest: Stretch?
  private var last: Stretch?
  /// The disjoint ranges that the stretches which are kept cover.
  private var covered: [ClosedRange<Double>] = []
  private var hull: ClosedRange<Double>?

  init(of numbers: [Double]) {
    count = numbers.count
    var stretch: Stretch?
    for (place, number) in numbers.enumerated() {
      if !number.isFinite {
        if let stretch { finish(stretch) }
        stretch = nil
      } else if stretch == nil {
        stretch = Stretch(at: place, number)
      } else {
        stretch?.add(number, at: place)
      }
    }
    if let stretch { finish(stretch) }
  }

  private mutating func finish(_ stretch: Stretch) {
    last = stretch
    let range = stretch.low...stretch.high
    if covered.contains(where: { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }) { return }
    if kept.count < Self.mostStretches {
      kept.append(stretch)
      let touching = covered.filter { $0.overlaps(range) }
      covered.removeAll { $0.overlaps(range) }
      covered.append(touching.reduce(range) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) })
    } else if let hull {
      if range.lowerBound < hull.lowerBound { lowest = stretch }
      if range.upperBound > hull.upperBound { highest = stretch }
    }
    hull = hull.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
  }

  /// Marks the points that determine how the curve looks. Returns whether the block has gaps.
  func keep(_ isKept: inout [Bool]) -> Bool {
    for stretch in kept + [lowest, highest, last].compactMap(\.self) {
      for place in [
        stretch.start, stretch.end, stretch.lows.first, stretch.lows.last, stretch.highs.first, stretch.highs.last,
      ] { isKept[place] = true }
      if stretch.start > 0 { isKept[stretch.start - 1] = true }
    }
    return last.map { $0.start > 0 || $0.end < count - 1 } ?? true
  }
}
