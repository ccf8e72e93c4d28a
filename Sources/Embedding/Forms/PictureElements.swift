import Pipeline

/// Figures as HTML whose pictures follow the theme of the operating system, the width and the resolution of the screen.
struct PictureElements {
  let parts: [EmbeddedPart]

  init(for request: EmbedRequest) {
    parts = request.gallery.figures.map { figure in
      let pictures = FigurePictures(of: figure)
      let element = PictureElement(pictures.plain, dark: pictures.dark, narrowWidth: request.narrowWidth)
      return EmbeddedPart(
        of: figure.name, lines: request.figureLines(figure, around: request.pictureLines(element)))
    }
  }
}

/// Figures as HTML with a picture for light and one for dark pages, of which a style sheet hides one: for pages with a theme
/// switch of their own.
struct ToggledPictures {
  let parts: [EmbeddedPart]

  init(for request: EmbedRequest) {
    let figures = request.gallery.figures
    let style = FigurePictures.haveTones(figures) ? [EmbeddedPart(lines: ToneStyleSheet(for: request).lines)] : []
    parts =
      style
      + figures.map { figure in
        let lines = FigurePictures(of: figure).tones.flatMap { tone, pictures in
          request.pictureLines(
            PictureElement(pictures, narrowWidth: request.narrowWidth), className: tone.map(ToneStyleSheet.className))
        }
        return EmbeddedPart(of: figure.name, lines: request.figureLines(figure, around: lines))
      }
  }
}

/// The style sheet that hides the pictures for pages of the other tone.
struct ToneStyleSheet {
  /// The lines of an element `style`.
  let lines: [String]

  /// The class of the elements that pages of a tone show.
  static func className(of tone: FigureGallery.Tone) -> String { "actfig-\(tone.rawValue)" }

  init(for request: EmbedRequest) {
    let (light, dark) = (Self.className(of: .light), Self.className(of: .dark))
    let hidden = "{ display: none !important }"
    guard let selector = request.darkSelector else {
      let (isLight, isDark) = (Self.root(of: .light), Self.root(of: .dark))
      lines = [
        "<style>", "\(isLight) .\(dark), \(isDark) .\(light) \(hidden)",
        "@media (prefers-color-scheme: dark) { :root:not(\(isLight)) .\(light) \(hidden) }",
        "@media not all and (prefers-color-scheme: dark) { :root:not(\(isDark)) .\(dark) \(hidden) }", "</style>",
      ]
      return
    }
    // Without a match of the selector the page is light, whatever the operating system prefers.
    lines = [
      "<style>", ":root:not(:has(\(selector)), \(selector)) .\(dark), :is(\(selector)) .\(light) \(hidden)", "</style>",
    ]
  }

  /// A selector of the root of a page that says itself that it has a tone, in one of the usual ways.
  private static func root(of tone: FigureGallery.Tone) -> String {
    let attributes = ["data-theme", "data-bs-theme", "data-color-mode", "data-color-scheme"]
    let switches = ([".\(tone.rawValue)"] + attributes.map { "[\($0)=\(tone.rawValue)]" }).joined(separator: ", ")
    return ":root:is(\(switches), :has(> body:is(\(switches))))"
  }
}
