import JSON
import Pipeline
import Text

/// JSON that goes to the standard output piece by piece, as it is written.
struct ConsoleJSON: TextOutputStream {
  private var bytes: [UInt8] = []

  /// Bytes that are gathered before they go out.
  private static let pieceLength = 1 << 16

  /// - Parameter text: Whole strings, numbers and signs of JSON.
  mutating func write(_ text: String) {
    bytes.append(contentsOf: (text.utf8.contains(UInt8(ascii: "#")) ? JSON.inert(text) : text).utf8)
    if bytes.count >= Self.pieceLength { flush() }
  }

  /// Sends what was gathered.
  mutating func flush() {
    Console.print(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
