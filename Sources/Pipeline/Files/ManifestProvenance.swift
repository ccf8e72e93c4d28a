import JSON
import Plans

/// What a manifest says of its directory beside the figures: the configuration to which the directory belongs, and the
/// files that the configuration made there earlier.
struct ManifestProvenance: Sendable {
  /// The path of the configuration to which the directory belongs, relative to it; nil if it belongs to none.
  var configuration: String?
  /// The files for which the configuration asked earlier and no longer does; they may be removed on request.
  var extras: [String] = []
  /// The earlier manifests of the configuration, with all files that they list.
  var listed = ListedFiles()

  /// The key of the files that the configuration made earlier and that have no entry.
  static let earlierKey = "drawnEarlier"

  /// The beginning of the manifest, up to and including the bracket that opens the list of figures.
  func beginning(of shard: Shard?) -> String {
    var members: [(key: String, value: String)] = []
    if let configuration { members.append(("configuration", configuration)) }
    if let shard { members.append(("shard", "\(shard)")) }
    return "{" + members.map { "\n  \(JSONValue.string($0.key).text): \(JSONValue.string($0.value).text)," }.joined()
      + "\n  \"figures\": ["
  }

  /// The end of the manifest, after the bracket that closes the list of figures.
  ///
  /// - Parameter missing: The existing files of figures that have no entry and that earlier manifests list.
  func ending(without missing: [String]) -> String {
    let names = Set(missing).union(extras).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let list = JSONValue.array(names.map(JSONValue.string)).line
    return (names.isEmpty ? "" : ",\n  \(JSONValue.string(Self.earlierKey).text): \(list)") + "\n}\n"
  }
}

/// The files that manifests list, which are read from them when they are asked for.
struct ListedFiles: Sendable {
  private var manifests: [EarlierManifest] = []
  private(set) var isEmpty = true

  /// Adds the files of a manifest.
  ///
  /// - Parameter report: Called with each of them.
  mutating func add(_ name: String, in directory: OutputDirectory, listing report: (String) -> Void) {
    var isEmpty = isEmpty
    manifests.append(
      EarlierManifest(named: name, in: directory) { file in
        isEmpty = false
        report(file)
      })
    self.isEmpty = isEmpty
  }

  func contains(_ fileName: String) -> Bool { manifests.contains { $0.lists(fileName) } }
}
