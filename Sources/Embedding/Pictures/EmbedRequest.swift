import Pipeline

/// The figures that a page shows, and the choices about how it shows them.
public struct EmbedRequest: Sendable {
  /// The figures with their files.
  public let gallery: FigureGallery
  /// The addresses of the files.
  public let addresses: FigureAddresses
  /// The greatest width of a window, in CSS pixels, that is shown the panels in a column.
  public var narrowWidth = 600
  /// Whether the long alternative texts stand below the pictures, where readers can open them.
  public var showsDescriptions = false
  /// The selector of CSS for an element around or of the whole page that is there on dark pages alone: `.dark`. Nil for the
  /// usual switches and, without one, the theme of the operating system.
  public var darkSelector: String?
  /// The title of a gallery page.
  public var title = "Activation functions"
  /// The name of the configuration, from which the names of data files are made: `config.json`.
  public var configurationName = "config"

  /// Asks for figures at these addresses.
  public init(of gallery: FigureGallery, addressed addresses: FigureAddresses) {
    (self.gallery, self.addresses) = (gallery, addresses)
  }
}

/// What a form makes of figures.
public enum EmbedOutput: Sendable, Equatable {
  /// Parts of a page, which can stand anywhere in it and apart from each other.
  case parts([EmbeddedPart])
  /// A text that is a file of its own.
  case document(String)
  /// Several files, whose paths are relative to the root of a site.
  case files([EmbeddedFile])
}

/// A part of a page: a figure, or what several figures need in common.
public struct EmbeddedPart: Sendable, Equatable {
  /// The name of the figure; nil for what figures need in common.
  public let figure: String?
  /// Whole lines without an empty one at the beginning or the end.
  public let text: String

  init(of figure: String? = nil, _ text: String) { (self.figure, self.text) = (figure, text) }
}

/// A file of a site.
public struct EmbeddedFile: Sendable, Equatable {
  /// The path relative to the root of the site: `data/actfig/config.json`.
  public let path: String
  /// The content of the file.
  public let text: String

  init(path: String, text: String) { (self.path, self.text) = (path, text) }
}

extension EmbedOutput {
  /// The text for a form without files: parts are separated by empty lines.
  public var text: String {
    switch self {
    case .parts(let parts): parts.map { $0.text + "\n" }.joined(separator: "\n")
    case .document(let text): text
    case .files(let files): files.map(\.text).joined()
    }
  }
}

extension EmbeddedPart {
  /// Makes a part of lines.
  init(of figure: String? = nil, lines: [String]) { self.init(of: figure, lines.joined(separator: "\n")) }
}
