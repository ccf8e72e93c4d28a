import Activations
import Numerals
import Plotting

extension Bars {
  /// More labels than these would no longer be calm.
  private static let labelLimit = 4

  /// Labels the bars that hold point masses, and cuts them where they are so high that the rest could not be read.
  ///
  /// The axis then has room for the rest: for every other bar, and for what a bar with a mass holds beside it.
  mutating func mark(_ masses: [PointMass], among count: Int) {
    var held = [Double](repeating: 0, count: heights.count)
    for mass in masses.prefix(Self.labelLimit) {
      guard let bar = bar(holding: Double(mass.value)) else { continue }
      held[bar] += (mass.share * Double(count)).rounded()
      notes.append(BarNote("\(mass.words)", bar: bar))
    }
    let rest = zip(heights, held).map { max($0 - $1, 0) }.max() ?? 0
    let highest = heights.max() ?? 0
    // A bar that is hardly higher than the rest tells more when it is whole.
    if rest > 0, highest > 1.5 * rest { ceiling = rest }
  }

  private func bar(holding value: Double) -> Int? {
    guard let last = edges.last, value <= last else { return nil }
    return value == last ? heights.count - 1 : edges.lastIndex { $0 <= value }
  }
}

extension PointMass {
  /// `0: 50.1 %`
  fileprivate var words: String {
    let shortest = String(shortest: value + 0)
    let number = shortest.utf8.count > 7 ? String(Double(value), significantDigits: 4) : shortest
    return "\(number): \(String(100 * share, decimals: 1)) %".withMinusSigns
  }
}

extension String {
  /// The shortest text of the double of the same digits, so that 0.1 in single precision is `0.1`.
  fileprivate init(shortest value: Float) { self.init(shortest: Double(value.description) ?? Double(value)) }
}
