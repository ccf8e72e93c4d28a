import Configuration
import JSON
import Plans
import System
import Text

/// The search for the configurations to which the files of a commit belong.
public struct ConfigurationSearch: Sendable {
  /// The paths of the configurations from the directory of the run, each once, in the order in which they were found.
  public private(set) var configurations: [String] = []
  /// A sentence for each file that looks like a configuration and is skipped.
  public private(set) var notes: [String] = []

  /// Finds the configurations among some files, and those to which the other files belong.
  ///
  /// A figure, a manifest, a font or a table belongs to the configuration that the manifest beside it names, and to each
  /// configuration in the index that has its figures in the same directory or asks for the font or the table. Any other file is
  /// taken for a configuration, and skipped if it is not one of figures.
  ///
  /// - Parameters:
  ///   - files: Paths from the directory of the run; with none, all configurations in the index are found.
  ///   - repository: The repository whose index is searched.
  public init(for files: [String], in repository: GitRepository) throws(GitError) {
    let (others, candidates) = files.partitioned(by: \.belongsToConfiguration)
    for file in candidates { add(file, isAsked: true) }
    guard files.isEmpty || !others.isEmpty else { return }
    for file in others { if let owner = Self.configuration(recordedBeside: file) { add(owner, isAsked: false) } }
    for candidate in try repository.configurations {
      guard files.isEmpty || Self.plan(candidate)?.holds(any: others) == true else { continue }
      add(candidate, isAsked: false)
    }
  }

  private mutating func add(_ path: String, isAsked: Bool) {
    guard !configurations.contains(where: { $0.withoutLinks == path.withoutLinks }) else { return }
    do throws(InputError) {
      if RenderPlan.isConfiguration(try InputFile(path).bytes) {
        configurations.append(path)
      } else if isAsked {
        notes.append(
          "\(path.printable) is skipped: it holds no \"activations\", so it is no configuration of figures.")
      }
    } catch {
      if error.fault == .missing {
        // The index may still hold it.
        configurations.append(path)
      } else {
        notes.append("\(error)")
      }
    }
  }

  /// The configuration that the manifest beside a file names.
  private static func configuration(recordedBeside file: String) -> String? {
    let folder = file.folderOfPath
    return OutputDirectory(folder).configurationRecorded(inManifest: Manifest.fileName)
      .map { $0.path(relativeTo: folder).tidyPath }
  }

  private static func plan(_ path: String) -> RenderPlan? {
    guard let file = try? InputFile(path) else { return nil }
    return try? RenderPlan(readingConfiguration: file.bytes, named: file.name, in: file.directory, files: .disk)
  }
}

extension RenderPlan {
  /// Whether a file is meant as a configuration of figures: a JSON object with `activations`, valid or not.
  public static func isConfiguration(_ bytes: [UInt8]) -> Bool {
    let source = SourceText(name: "", bytes: bytes)
    var reader = JSONReader(source)
    let root = reader.readText()
    if root.members?.contains(where: { $0.key == "activations" }) == true { return true }
    // The reader stopped at a fault; the key may follow it.
    return reader.isStopped && String(decoding: bytes, as: UTF8.self).firstPlace(of: "\"activations\"") != nil
  }

  /// The files that a commit must hold together with the configuration: figures, manifest, fonts and tables.
  public func files(in directory: OutputDirectory) -> [String] {
    (allFigures.indices.map { allFigures.names(at: $0).file } + [Manifest.fileName]).map { directory.path + "/" + $0 }
      + fonts.flatMap(\.paths)
      + tables
  }

  /// Whether any of the files lies among the figures of the plan, or is one of its fonts or tables.
  fileprivate func holds(any files: [String]) -> Bool {
    let directory = (outputDirectory + "/.").withoutLinks
    let sources = Set((fonts.flatMap(\.paths) + tables).map(\.withoutLinks))
    return files.contains { file in
      let path = file.withoutLinks
      return sources.contains(path)
        || path.hasPrefix(directory + "/") && !path.dropFirst(directory.count + 1).contains("/")
    }
  }
}

extension String {
  /// Whether a file of this name belongs to a configuration and is not one itself.
  fileprivate var belongsToConfiguration: Bool {
    let name = split(separator: "/").last.map { $0.lowercased() } ?? ""
    return [".png", ".ttf", ".otf", ".ttc", ".otc", ".csv", ".tsv", ".npy"].contains(where: name.hasSuffix)
      || name == Manifest.fileName || name.hasPrefix("manifest-") && name.hasSuffix(".json")
  }
}

extension Array {
  fileprivate func partitioned(by condition: (Element) -> Bool) -> (matching: [Element], others: [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
