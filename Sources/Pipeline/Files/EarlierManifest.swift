import Configuration
import JSON
import Numerals
import Plans
import Synchronization
import System

/// A manifest that lies in a directory, in whatever layout. Single entries are read when they are asked for, so that no
/// more than one is held in memory.
final class EarlierManifest: Sendable {
  /// The files that the manifest lists: those of its figures, and those that were no longer asked for when it was
  /// written. If the manifest is incomplete, those that can be read.
  let files: Set<String>
  private let source: ManifestText?
  /// The places of the entries by file name; none if the manifest is incomplete.
  private let places: [String: Range<Int>]

  /// Reads where the entries stand. A file that cannot be read is like an empty manifest.
  init(named name: String, in directory: OutputDirectory) {
    var places: [String: Range<Int>] = [:]
    var files: Set<String> = []
    var isComplete = false
    let source = ManifestText(named: name, in: directory)
    if let source {
      var scanner = JSONScanner(reading: source.piece)
      isComplete = scanner.members { scanner, key in
        switch key {
        case "figures":
          scanner.elements { scanner in
            guard let (name, place) = scanner.entry(of: source) else { return false }
            if let name, places[name] == nil { places[name] = place }
            return true
          }
        case ManifestProvenance.earlierKey:
          scanner.elements { scanner in
            guard let place = scanner.value() else { return false }
            if let name = source.value(at: place)?.string { files.insert(name) }
            return true
          }
        default: scanner.value() != nil
        }
      }
    }
    self.source = source
    self.files = files.union(places.keys)
    self.places = isComplete ? places : [:]
  }

  /// The entry of a file, if the manifest has one.
  func entry(of fileName: String) -> ManifestEntry? {
    places[fileName].flatMap { source?.value(at: $0) }.flatMap { ManifestEntry(reading: $0) }
  }
}

extension OutputDirectory {
  /// The path of the configuration to which a manifest says that the directory belongs. The rest of the manifest is not
  /// read.
  ///
  /// - Parameter name: The name of the manifest.
  func configurationRecorded(inManifest name: String) -> String? {
    guard let source = ManifestText(named: name, in: self) else { return nil }
    var path: String?
    var scanner = JSONScanner(reading: source.piece)
    // It stands before the figures, which may be thousands.
    _ = scanner.members { scanner, key in
      guard key != "figures", let place = scanner.value() else { return false }
      guard key == "configuration" else { return true }
      path = source.value(at: place)?.string
      return false
    }
    return path
  }
}

extension JSONScanner {
  /// Reads past an entry.
  ///
  /// - Returns: The name of its file, if it has one, and the place of the entry; nil if the entry is incomplete.
  fileprivate mutating func entry(of source: ManifestText) -> (name: String?, place: Range<Int>)? {
    skipSpace()
    let start = place
    var name: Range<Int>?
    let isComplete = members { scanner, key in
      let place = scanner.value()
      if key == "file" { name = place }
      return place != nil
    }
    return isComplete ? (name.flatMap { source.value(at: $0)?.string }, start..<place) : nil
  }
}

/// The file of a manifest, from which values are read by their places.
private final class ManifestText: Sendable {
  private let file: KnownFile

  /// Opens the file; nil if there is no regular file of that name.
  init?(named name: String, in directory: OutputDirectory) {
    guard let file = KnownFile(directory.path + "/" + name) else { return nil }
    self.file = file
  }

  func piece(at offset: Int) -> [UInt8] { file.piece(at: offset) }

  /// The value that stands at a place; nil if it is not valid, or longer than any value of a manifest.
  func value(at place: Range<Int>) -> JSONValue? {
    place.count > Limits.configurationBytes ? nil : file.bytes(in: place).flatMap { JSONValue(parsing: $0) }
  }
}

/// All manifests of a directory, that of a whole run and those of shards. They are read when a file is found that does
/// not carry its recipe.
final class EarlierManifests: Sendable {
  private let directory: OutputDirectory
  private let manifests = Mutex<[EarlierManifest]?>(nil)

  init(in directory: OutputDirectory) { self.directory = directory }

  /// The entry of a file with this name and with the checksum of these pixels.
  func entry(of fileName: String, pixels: Checksum) -> ManifestEntry? {
    let manifests = manifests.withLock { manifests in
      let all = manifests ?? directory.manifestNames.map { EarlierManifest(named: $0, in: directory) }
      manifests = all
      return all
    }
    return manifests.lazy.compactMap { $0.entry(of: fileName) }.first { $0.pixels == pixels.text }
  }
}
