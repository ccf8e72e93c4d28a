import Pipeline

/// The picture of a card as a link to its file of the highest resolution.
///
/// All pictures are loaded when the reader comes near them. Each `source` has its own width and height, so that the browser
/// keeps the right space free. Of the files that differ in scale alone, the browser takes the smallest that has a pixel for
/// each of the screen: a figure that is shown at half its size does not need the file of twice the resolution. `sizes=auto`
/// stands for the width at which the figure is shown; without it, and in browsers that do not know it, that of the window counts.
struct CardPicture {
  /// The element `a` with the element `picture` or `img`.
  let html: String

  init(of pictures: FigurePictures, for request: EmbedRequest) {
    let plain = pictures.plain
    let largest = plain.wide.files[plain.wide.files.count - 1].fileName
    // A picture for one tone of page alone stands on paper of its own in pages of the other tone.
    let tone = pictures.dark != nil ? "" : plain.wide.file.tone == .dark ? " dark-only" : " light-only"
    let narrow = [plain.narrow, pictures.dark?.narrow]
    let element = PictureElement(plain, dark: pictures.dark, narrowWidth: request.narrowWidth)
    let sources = element.sources.map { source in
      CompactTag(
        "source",
        [("media", source.media)]
          + Self.attributes(of: source.picture, fillsWindow: narrow.contains(source.picture), for: request)
      ).text
    }
    let image = CompactTag(
      "img",
      [("src", plain.wide.source(request.addresses))]
        + Self.attributes(of: plain.wide, fillsWindow: false, for: request)
        .filter { $0.name != "srcset" || plain.wide.files.count > 1 }
        + [("loading", "lazy"), ("alt", plain.wide.file.shortAlternativeText)]
    ).text
    html =
      CompactTag(
        "a", [("class", "picture" + tone), ("href", request.addresses.address(ofFile: largest))]
      ).text + (sources.isEmpty ? image : "<picture>\(sources.joined())\(image)</picture>") + "</a>"
  }

  /// The attributes `srcset`, `sizes`, `width` and `height`.
  ///
  /// - Parameter fillsWindow: Whether the picture is about as wide as the window.
  private static func attributes(
    of picture: Picture, fillsWindow: Bool, for request: EmbedRequest
  ) -> [(name: String, value: String?)] {
    let isAlone = picture.files.count == 1
    let candidates = picture.files.map { file in
      let address = request.addresses.address(ofFile: file.fileName)
      return isAlone ? address : "\(address) \(file.width)w"
    }
    return [
      ("srcset", candidates.joined(separator: ", ")), ("sizes", isAlone || fillsWindow ? nil : "auto"),
      ("width", "\(picture.width)"), ("height", "\(picture.height)"),
    ]
  }
}
