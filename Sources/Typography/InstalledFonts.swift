/// The fonts that are found by the name of their family: DejaVu Sans as part of the program, and all font files of this
/// machine.
///
/// Every font file of the folders in which ``TypefaceFamily/init(installedWith:preferring:)`` searches is opened once; files that
/// are no fonts, or damaged, are passed over.
public struct InstalledFonts: Sendable {
  private let faces: [Face]
  /// The family that is taken for its name, whatever is installed.
  private let linked: FontFamily?

  private struct Face: Sendable {
    let family: String
    let style: String
    let isBold: Bool
    let isItalic: Bool
    let location: FontLocation
  }

  /// Looks through the folders for fonts.
  public init() { self.init(searching: FontSearch.installed, linked: .linkedDejaVu) }

  init(searching search: FontSearch, linked: FontFamily? = nil) {
    var faces: [Face] = []
    for path in search.files(endingIn: [".ttf", ".otf", ".ttc", ".otc"]) {
      // A damaged collection may claim any number of faces.
      var index = 0
      while index < 64, let file = try? FontFile(opening: FontLocation(path: path, index: index)) {
        faces.append(
          Face(
            family: file.familyName, style: file.styleName, isBold: file.isBold, isItalic: file.isItalic,
            location: FontLocation(path: path, index: index)))
        index += 1
        if index >= file.faceCount { break }
      }
    }
    self.faces = faces
    self.linked = linked
  }

  /// The names of all families, each once and sorted.
  public var familyNames: [String] {
    Set(faces.map(\.family) + (linked.map { [$0.name] } ?? [])).filter { !$0.isEmpty }.sorted()
  }

  /// The family of that name, whatever the case of its letters; `nil` where there is none.
  ///
  /// Upright faces go before slanted ones, and of several the one whose style has the plainest name is taken.
  public func family(named name: String) -> FontFamily? {
    if let linked, linked.isNamed(name) { return linked }
    let family = faces.filter { $0.family.lowercased() == name.lowercased() }
    guard let regular = Self.best(of: family, isBold: false, styles: ["Regular", "Book", "Normal", "Roman"]) else {
      return nil
    }
    let bold = Self.best(of: family.filter(\.isBold), isBold: true, styles: ["Bold"]) ?? regular
    return FontFamily(name: regular.family, regular: regular.location, bold: bold.location)
  }

  private static func best(of faces: [Face], isBold: Bool, styles: [String]) -> Face? {
    func penalty(_ face: Face) -> Int {
      (face.isItalic ? 4 : 0) + (face.isBold == isBold ? 0 : 2) + (styles.contains(face.style) ? 0 : 1)
    }
    return faces.min { penalty($0) < penalty($1) }
  }
}
