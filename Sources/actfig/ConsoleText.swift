/// Text that goes to the standard output piece by piece, as it is written.
struct ConsoleText: TextOutputStream {
  private var bytes: [UInt8] = []
  private var fault: (any Error)?

  /// Bytes that are gathered before they go out.
  private static let pieceLength = 1 << 16

  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= Self.pieceLength { send() }
  }

  /// Sends what was gathered.
  ///
  /// - Throws: As `Console.print` does, also where an earlier piece could not be sent.
  mutating func flush() throws {
    send()
    try check()
  }

  /// - Throws: Where an earlier piece could not be sent.
  func check() throws { if let fault { throw fault } }

  private mutating func send() {
    defer { bytes.removeAll(keepingCapacity: true) }
    guard fault == nil else { return }
    do { try Console.print(bytes) } catch { fault = error }
  }
}
