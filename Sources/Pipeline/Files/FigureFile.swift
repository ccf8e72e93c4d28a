import Numerals
import PNG

/// The content of a figure's file, and whether it is unmodified.
///
/// The file carries its own recipe. If its texts were stripped, as optimizers and image libraries do, the entry of a
/// manifest with the checksum of its pixels takes their place.
struct FigureFile: Sendable {
  let image: PNGImage
  /// The checksum of the pixels.
  let pixels: Checksum
  let content: Content

  enum Content: Sendable {
    /// A figure with the record that it carries.
    case figure(FigureRecord, Condition)
    /// A figure without its recipe, with the entry of a manifest.
    case stripped(ManifestEntry, Condition)
    /// A picture of unknown origin.
    case foreign
  }

  /// Whether pixels and texts are those that were written.
  enum Condition: Sendable, Equatable {
    case asDrawn
    /// Something differs. The effects are those of added chunks that make viewers show the picture differently.
    case modified([PNGDisplayEffect])
  }

  /// Decodes a file.
  ///
  /// - Parameter vouching: Called for a picture without a recipe. It returns the entry of a manifest that holds the
  ///   checksum of these pixels.
  /// - Throws: `PNGError` if the bytes do not begin with a complete PNG.
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

  /// Whether what is left beside the pixels agrees with the record: the texts that were kept, and the resolution, which
  /// may be missing. Texts of other origin are ignored, except those in which viewers look for an orientation or a
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
  /// The record of the figure; nil for a picture of unknown origin.
  var record: FigureRecord? {
    switch content {
    case .figure(let record, _): record
    case .stripped(let entry, _): entry.record
    case .foreign: nil
    }
  }

  /// Whether the file carries everything that was written, and nothing else.
  var isAsDrawn: Bool { if case .figure(_, .asDrawn) = content { true } else { false } }
}
