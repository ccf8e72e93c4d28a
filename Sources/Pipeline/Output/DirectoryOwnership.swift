import Configuration
import System
import Text

/// To which configuration a directory belongs.
///
/// A directory belongs to the configuration that names it, and whose path its manifests hold. What other configurations drew
/// there is left alone, and so is all else that none of its own manifests lists.
struct DirectoryOwnership: Sendable, Equatable {
  /// The path of the configuration relative to the directory, for the manifest; nil where the directory belongs to none.
  let configuration: String?
  /// The names of the manifests that hold that path already, in the order of their bytes.
  let ownManifests: [String]

  /// Of a directory that belongs to no configuration.
  static let none = DirectoryOwnership(configuration: nil, ownManifests: [])
}

extension OutputDirectory {
  /// To which configuration the directory belongs, by how it was chosen and by the manifests in it.
  ///
  /// The path that a manifest holds is kept where it leads to this configuration, by whatever name it was given. A manifest
  /// without a path, as earlier versions and runs with `--output` write it, leaves the directory to whoever names it.
  ///
  /// - Parameters:
  ///   - isForced: Whether the directory is taken over where it belongs to another configuration.
  ///   - names: What lies in the directory.
  ///   - computed: The path of the configuration that names the directory, relative to it.
  /// - Throws: Where it does.
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

  /// The manifests of all figures and of shards.
  var manifestNames: [String] { names.filter(Self.isManifestName) }

  private static func isManifestName(_ name: String) -> Bool {
    name == Manifest.fileName || Shard(ofManifestNamed: name) != nil
  }

  /// The path of the configuration that names this directory, relative to it, both without links; nil where none does.
  ///
  /// - Throws: Where the system does not tell to where one of the paths leads.
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

  /// Whether the command line names the directory and the configuration of its manifest is not there: a copy that somebody
  /// took elsewhere, which belongs to no configuration.
  private func isAbandonedCopy(of recorded: String) -> Bool {
    !source.isNamedByConfiguration && !leadsAnywhere(recorded)
  }

  private func leadsAnywhere(_ recorded: String) -> Bool {
    recorded.path(relativeTo: path).fileKind(followingLinks: true) != nil
  }
}

/// A directory belongs to another configuration than the one of the run, which therefore touches nothing in it.
public struct ForeignDirectoryError: Error, Sendable, Equatable, CustomStringConvertible {
  let directory: String
  /// The path of the other configuration relative to the directory, as the manifest holds it.
  let owner: String
  /// Whether nothing is found there any more.
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
