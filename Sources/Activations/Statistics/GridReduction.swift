/// The points of a dense grid that a picture can show.
///
/// A million points are more than a thousand to each pixel, and would take a gigabyte to stroke. The grid is divided into
/// blocks, several to each pixel of an ordinary panel, and of each block those points are kept that decide what a line
/// through all of them covers: the first and the last, and the first and the last of the least and of the greatest, of the
/// value and of the derivative. Where points are not finite, each stretch between them counts for itself, unless the
/// stretches before it in the block cover what it covers. So a jump keeps both its sides, a gap stays a gap, and the
/// extremes stay what they are.
///
/// The blocks follow from the number of points alone, so the same curve keeps the same points on paper of any size.
struct GridReduction {
  static let blockCount = 4_096
  /// Grids of no more points are kept whole: up to here a reduction would not make much of a difference.
  static let wholeCount = 16 * blockCount

  private(set) var x: [Double] = []
  private(set) var value: [Double] = []
  private(set) var derivative: [Double] = []

  /// Evaluates a function over a grid, block by block.
  init(of function: ActivationFunction, over grid: ResponseGrid) {
    for block in 0..<Self.blockCount {
      let indices = (block * grid.count / Self.blockCount)..<((block + 1) * grid.count / Self.blockCount)
      let x = indices.map { grid[$0] }
      add(x, x.map(function.value(at:)), x.map(function.derivative(at:)))
    }
  }

  private mutating func add(_ x: [Double], _ value: [Double], _ derivative: [Double]) {
    guard let last = x.indices.last else { return }
    var isKept = [Bool](repeating: false, count: x.count)
    isKept[0] = true
    isKept[last] = true
    let hasGaps = [value, derivative].map { BlockStretches(of: $0).keep(&isKept) }.contains(true)
    if hasGaps {
      // What one curve keeps must not join what a gap of the other divides. A point that is added for one may itself lie in
      // what the other has left out, so both are looked at until nothing is missing.
      while [value, derivative].contains(where: { Self.divide(&isKept, whereGapsOf: $0) }) {}
    }
    for place in x.indices where isKept[place] {
      self.x.append(x[place])
      self.value.append(value[place])
      self.derivative.append(derivative[place])
    }
  }

  /// Keeps one point of each gap between two finite points that are kept; false where none was missing.
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

/// The stretches of finite numbers in a block of a curve that have to be drawn.
private struct BlockStretches {
  /// Finite numbers one behind another.
  struct Stretch {
    let start: Int
    var end: Int
    var low: Double
    var high: Double
    /// The first and the last place of the least number, and of the greatest.
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

  /// More than these are only kept where they reach beyond all others, the last that does so on either side.
  private static let mostStretches = 6

  private let count: Int
  private var kept: [Stretch] = []
  private var lowest: Stretch?
  private var highest: Stretch?
  private var last: Stretch?
  /// What the stretches that are kept cover: apart from one another.
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

  /// Marks what decides how the curve looks; tells whether there are gaps.
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
