import ActivationFigures
import Configuration
import JSON
import Plans

@testable import Embedding
@testable import Pipeline

/// Galleries of figures that were never rendered.
enum GalleryFixture {
  /// A text with everything that some form must escape.
  static let hostileText =
    "<b>R&D</b> \"two\" 'one' `code` {{x}} {% y %} {{< z >}} [a](b) ![c] | *s* _u_ ~t~ ^c^ $5$ :: --- ... ##[z] @k \\n 1. שלום 🙂"

  /// A file of a figure.
  static func file(
    _ name: String, _ theme: StyleName = .light, tone: FigureGallery.Tone? = nil,
    _ arrangement: PanelArrangement = .row,
    scale: Double = 1, text: String = "Short."
  ) -> FigureGallery.File {
    let (width, height) = arrangement == .column ? (750.0, 1500.0) : (1500.0, 500.0)
    return FigureGallery.File(
      fileName: name, theme: theme, tone: tone ?? (theme == .dark ? .dark : .light), arrangement: arrangement,
      scale: scale, width: Int((width * scale).rounded()), height: Int((height * scale).rounded()),
      shortAlternativeText: text, alternativeText: "Long: " + text)
  }

  /// A figure with these files.
  static func figure(
    _ name: String, title: String = "Title", kind: FigureKind = .function, _ files: [FigureGallery.File]
  ) -> FigureGallery.Figure {
    FigureGallery.Figure(
      name: name, title: title, kind: kind, files: files, statistics: ["sampleCount": 1000], recipe: ["rules": 3])
  }

  /// A figure in two styles, two arrangements and these scales.
  static func completeFigure(
    _ name: String, title: String, text: String, scales: [Double] = [1, 2]
  ) -> FigureGallery.Figure {
    let files = [StyleName.light, .dark].flatMap { theme in
      [PanelArrangement.row, .column].flatMap { arrangement in
        scales.map { scale in
          let suffix =
            (theme == .dark ? "-dark" : "") + (arrangement == .column ? "-column" : "")
            + (scale == 1 ? "" : "@\(scale)x")
          return file(name + suffix + ".png", theme, arrangement, scale: scale, text: text)
        }
      }
    }
    return figure(name, title: title, files)
  }

  /// A usual figure, one with hostile texts and file names, and one that has a single file.
  static var request: EmbedRequest {
    let gallery = FigureGallery(figures: [
      completeFigure("mish", title: "Mish", text: "Mish rises."),
      completeFigure("50% of (a) #1 ü", title: hostileText, text: hostileText, scales: [1.5]),
      figure("comparison", title: "", kind: .comparison, [file("comparison.png", .matplotlib)]),
    ])
    return EmbedRequest(of: gallery, addressed: FigureAddresses(base: "figures"))
  }

  /// The text of an output, with the path of each file above its content.
  static func text(of output: EmbedOutput) -> String {
    guard case .files(let files) = output else { return output.text }
    return files.map { "=== \($0.path) ===\n\($0.text)" }.joined()
  }
}
