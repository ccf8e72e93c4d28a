import Numerals
import Pipeline

/// The picture of a card as a link to its file of the highest resolution.
///
/// All pictures are loaded when the reader comes near them. Each `source` has its own width and height, so that the browser
/// keeps the right space free. Of a narrow picture, which fills the window, the browser takes the file with as many pixels as
/// the window has; of others the file for the resolution of the screen.
struct CardPicture {
  /// The element `a` with the element `picture` or `img`.
  let html: String

  init(of pictures: FigurePictures, for request: EmbedRequest) {
    let plain = pictures.plain
    let largest = plain.wide.files[plain.wide.files.count - 1].fileName
    // A picture for one tone of page alone stands on paper of its own in pages of the other tone.
    let tone = pictures.dark != nil ? "" : plain.wide.file.tone == .dark ? " dark-only" : " light-only"
    let narrowable = plain.narrow != nil || pictures.dark?.narrow != nil ? " narrowable" : ""
    let wide = [plain.wide, pictures.dark?.wide]
    let element = PictureElement(plain, dark: pictures.dark, narrowWidth: request.narrowWidth)
    let elements = element.sources.map { source in
      let picture = source.picture
      let candidates =
        wide.contains(picture)
        ? picture.candidatesByScale(request.addresses) : picture.candidatesByWidth(request.addresses)
      return CompactTag(
        "source",
        [
          ("media", source.media), ("srcset", candidates), ("width", "\(picture.width)"),
          ("height", "\(picture.height)"),
        ]
      ).text
    }
    let image = CompactTag(
      "img",
      [
        ("src", plain.wide.source(request.addresses)),
        ("srcset", plain.wide.candidatesByScale(request.addresses, besidesSource: true)),
        ("width", "\(plain.wide.width)"),
        ("height", "\(plain.wide.height)"), ("loading", "lazy"), ("alt", plain.wide.file.shortAlternativeText),
      ]
    ).text
    html =
      CompactTag(
        "a", [("class", "picture" + tone + narrowable), ("href", request.addresses.address(ofFile: largest))]
      ).text + (elements.isEmpty ? image : "<picture>\(elements.joined())\(image)</picture>") + "</a>"
  }
}

extension Picture {
  /// The candidates of an attribute `srcset`, without the scale 1, which is understood: `mish.png, mish@2x.png 2x`.
  ///
  /// - Parameter besidesSource: Whether an attribute `src` names the file of scale 1, which then is left out.
  /// - Returns: Nil if no candidate is left.
  fileprivate func candidatesByScale(_ addresses: FigureAddresses, besidesSource: Bool = false) -> String? {
    let candidates = files.filter { $0.scale != 1 || !besidesSource }.map { file in
      addresses.address(ofFile: file.fileName) + (file.scale == 1 ? "" : " \(String(shortest: file.scale))x")
    }
    return candidates.isEmpty ? nil : candidates.joined(separator: ", ")
  }

  /// The candidates of an attribute `srcset` with their widths in pixels: `mish-column.png 750w, mish-column@2x.png 1500w`.
  fileprivate func candidatesByWidth(_ addresses: FigureAddresses) -> String {
    if files.count == 1 { return source(addresses) }
    return files.map { "\(addresses.address(ofFile: $0.fileName)) \($0.width)w" }.joined(separator: ", ")
  }
}
