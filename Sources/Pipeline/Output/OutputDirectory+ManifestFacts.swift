import Configuration
import JSON
import System
import Text

// What a manifest that is there says of its directory. Of one that is not whole, or laid out in another way, as much is known
// as can be read.

extension OutputDirectory {
  /// The path of the configuration to which a manifest says that the directory belongs.
  ///
  /// - Parameter name: Of the manifest.
  func configurationRecorded(inManifest name: String) -> String? {
    guard let file = KnownFile(path + "/" + name) else { return nil }
    // It stands before the figures, at the very beginning.
    let text = String(decoding: file.piece(at: 0), as: UTF8.self)[...]
    let head = text.firstPlace(of: "\"figures\"").map { text[..<$0.lowerBound] } ?? text
    guard let key = head.firstPlace(of: "\"configuration\"") else { return nil }
    let value = head[key.upperBound...].drop { $0.isWhitespace || $0 == ":" }
    var end = value.startIndex
    guard value.first == "\"" else { return nil }
    var isEscaped = false
    for index in value.indices.dropFirst() {
      if !isEscaped, value[index] == "\"" {
        end = index
        break
      }
      isEscaped = !isEscaped && value[index] == "\\"
    }
    guard end > value.startIndex, case .string(let path)? = JSONValue(parsing: Array(value[...end].utf8)) else {
      return nil
    }
    return path
  }

  /// The files that a manifest lists: those of its figures, and those that were no longer asked for when it was written.
  func filesListed(inManifest name: String) -> Set<String> {
    guard let file = KnownFile(path + "/" + name) else { return [] }
    var names: Set<String> = []
    var (rest, place) = ([UInt8](), 0)
    while rest.count <= Limits.configurationBytes, case let piece = file.piece(at: place), !piece.isEmpty {
      place += piece.count
      rest += piece
      let end = rest.withUnsafeBytes { bytes in Self.readLines(bytes) { names.formUnion(Self.files(in: $0)) } }
      rest.removeSubrange(..<end)
    }
    return names
  }

  /// Gives every whole line that may name files, without its line feed.
  ///
  /// - Returns: Where the last line ends.
  private static func readLines(_ bytes: UnsafeRawBufferPointer, _ body: (Substring) -> Void) -> Int {
    var start = 0
    while let end = bytes.firstOffset(of: 0x0A, from: start) {
      let count = end - start
      // A manifest has a hundred lines for each figure, of which one names the file.
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<start + count])
      if line.starts(with: fileKey.utf8) || line.starts(with: earlierKey.utf8) {
        body(Substring(decoding: line, as: UTF8.self))
      }
      start += count + 1
    }
    return start
  }

  private static let fileKey = "      \"file\": "
  private static let earlierKey = "  \"\(ManifestProvenance.earlierKey)\": "

  private static func files(in line: Substring) -> [String] {
    let text = line.last == "," ? line.dropLast() : line
    let value = text.dropFirst(text.hasPrefix(fileKey) ? fileKey.count : earlierKey.count)
    switch JSONValue(parsing: Array(value.utf8)) {
    case .string(let name): return [name]
    case .array(let names): return names.compactMap { if case .string(let name) = $0 { name } else { nil } }
    default: return []
    }
  }
}
