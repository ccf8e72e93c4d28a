import Configuration
import JSON
import Synchronization
import System

/// The manifest that is there, of which single entries are read when they are asked for.
///
/// Where the entries begin and end is told by their indentation, as it is written: of a manifest that somebody laid out in
/// another way nothing is known, nor of one that is not whole.
final class EarlierManifest: Sendable {
  private let file: KnownFile?
  /// Where the entries stand, by the names of their files.
  private let places: [String: Range<Int>]

  convenience init(in directory: OutputDirectory, of shard: Shard?) {
    self.init(at: directory.path + "/" + OutputDirectory.manifestName(of: shard))
  }

  init(at path: String) {
    let file = KnownFile(path)
    var places: [String: Range<Int>] = [:]
    var (start, name, last) = (0, String?.none, "")
    file?.forEachLine { line, range in
      switch line {
      case "    {": (start, name) = (range.lowerBound, nil)
      case "    }", "    },":
        if let name, places[name] == nil { places[name] = start + 4..<range.lowerBound + 5 }
      default:
        if line.hasPrefix(Self.fileKey) { name = Self.name(in: line.dropFirst(Self.fileKey.count)) }
      }
      last = String(line)
    }
    self.places = last == "}" ? places : [:]
    self.file = file
  }

  /// The entry of a file, if it is there.
  func entry(of fileName: String) -> ManifestEntry? {
    guard let place = places[fileName], let bytes = file?.bytes(in: place) else { return nil }
    return JSONValue(parsing: bytes).flatMap { ManifestEntry(reading: $0) }
  }

  private static let fileKey = #"      "file": "#

  private static func name(in text: Substring) -> String? {
    let value = text.last == "," ? text.dropLast() : text
    if case .string(let name)? = JSONValue(parsing: Array(value.utf8)) { return name }
    return nil
  }
}

/// All manifests of a directory, that of a whole run and those of shards, which are read when a file is found that does not
/// say itself what it is.
final class EarlierManifests: Sendable {
  private let directory: OutputDirectory
  private let manifests = Mutex<[EarlierManifest]?>(nil)

  init(in directory: OutputDirectory) { self.directory = directory }

  /// The entry that vouches for a file: for this name, and with the checksum of these pixels.
  func entry(of fileName: String, pixels: Checksum) -> ManifestEntry? {
    let manifests = manifests.withLock { manifests in
      let all = manifests ?? directory.manifestNames.map { EarlierManifest(at: directory.path + "/" + $0) }
      manifests = all
      return all
    }
    return manifests.lazy.compactMap { $0.entry(of: fileName) }.first { $0.pixels == pixels.text }
  }
}

extension KnownFile {
  /// Lines with their places, without their line feeds; the end of a text that does not end in one is left out, and what
  /// follows a line longer than any entry.
  fileprivate borrowing func forEachLine(_ body: (Substring, Range<Int>) -> Void) {
    var (rest, start) = ([UInt8](), 0)
    while rest.count <= Limits.configurationBytes, case let piece = piece(at: start + rest.count), !piece.isEmpty {
      rest += piece
      var line = rest.startIndex
      while let end = rest[line...].firstIndex(of: UInt8(ascii: "\n")) {
        body(Substring(decoding: rest[line..<end], as: UTF8.self), start + line..<start + end)
        line = end + 1
      }
      start += line
      rest.removeSubrange(..<line)
    }
  }
}
