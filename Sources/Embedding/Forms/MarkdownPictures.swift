import Numerals
import Pipeline

/// Figures as Markdown of GitHub, which keeps only some elements and attributes of HTML, and pictures that follow the theme
/// that the reader has chosen on GitHub.
///
/// Each `source` has a single address, because nothing else is documented for GitHub: a media query chooses the resolution. The
/// pictures have no height, because GitHub's style sheet would distort them on narrow screens, and there is no element
/// `figure`, to which it gives wide margins.
struct MarkdownPictures {
  let parts: [EmbeddedPart]

  init(for request: EmbedRequest) {
    parts = request.gallery.figures.map { figure in
      let pictures = FigurePictures(of: figure)
      let element = PictureElement(pictures.plain, dark: pictures.dark, narrowWidth: request.narrowWidth)
      let sources =
        element.sources.flatMap { Self.sources(of: $0.picture, media: $0.media, request.addresses) }
        + Self.sources(of: element.picture, media: nil, request.addresses)
      let image = HTMLElement(
        "img",
        [
          ("src", element.picture.source(request.addresses)), ("width", "\(element.picture.width)"),
          ("alt", element.picture.file.shortAlternativeText), ("loading", "lazy"),
        ]
      ).text
      var lines = sources.isEmpty ? [image] : ["<picture>"] + (sources + [image]).map { "  " + $0 } + ["</picture>"]
      if case let title = figure.title.escapedForHTML, !title.isEmpty { lines.append("<br><em>\(title)</em>") }
      lines = ["<p>"] + lines.map { "  " + $0 } + ["</p>"]
      return EmbeddedPart(of: figure.name, lines: lines + (request.showsDescriptions ? figure.detailsLines : []))
    }
  }

  /// The elements `source` of a picture, from the highest resolution to the lowest.
  ///
  /// - Parameter media: The media query that each of them has; nil for the picture of the `img`, whose own file needs none.
  private static func sources(of picture: Picture, media: String?, _ addresses: FigureAddresses) -> [String] {
    var sources: [String] = []
    for (index, file) in picture.files.enumerated().reversed() {
      // A file is worth its size where the screen has more pixels than halfway from the file below it.
      let resolution =
        index == 0
        ? nil : "(min-resolution: \(String(shortest: (picture.files[index - 1].scale + file.scale) / 2))dppx)"
      if media == nil, file == picture.file, index == 0 { continue }
      let query = [media, resolution].compactMap { $0 }.joined(separator: " and ")
      sources.append(
        HTMLElement(
          "source",
          [("media", query.isEmpty ? nil : query), ("srcset", addresses.address(ofFile: file.fileName))]
        ).text)
    }
    return sources
  }
}
