import System
import Text

extension EmbedForm {
  /// The place from which a page of this form sees the figures, if the form has a place of its own.
  ///
  /// - Parameter page: The page; for a form with files, the root of the site.
  public func place(of page: String) -> String {
    switch self {
    case .hugo: "static".path(relativeTo: page) + "/"
    case .jekyll: page + "/"
    case .mkdocs: Self.folderServed(for: page)
    default: page
    }
  }

  /// The folder in which MkDocs serves a page: `docs/mish/` for `docs/mish.md`, and `docs/` for `docs/index.md`.
  private static func folderServed(for page: String) -> String {
    let name = page.lastNameOfPath
    guard name.hasSuffix(".md"), page.fileKind(followingLinks: true) != .directory else { return page }
    let stem = String(name.dropLast(3))
    let folder = page.folderOfPath
    return ["index", "README"].contains(stem) ? folder : stem.path(relativeTo: folder) + "/"
  }
}
