import JSON

extension OutputDirectory {
  /// What stands in the place of a manifest and is none; nil where there is nothing, or a manifest, or what is left of one.
  func obstacle(toManifestNamed name: String) -> ForeignFile? {
    switch beginning(of: name, count: 1 << 16) {
    case .nothing: nil
    case .file(let bytes): Manifest.canHaveBegun(with: bytes) ? nil : .noManifest
    case .link: .link
    case .directory: .directory
    case .special: .special
    case .unreadable(let fault): .unreadable(fault)
    }
  }
}

extension Manifest {
  /// Whether a file that begins with these bytes is a manifest, in whatever layout, or what a disk or a killed copy may leave
  /// of one: nothing, zeros, a part.
  static func canHaveBegun(with bytes: [UInt8]) -> Bool {
    let content = bytes[..<((bytes.lastIndex { $0 != 0 } ?? -1) + 1)]
    return content.isEmpty || holdsEntry(content) || isBeginning(content) || isEmptyManifest(content)
  }

  /// The keys of a figure's entry, and of its recipe.
  private static func holdsEntry(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["\"file\"", "\"recipe\"", "\"rules\""].allSatisfy(bytes.holds)
  }

  /// Begins, as far as it goes, as a manifest is written: with single values, and then the figures.
  private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    func agrees(_ bytes: ArraySlice<UInt8>, with text: String) -> Bool {
      bytes.prefix(text.utf8.count).elementsEqual(text.utf8.prefix(bytes.count))
    }
    guard agrees(bytes, with: "{\n") else { return false }
    var rest = bytes.dropFirst(2)
    while !agrees(rest, with: "  \"figures\": [") {
      guard ["shard", "configuration"].contains(where: { agrees(rest, with: "  \"\($0)\": ") }) else { return false }
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return true }
      rest = rest[(end + 1)...]
    }
    return true
  }

  /// Of no figure at all, in whatever layout.
  private static func isEmptyManifest(_ bytes: ArraySlice<UInt8>) -> Bool {
    JSONValue(parsing: Array(bytes))?["figures"] == .array([])
  }
}
