import Pipeline

/// JSON text that goes to the standard output piece by piece, as it is written.
///
/// What cannot be written is told by `Console`, which also lets the exit code survive it.
struct ConsoleText: TextOutputStream {
  private var bytes: [UInt8] = []

  /// Bytes that are gathered before they go out.
  private static let pieceLength = 1 << 16

  /// - Parameter text: Whole JSON tokens, so that nothing a CI engine obeys can be spread over two pieces.
  mutating func write(_ text: String) {
    bytes.append(contentsOf: JSON.inert(text).utf8)
    if bytes.count >= Self.pieceLength { flush() }
  }

  /// Sends what was gathered.
  mutating func flush() {
    Console.print(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
