extension EmbedForm {
  /// The place from which a page of this form sees the figures, if the form has a place of its own.
  ///
  /// - Parameter page: The page; for a form with files, the root of the site.
  public func place(of page: String) -> String { page }
}
