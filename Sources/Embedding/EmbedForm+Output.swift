extension EmbedForm {
  /// Whether the form consists of several files, which are written below the root of a site.
  public var hasFiles: Bool { self == .hugo || self == .jekyll }

  /// Makes what a page needs to show figures.
  public func output(for request: EmbedRequest) -> EmbedOutput {
    switch self {
    case .html: .parts(PictureElements(for: request).parts)
    case .htmlToggle: .parts(ToggledPictures(for: request).parts)
    case .markdown: .parts(MarkdownPictures(for: request).parts)
    case .hugo: .files(HugoFiles(for: request).files)
    case .jekyll: .files(JekyllFiles(for: request).files)
    case .quarto: .parts(QuartoFigures(for: request).parts)
    case .myst: .parts(MySTFigures(for: request).parts)
    case .rst: .parts(SphinxFigures(for: request).parts)
    case .mkdocs: .parts(MaterialPictures(for: request).parts)
    case .page: .document(GalleryPage(for: request).html)
    case .json: .document(FigureFacts(of: request.gallery, addressed: request.addresses).json.text + "\n")
    }
  }
}
