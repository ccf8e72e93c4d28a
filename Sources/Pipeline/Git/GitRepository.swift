import Configuration
import System
import Text

/// The repository in whose work tree the tool runs, as git itself tells of it.
///
/// What git's own variables say holds, as a hook gets them: another index, another work tree.
///
/// ```swift
/// let repository = try GitRepository()
/// try repository.configurations                               // ["blog/config.json", "config.json"]
/// try repository.faults(of: ["Output/mish.png"])              // [GitFault(path: "Output/mish.png", kind: .untracked)]
/// ```
public struct GitRepository: Sendable {
  /// The directory of the work tree, without links, without a slash at its end.
  let root: String

  /// Asks in the directory of the run.
  ///
  /// - Throws: Where there is no git, or no work tree.
  public init() throws(GitError) {
    root = try Self.text(Self.git(["rev-parse", "--show-toplevel"])).droppingLineFeed
  }

  /// The files in the index that may be configurations, by their content; paths from the directory of the run.
  public var configurations: [String] {
    get throws(GitError) {
      let run = try Self.run([
        "grep", "--cached", "--no-recurse-submodules", "--full-name", "--files-with-matches", "--null",
        "--fixed-strings",
        "-e", "\"activations\"", "--", ":(top)*.json",
      ])
      // By custom 1 where nothing was found.
      guard run.exitCode <= 1 else { throw GitError(of: run) }
      let here = try Self.text(Self.git(["rev-parse", "--show-cdup"])).droppingLineFeed
      return Self.names(in: run.output).map { here + $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  /// Whether the commits of this repository can hold a file of this path.
  public func canHold(_ path: String) -> Bool { name(of: path) != nil }

  /// A path as git calls it, from the root of the work tree; nil where it leads out of it, or into another repository in it.
  ///
  /// Links on the way are followed, but not one at the end. Directories that are not there are taken by their names.
  private func name(of path: String) -> String? {
    let full = path.withoutLinks
    let prefix = root == "/" ? root : root + "/"
    guard full.hasPrefix(prefix) else { return nil }
    let name = String(full.dropFirst(prefix.count))
    let isInSubmodule = name.indices.contains { name[$0] == "/" && InputFile.isThere(prefix + name[..<$0] + "/.git") }
    return isInSubmodule ? nil : name
  }

  /// What the index holds otherwise than the work tree does.
  ///
  /// - Parameter paths: From the directory of the run. What lies outside of the work tree, or nowhere, has no fault.
  /// - Returns: In the order of the paths.
  public func faults(of paths: [String]) throws(GitError) -> [GitFault] {
    let asked = paths.compactMap { path in name(of: path).map { (path: path, name: $0) } }
    guard !asked.isEmpty else { return [] }
    let places = Self.places(of: asked.map(\.name)).map { ":(top,literal)\($0)" }
    let tracked = Set(Self.names(in: try Self.git(["ls-files", "-z", "--full-name", "--cached", "--"] + places)))
    let changed = Set(
      Self.names(
        in: try Self.git(
          ["-c", "diff.relative=false", "diff", "--no-ext-diff", "--no-renames", "--name-only", "-z", "--"] + places)))
    let untracked = asked.filter { !tracked.contains($0.name) && InputFile.isThere($0.path) }
    let ignored =
      untracked.isEmpty
      ? []
      : Set(
        Self.names(
          in: try Self.git(
            ["ls-files", "-z", "--full-name", "--others", "--ignored", "--exclude-standard", "--"] + places)))
    return asked.compactMap { path, name in
      if tracked.contains(name) {
        guard changed.contains(name) else { return nil }
        return GitFault(path: path, kind: InputFile.isThere(path) ? .changed : .deleted)
      }
      guard InputFile.isThere(path) else { return nil }
      return GitFault(path: path, kind: ignored.contains(name) ? .ignored : .untracked)
    }
  }

  /// The files, or where they are more than a command line holds the directories in which they lie.
  private static func places(of names: [String]) -> [String] {
    guard names.count > 500 else { return names }
    return Set(names.map { name in name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "" }).sorted()
  }

  // MARK: - Asking

  /// - Throws: Where git does not end well.
  private static func git(_ words: [String]) throws(GitError) -> [UInt8] {
    let run = try run(words)
    guard run.exitCode == 0 else { throw GitError(of: run) }
    return run.output
  }

  private static func run(_ words: [String]) throws(GitError) -> ChildProcess {
    do throws(FileFault) {
      // Nobody else is to wait for a lock of ours, and paths mean what is said of them here.
      return try ChildProcess(
        running: ["git", "--no-optional-locks"] + words,
        without: [
          "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
        ])
    } catch {
      throw GitError(reason: error == .missing ? "git is not installed" : "git cannot be run: \(error)")
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Names that end with a zero byte each; one that is not UTF-8 is none of ours.
  private static func names(in bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0).compactMap { String(validating: $0, as: UTF8.self) }
  }
}

/// A file that the index does not hold as it lies in the work tree, and so the next commit will not.
public struct GitFault: Sendable, Equatable, CustomStringConvertible {
  /// From the directory of the run.
  public let path: String
  let kind: Kind

  enum Kind: Sendable {
    case untracked
    /// It is untracked, and a rule of .gitignore is why.
    case ignored
    case changed
    case deleted
  }

  /// `Output/mish.png: untracked, so that the commit does not hold it; mend with: git add Output/mish.png`.
  public var description: String {
    let reason =
      switch kind {
      case .untracked: "untracked, so that the commit does not hold it"
      case .ignored: "ignored by git, so that the commit does not hold it"
      case .changed: "changed since it was staged, so that the commit holds another one"
      case .deleted: "deleted, but the commit still holds it"
      }
    return "\(path.printable): \(reason); mend with: \(mend)"
  }

  private var mend: String {
    let command =
      switch kind {
      case .untracked, .changed: "add"
      case .ignored: "add --force"
      case .deleted: "rm --cached"
      }
    // A pathspec that begins with a colon would be magic.
    let isPlain = path.utf8.first != UInt8(ascii: "-") && path.utf8.first != UInt8(ascii: ":")
    let name = (isPlain ? path : "./" + path).quotedForShell
    // git takes these for patterns, which also match the file itself.
    return "git \(command) \(name)"
  }
}

/// Why git cannot be asked what the next commit holds.
public struct GitError: Error, Sendable, Equatable, CustomStringConvertible {
  let reason: String

  fileprivate init(reason: String) { self.reason = reason }

  /// By what git itself says of it.
  fileprivate init(of run: ChildProcess) {
    let line = String(decoding: run.words, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
    reason = line.isEmpty ? "git ended with exit code \(run.exitCode)" : line.abbreviated(to: 200).printable
  }

  /// One sentence.
  public var description: String { "What the commit holds cannot be told: \(reason)." }
}

extension String {
  fileprivate var droppingLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
