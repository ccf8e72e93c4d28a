import Drawing
import Pixels

extension Pixmap {
  /// Draws the fills of a drawing over its background, one after another, each pixel by the area of it that is covered.
  ///
  /// The coverage of a pixel is the absolute value of its mean winding number, at most 1, in 16 steps; it is exact
  /// where the edges of an area are edges of pixels. Colours are blended as 8-bit sRGB values, without gamma, and are
  /// not premultiplied; under full transparency the background keeps its colour. Only integers are used after
  /// flattening, so that the same drawing has the same pixels on every machine. No path and no clip can make it fail:
  /// points that are not finite end the contour as `Path.flatten` describes, and a clip that is not finite clips
  /// everything. A clip is rounded to whole pixels.
  ///
  /// The pixels are indices if no more than 256 colours occur while the picture is drawn, or if the colours of the
  /// finished picture can be reduced to that number by changing each channel by at most 4. The same drawing has the
  /// same palette.
  ///
  /// - Parameters:
  ///   - drawing: What is drawn.
  ///   - cache: The shapes of other drawings, to which those of this one are added. The pixels do not depend on it.
  /// - Precondition: Width and height are positive, and there are at most `Pixmap.maximumPixelCount` pixels.
  public init(rendering drawing: DisplayList, reusing cache: CoverageCache = CoverageCache()) {
    self.init(rendering: drawing, in: Strip.strips(of: drawing), reusing: cache)
  }

  init(rendering drawing: DisplayList, in strips: [Strip], reusing cache: CoverageCache = CoverageCache()) {
    var joined = JoinedStrips(of: drawing)
    for strip in strips {
      joined.append(strip.pixels(of: drawing, startingWith: joined.palette, reusing: cache))
    }
    self = joined.pixmap()
  }

  /// Draws the same picture, dividing a huge one into strips of about a million pixels that are drawn concurrently.
  ///
  /// - Parameters:
  ///   - drawing: What is drawn.
  ///   - jobs: The number of strips that are drawn at one time, at least one.
  ///   - cache: The shapes of other drawings, to which those of this one are added. The pixels do not depend on it.
  public init(rendering drawing: DisplayList, jobs: Int, reusing cache: CoverageCache = CoverageCache()) async {
    precondition(jobs >= 1, "A picture is drawn in at least one job at a time.")
    let strips = Strip.strips(of: drawing)
    if jobs == 1 || strips.count == 1 {
      self.init(rendering: drawing, in: strips, reusing: cache)
    } else {
      await self.init(rendering: drawing, in: strips, jobs: min(jobs, strips.count), reusing: cache)
    }
  }

  private init(
    rendering drawing: DisplayList, in strips: [Strip], jobs: Int, reusing cache: CoverageCache
  ) async {
    var joined = JoinedStrips(of: drawing)
    await PictureParts.make(count: strips.count, jobs: jobs) { index in
      let palette = joined.palette
      return { strips[index].pixels(of: drawing, startingWith: palette, reusing: cache) }
    } taking: { strip in
      joined.append(strip)
    }
    self = joined.pixmap()
  }
}

/// The pixels of a picture, joined from its strips from top to bottom.
struct JoinedStrips {
  private let width: Int
  private let height: Int
  private let background: UInt32
  /// The indices of the first strips, as many strips as have at most 256 colours together.
  private var indices: [UInt8] = []
  private var colours = Palette()
  /// The strips after those, as they were drawn.
  private var others: [StripPixels] = []

  init(of drawing: DisplayList) {
    (width, height) = (drawing.width, drawing.height)
    background = drawing.background.packed
  }

  /// A palette for the next strip, of colours that are likely to occur in it; its first colour is the background.
  var palette: Palette { others.isEmpty && !colours.colours.isEmpty ? colours : Palette([background]) }

  /// Adds the next strip below the others.
  mutating func append(_ strip: StripPixels) {
    guard others.isEmpty, case .indexed(let stripIndices, let palette) = strip,
      let places = add(palette)
    else { return others.append(strip) }
    if stripIndices.count == width * height {
      indices = stripIndices
    } else {
      indices.reserveCapacity(width * height)
      indices.append(stripIndices, translatedBy: places)
    }
  }

  /// Adds the colours of a strip unless there are too many, and returns the index of each.
  private mutating func add(_ stripColours: [UInt32]) -> [UInt8]? {
    var joined = colours
    var places: [UInt8] = []
    for colour in stripColours {
      guard let index = joined.index(of: colour) else { return nil }
      places.append(index)
    }
    colours = joined
    return places
  }

  /// Returns the picture once all strips are joined.
  ///
  /// If more than 256 colours occurred, the colours that are seen are reduced to 256 if `ColourReduction` can: then the
  /// pixels follow from the drawing alone, and not from its division into strips.
  consuming func pixmap() -> Pixmap {
    func pixmap(_ storage: Pixmap.Storage) -> Pixmap {
      Pixmap(width: width, height: height, uncheckedStorage: storage)
    }
    if others.isEmpty { return pixmap(.indexed(indices, palette: colours.colours)) }
    var strips = (indices.isEmpty ? [] : [.indexed(indices, palette: colours.colours)]) + others
    (indices, others) = ([], [])
    guard let reduction = ColourReduction(of: strips) else {
      if strips.count == 1 { return pixmap(.rgba(strips[0].bytes)) }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(4 * width * height)
      strips.releaseEach { bytes.append(contentsOf: $0.bytes) }
      return pixmap(.rgba(bytes))
    }
    indices.reserveCapacity(width * height)
    // A colour that no pixel shows has no index.
    strips.releaseEach { $0.append(to: &indices) { reduction.indices[$0] ?? 0 } }
    return pixmap(.indexed(indices, palette: reduction.colours))
  }
}

extension [StripPixels] {
  /// Passes each element to a closure, from the first on, and releases its memory afterwards.
  fileprivate mutating func releaseEach(_ body: (StripPixels) -> Void) {
    reverse()
    while let next = popLast() { body(next) }
  }
}
