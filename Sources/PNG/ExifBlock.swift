/// The tags of a picture's first directory in an eXIf chunk (CIPA DC-008, Exif 3.0, 4.6; the form is that of TIFF 6.0).
struct ExifBlock {
  /// The value of Orientation; 1 or nil is as stored.
  private var orientation: Int?
  /// The values of XResolution and YResolution, as numerator and denominator.
  private var resolutions: [(numerator: Int, denominator: Int)] = []

  private static let orientationTag = 0x0112
  private static let resolutionTags = [0x011A, 0x011B]

  /// Nil where the directory cannot be read to its end.
  init?(_ data: ArraySlice<UInt8>) {
    var bytes = Array(data)
    // A beginning that belongs to JPEG files alone, but is written and read in PNGs all the same.
    if bytes.starts(with: Array("Exif\0\0".utf8)) { bytes.removeFirst(6) }
    let isLittleEndian = bytes.starts(with: Array("II*\0".utf8))
    guard isLittleEndian || bytes.starts(with: Array("MM\0*".utf8)) else { return nil }
    func number(at place: Int, bytes count: Int) -> Int? {
      guard place >= 0, place + count <= bytes.count else { return nil }
      let digits = bytes[place..<place + count]
      return isLittleEndian
        ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2) else { return nil }
    for place in (0..<count).map({ directory + 2 + 12 * $0 }) {
      guard let tag = number(at: place, bytes: 2), let type = number(at: place + 2, bytes: 2),
        let value = number(at: place + 8, bytes: 4)
      else { return nil }
      if tag == Self.orientationTag {
        // A SHORT stands in the first two of the four bytes.
        orientation = type == 3 ? number(at: place + 8, bytes: 2) : value
      } else if Self.resolutionTags.contains(tag) {
        guard let numerator = number(at: value, bytes: 4), let denominator = number(at: value + 4, bytes: 4) else {
          return nil
        }
        resolutions.append((numerator, denominator))
      }
    }
  }

  /// Whether viewers neither turn nor mirror the picture, nor take another size than its pixels have. 72 dots an inch are
  /// Exif's word for a resolution that is not known.
  var isDisplayedAsStored: Bool {
    !(2...8 ~= (orientation ?? 1)) && resolutions.allSatisfy { $0.numerator == 72 * $0.denominator }
  }
}
