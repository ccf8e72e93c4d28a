import Configuration
import Plans
import System
import Text

/// The configuration to which a directory belongs.
///
/// A directory belongs to the configuration that names it and whose path its manifests hold. Figures of other
/// configurations are left alone, and so is every file that none of its own manifests lists.
struct DirectoryOwnership: Sendable, Equatable {
  /// The path of the configuration relative to the directory, for the manifest; nil if the directory belongs to none.
  let configuration: String?
  /// The names of the manifests that hold that path already, in the order of their bytes.
  let ownManifests: [String]

  /// The ownership of a directory that belongs to no configuration.
  static let none = DirectoryOwnership(configuration: nil, ownManifests: [])
}

extension OutputDirectory {
  /// Determines the configuration to which the directory belongs, from its choice and from the manifests in it.
  ///
  /// The path that a manifest holds is kept if it leads to this configuration, whatever name was given. A manifest
  /// without a path, as earlier versions and runs with `--output` write it, leaves the directory to whoever names it.
  ///
  /// - Parameters:
  ///   - isForced: Whether the directory is taken over if it belongs to another configuration.
  ///   - names: The names in the directory.
  ///   - computed: The path of the configuration that names the directory, relative to it.
  /// - Throws: `ForeignDirectoryError` if the directory belongs to another configuration and is not taken over.
  func ownership(
    takingOver isForced: Bool = false, among names: [String], seen computed: String?
  ) throws(ForeignDirectoryError) -> DirectoryOwnership {
    var kept: String?
    var manifests: [(name: String, path: String)] = []
    for name in names where Self.isManifestName(name) {
      guard let path = configurationRecorded(inManifest: name) else { continue }
      let isOwn = path == computed || leadsToConfiguration(path)
      if isOwn {
        kept = kept ?? path
        manifests.append((name, path))
      } else if !isForced, !isAbandonedCopy(of: path) {
        throw ForeignDirectoryError(
          directory: self.path, owner: path, isOwnerMissing: !leadsAnywhere(path), source: source)
      }
    }
    return DirectoryOwnership(configuration: kept ?? computed, ownManifests: manifests.map(\.name))
  }

  /// The names of the manifests of all figures and of shards.
  var manifestNames: [String] { names.filter(Self.isManifestName) }

  private static func isManifestName(_ name: String) -> Bool {
    name == Manifest.fileName || Shard(ofManifestNamed: name) != nil
  }

  /// The path of the configuration that names this directory, relative to it, both without links; nil if none does.
  ///
  /// - Throws: `OutputError` if one of the paths cannot be resolved.
  func configurationSeenFromHere() throws(OutputError) -> String? {
    guard source.isNamedByConfiguration, let configuration = source.configuration else { return nil }
    func physical(_ path: String) throws(OutputError) -> String {
      do throws(FileFault) {
        return try path.resolvedPath()
      } catch {
        throw OutputError(path: path, fault: error, verb: "find")
      }
    }
    let folder = try physical(configuration.folderOfPath)
    return configuration.lastNameOfPath.path(relativeTo: folder).pathSeen(fromFolder: try physical(path))
  }

  /// Whether a path that a manifest holds leads to the configuration of this run.
  private func leadsToConfiguration(_ recorded: String) -> Bool {
    guard let configuration = source.configuration,
      let one = try? FileState(of: recorded.path(relativeTo: path), followingLinks: true),
      let other = try? FileState(of: configuration, followingLinks: true)
    else { return false }
    return one.isSameFile(as: other)
  }

  /// Whether the command line names the directory and the configuration of its manifest is missing: it is a copy, which
  /// belongs to no configuration.
  private func isAbandonedCopy(of recorded: String) -> Bool {
    !source.isNamedByConfiguration && !leadsAnywhere(recorded)
  }

  private func leadsAnywhere(_ recorded: String) -> Bool {
    recorded.path(relativeTo: path).fileKind(followingLinks: true) != nil
  }
}

/// The reason why a run does not touch a directory: it belongs to another configuration.
public struct ForeignDirectoryError: Error, Sendable, Equatable, CustomStringConvertible {
  let directory: String
  /// The path of the other configuration relative to the directory, as the manifest holds it.
  let owner: String
  /// Whether the other configuration is missing.
  let isOwnerMissing: Bool
  let source: DirectorySource

  /// `Output belongs to the configuration config.json, as its manifest says, and not to blog.json. Give blog.json an
  /// output.directory of its own, or take Output over with: actfig render blog.json --force`
  public var description: String {
    let other = owner.path(relativeTo: directory).tidyPath.printable
    let own = source.configuration?.printable ?? "the one on the standard input"
    let directory = directory.printable
    let fact = "\(directory) belongs to the configuration \(other), as its manifest says, and not to \(own)."
    let choice =
      source.isNamedByConfiguration && source.configuration != nil
      ? "Give \(own) an output.directory of its own" : "Name another directory with --output"
    if isOwnerMissing {
      return "\(fact) \(other) is no longer there. If it was moved or renamed, take \(directory) over with: "
        + source.takeover
    }
    return "\(fact) \(choice), or take \(directory) over with: \(source.takeover)"
  }
}

/// The choice of an output directory: who made it, and for which configuration.
public struct DirectorySource: Sendable, Equatable {
  /// The path of the configuration as it was given; nil if it has none, e.g. on the standard input.
  let configuration: String?
  /// Whether the configuration names the directory itself, and not the command line.
  let isNamedByConfiguration: Bool
  /// The command that takes the directory over from another configuration.
  let takeover: String

  /// The choice of a directory that belongs to no configuration.
  static let unknown = DirectorySource(configuration: nil, isNamedByConfiguration: false, takeover: "")

  /// - Parameter command: The command that writes to the directory.
  public init(of command: RenderCommand) {
    self.init(
      configuration: command.configuration == "-" ? nil : command.configuration,
      isNamedByConfiguration: command.output == nil, takeover: command.text(forcing: true))
  }

  private init(configuration: String?, isNamedByConfiguration: Bool, takeover: String) {
    (self.configuration, self.isNamedByConfiguration, self.takeover) = (
      configuration, isNamedByConfiguration, takeover
    )
  }
}
