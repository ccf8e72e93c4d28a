import Pixels

/// The reduction of a picture's colours to at most 256, each channel of each colour as near as possible to the
/// original.
///
/// The 64 most frequent colours do not change, so that backgrounds, fill colours and all large areas keep theirs. The
/// others are gathered, in the order of their channels, into boxes of a few values per side, and the centre of a box
/// replaces its colours. The result depends on the colours and their frequencies, and not on where or in which order
/// they occur.
struct ColourReduction {
  /// The largest change of a channel.
  ///
  /// A step of coverage costs up to 8 of 255 already; this is half as much again, and only for rare colours. The blends
  /// along the bars and curves of one function need no more from 72 to 600 dots per inch, on light and on dark
  /// backgrounds.
  static let maximumTolerance = 4
  /// The number of colours from which a picture cannot be reduced by such small changes, so that they are not counted
  /// further.
  static let maximumColourCount = 1024
  private static let keptCount = 64

  /// The packed colours of the reduced picture, each once.
  let colours: [UInt32]
  /// The index of the colour that replaces each colour of the picture.
  let indices: [UInt32: UInt8]

  /// Reduces the colours of a picture in several parts; nil if there are too many or they are too different.
  init?(of parts: [StripPixels]) {
    var palette = Palette(capacity: Self.maximumColourCount)
    var counts: [Int] = []
    for part in parts where !part.count(into: &counts, by: &palette) { return nil }
    self.init([UInt32: Int](uniqueKeysWithValues: zip(palette.colours, counts)))
  }

  /// Reduces packed colours, given the number of pixels of each.
  init?(_ counts: [UInt32: Int]) {
    let sorted = counts.sorted { one, other in
      one.value == other.value ? one.key < other.key : one.value > other.value
    }.map(\.key)
    let kept = Array(sorted.prefix(Self.keptCount))
    let others = sorted.dropFirst(Self.keptCount).sorted()
    // Without any tolerance each colour needs an index of its own.
    for tolerance in (sorted.count > 256 ? 1 : 0)...Self.maximumTolerance {
      if let reduction = Self(kept: kept, others: others, tolerance: tolerance) {
        self = reduction
        return
      }
    }
    return nil
  }

  private init?(kept: [UInt32], others: [UInt32], tolerance: Int) {
    let centres = kept.map(Box.init)
    var boxes: [Box] = []
    var indices: [UInt32: UInt8] = [:]
    for (index, colour) in kept.enumerated() { indices[colour] = UInt8(index) }
    for colour in others {
      let box = Box(colour)
      if let near = centres.nearest(to: box, within: tolerance) {
        indices[colour] = UInt8(near)
      } else if let near = boxes.nearest(to: box, within: 2 * tolerance) {
        boxes[near].formUnion(box)
        indices[colour] = UInt8(kept.count + near)
      } else if kept.count + boxes.count == 256 {
        return nil
      } else {
        indices[colour] = UInt8(kept.count + boxes.count)
        boxes.append(box)
      }
    }
    colours = kept + boxes.map(\.centre)
    self.indices = indices
  }
}

/// A box in the space of colours, with an axis for each channel.
private struct Box {
  var lower: SIMD4<Int16>
  var upper: SIMD4<Int16>

  /// Creates a box that contains only one packed colour.
  init(_ colour: UInt32) {
    lower = SIMD4(truncatingIfNeeded: SIMD4(colour, colour >> 8, colour >> 16, colour >> 24) & 0xFF)
    upper = lower
  }

  /// Grows the box to contain another.
  mutating func formUnion(_ other: Box) {
    lower = pointwiseMin(lower, other.lower)
    upper = pointwiseMax(upper, other.upper)
  }

  /// The packed colour in the middle of the box.
  var centre: UInt32 {
    let centre = SIMD4<UInt32>(truncatingIfNeeded: (lower &+ upper) &>> 1)
    return centre.x | centre.y << 8 | centre.z << 16 | centre.w << 24
  }
}

extension [Box] {
  /// Returns the first of the boxes that need to grow the least to contain another, with no side longer than the limit.
  fileprivate func nearest(to other: Box, within limit: Int) -> Int? {
    var best = Int16(limit) + 1
    var nearest: Int?
    for (index, box) in enumerated() {
      let sides = pointwiseMax(box.upper, other.upper) &- pointwiseMin(box.lower, other.lower)
      if sides.max() < best {
        best = sides.max()
        nearest = index
      }
    }
    return nearest
  }
}
