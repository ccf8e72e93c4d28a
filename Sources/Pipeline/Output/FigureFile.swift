import PNG

/// What the file of a figure holds, and whether it is as it was drawn.
///
/// The file says itself what it is. Where its texts were stripped, as optimizers and image libraries do it, a manifest that
/// holds the checksum of its pixels says it in its stead.
struct FigureFile: Sendable {
  let image: PNGImage
  /// Of the pixels.
  let pixels: Checksum
  let content: Content

  enum Content: Sendable {
    /// A figure with what it carries; the effects are what its file gained that viewers show, where that is the fault.
    case figure(FigureRecord, Condition)
    /// A figure without its recipe, with what the manifest says.
    case stripped(ManifestEntry, Condition)
    /// A picture of which nothing is known.
    case foreign
  }

  /// Whether a figure still looks, and says, what it did.
  enum Condition: Sendable, Equatable {
    case asDrawn
    /// It does not; these are the chunks that make viewers show it differently, if such were added.
    case modified([PNGDisplayEffect])
  }

  /// - Parameter vouching: Asked for the entry of a manifest that holds the checksum of these pixels, where the picture
  ///   carries no recipe.
  /// - Throws: Where the bytes do not begin with a whole PNG.
  init(decoding bytes: [UInt8], vouching: (Checksum) -> ManifestEntry?) throws(PNGError) {
    let file = try DecodedPNG(decoding: bytes)
    image = file.image
    let checksums = PictureChecksums(of: image, without: FigureRecord.checksumKeyword)
    pixels = checksums.pixels
    if let record = FigureRecord(in: image.text) {
      let stated = image.text.filter { $0.keyword == FigureRecord.checksumKeyword }.map(\.text)
      let isAsDrawn = file.displayEffects.isEmpty && stated == [checksums.content.text]
      content = .figure(record, isAsDrawn ? .asDrawn : .modified(file.displayEffects))
    } else if let entry = vouching(pixels) {
      let isAsDrawn = file.displayEffects.isEmpty && Self.isConsistent(image, with: entry.record)
      content = .stripped(entry, isAsDrawn ? .asDrawn : .modified(file.displayEffects))
    } else {
      content = .foreign
    }
  }

  /// Whether what is left beside the pixels says nothing else than the record: the texts of ours that were kept, and the
  /// resolution, which may be missing. Texts of others are theirs, but for those in which viewers look for an orientation or a
  /// colour profile.
  private static func isConsistent(_ image: PNGImage, with record: FigureRecord) -> Bool {
    let own = [
      FigureRecord.titleKeyword: record.title, FigureRecord.descriptionKeyword: record.description,
      FigureRecord.statisticsKeyword: record.statistics,
    ]
    let expected = record.recipe.dpi.map(PNGImage.pixelsPerMetre)
    return (image.pixelsPerMetre == nil || image.pixelsPerMetre == expected)
      && image.text.allSatisfy { text in
        own[text.keyword].map { $0 == text.text } ?? !text.keyword.hasPrefix("Raw profile type ")
          && text.keyword != "XML:com.adobe.xmp"
      }
  }
}

extension FigureFile {
  /// What is known of the figure; nil of a picture of which nothing is.
  var record: FigureRecord? {
    switch content {
    case .figure(let record, _): record
    case .stripped(let entry, _): entry.record
    case .foreign: nil
    }
  }

  /// Whether it carries all that it was drawn with, and nothing else.
  var isAsDrawn: Bool { if case .figure(_, .asDrawn) = content { true } else { false } }
}
