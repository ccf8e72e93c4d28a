import Glibc

extension UnsafeRawBufferPointer {
  /// The offset of the first byte of this value, at the speed of memchr(3), or nil where there is none.
  ///
  /// - Parameter start: The offset at which the search begins.
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }

  /// The offset at which a pattern first stands, or nil where it does not.
  ///
  /// - Parameters:
  ///   - pattern: At least one byte.
  ///   - start: The offset at which the search begins.
  package func firstOffset(of pattern: [UInt8], from start: Int = 0) -> Int? {
    var place = start
    while count - place >= pattern.count, let found = firstOffset(of: pattern[0], from: place) {
      guard count - found >= pattern.count else { return nil }
      if memcmp(baseAddress! + found, pattern, pattern.count) == 0 { return found }
      place = found + 1
    }
    return nil
  }
}
