/// A number that follows from a sequence of words, so that different sequences rarely have the same one.
///
/// It costs a few instructions for each word, where `Hasher` takes some dozens.
package struct Fingerprint {
  /// The number that follows from the words so far.
  package private(set) var value: UInt64

  /// Starts with a first word.
  @inlinable
  package init(_ word: UInt64 = 0) { value = word }

  /// Adds a word by an exclusive or, a multiplication by an odd number (2⁶⁴ / φ) and a shift, which takes the upper bits
  /// to the lower ones.
  @inlinable @inline(__always)
  package mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value &>> 29
  }

  /// Adds the bits of a number.
  @inlinable @inline(__always)
  package mutating func add(_ number: Double) { add(number.bitPattern) }

  /// Adds a point.
  @inlinable @inline(__always)
  package mutating func add(_ point: Point) {
    add(point.x)
    add(point.y)
  }
}

extension Path {
  /// Adds the elements to a fingerprint.
  package func add(to fingerprint: inout Fingerprint) {
    fingerprint.add(UInt64(truncatingIfNeeded: steps.count))
    steps.withUnsafeBytes { bytes in
      let whole = bytes.count & ~7
      for start in stride(from: 0, to: whole, by: 8) {
        fingerprint.add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
      }
      for byte in bytes[whole...] { fingerprint.add(UInt64(byte)) }
    }
    for point in points { fingerprint.add(point) }
  }

  /// Returns whether another path has the same elements and the same bits of coordinates.
  package func isIdentical(to other: Path) -> Bool {
    steps == other.steps && points.elementsEqual(other.points) { $0.hasSameBits(as: $1) }
  }
}

extension PlacedOutlines {
  /// Adds the outlines and their places to a fingerprint.
  package func add(to fingerprint: inout Fingerprint) {
    fingerprint.add(UInt64(truncatingIfNeeded: placements.count))
    for placement in placements {
      fingerprint.add(UInt64(UInt(bitPattern: ObjectIdentifier(placement.outline))))
      fingerprint.add(placement.scale)
      fingerprint.add(placement.origin)
      if let turn = placement.turn { fingerprint.add(turn) }
    }
  }

  /// Returns whether another list has the same outlines in the same places, and all numbers have the same bits.
  package func isIdentical(to other: PlacedOutlines) -> Bool {
    placements.elementsEqual(other.placements) { $0.isIdentical(to: $1) }
  }
}
