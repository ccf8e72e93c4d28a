import Glibc

extension OutputDirectory {
  /// Whether the manifest of all figures already says of some of them what their files do.
  ///
  /// For a run over a few of many figures that has found nothing to draw: what the manifest says of all others is as true as
  /// it was before. False, too, where that cannot be told at a glance.
  ///
  /// - Parameter figures: Whose files carry what the plan asks for, in the order of the configuration.
  func manifestAgrees(on figures: [FigurePlan]) -> Bool {
    guard case .file(let bytes) = content(of: Manifest.fileName), bytes.starts(with: Array("{".utf8)),
      bytes.suffix(Self.end.count) == Self.end
    else { return false }
    let indentation = "\n" + String(repeating: " ", count: ManifestEntry.indentation)
    return bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      for figure in figures {
        guard let entry = ManifestEntry(of: figure, in: self) else { return false }
        let text = Array((indentation + entry.text).utf8)
        guard let place = rest.firstLine(startingWith: text) else { return false }
        rest = rest[(place + text.count)...]
        guard rest.starts(with: ",".utf8) || rest.elementsEqual(Self.end) else { return false }
      }
      return true
    }
  }

  /// How the manifest of at least one figure ends.
  private static let end = Array("\n  ]\n}\n".utf8)[...]
}

extension Slice<UnsafeRawBufferPointer> {
  /// Where a text stands that begins with a line feed.
  fileprivate func firstLine(startingWith text: [UInt8]) -> Int? {
    var place = startIndex
    while endIndex - place >= text.count, let base = base.baseAddress,
      let found = memchr(base + place, Int32(UInt8(ascii: "\n")), endIndex - place)
    {
      place = base.distance(to: UnsafeRawPointer(found))
      if endIndex - place >= text.count, memcmp(found, text, text.count) == 0 { return place }
      place += 1
    }
    return nil
  }
}
