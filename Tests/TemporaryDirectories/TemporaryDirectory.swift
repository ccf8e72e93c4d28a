import Foundation

/// A temporary directory for one test, which is removed when nothing refers to it any more.
public final class TemporaryDirectory: Sendable {
  /// The directory's path, absolute and without links, so that it is the path that a run reports.
  public let path: String

  /// The directory as a URL.
  public var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

  /// Creates an empty directory in the folder that the environment names in TMPDIR, or else in `/tmp`.
  public init() throws {
    let named = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    let parent = URL(filePath: named.isEmpty ? "/tmp" : named).resolvingSymlinksInPath()
    path = parent.appending(path: "actfig-tests-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
