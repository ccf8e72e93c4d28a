import Pipeline

// The elements `picture`, `source` and `img` of HTML, from which several forms are made.

extension EmbedRequest {
  /// The lines of a `picture` that follows the width and the resolution of the screen and, with two tones, the theme of the
  /// operating system. The lines of an `img` alone where there is nothing to choose from.
  ///
  /// Each `source` has its own width and height, so that the browser keeps the right space free for each of them.
  ///
  /// - Parameters:
  ///   - plain: The pictures that are shown where no other is asked for.
  ///   - dark: The pictures for readers who prefer dark pages.
  ///   - className: A class of the `picture`, or of the `img` alone.
  ///   - image: Makes the element `img`.
  func pictureLines(
    _ plain: TonePictures, dark: TonePictures? = nil, className: String? = nil,
    image: (_ picture: Picture, _ className: String?) -> String
  ) -> [String] {
    let isDark = "(prefers-color-scheme: dark)"
    let isNarrow = "(max-width: \(narrowWidth)px)"
    let sources = [
      dark?.narrow.map { ("\(isDark) and \(isNarrow)", $0) }, dark.map { (isDark, $0.wide) },
      plain.narrow.map { (isNarrow, $0) },
    ].compactMap { $0 }
    if sources.isEmpty { return [image(plain.wide, className)] }
    return [HTMLElement("picture", [("class", className)]).text]
      + sources.map { "  " + sourceElement($0.1, media: $0.0) } + ["  " + image(plain.wide, nil), "</picture>"]
  }

  private func sourceElement(_ picture: Picture, media: String) -> String {
    HTMLElement(
      "source",
      [
        ("media", media), ("srcset", picture.hasCandidates ? picture.candidates(addresses) : picture.source(addresses)),
        ("width", "\(picture.width)"), ("height", "\(picture.height)"),
      ]
    ).text
  }

  /// An element `img` with its size and the short alternative text.
  ///
  /// - Parameters:
  ///   - suffix: What is added to the address, such as `#only-dark`.
  ///   - style: The value of the attribute `style`. The default keeps the picture within a narrow page.
  func imageElement(
    _ picture: Picture, className: String? = nil, suffix: String = "",
    style: String? = "max-width: 100%; height: auto"
  ) -> String {
    HTMLElement(
      "img",
      [
        ("class", className), ("src", picture.source(addresses) + suffix),
        ("srcset", picture.hasCandidates ? picture.candidates(addresses) : nil), ("width", "\(picture.width)"),
        ("height", "\(picture.height)"), ("alt", picture.file.shortAlternativeText), ("loading", "lazy"),
        ("decoding", "async"), ("style", style),
      ]
    ).text
  }

  /// The lines of a `figure` around pictures, with the title and, if asked for, the long text.
  func figureLines(_ figure: FigureGallery.Figure, around pictures: [String], className: String? = "actfig") -> [String]
  {
    [HTMLElement("figure", [("class", className)]).text] + pictures.map { "  " + $0 }
      + captionLines(figure).map { "  " + $0 } + ["</figure>"]
  }

  /// The lines of a `figcaption`; none for a figure without title if no long text is asked for.
  private func captionLines(_ figure: FigureGallery.Figure) -> [String] {
    let title = figure.title.escapedForHTML
    guard showsDescriptions else { return title.isEmpty ? [] : ["<figcaption>\(title)</figcaption>"] }
    return ["<figcaption>"] + (title.isEmpty ? [] : ["  " + title])
      + detailsLines(figure).map { "  " + $0 } + ["</figcaption>"]
  }

  /// The lines of an element that a reader can open to read the long alternative text of the plain picture.
  func detailsLines(_ figure: FigureGallery.Figure) -> [String] {
    let text = FigurePictures(of: figure).plain.wide.file.alternativeText
    return ["<details><summary>Description</summary>", "  <p>\(text.escapedForHTML)</p>", "</details>"]
  }
}
