private import CDejaVu

/// A face in a font.
struct FontLocation: Sendable, Hashable {
  let source: Source
  /// Counts the faces of a collection (`.ttc`) from 0, and is 0 in other fonts.
  let index: Int

  enum Source: Sendable, Hashable {
    /// A file that holds the font.
    case file(path: String)
    /// A font that is part of the program.
    case linked(LinkedFont)
  }

  init(source: Source, index: Int = 0) {
    self.source = source
    self.index = index
  }

  init(path: String, index: Int = 0) { self.init(source: .file(path: path), index: index) }

  /// The file that holds the font, if it is one.
  var path: String? {
    if case .file(let path) = source { path } else { nil }
  }

  /// For messages: the path of the file, or the name of the linked font.
  var description: String {
    switch source {
    case .file(let path): path
    case .linked(let font): "The linked font \(font.rawValue)"
    }
  }
}

/// A font whose file became part of the program when it was built.
enum LinkedFont: String, Sendable, Hashable, CaseIterable {
  case dejaVuSans = "DejaVuSans.ttf"
  case dejaVuSansBold = "DejaVuSans-Bold.ttf"

  /// The bytes of the file, for as long as the program runs; `nil` where it was built without them.
  var bytes: UnsafeBufferPointer<UInt8>? {
    let font =
      switch self {
      case .dejaVuSans: dejavu_sans()
      case .dejaVuSansBold: dejavu_sans_bold()
      }
    return font.bytes.map { UnsafeBufferPointer(start: $0, count: font.count) }
  }

  /// Whether this program was built with all of them.
  static var areThere: Bool { allCases.allSatisfy { $0.bytes != nil } }
}
