import Drawing

/// The pixels of a picture, put together from its strips, from top to bottom.
struct JoinedStrips {
  private let pixelCount: Int
  private let background: UInt32
  /// Those of the first strips, as many as have at most 256 colours together.
  private var indices: [UInt8] = []
  /// Packed, each once, in the order in which they came up.
  private var colours: [UInt32] = []
  /// The strips after those, as they were drawn.
  private var others: [Pixmap.Pixels] = []

  init(of drawing: DisplayList) {
    pixelCount = drawing.width * drawing.height
    background = drawing.background.packed
  }

  /// Colours that may well come up in the next strip, the background first.
  var palette: [UInt32] { others.isEmpty && !colours.isEmpty ? colours : [background] }

  /// Puts the next strip below the others.
  mutating func append(_ strip: Pixmap.Pixels) {
    guard others.isEmpty, case .indexed(let stripIndices, let bytes) = strip, let places = join(bytes.packedColours)
    else { return others.append(strip) }
    if stripIndices.count == pixelCount {
      indices = stripIndices
    } else {
      indices.reserveCapacity(pixelCount)
      indices.append(stripIndices, translatedBy: places)
    }
  }

  /// Takes up the colours of a strip, unless there are too many: the index of each.
  private mutating func join(_ stripColours: [UInt32]) -> [UInt8]? {
    var joined = colours
    var places: [UInt8] = []
    for (index, colour) in stripColours.enumerated() {
      if index < joined.count && joined[index] == colour {
        places.append(UInt8(index))
      } else if let index = joined.firstIndex(of: colour) {
        places.append(UInt8(index))
      } else {
        if joined.count == 256 { return nil }
        places.append(UInt8(joined.count))
        joined.append(colour)
      }
    }
    colours = joined
    return places
  }

  /// The picture, once all strips are there.
  ///
  /// Where more than 256 colours came up, those that are seen become 256, if `ReducedPalette` can: then the pixels follow
  /// from what was drawn alone, and not from the strips.
  consuming func pixels() -> Pixmap.Pixels {
    if others.isEmpty { return .indexed(indices, palette: colours.bytes) }
    var strips = (indices.isEmpty ? [] : [.indexed(indices, palette: colours.bytes)]) + others
    others = []
    indices = []
    guard let palette = ReducedPalette(strips) else {
      if strips.count == 1 { return strips[0] }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(4 * pixelCount)
      for strip in strips.indices { bytes.append(contentsOf: strips[strip].taken().bytes) }
      return .rgba(bytes)
    }
    indices.reserveCapacity(pixelCount)
    for strip in strips.indices {
      switch strips[strip].taken() {
      case .indexed(let stripIndices, let bytes):
        indices.append(stripIndices, translatedBy: bytes.packedColours.map { palette.indices[$0] ?? 0 })
      case .rgba(let bytes):
        indices.append(contentsOf: palette.indices(of: bytes))
      }
    }
    return .indexed(indices, palette: palette.colours.bytes)
  }
}

extension Pixmap.Pixels {
  /// These pixels, of which nothing is left.
  fileprivate mutating func taken() -> Pixmap.Pixels {
    defer { self = .rgba([]) }
    return self
  }
}

extension [UInt8] {
  /// Appends indices into another palette, given where each of its colours stands in this one.
  fileprivate mutating func append(_ indices: [UInt8], translatedBy places: [UInt8]) {
    let start = count
    append(contentsOf: indices)
    if places.enumerated().allSatisfy({ $0.offset == $0.element }) { return }
    withUnsafeMutableBufferPointer { all in
      for pixel in start..<all.count { all[pixel] = places[Int(all[pixel])] }
    }
  }
}
