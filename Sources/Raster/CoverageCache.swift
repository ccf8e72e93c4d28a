import Drawing
import Geometry
import Synchronization

/// What is known of the shapes of earlier drawings, for the drawings to come.
///
/// Figures of one run have much in common: frames, labels of ticks, titles, the histogram of the input. The covered pixels of
/// a shape are found twice, the first time it occurs and the second time, when they are kept. They are the same with and
/// without the cache, because a shape is only taken for another if all numbers by which it is given have the same bits.
///
/// A third of the points of the eleven figures' shapes belong to shapes that occur again, and 70 % of those of a sweep of one
/// parameter. Of the glyphs in texts, half occur again at the same place within a pixel, and 94 % in the sweep.
public final class CoverageCache: Sendable {
  /// The largest number of points of a shape that is kept.
  private static let largestShape = 4_000
  /// The largest number of spans of a shape that is kept: half a megabyte.
  static let largestSpanCount = 1 << 16
  /// The number of bytes that may be kept. Once it is exceeded, the cache starts anew.
  private static let capacity = 4 << 20
  /// The number of shapes that are remembered to have occurred once.
  private static let greatestSeenCount = 1 << 13

  private struct Entry {
    let shape: Fill
    let clip: PixelArea
    /// The width of the strip, on which the indices of pixels depend.
    let width: Int
    let spans: [CoverageSpan]
  }

  private struct State {
    var entries: [UInt64: Entry] = [:]
    var seen: Set<UInt64> = []
    var size = 0
  }

  /// The glyphs that are known.
  let outlines = OutlineCache()
  private let state = Mutex(State())

  /// Creates an empty cache.
  public init() {}

  /// The number of bytes that are kept.
  var size: Int { state.withLock { $0.size } + outlines.size }

  /// What is known of the coverage of a shape.
  enum Finding {
    /// The pixels that it covers.
    case spans([CoverageSpan])
    /// The shape occurred before, so that its pixels are worth keeping under a key.
    case repeated(key: UInt64)
    /// The shape is new, or too large to be kept.
    case new
  }

  /// Looks for the coverage of a fill within a clip of a strip, which is a whole drawing.
  func find(_ fill: Fill, within clip: PixelArea, of strip: PixelArea) -> Finding {
    guard fill.shapeSize <= Self.largestShape else { return .new }
    var fingerprint = Fingerprint(UInt64(truncatingIfNeeded: strip.columns.count))
    clip.add(to: &fingerprint)
    fill.addShape(to: &fingerprint)
    return find(fill, within: clip, of: strip, key: fingerprint.value)
  }

  /// Looks for the coverage of a fill under a key, which other fills may have too.
  func find(_ fill: Fill, within clip: PixelArea, of strip: PixelArea, key: UInt64) -> Finding {
    state.withLock { state in
      if let entry = state.entries[key] {
        let isSame =
          entry.clip == clip && entry.width == strip.columns.count && entry.shape.hasSameShape(as: fill)
        return isSame ? .spans(entry.spans) : .new
      }
      if state.seen.contains(key) { return .repeated(key: key) }
      if state.seen.count == Self.greatestSeenCount { state.seen.removeAll(keepingCapacity: true) }
      state.seen.insert(key)
      return .new
    }
  }

  /// Keeps the coverage of a fill.
  func keep(_ spans: [CoverageSpan], of fill: Fill, within clip: PixelArea, of strip: PixelArea, key: UInt64) {
    // A placed outline takes 64 bytes, and a point less.
    let size = spans.count * MemoryLayout<CoverageSpan>.stride + 64 * fill.shapeSize + 256
    guard spans.count <= Self.largestSpanCount else { return }
    state.withLock { state in
      if state.size + size > Self.capacity { (state.entries, state.size) = ([:], 0) }
      // Of two threads that found the same shape, one comes second.
      if state.entries[key] != nil { return }
      state.entries[key] = Entry(shape: fill, clip: clip, width: strip.columns.count, spans: spans)
      state.size += size
    }
  }
}
