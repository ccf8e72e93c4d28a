/// The lines in which two texts differ, with the equal lines around them.
struct LineDifference {
  enum Line: Equatable {
    /// A line that both texts have.
    case kept(String)
    /// A line of the expected text alone.
    case expected(String)
    /// A line of the actual text alone.
    case actual(String)
    /// A number of equal lines that are far from any difference.
    case omitted(Int)
  }

  /// The number of equal lines shown before and after a difference.
  static let context = 3

  let lines: [Line]

  init(from expected: String, to actual: String) {
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let found = actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let difference = found.difference(from: wanted)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var all: [Line] = []
    var (old, new) = (0, 0)
    while old < wanted.count || new < found.count {
      if removed.contains(old) {
        all.append(.expected(wanted[old]))
        old += 1
      } else if inserted.contains(new) {
        all.append(.actual(found[new]))
        new += 1
      } else {
        all.append(.kept(found[new]))
        (old, new) = (old + 1, new + 1)
      }
    }
    lines = Self.shortened(all)
  }

  /// Replaces the equal lines that are more than ``context`` lines away from every difference by their number.
  private static func shortened(_ lines: [Line]) -> [Line] {
    var isShown = [Bool](repeating: false, count: lines.count)
    for (index, line) in lines.enumerated() {
      if case .kept = line { continue }
      for near in max(0, index - context)...min(lines.count - 1, index + context) { isShown[near] = true }
    }
    var result: [Line] = []
    var omitted = 0
    for (line, isShown) in zip(lines, isShown) {
      if isShown {
        if omitted > 0 { result.append(.omitted(omitted)) }
        omitted = 0
        result.append(line)
      } else {
        omitted += 1
      }
    }
    if omitted > 0 { result.append(.omitted(omitted)) }
    return result
  }
}
