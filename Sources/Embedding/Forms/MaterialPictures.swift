import Pipeline

/// Figures for MkDocs with the theme Material: HTML whose images have the fragments `#only-light` and `#only-dark`, by which
/// the theme shows one of them. Nothing in it is read as Markdown, so that no extension is needed.
struct MaterialPictures {
  let parts: [EmbeddedPart]

  init(for request: EmbedRequest) {
    parts = request.gallery.figures.map { figure in
      let lines = FigurePictures(of: figure).tones.flatMap { tone, pictures in
        request.pictureLines(
          PictureElement(pictures, narrowWidth: request.narrowWidth), suffix: tone.map { "#only-\($0.rawValue)" } ?? "")
      }
      return EmbeddedPart(of: figure.name, lines: request.figureLines(figure, around: lines))
    }
  }
}
