import ActivationFigures
import Configuration
import JSON
import Pipeline

/// All that is known of figures and their files as JSON, with the addresses of the files.
struct FigureFacts {
  let json: JSONValue

  init(of gallery: FigureGallery, addressed addresses: FigureAddresses) {
    let figures = gallery.figures.map { figure -> JSONValue in
      [
        "name": .string(figure.name),
        "title": .string(figure.title),
        "kind": .string(figure.kind.rawValue),
        "files": .array(figure.files.map { Self.facts(of: $0, addressed: addresses) }),
        "statistics": figure.statistics,
        "recipe": figure.recipe,
      ]
    }
    json = ["figures": .array(figures)]
  }

  private static func facts(of file: FigureGallery.File, addressed addresses: FigureAddresses) -> JSONValue {
    [
      "file": .string(file.fileName),
      "address": .string(addresses.address(ofFile: file.fileName)),
      "theme": .string(file.theme.rawValue),
      "tone": .string(file.tone.rawValue),
      "arrangement": .string(file.arrangement.rawValue),
      "scale": .number(file.scale),
      "width": JSONValue(file.width),
      "height": JSONValue(file.height),
      "shownWidth": JSONValue(file.shownWidth),
      "shownHeight": JSONValue(file.shownHeight),
      "shortAlternativeText": .string(file.shortAlternativeText),
      "alternativeText": .string(file.alternativeText),
    ]
  }
}
