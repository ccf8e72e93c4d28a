import Pipeline

// The elements `picture`, `source` and `img` of HTML, from which several forms are made.

/// A picture of a page: the element `img`, and the elements `source` by which a browser chooses another file.
struct PictureElement: Sendable, Equatable {
  /// The choices of the browser, of which it takes the first that applies.
  let sources: [Source]
  /// The picture that is shown if none of them applies.
  let picture: Picture

  /// A choice of the browser.
  struct Source: Sendable, Equatable {
    /// The media query.
    let media: String
    let picture: Picture
  }

  /// Makes an element that follows the width of the window and, with pictures for dark pages, the theme of the operating
  /// system.
  ///
  /// - Parameters:
  ///   - plain: The pictures that are shown where no other is asked for.
  ///   - dark: The pictures for readers who prefer dark pages; nil for the same as all others.
  ///   - narrowWidth: The greatest width of a window that counts as narrow, in CSS pixels.
  init(_ plain: TonePictures, dark: TonePictures? = nil, narrowWidth: Int) {
    let isDark = "(prefers-color-scheme: dark)"
    let isNarrow = "(max-width: \(narrowWidth)px)"
    picture = plain.wide
    sources = [
      dark?.narrow.map { Source(media: "\(isDark) and \(isNarrow)", picture: $0) },
      dark.map { Source(media: isDark, picture: $0.wide) },
      plain.narrow.map { Source(media: isNarrow, picture: $0) },
    ].compactMap { $0 }
  }
}

extension EmbedRequest {
  /// The lines of a `picture`, or of the `img` alone where there is nothing to choose from.
  ///
  /// Each `source` has its own width and height, so that the browser keeps the right space free for each of them.
  ///
  /// - Parameters:
  ///   - className: A class of the elements `picture` and `img`.
  ///   - suffix: What is added to the address of the `img`, such as `#only-dark`.
  func pictureLines(_ element: PictureElement, className: String? = nil, suffix: String = "") -> [String] {
    let image = HTMLElement("img", imageAttributes(element.picture, className: className, suffix: suffix)).text
    if element.sources.isEmpty { return [image] }
    return [HTMLElement("picture", [("class", className)]).text]
      + element.sources.map { "  " + sourceElement($0) } + ["  " + image, "</picture>"]
  }

  private func sourceElement(_ source: PictureElement.Source) -> String {
    let picture = source.picture
    return HTMLElement(
      "source",
      [
        ("media", source.media),
        ("srcset", picture.hasCandidates ? picture.candidates(addresses) : picture.source(addresses)),
        ("width", "\(picture.width)"), ("height", "\(picture.height)"),
      ]
    ).text
  }

  /// The attributes of an `img` with its size and the short alternative text.
  private func imageAttributes(
    _ picture: Picture, className: String?, suffix: String
  ) -> [(name: String, value: String?)] {
    [
      ("class", className), ("src", picture.source(addresses) + suffix),
      ("srcset", picture.hasCandidates ? picture.candidates(addresses) : nil), ("width", "\(picture.width)"),
      ("height", "\(picture.height)"), ("alt", picture.file.shortAlternativeText), ("loading", "lazy"),
      ("decoding", "async"), ("style", PictureStyle.image),
    ]
  }

  /// The lines of a `figure` around pictures, with the title and, if asked for, the long text.
  func figureLines(_ figure: FigureGallery.Figure, around pictures: [String]) -> [String] {
    [HTMLElement("figure", [("class", "actfig"), ("style", PictureStyle.figure)]).text] + pictures.map { "  " + $0 }
      + captionLines(figure).map { "  " + $0 } + ["</figure>"]
  }

  /// The lines of a `figcaption`; none for a figure without title if no long text is asked for.
  func captionLines(_ figure: FigureGallery.Figure) -> [String] {
    let title = figure.title.escapedForHTML
    guard showsDescriptions else { return title.isEmpty ? [] : ["<figcaption>\(title)</figcaption>"] }
    return ["<figcaption>"] + (title.isEmpty ? [] : ["  " + title])
      + figure.detailsLines.map { "  " + $0 } + ["</figcaption>"]
  }
}

/// The values of attributes `style`, which keep pictures within a page whose style sheet does not.
enum PictureStyle {
  /// The margins that browsers give a `figure` would take a quarter of a telephone's width.
  static let figure = "margin-inline: 0"
  static let image = "max-width: 100%; height: auto"
}

extension FigureGallery.Figure {
  /// The long alternative text of the picture that is shown on wide screens.
  var description: String { FigurePictures(of: self).plain.wide.file.alternativeText }

  /// The lines of an element that a reader can open to read the long alternative text.
  var detailsLines: [String] {
    ["<details><summary>Description</summary>", "  <p>\(description.escapedForHTML)</p>", "</details>"]
  }
}
