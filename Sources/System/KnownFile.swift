import Glibc

/// A regular file that is read along with bytes it may hold; where it cannot be read it holds others.
package struct KnownFile: ~Copyable {
  private let descriptor: FileDescriptor
  /// How many bytes from the beginning were the same.
  private(set) var agreedCount = 0

  private static let pieceLength = 1 << 16

  /// Nil where there is no regular file, or it is reached by way of a link.
  package init?(_ path: String) {
    guard let descriptor = try? FileDescriptor(readingWithoutLinks: path),
      (try? descriptor.lengthOfRegularFile()) != nil
    else { return nil }
    self.descriptor = descriptor
  }

  /// Whether the next bytes of the file are these; if not, it stays where it is.
  package mutating func continues(with bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = piece(at: agreedCount + bytes.count - rest.count, atMost: rest.count)
      guard !piece.isEmpty, rest.starts(with: piece) else { return false }
      rest = rest.dropFirst(piece.count)
    }
    agreedCount += bytes.count
    return true
  }

  /// Whether nothing follows.
  package var isAtEnd: Bool { (try? descriptor.read(atMost: 1, from: agreedCount))?.isEmpty ?? false }

  /// Bytes from a place on, as many as are read at a time; none at the end, or where they cannot be read.
  package func piece(at place: Int, atMost count: Int = .max) -> [UInt8] {
    (try? descriptor.read(atMost: min(count, Self.pieceLength), from: place)) ?? []
  }

  /// Exactly these bytes; nil where they cannot be read.
  package func bytes(in range: Range<Int>) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < range.count {
      let piece = piece(at: range.lowerBound + bytes.count, atMost: range.count - bytes.count)
      if piece.isEmpty { return nil }
      bytes += piece
    }
    return bytes
  }
}
