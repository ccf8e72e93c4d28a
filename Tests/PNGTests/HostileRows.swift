import Pixels
import SeededNumbers

@testable import PNG

/// Pictures whose rows are hard for a deflate: runs of the lengths at which symbols change, noise, rows that repeat others
/// from near and far, few and many values.
enum HostileRows {
  /// Returns a picture of indices, or of RGBA, with at most about `byteCount` bytes.
  static func picture(byteCount: Int, isIndexed: Bool, using generator: inout SeededGenerator) -> Pixmap {
    let size = isIndexed ? 1 : 4
    let longest = max(1, byteCount / size)
    let width = [1, 2, 15, 16, 17, 63, 64, 65, 66, .random(in: 1...300, using: &generator), longest]
      .filter { $0 <= longest }.randomElement(using: &generator)!
    let height = Int.random(in: 1...max(1, min(200, longest / width)), using: &generator)
    let count = width * height * size
    var bytes: [UInt8] = []
    let values = [1, 2, 3, 5, 40, 256].randomElement(using: &generator)!
    func value() -> UInt8 { UInt8.random(in: 0...UInt8(values - 1), using: &generator) }
    while bytes.count < count {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: for _ in 0..<Int.random(in: 1...50, using: &generator) { bytes.append(value()) }
      case 1: bytes += repeatElement(value(), count: .random(in: 1...12, using: &generator))
      case 2: bytes += repeatElement(value(), count: .random(in: 255...262, using: &generator))
      case 3: bytes += repeatElement(0, count: .random(in: 1...3000, using: &generator))
      case 4 where bytes.count >= width * size: bytes += bytes.suffix(width * size).prefix(width * size)
      case 5 where !bytes.isEmpty:
        let distance = Int.random(in: 1...bytes.count, using: &generator)
        for _ in 0..<Int.random(in: 1...600, using: &generator) { bytes.append(bytes[bytes.count - distance]) }
      case 6: for step in 0..<Int.random(in: 1...300, using: &generator) { bytes.append(UInt8(step % values)) }
      default: bytes.append(value())
      }
    }
    bytes.removeLast(bytes.count - count)
    if isIndexed {
      return Pixmap(
        width: width, height: height, indices: bytes, palette: (0..<UInt32(values)).map { $0 | 0xFF00_0000 })
    }
    if Bool.random(using: &generator) { for place in stride(from: 3, to: count, by: 4) { bytes[place] = 255 } }
    return Pixmap(width: width, height: height, bytes: bytes)
  }

  /// Undoes the filters of rows (PNG specification, third edition, 9.2); nil if there is a filter that has no number.
  static func unfiltered(_ filtered: [UInt8], rowCount: Int, bytesPerPixel: Int) -> [UInt8]? {
    let stride = filtered.count / rowCount
    var rows: [UInt8] = []
    rows.reserveCapacity(filtered.count)
    for y in 0..<rowCount {
      let (first, start) = (y * stride + 1, rows.count)
      for x in 0..<(stride - 1) {
        let left = x < bytesPerPixel ? 0 : Int(rows[start + x - bytesPerPixel])
        let above = y == 0 ? 0 : Int(rows[start + x - (stride - 1)])
        let aboveLeft = y == 0 || x < bytesPerPixel ? 0 : Int(rows[start + x - (stride - 1) - bytesPerPixel])
        let guess: Int
        switch filtered[first - 1] {
        case 0: guess = 0
        case 1: guess = left
        case 2: guess = above
        case 3: guess = (left + above) / 2
        case 4:
          let sum = left + above - aboveLeft
          guess = [left, above, aboveLeft].min { abs(sum - $0) < abs(sum - $1) }!
        default: return nil
        }
        rows.append(filtered[first + x] &+ UInt8(guess))
      }
    }
    return rows
  }
}
