extension EmbedForm {
  /// Whether the form consists of several files, which are written below the root of a site.
  public var hasFiles: Bool { false }

  /// Makes what a page needs to show figures.
  public func output(for request: EmbedRequest) -> EmbedOutput {
    switch self {
    case .html: .parts(PictureElements(for: request).parts)
    case .page: .document(GalleryPage(of: request.gallery, addressed: request.addresses).html)
    case .json: .document(FigureFacts(of: request.gallery, addressed: request.addresses).json.text + "\n")
    }
  }
}
