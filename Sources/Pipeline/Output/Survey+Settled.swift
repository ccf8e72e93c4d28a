import System

extension Survey {
  /// Whether only some of the figures were asked for, nothing is to be drawn, and the manifest of all figures already says of
  /// them what their files do.
  ///
  /// What it says of all others is as true as it was before, and they may be very many. False, too, where that cannot be told
  /// at a glance.
  func isSettled(by ownership: DirectoryOwnership, in directory: OutputDirectory) -> Bool {
    guard plan.shard == nil, plan.figures.count < plan.allFigures.count,
      findings.allSatisfy({ $0.standing.isUpToDate }),
      case .file(let bytes) = directory.content(of: Manifest.fileName)
    else { return false }
    let provenance = ManifestProvenance(configuration: ownership.configuration)
    let beginning = Array(provenance.beginning(of: nil).utf8)
    guard bytes.starts(with: beginning), bytes.suffix(3).elementsEqual("\n}\n".utf8) else { return false }
    let indentation = "\n" + String(repeating: " ", count: ManifestEntry.indentation)
    return bytes.withUnsafeBytes { bytes in
      // The entries stand in the order of the configuration.
      var place = beginning.count
      for finding in findings {
        guard let entry = finding.entry(in: directory) else { return false }
        let text = Array((indentation + entry.text).utf8)
        guard let start = bytes.firstOffset(of: text, from: place) else { return false }
        place = start + text.count
        let rest = bytes[place...]
        guard rest.starts(with: ",".utf8) || rest.starts(with: "\n  ]".utf8) else { return false }
      }
      return true
    }
  }
}

extension Survey.Finding {
  /// What a manifest is to say of the file.
  fileprivate func entry(in directory: OutputDirectory) -> ManifestEntry? {
    switch source {
    case .file(let pixels)?: ManifestEntry(of: figure, in: directory, pixels: pixels)
    case .entry(let entry)?: entry
    case nil: nil
    }
  }
}
