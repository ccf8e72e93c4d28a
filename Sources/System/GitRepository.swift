import Text

/// The git repository in whose work tree the tool runs.
///
/// The variables of git are obeyed, which a hook sets e.g. for another index or another work tree.
///
/// ```swift
/// let repository = try GitRepository()
/// try repository.configurations                               // ["blog/config.json", "config.json"]
/// try repository.faults(of: ["Output/mish.png"])              // [GitFault(path: "Output/mish.png", kind: .untracked)]
/// ```
public struct GitRepository: Sendable {
  /// The path of the work tree, without links and without a slash at its end.
  let root: String

  /// Finds the repository of the directory of the run.
  ///
  /// - Throws: `GitError` if git is not installed, or there is no work tree.
  public init() throws(GitError) {
    root = try Self.text(Self.git(["rev-parse", "--show-toplevel"])).droppingLineFeed
  }

  /// The files in the index whose content looks like a configuration, as paths from the directory of the run.
  public var configurations: [String] {
    get throws(GitError) {
      let run = try Self.run([
        "grep", "--cached", "--no-recurse-submodules", "--full-name", "--files-with-matches", "--null",
        "--fixed-strings",
        "-e", "\"activations\"", "--", ":(top)*.json",
      ])
      // The exit code of git grep is 1 if nothing was found.
      guard run.exitCode <= 1 else { throw GitError(of: run) }
      let here = try Self.text(Self.git(["rev-parse", "--show-cdup"])).droppingLineFeed
      return Self.names(in: run.output).map { here + $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  /// Whether a commit of this repository can hold a file of this path.
  public func canHold(_ path: String) -> Bool { name(of: path) != nil }

  /// The name of a path for git, from the root of the work tree; nil if it leads out of it, or into another repository
  /// in it.
  ///
  /// Links on the way are followed, but not one at the end. Directories that are missing are taken by their names.
  private func name(of path: String) -> String? {
    let full = path.withoutLinks
    let prefix = root == "/" ? root : root + "/"
    guard full.hasPrefix(prefix) else { return nil }
    let name = String(full.dropFirst(prefix.count))
    let isInSubmodule = name.indices.contains { name[$0] == "/" && InputFile.isThere(prefix + name[..<$0] + "/.git") }
    return isInSubmodule ? nil : name
  }

  /// Finds the files of which the index holds another state than the work tree.
  ///
  /// - Parameter paths: Paths from the directory of the run. A path that leads out of the work tree, or nowhere, has no
  ///   fault.
  /// - Returns: The faults in the order of the paths.
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

  /// The names of the files, or of their directories if the files are too many for a command line.
  private static func places(of names: [String]) -> [String] {
    guard names.count > 500 else { return names }
    return Set(names.map { name in name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "" }).sorted()
  }

  // MARK: - Running git

  /// - Throws: `GitError` if git fails.
  private static func git(_ words: [String]) throws(GitError) -> [UInt8] {
    let run = try run(words)
    guard run.exitCode == 0 else { throw GitError(of: run) }
    return run.output
  }

  private static func run(_ words: [String]) throws(GitError) -> ChildProcess {
    do throws(FileFault) {
      // No other process is to wait for a lock of this one, and paths are to be taken literally only where they say so.
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

  /// The names in a list in which each ends with a zero byte; names that are not UTF-8 are left out.
  private static func names(in bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0).compactMap { String(validating: $0, as: UTF8.self) }
  }
}

/// A file whose state in the index differs from that in the work tree, so that the next commit will not hold it.
public struct GitFault: Sendable, Equatable, CustomStringConvertible {
  /// The path from the directory of the run.
  public let path: String
  let kind: Kind

  enum Kind: Sendable {
    case untracked
    /// The file is untracked because of a rule of .gitignore.
    case ignored
    case changed
    case deleted
  }

  /// `Output/mish.png: untracked, so that the commit does not hold it; fix with: git add Output/mish.png`.
  public var description: String {
    let reason =
      switch kind {
      case .untracked: "untracked, so that the commit does not hold it"
      case .ignored: "ignored by git, so that the commit does not hold it"
      case .changed: "changed since it was staged, so that the commit holds another one"
      case .deleted: "deleted, but the commit still holds it"
      }
    return "\(path.printable): \(reason); fix with: \(fix)"
  }

  private var fix: String {
    let command =
      switch kind {
      case .untracked, .changed: "add"
      case .ignored: "add --force"
      case .deleted: "rm --cached"
      }
    // A pathspec that begins with a colon would have a special meaning.
    let isPlain = path.utf8.first != UInt8(ascii: "-") && path.utf8.first != UInt8(ascii: ":")
    let name = (isPlain ? path : "./" + path).quotedForShell
    // git takes such names for patterns, which also match the file itself.
    return "git \(command) \(name)"
  }
}

/// The reason why the content of the next commit cannot be determined.
public struct GitError: Error, Sendable, Equatable, CustomStringConvertible {
  let reason: String

  fileprivate init(reason: String) { self.reason = reason }

  /// Creates an error from the first line of the message of git.
  fileprivate init(of run: ChildProcess) {
    let line = String(decoding: run.words, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
    reason = line.isEmpty ? "git ended with exit code \(run.exitCode)" : line.abbreviated(to: 200).printable
  }

  /// The reason as one sentence.
  public var description: String { "The content of the commit cannot be determined: \(reason)." }
}

extension String {
  fileprivate var droppingLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
