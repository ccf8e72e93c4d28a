import System

/// A search for files through folders and what lies below them, in an order that does not depend on the disk's.
struct FontSearch {
  /// The folders that are searched first, without the folders in them.
  var likelyFolders: [String] = []
  /// The folders that are searched with all folders in them.
  var places: [String]

  /// Bounds, so that a search ends even where links form a cycle.
  private static let deepestLevel = 8
  private static let mostFolders = 4096

  /// The search of the folders in which Linux keeps fonts, for all users and for the one whose `HOME` is set.
  static var installed: FontSearch {
    var places = ["/usr/share/fonts", "/usr/local/share/fonts"]
    if let home = Environment.variable("HOME"), home.hasPrefix("/") {
      places += ["\(home)/.local/share/fonts", "\(home)/.fonts"]
    }
    return FontSearch(likelyFolders: ["/usr/share/fonts/truetype/dejavu"], places: places)
  }

  /// The first folder that holds all the files, a folder before what lies below it, neighbours in the order of their
  /// names' bytes; `nil` where there is none.
  func folder(holding files: [String]) -> String? {
    if let folder = likelyFolders.first(where: { Self.holds($0, files) }) { return folder }
    var left = Self.mostFolders
    for place in places {
      if let folder = Self.firstFolder(from: place, holding: files, level: 0, left: &left) { return folder }
    }
    return nil
  }

  /// All files whose names end in one of these, whatever the case, in the order of ``folder(holding:)``.
  func files(endingIn endings: [String]) -> [String] {
    var files: [String] = []
    var left = Self.mostFolders
    for place in places { Self.collectFiles(in: place, endingIn: endings, level: 0, left: &left, into: &files) }
    return files
  }

  private static func collectFiles(
    in folder: String, endingIn endings: [String], level: Int, left: inout Int, into files: inout [String]
  ) {
    guard level <= deepestLevel, left > 0 else { return }
    left -= 1
    let paths = entries(of: folder).map { "\(folder)/\($0)" }
    files += paths.filter { path in
      endings.contains { path.lowercased().hasSuffix($0) } && isFile(path)
    }
    for path in paths where kind(of: path) == .directory {
      collectFiles(in: path, endingIn: endings, level: level + 1, left: &left, into: &files)
    }
  }

  private static func firstFolder(from folder: String, holding files: [String], level: Int, left: inout Int) -> String?
  {
    guard level <= deepestLevel, left > 0 else { return nil }
    left -= 1
    if holds(folder, files) { return folder }
    for name in entries(of: folder) where kind(of: "\(folder)/\(name)") == .directory {
      if let found = firstFolder(from: "\(folder)/\(name)", holding: files, level: level + 1, left: &left) {
        return found
      }
    }
    return nil
  }

  private static func holds(_ folder: String, _ files: [String]) -> Bool {
    files.allSatisfy { isFile("\(folder)/\($0)") }
  }

  /// Whether a path leads to a regular file, links followed.
  static func isFile(_ path: String) -> Bool { kind(of: path) == .regular }

  /// The kind of what a path leads to, links followed; `nil` where it leads nowhere.
  private static func kind(of path: String) -> FileKind? { path.fileKind(followingLinks: true) }

  /// The names in a folder in the order of their bytes; none where it cannot be read.
  private static func entries(of folder: String) -> [String] { (try? Directory.names(in: folder)) ?? [] }
}
