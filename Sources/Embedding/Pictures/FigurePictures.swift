import ActivationFigures
import Numerals
import Pipeline

/// The files of a figure as a page chooses among them: by tone, by the width of the screen and by its resolution.
///
/// The file names below are those of a figure with two styles, two arrangements and two scales:
///
/// | | wide | narrow |
/// | --- | --- | --- |
/// | plain | `mish.png`, `mish@2x.png` | `mish-column.png`, `mish-column@2x.png` |
/// | dark | `mish-dark.png`, `mish-dark@2x.png` | `mish-dark-column.png`, `mish-dark-column@2x.png` |
struct FigurePictures: Sendable, Equatable {
  /// The pictures for light pages, or those of the only tone that the figure has.
  let plain: TonePictures
  /// The pictures for dark pages; nil if the figure has only one tone.
  let dark: TonePictures?

  /// Sorts the files of a figure. Of several styles of one tone the first in the configuration is taken.
  init(of figure: FigureGallery.Figure) {
    func pictures(of tone: FigureGallery.Tone) -> TonePictures? {
      guard let theme = figure.files.first(where: { $0.tone == tone })?.theme else { return nil }
      return TonePictures(of: figure.files.filter { $0.tone == tone && $0.theme == theme })
    }
    let (light, dark) = (pictures(of: .light), pictures(of: .dark))
    plain = light ?? dark ?? TonePictures(of: figure.files)
    self.dark = light == nil ? nil : dark
  }

  /// The pictures of all tones, each with the tone of the page that shows it; nil for a figure of one tone.
  var tones: [(tone: FigureGallery.Tone?, pictures: TonePictures)] {
    guard let dark else { return [(nil, plain)] }
    return [(.light, plain), (.dark, dark)]
  }

  /// Whether any figure has pictures for light and for dark pages.
  static func haveTones(_ figures: [FigureGallery.Figure]) -> Bool {
    figures.contains { FigurePictures(of: $0).dark != nil }
  }
}

/// The pictures of a figure in one tone.
struct TonePictures: Sendable, Equatable {
  /// The picture for wide screens, or for all if there is no other.
  let wide: Picture
  /// The picture for narrow screens: the panels in a column, if that is narrower than the other arrangement.
  let narrow: Picture?

  fileprivate init(of files: [FigureGallery.File]) {
    let arrangement = files.first { $0.arrangement != .column }?.arrangement ?? .column
    wide = Picture(of: files.filter { $0.arrangement == arrangement })
    let column = files.filter { $0.arrangement == .column }
    let picture = arrangement == .column || column.isEmpty ? nil : Picture(of: column)
    narrow = picture.flatMap { [wide] in $0.width < wide.width ? $0 : nil }
  }
}

/// A picture in one or several resolutions.
struct Picture: Sendable, Equatable {
  /// The files in the order of their scales; there is at least one.
  let files: [FigureGallery.File]

  fileprivate init(of files: [FigureGallery.File]) { self.files = files.sorted { $0.scale < $1.scale } }

  /// The file of scale 1, or else that of the smallest scale.
  var file: FigureGallery.File { files.first { $0.scale == 1 } ?? files[0] }

  /// The width at which the picture is shown, in CSS pixels.
  var width: Int { file.shownWidth }

  /// The height at which the picture is shown, in CSS pixels.
  var height: Int { file.shownHeight }

  /// The address of `file`.
  func source(_ addresses: FigureAddresses) -> String { addresses.address(ofFile: file.fileName) }

  /// The candidates of an attribute `srcset`: `mish.png 1x, mish@2x.png 2x`.
  func candidates(_ addresses: FigureAddresses) -> String {
    files.map { "\(addresses.address(ofFile: $0.fileName)) \(String(shortest: $0.scale))x" }.joined(separator: ", ")
  }

  /// Whether an image element needs candidates beside its source: for files of other scales than 1.
  var hasCandidates: Bool { files.count > 1 || files[0].scale != 1 }
}
