import Configuration
import PNG
import System

extension OutputDirectory {
  /// Names of figures that the directory's own configuration drew and no longer asks for: files that one of its manifests
  /// lists, of whose names the plan has no figure, and that are whole PNGs, as they were drawn, with their recipe or with
  /// that of the manifest where their texts were stripped.
  ///
  /// A name that differs in case alone from that of a figure may be the same file, and so is none of them.
  ///
  /// - Parameter listed: The files that manifests of the configuration's own runs list.
  private func extras(beside plan: RenderPlan, among listed: Set<String>) -> [String] {
    let listed = listed.subtracting(plan.allFigures.lazy.map(\.fileName))
    if listed.isEmpty { return [] }
    let wanted = Set(plan.allFigures.map { FileName.folded($0.fileName) })
    let manifests = EarlierManifests(in: self)
    return listed.filter { !wanted.contains(FileName.folded($0)) && isFigure($0, vouchedBy: manifests) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What a run of the plan says in its manifest of the directory itself.
  ///
  /// - Parameter isMerge: Whether the manifests of all shards count, and not only those that the run itself reads and writes.
  func provenance(
    of plan: RenderPlan, in ownership: DirectoryOwnership, merging isMerge: Bool = false
  ) -> ManifestProvenance {
    let manifests = [Manifest.fileName, Self.manifestName(of: plan.shard)]
    let read = ownership.ownManifests.filter { isMerge || manifests.contains($0) }
    let listed = read.reduce(into: Set<String>()) { $0.formUnion(filesListed(inManifest: $1)) }
    return ManifestProvenance(
      configuration: ownership.configuration, extras: extras(beside: plan, among: listed), listed: listed)
  }

  private func isFigure(_ name: String, vouchedBy manifests: EarlierManifests) -> Bool {
    guard name.hasSuffix(".png"), FileName.expectation(missedBy: name) == nil, case .file(let bytes) = content(of: name)
    else { return false }
    return Self.isFigure(bytes, named: name, vouchedBy: manifests)
  }

  /// Whether a file is a whole PNG, as it was drawn, that carries a recipe, or whose texts alone were stripped.
  private static func isFigure(_ bytes: [UInt8], named name: String, vouchedBy manifests: EarlierManifests) -> Bool {
    let file = try? FigureFile(decoding: bytes) { manifests.entry(of: name, pixels: $0) }
    return switch file?.content {
    case .figure(_, .asDrawn), .stripped(_, .asDrawn): true
    default: false
    }
  }

  /// Removes a figure, if it is still there and still one.
  ///
  /// The file is read once more, and its name is taken away only where it is still that of the very file that was read.
  ///
  /// - Returns: Whether it was removed.
  func removeFigure(_ name: String) throws(OutputError) -> Bool {
    do throws(FileFault) {
      let target = path + "/" + name
      let file = try FileDescriptor(readingWithoutLinks: target)
      let state = try file.state()
      guard state.kind == .regular,
        Self.isFigure(
          try file.bytes(limit: Limits.pictureBytes), named: name, vouchedBy: EarlierManifests(in: self)),
        try file.state() == state, try FileState(of: target) == state
      else { return false }
      // Unlike remove(3), unlink(2) never takes a directory.
      try Directory.remove(file: target)
      return true
    } catch {
      if error == .missing || error == .isLink { return false }
      throw OutputError(path: path + "/" + name, fault: error, verb: "remove")
    }
  }

  /// Removes a file, if it is still there.
  ///
  /// - Parameter name: Of a manifest of this tool.
  func remove(_ name: String) throws(OutputError) {
    do throws(FileFault) {
      try Directory.remove(file: path + "/" + name)
    } catch {
      if error != .missing { throw OutputError(path: path + "/" + name, fault: error, verb: "remove") }
    }
  }
}
