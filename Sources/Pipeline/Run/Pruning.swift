import Configuration
import PNG
import Plans
import System
import Text

/// The removal of the files for which a configuration asked earlier and no longer does.
public struct Pruning: Sendable {
  /// The files that were removed, or what went wrong with each.
  public fileprivate(set) var removed: [Result<String, FigureFailure>] = []
  /// The files that stay because a figure of the run failed or was not started.
  public fileprivate(set) var kept: [String] = []
  /// The reason why nothing may be removed from the directory; nil if files may be.
  public fileprivate(set) var note: String?

  static let none = Pruning()

  /// A line for each file, and the reason why nothing may be removed.
  var lines: [String] {
    removed.compactMap { try? $0.get() }.map { "\($0.printable): removed, no longer asked for" }
      + kept.map { "\($0.printable): no longer asked for, but kept, as not every figure was drawn" }
      + [note].compactMap(\.self)
  }

  /// The reason why nothing is removed from a directory that belongs to no configuration.
  static func note(on directory: OutputDirectory) -> String {
    "Nothing is removed from \(directory.path.printable): it belongs to no configuration, as the command line or the "
      + "standard input chose it."
  }
}

extension OutputDirectory {
  /// Removes files for which the configuration no longer asks, each after it was examined once more.
  ///
  /// - Parameters:
  ///   - extras: The files that are to be removed; in the end, those that are still there.
  ///   - isComplete: Whether the run rendered every figure. Otherwise nothing is removed.
  func prune(
    _ extras: inout [String], in ownership: DirectoryOwnership, afterCompleteRun isComplete: Bool
  ) -> Pruning {
    var pruning = Pruning()
    if ownership.configuration == nil { pruning.note = Pruning.note(on: self) }
    guard isComplete else {
      pruning.kept = extras
      return pruning
    }
    var left: [String] = []
    for name in extras {
      do throws(OutputError) {
        if try removeFigure(name) { pruning.removed.append(.success(name)) }
      } catch {
        left.append(name)
        pruning.removed.append(.failure(FigureFailure(ofFile: name, reason: "\(error)")))
      }
    }
    extras = left
    return pruning
  }

  /// The names of files for which the directory's configuration no longer asks: files that one of its manifests lists,
  /// whose names no figure of the plan has, and that are complete, unmodified PNGs with a recipe, or with that of the
  /// manifest if their texts were stripped.
  ///
  /// A name that differs from that of a figure in case alone may be the same file, and is left out.
  ///
  /// - Parameter listed: The files that manifests of the configuration list and no figure of the plan has.
  private func extras(among listed: Set<String>) -> [String] {
    if listed.isEmpty { return [] }
    let manifests = EarlierManifests(in: self)
    return listed.filter { isFigure($0, vouchedBy: manifests) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What the manifest of a run says of the directory itself.
  ///
  /// - Parameter isMerge: Whether the manifests of all shards are read, and not only those that the run itself writes.
  func provenance(
    of plan: RenderPlan, in ownership: DirectoryOwnership, merging isMerge: Bool = false
  ) -> ManifestProvenance {
    let manifests = [Manifest.fileName, Self.manifestName(of: plan.shard)]
    var provenance = ManifestProvenance(configuration: ownership.configuration)
    var others: Set<String> = []
    for name in ownership.ownManifests where isMerge || manifests.contains(name) {
      provenance.listed.add(name, in: self) { file in
        if plan.allFigures.number(ofFileLike: file) == nil { others.insert(file) }
      }
    }
    provenance.extras = extras(among: others)
    return provenance
  }

  private func isFigure(_ name: String, vouchedBy manifests: EarlierManifests) -> Bool {
    guard name.hasSuffix(".png"), FileName.expectation(missedBy: name) == nil, case .file(let bytes) = content(of: name)
    else { return false }
    return Self.isFigure(bytes, named: name, vouchedBy: manifests)
  }

  /// Whether a file is a complete, unmodified PNG that carries a recipe, or of which only the texts were stripped.
  private static func isFigure(_ bytes: [UInt8], named name: String, vouchedBy manifests: EarlierManifests) -> Bool {
    let file = try? FigureFile(decoding: bytes) { manifests.entry(of: name, pixels: $0) }
    return switch file?.content {
    case .figure(_, .asDrawn), .stripped(_, .asDrawn): true
    default: false
    }
  }

  /// Removes a figure, if it is still there and still a figure.
  ///
  /// The file is read once more and is removed only if its name still belongs to the very file that was read.
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

  /// Removes a manifest, if it is still there.
  func remove(_ name: String) throws(OutputError) {
    do throws(FileFault) {
      try Directory.remove(file: path + "/" + name)
    } catch {
      if error != .missing { throw OutputError(path: path + "/" + name, fault: error, verb: "remove") }
    }
  }
}
