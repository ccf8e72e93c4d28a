import ActivationFigures
import Configuration
import Drawing
import JSON
import Plans
import Text

/// The figures of a run, each with its files and texts as the manifest of the output directory lists them: what a page needs
/// to show them. No picture is read.
///
/// ```swift
/// let gallery = try FigureGallery(of: plan, in: OutputDirectory("Output"))
/// gallery.figures[0].files.map(\.fileName)    // ["mish.png", "mish@2x.png", "mish-dark.png", "mish-dark@2x.png"]
/// ```
public struct FigureGallery: Sendable, Equatable {
  /// The figures in the order of the configuration.
  public let figures: [Figure]

  /// A figure with all its files.
  public struct Figure: Sendable, Equatable {
    /// The name of the figure, without a suffix of its variants.
    public let name: String
    /// The title above the figure as it is read, on one or several lines.
    public let title: String
    /// Whether it shows one function, a comparison or a family.
    public let kind: FigureKind
    /// The files in the order of the plan: the first is the one with the plain name.
    public let files: [File]
    /// The statistics of the first file; an empty object for a comparison.
    public let statistics: JSONValue
    /// The recipe of the first file.
    public let recipe: JSONValue
  }

  /// A file of a figure: one theme, arrangement and scale.
  public struct File: Sendable, Equatable {
    /// The name of the file in its directory.
    public let fileName: String
    /// The style in which the picture is drawn.
    public let theme: StyleName
    /// Whether the picture is for readers of dark text on light paper, or of light text on dark paper.
    public let tone: Tone
    /// The arrangement of the panels.
    public let arrangement: PanelArrangement
    /// The number of pixels for each pixel of the figure as it is shown.
    public let scale: Double
    /// The width of the picture in pixels.
    public let width: Int
    /// The height of the picture in pixels.
    public let height: Int
    /// A text of at most 125 characters for readers who cannot see the picture.
    public let shortAlternativeText: String
    /// A text of several sentences for readers who cannot see the picture.
    public let alternativeText: String
  }
}

extension FigureGallery {
  /// The readers for whom a picture is made: those of light pages or those of dark ones. The colours of the picture decide,
  /// whatever its style is called.
  public enum Tone: String, Sendable, Hashable {
    case light, dark
  }
}

extension FigureGallery.File {
  /// The width at which the figure is shown, in CSS pixels.
  public var shownWidth: Int { Int((Double(width) / scale).rounded()) }

  /// The height at which the figure is shown, in CSS pixels.
  public var shownHeight: Int { Int((Double(height) / scale).rounded()) }
}

extension FigureGallery {
  /// Reads the manifest of a directory.
  ///
  /// - Parameters:
  ///   - plan: The figures, which may be a selection. Ranges that figures share must be fixed. Each file must be there, and
  ///     be listed with the recipe for which the configuration asks.
  ///   - directory: The output directory of the plan, with the figures and their manifest.
  ///   - command: The command that renders the figures, which an error names.
  public init(
    of plan: RenderPlan, in directory: OutputDirectory, filledBy command: RenderCommand
  ) throws(GalleryError) {
    let manifest = EarlierManifest(named: OutputDirectory.manifestName(of: nil), in: directory)
    var missing: [String] = []
    var names: [String] = []
    var groups: [String: [(plan: FigurePlan, json: JSONValue, file: File)]] = [:]
    for figure in plan.figures {
      guard let entry = manifest.entry(of: figure.fileName), entry.record.recipe == Recipe(of: figure),
        directory.hasFile(named: figure.fileName), let json = JSONValue(parsing: Array(entry.text.utf8)),
        let file = File(of: figure, reading: json)
      else {
        missing.append(figure.fileName)
        continue
      }
      if groups[figure.name] == nil { names.append(figure.name) }
      groups[figure.name, default: []].append((figure, json, file))
    }
    guard missing.isEmpty else {
      throw GalleryError(directory: directory.path, missing: missing, command: command.text())
    }
    figures = names.compactMap { name in
      guard let entries = groups[name], let first = entries.first else { return nil }
      return Figure(
        name: name, title: first.json["title"]?.string ?? "", kind: first.plan.settings.kind,
        files: entries.map(\.file), statistics: first.json["statistics"] ?? [:], recipe: first.json["recipe"] ?? [:])
    }
  }
}

extension FigureGallery.File {
  /// Reads the entry of a manifest; nil if it lacks a value.
  fileprivate init?(of figure: FigurePlan, reading json: JSONValue) {
    guard let width = json["width"]?.wholeNumber, let height = json["height"]?.wholeNumber,
      let short = json["shortAlternativeText"]?.string, let long = json["alternativeText"]?.string
    else { return nil }
    let style = figure.settings.style
    self.init(
      fileName: figure.fileName, theme: figure.settings.styleName,
      tone: FigureGallery.Tone(paper: style.paper, text: style.textColor),
      arrangement: figure.settings.presentation.arrangement, scale: figure.scale, width: width, height: height,
      shortAlternativeText: short, alternativeText: long)
  }
}

extension FigureGallery.Tone {
  /// The tone of a picture by its paper, or by its text if more than half of what is behind the paper shines through.
  fileprivate init(paper: Color, text: Color) {
    let isDark = paper.alpha < 128 ? text.luma >= 128 : paper.luma < 128
    self = isDark ? .dark : .light
  }
}

extension Color {
  /// The luma of the channels by ITU-R BT.709, 0 to 255.
  fileprivate var luma: Double { 0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue) }
}

/// An error of reading the figures of a directory: some files are missing, or the manifest does not list them as the
/// configuration asks for them.
public struct GalleryError: Error, Equatable, CustomStringConvertible {
  /// The path of the directory.
  let directory: String
  /// The names of the files.
  let missing: [String]
  /// The command that renders them.
  let command: String

  public var description: String {
    let first = missing.first.map(\.printable) ?? ""
    let others = missing.count == 2 ? "another file" : "\(missing.count - 1) other files"
    let state =
      missing.count < 2
      ? "\(first) is missing or out of date" : "\(first) and \(others) are missing or out of date"
    return "\(state) in \(directory.printable), or its manifest is; run: \(command)"
  }
}
