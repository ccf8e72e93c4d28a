import Plans
import System

/// The order in which figures are made: portions that are prepared at a time, four bytes a figure.
///
/// A single portion has the order of the figures. Several have those of the same samples together, so that samples are drawn
/// once again for each portion at most.
struct WorkOrder {
  /// The places of the figures in the order in which they are made.
  private var places: [UInt32] = []
  /// The places of the figures for which there is no memory, and why.
  private(set) var refusals: [(place: Int, reason: String)] = []
  /// The memory that the figure needs that needs most.
  private(set) var greatestBytes = 1

  /// The number of different samples beyond which figures are not sorted by them.
  private static let sortedSamples = 1 << 16

  /// The greatest number of figures that are prepared at the same time.
  private let preparedCount: Int

  init(of figures: some RandomAccessCollection<FigurePlan>, within memory: MemoryLimit?, preparing count: Int) {
    preparedCount = count
    let isSorted = figures.count > count
    var groups: [SampleKey: UInt32] = [:]
    var groupOfPlace: [UInt32] = []
    for (place, figure) in figures.enumerated() {
      if let memory {
        let bytes = figure.estimate.bytes
        if let reason = memory.refusal(of: bytes) {
          refusals.append((place, reason))
          continue
        }
        greatestBytes = max(greatestBytes, bytes)
      }
      places.append(UInt32(place))
      guard isSorted, groups.count <= Self.sortedSamples else { continue }
      let key = SampleKey(of: figure)
      let group = groups[key] ?? UInt32(groups.count)
      groups[key] = group
      groupOfPlace.append(group)
    }
    guard isSorted, 2...Self.sortedSamples ~= groups.count else { return }
    // Counted first, so that every group keeps its order and its place is known.
    var starts = [Int](repeating: 0, count: groups.count + 1)
    for group in groupOfPlace { starts[Int(group) + 1] += 1 }
    for group in 1..<starts.count { starts[group] += starts[group - 1] }
    var sorted = places
    for (place, group) in zip(places, groupOfPlace) {
      sorted[starts[Int(group)]] = place
      starts[Int(group)] += 1
    }
    places = sorted
  }

  /// The places of the figures that are prepared at the same time.
  var portions: some Sequence<ArraySlice<UInt32>> {
    stride(from: 0, to: places.count, by: preparedCount).lazy.map {
      places[$0..<min($0 + preparedCount, places.count)]
    }
  }
}

/// What makes two sets of samples the same. Figures without samples are alike.
private struct SampleKey: Hashable {
  let seed: UInt64
  let count: Int

  init(of figure: FigurePlan) {
    (seed, count) = figure.hasSamples ? (figure.settings.seed, figure.settings.samples) : (0, 0)
  }
}

extension MemoryLimit {
  /// Why there is no memory for a figure, as one sentence; nil if there is enough.
  fileprivate func refusal(of bytes: Int) -> String? {
    guard bytes > available else { return nil }
    return "It may take \(bytes.roundedMegabytes) of memory, but \(name) leaves the process no more than "
      + "\(available.roundedMegabytes)."
  }

  /// The number of figures for which there is room at the same time, at least one and at most `jobs`.
  ///
  /// - Parameter bytes: The memory that the largest of them needs.
  func jobs(ofBytes bytes: Int, atMost jobs: Int) -> Int { max(1, min(jobs, available / bytes)) }
}
