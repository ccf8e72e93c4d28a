import Pipeline

/// A page of HTML with all figures of a configuration.
struct GalleryPage {
  /// The whole page.
  let html: String

  init(of gallery: FigureGallery, addressed addresses: FigureAddresses) {
    let figures = PictureElements(for: EmbedRequest(of: gallery, addressed: addresses)).parts.map { $0.text + "\n" }
    html = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Figures</title>
      </head>
      <body>
      \(figures.joined())</body>
      </html>

      """
  }
}
