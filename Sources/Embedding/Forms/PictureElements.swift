import Pipeline

/// Figures as HTML whose pictures follow the theme of the operating system, the width and the resolution of the screen.
struct PictureElements {
  let parts: [EmbeddedPart]

  init(for request: EmbedRequest) {
    parts = request.gallery.figures.map { figure in
      let pictures = FigurePictures(of: figure)
      let lines = request.pictureLines(pictures.plain, dark: pictures.dark) { picture, className in
        request.imageElement(picture, className: className)
      }
      return EmbeddedPart(of: figure.name, lines: request.figureLines(figure, around: lines))
    }
  }
}
