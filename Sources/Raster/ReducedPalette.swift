/// At most 256 colours that stand for all of a picture, each channel of each as near as it can be.
///
/// The 64 commonest stay what they are, so that paper, inks and all wide areas do. The others are gathered, by their channels
/// in turn, into boxes of a few values a side, whose middles take their place. What comes of it depends on the colours and on
/// how many pixels have each, and not on where or in which order they lie.
struct ReducedPalette {
  /// By how much a channel may be off.
  ///
  /// A step of coverage costs up to 8 of 255 already; this is half as much again, and only for rare colours. The mixtures
  /// along the bars and curves of one function need no more from 72 to 600 dots per inch, on light paper and on dark.
  static let mostTolerance = 4
  /// Pictures of more colours do not come down to 256 by such small changes, and so are not counted to the end.
  static let mostColours = 1024
  private static let keptCount = 64

  /// Packed, each once.
  let colours: [UInt32]
  /// For each colour of the picture, which stands for it.
  let indices: [UInt32: UInt8]

  /// Nil where there are too many colours, or they lie too far apart.
  init?(_ parts: [Pixmap.Pixels]) {
    var counts: [UInt32: Int] = [:]
    for part in parts {
      part.forEachRun { colour, length in
        counts[colour, default: 0] += length
        return counts.count <= Self.mostColours
      }
      if counts.count > Self.mostColours { return nil }
    }
    self.init(counts)
  }

  /// From how many pixels have each packed colour.
  init?(_ counts: [UInt32: Int]) {
    func isBefore(_ one: UInt32, _ other: UInt32) -> Bool { one.littleEndian < other.littleEndian }
    let sorted = counts.keys.sorted { one, other in
      counts[one] == counts[other] ? isBefore(one, other) : counts[one]! > counts[other]!
    }
    let kept = Array(sorted.prefix(Self.keptCount))
    let others = sorted.dropFirst(Self.keptCount).sorted(by: isBefore)
    for tolerance in 0...Self.mostTolerance {
      if let palette = Self(kept: kept, others: others, tolerance: tolerance) {
        self = palette
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
    colours = kept + boxes.map(\.middle)
    self.indices = indices
  }

  /// The indices that stand for four bytes a pixel.
  func indices(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4)
    Pixmap.Pixels.rgba(bytes).forEachRun { colour, length in
      result.append(contentsOf: repeatElement(indices[colour]!, count: length))
      return true
    }
    return result
  }
}

/// The colours whose channels lie between those of two.
private struct Box {
  var lower: SIMD4<Int16>
  var upper: SIMD4<Int16>

  /// Around one packed colour.
  init(_ colour: UInt32) {
    lower = SIMD4(truncatingIfNeeded: SIMD4(colour, colour >> 8, colour >> 16, colour >> 24) & 0xFF)
    upper = lower
  }

  mutating func formUnion(_ other: Box) {
    lower = pointwiseMin(lower, other.lower)
    upper = pointwiseMax(upper, other.upper)
  }

  /// Packed.
  var middle: UInt32 {
    let middle = SIMD4<UInt32>(truncatingIfNeeded: (lower &+ upper) &>> 1)
    return middle.x | middle.y << 8 | middle.z << 16 | middle.w << 24
  }
}

extension [Box] {
  /// The first of those that need grow the least around another, with no side longer than so much.
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
