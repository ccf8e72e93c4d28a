/// The forms in which the figures of a configuration can be embedded in pages of other programs.
public enum EmbedForm: String, Sendable, CaseIterable {
  /// HTML whose pictures follow the theme of the operating system.
  case html
  /// HTML with two images for each figure, for pages with a theme switch of their own.
  case htmlToggle = "html-toggle"
  /// Markdown as GitHub renders it.
  case markdown
  /// A data file and a shortcode for Hugo.
  case hugo
  /// A data file and an include for Jekyll.
  case jekyll
  /// Markdown for Quarto.
  case quarto
  /// Markdown for MyST and Jupyter Book.
  case myst
  /// reStructuredText for Sphinx.
  case rst
  /// Markdown for MkDocs with the theme Material.
  case mkdocs
  /// A gallery page that needs no other file but the pictures.
  case page
  /// A list of all facts as JSON.
  case json
}

extension EmbedForm {
  /// The greatest width of a window, in CSS pixels, that is usually shown the panels in a column: that of a telephone, or of
  /// an upright tablet on a page that leaves its whole width to the figures.
  public var narrowWidth: Int { self == .page ? 820 : 600 }
}
