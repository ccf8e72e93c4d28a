import Configuration
import JSON
import Numerals
import Plans
import Synchronization
import System

/// A manifest that lies in a directory, in whatever layout. Entries and names are read when they are asked for, so that no
/// more than one is held in memory: 16 bytes say where each of them stands.
final class EarlierManifest: Sendable {
  private let source: ManifestText?
  /// The places of the listed files, ordered by the hash values of their names and then as they stand.
  private let places: [Place]
  /// Whether the manifest was read to its end. Otherwise only the names of files are taken from it.
  private let isComplete: Bool

  /// The place of a figure's entry, or of the name of a file that was no longer asked for.
  private struct Place {
    let hash: UInt32
    let length: UInt32
    let start: Int

    init(of range: Range<Int>, named name: String) {
      hash = Self.hash(of: name)
      (length, start) = (UInt32(clamping: range.count), range.lowerBound)
    }

    var range: Range<Int> { start..<start + Int(length) }

    static func hash(of name: String) -> UInt32 { UInt32(truncatingIfNeeded: name.hashValue) }
  }

  /// Reads where the entries stand. A file that cannot be read is like an empty manifest.
  ///
  /// - Parameter report: Called with each file that the manifest lists: those of its figures, and those that were no
  ///   longer asked for when it was written. If the manifest is incomplete, those that can be read.
  init(named name: String, in directory: OutputDirectory, listing report: (String) -> Void = { _ in }) {
    var places: [Place] = []
    var isComplete = false
    let source = ManifestText(named: name, in: directory)
    if let source {
      var scanner = JSONScanner(reading: source.piece)
      isComplete = withoutActuallyEscaping(report) { report in
        scanner.members { scanner, key in
          switch key {
          case "figures":
            scanner.elements { scanner in
              guard let (name, place) = scanner.entry(of: source) else { return false }
              if let name {
                places.append(Place(of: place, named: name))
                report(name)
              }
              return true
            }
          case ManifestProvenance.earlierKey:
            scanner.elements { scanner in
              guard let place = scanner.value() else { return false }
              if let name = source.value(at: place)?.string {
                places.append(Place(of: place, named: name))
                report(name)
              }
              return true
            }
          default: scanner.value() != nil
          }
        }
      }
    }
    self.source = source
    self.isComplete = isComplete
    places.sort { ($0.hash, $0.start) < ($1.hash, $1.start) }
    self.places = places
  }

  /// Whether the manifest was read to its end, and ends as a run writes it.
  var isWhole: Bool { isComplete && source?.ends(with: Array("\n}\n".utf8)) == true }

  /// Whether the manifest lists a file.
  func lists(_ fileName: String) -> Bool {
    values(of: fileName).contains { ($0.string ?? $0["file"]?.string) == fileName }
  }

  /// The entry of a file, if the manifest has one.
  func entry(of fileName: String) -> ManifestEntry? {
    guard isComplete else { return nil }
    return values(of: fileName).first { $0["file"]?.string == fileName }.flatMap { ManifestEntry(reading: $0) }
  }

  /// Where the text of a file's entry stands; nil if the manifest has none.
  func place(ofEntry fileName: String) -> Range<Int>? {
    ranges(of: fileName).first { source?.value(at: $0)?["file"]?.string == fileName }
  }

  /// The bytes of a range of the manifest; nil if they cannot be read.
  func bytes(in range: Range<Int>) -> [UInt8]? { source?.bytes(in: range) }

  /// What stands at the places of names with the hash value of this one.
  private func values(of fileName: String) -> some Sequence<JSONValue> {
    ranges(of: fileName).lazy.compactMap { [source] in source?.value(at: $0) }
  }

  private func ranges(of fileName: String) -> [Range<Int>] {
    let hash = Place.hash(of: fileName)
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return places[low...].prefix { $0.hash == hash }.map(\.range)
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

  func bytes(in range: Range<Int>) -> [UInt8]? { file.bytes(in: range) }

  func ends(with bytes: [UInt8]) -> Bool { file.ends(with: bytes) }

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
