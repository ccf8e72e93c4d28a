/// What the shares of a run have to do, in a heap: that with the least lies on top, of equal ones the first.
struct ShardLoads {
  private var shares: [(load: Double, index: Int)]

  /// Of so many shares, at least one, that have nothing to do yet.
  init(count: Int) { shares = (0..<count).map { (0, $0) } }

  /// Gives more to the share that has the least: the place of that share, from 0.
  mutating func addToLeast(_ load: Double) -> Int {
    let index = shares[0].index
    shares[0].load += load
    var place = 0
    while true {
      let children = (2 * place + 1..<2 * place + 3).clamped(to: 0..<shares.count)
      guard let least = children.min(by: { shares[$0] < shares[$1] }), shares[least] < shares[place] else { break }
      shares.swapAt(place, least)
      place = least
    }
    return index
  }
}
