import Pipeline

/// Figures as Markdown of Quarto, each with the attribute `fig-alt`: for pages of HTML one in each tone, in divisions of the
/// classes `light-content` and `dark-content`, and one for all other formats.
struct QuartoFigures {
  let parts: [EmbeddedPart]

  init(for request: EmbedRequest) {
    let figures = request.gallery.figures
    let hasNarrow = figures.contains { FigurePictures(of: $0).tones.contains { $0.pictures.narrow != nil } }
    parts =
      (hasNarrow ? [EmbeddedPart(lines: Self.style(narrowWidth: request.narrowWidth))] : [])
      + figures.map { EmbeddedPart(of: $0.name, lines: Self.lines(of: $0, for: request)) }
  }

  /// The style sheet that hides wide pictures in narrow windows and narrow ones in wide windows.
  private static func style(narrowWidth: Int) -> [String] {
    let (query, hidden) = ("(max-width: \(narrowWidth)px)", "{ display: none !important }")
    return [
      "```{=html}", "<style>", "@media \(query) { .actfig-wide \(hidden) }",
      "@media not all and \(query) { .actfig-narrow \(hidden) }", "</style>", "```",
    ]
  }

  private static func lines(of figure: FigureGallery.Figure, for request: EmbedRequest) -> [String] {
    let pictures = FigurePictures(of: figure)
    var lines = [":::: {.content-visible when-format=\"html\"}"]
    for (tone, pictures) in pictures.tones {
      let toneClass = tone.map { ".\($0.rawValue)-content" }
      if let narrow = pictures.narrow {
        lines += division([toneClass, ".actfig-wide"], pictures.wide, of: figure, for: request)
        lines += division([toneClass, ".actfig-narrow"], narrow, of: figure, for: request)
      } else {
        lines += division([toneClass], pictures.wide, of: figure, for: request)
      }
    }
    lines += ["::::", "", ":::: {.content-visible unless-format=\"html\"}"]
    lines += [image(pictures.plain.wide, of: figure, for: request, attributes: []), "::::"]
    guard request.showsDescriptions else { return lines }
    lines += ["", "::: {.callout-note collapse=\"true\" appearance=\"minimal\"}", "## Description", ""]
    return lines + [figure.description.escapedForMarkdown, ":::"]
  }

  /// The lines of an image in a division of these classes.
  private static func division(
    _ classes: [String?], _ picture: Picture, of figure: FigureGallery.Figure, for request: EmbedRequest
  ) -> [String] {
    let candidates = picture.hasCandidates ? ["srcset=\"\(picture.candidates(request.addresses))\""] : []
    let size = ["width=\"\(picture.width)\"", "height=\"\(picture.height)\""]
    let image = image(picture, of: figure, for: request, attributes: size + candidates + ["loading=\"lazy\""])
    let names = classes.compactMap { $0 }
    return names.isEmpty ? [image, ""] : ["::: {\(names.joined(separator: " "))}", image, ":::"]
  }

  private static func image(
    _ picture: Picture, of figure: FigureGallery.Figure, for request: EmbedRequest, attributes: [String]
  ) -> String {
    let alternative = "fig-alt=\"\(picture.file.shortAlternativeText.escapedForMarkdown)\""
    let source = picture.source(request.addresses)
    return "![\(figure.title.escapedForMarkdown)](\(source)){\(([alternative] + attributes).joined(separator: " "))}"
  }
}
