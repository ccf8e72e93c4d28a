import Configuration
import JSON

/// What a manifest says of its directory beside the figures: whose it is, and what its configuration drew there earlier.
struct ManifestProvenance: Sendable, Equatable {
  /// The path of the configuration to which the directory belongs, relative to it; nil where it belongs to none.
  var configuration: String?
  /// Files that the configuration drew and no longer asks for: what may be removed on request.
  var extras: [String] = []
  /// All files that the configuration's earlier manifests list.
  var listed: Set<String> = []

  /// The key of the files that the configuration drew earlier and of which the manifest has no entry.
  static let earlierKey = "drawnEarlier"

  /// The beginning of the manifest, up to and with the bracket that opens the list of figures.
  func beginning(of shard: Shard?) -> String {
    var members: [(key: String, value: String)] = []
    if let configuration { members.append(("configuration", configuration)) }
    if let shard { members.append(("shard", "\(shard)")) }
    return "{" + members.map { "\n  \(JSONValue.string($0.key).text): \(JSONValue.string($0.value).text)," }.joined()
      + "\n  \"figures\": ["
  }

  /// The end of the manifest, behind the bracket that closes the list of figures.
  ///
  /// - Parameter missing: Figures of which there is no entry, and whose files are there.
  func ending(without missing: Set<String>) -> String {
    let names = listed.intersection(missing).union(extras).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let list = JSONValue.array(names.map(JSONValue.string)).line
    return (names.isEmpty ? "" : ",\n  \(JSONValue.string(Self.earlierKey).text): \(list)") + "\n}\n"
  }
}
