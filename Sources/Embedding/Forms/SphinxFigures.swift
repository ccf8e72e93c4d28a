import Pipeline

/// Figures as reStructuredText of Sphinx, for the theme pydata and those that are derived from it: HTML with the classes
/// `only-light` and `only-dark`, and a directive for all other builders.
struct SphinxFigures {
  let parts: [EmbeddedPart]

  init(for request: EmbedRequest) {
    let style = request.sphinxStyleLines.map { "   " + $0 }
    let common = style.isEmpty ? [] : [EmbeddedPart(lines: [".. raw:: html", ""] + style)]
    parts =
      common
      + request.gallery.figures.map { figure in
        let html = request.sphinxLines(figure)
        let picture = FigurePictures(of: figure).plain.wide
        let path = request.addresses.path(ofFile: picture.file.fileName).escapedForDirective
        let caption = figure.title.escapedForReStructuredText
        var lines = [".. raw:: html", ""] + html.map { "   " + $0 }
        lines += ["", ".. only:: not html", "", "   .. figure:: \(path)"]
        lines.append("      :alt: \(picture.file.shortAlternativeText.withoutCommands)")
        if !caption.isEmpty { lines += ["", "      " + caption] }
        if request.showsDescriptions, !caption.isEmpty {
          lines += ["", "      " + figure.description.escapedForReStructuredText]
        }
        return EmbeddedPart(of: figure.name, lines: lines)
      }
  }
}

/// Figures as MyST Markdown of Jupyter Book 1 and Sphinx: HTML with the classes `only-light` and `only-dark`, and a directive
/// for all other builders.
struct MySTFigures {
  let parts: [EmbeddedPart]

  init(for request: EmbedRequest) {
    let style = request.sphinxStyleLines
    let common = style.isEmpty ? [] : [EmbeddedPart(lines: ["```{raw} html"] + style + ["```"])]
    parts =
      common
      + request.gallery.figures.map { figure in
        let picture = FigurePictures(of: figure).plain.wide
        let path = request.addresses.path(ofFile: picture.file.fileName).escapedForDirective
        let caption = figure.title.escapedForMarkdown
        var lines = ["```{raw} html"] + request.sphinxLines(figure) + ["```", ""]
        lines += ["````{only} not html", "```{figure} \(path)"]
        lines.append(":alt: \(picture.file.shortAlternativeText.quotedForYAML)")
        if !caption.isEmpty { lines += ["", caption] }
        if request.showsDescriptions, !caption.isEmpty { lines += ["", figure.description.escapedForMarkdown] }
        return EmbeddedPart(of: figure.name, lines: lines + ["```", "````"])
      }
  }
}

extension EmbedRequest {
  /// The lines of HTML for a page of Sphinx. The pictures are in a division, because the theme hides captions beside a picture
  /// of the other tone.
  fileprivate func sphinxLines(_ figure: FigureGallery.Figure) -> [String] {
    let lines = FigurePictures(of: figure).tones.flatMap { tone, pictures in
      pictureLines(
        PictureElement(pictures, narrowWidth: narrowWidth), className: tone.map { "only-\($0.rawValue)" })
    }
    return figureLines(figure, around: ["<div>"] + lines.map { "  " + $0 } + ["</div>"])
  }

  /// A style sheet for the time before the scripts of the theme have set the tone of the page, in which the theme itself would
  /// show the pictures of both; none for figures of one tone.
  fileprivate var sphinxStyleLines: [String] {
    guard FigurePictures.haveTones(gallery.figures) else { return [] }
    let (root, hidden) = ("html[data-theme=\"\"]", "{ display: none }")
    return [
      "<style>", "@media (prefers-color-scheme: dark) { \(root) .actfig .only-light \(hidden) }",
      "@media not all and (prefers-color-scheme: dark) { \(root) .actfig .only-dark \(hidden) }", "</style>",
    ]
  }
}
