import JSON
import Pipeline

/// The data file from which the templates of a site generator make HTML.
struct SiteData {
  let json: JSONValue

  init(for request: EmbedRequest) {
    let figures = request.gallery.figures.map { figure -> JSONValue in
      let pictures = FigurePictures(of: figure)
      let element = PictureElement(pictures.plain, dark: pictures.dark, narrowWidth: request.narrowWidth)
      let toggled = pictures.tones.map { tone, pictures in
        Self.json(
          of: PictureElement(pictures, narrowWidth: request.narrowWidth), className: tone.map(ToneStyleSheet.className),
          for: request)
      }
      return [
        "name": .string(figure.name),
        "title": .string(figure.title.onOneLine),
        "description": .string(figure.description),
        "following": [Self.json(of: element, className: nil, for: request)],
        "toggled": .array(toggled),
      ]
    }
    json = ["figures": .array(figures)]
  }

  /// The name of the data file: the letters, digits, hyphens and underscores of the configuration's name without its extension.
  static func name(for request: EmbedRequest) -> String {
    let name = request.configurationName
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    let words = stem.unicodeScalars.split {
      !($0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "_"))
    }
    return words.isEmpty ? "figures" : words.map { String($0) }.joined(separator: "-")
  }

  private static func json(of element: PictureElement, className: String?, for request: EmbedRequest) -> JSONValue {
    [
      "class": JSONValue(className),
      "sources": .array(
        element.sources.map { ["media": .string($0.media)] + facts(of: $0.picture, for: request) }),
      "image": ["alt": .string(element.picture.file.shortAlternativeText)] + facts(of: element.picture, for: request),
    ]
  }

  private static func facts(of picture: Picture, for request: EmbedRequest) -> JSONValue {
    let candidates = picture.files.map { file -> JSONValue in
      [
        "file": .string(file.fileName), "address": .string(request.addresses.address(ofFile: file.fileName)),
        "scale": .number(file.scale),
      ]
    }
    return [
      "file": .string(picture.file.fileName), "address": .string(picture.source(request.addresses)),
      "width": JSONValue(picture.width), "height": JSONValue(picture.height), "candidates": .array(candidates),
    ]
  }
}
