import JSON
import Plans
import Text
import Typography

extension RenderPlan {
  /// Reads a configuration and makes a complete and checked plan of it, or reports all its faults.
  ///
  /// ```swift
  /// let plan = try RenderPlan(readingConfiguration: Array(#"{"activations": ["sigmoid"]}"#.utf8), named: "config.json")
  /// plan.figures[0].fileName     // "sigmoid.png"
  /// ```
  ///
  /// - Parameters:
  ///   - bytes: JSON in UTF-8, as RFC 8259 defines it.
  ///   - name: The name of the file in messages.
  ///   - directory: The folder of the file, to which the paths of fonts, tables and the output directory are relative.
  ///   - files: The reader of the tables that the configuration names.
  ///   - options: Values that replace those of the file, each as KEY=VALUE: `samples=1000`, `activations.0.beta=2`. The key
  ///     is the path of a value, whose parts are joined by dots and in which entries are counted from 0. The value is JSON,
  ///     or otherwise a text as it stands. A later option replaces an earlier one.
  /// - Throws: All faults at once: those of the file in its order, and then those of the options.
  public init(
    readingConfiguration bytes: [UInt8], named name: String, in directory: String = ".", files: FileReader = .none,
    setting options: [String] = []
  ) throws(ConfigurationError) {
    let source = SourceText(name: name, bytes: bytes, options: options)
    var reader = JSONReader(source)
    var root = reader.readText()
    var roots = [root]
    var faults = reader.faults
    for part in source.parts where part.isOption {
      let assignment = Assignment(reading: part, of: source, reporting: &faults)
      roots.append(assignment?.tree ?? JSONNode(content: .faulty, span: part.range))
      if let assignment, !reader.isStopped { root.apply(assignment, reporting: &faults) }
    }
    var plan: RenderPlan?
    if !reader.isStopped, let file = ConfigurationFile(reading: root, reporting: &faults) {
      plan = RenderPlan(resolving: file, in: directory, files: files, reporting: &faults)
    }
    guard faults.isEmpty else { throw ConfigurationError(faults, in: roots) }
    guard let plan else { preconditionFailure("A configuration without a plan has a fault.") }
    self = plan
  }

  /// Resolves all settings of a configuration and checks what depends on several values.
  private init(
    resolving file: ConfigurationFile, in directory: String, files: FileReader, reporting faults: inout Faults
  ) {
    let fonts = [FontFamily](resolving: file.fonts?.value ?? [], in: directory, reporting: &faults)
    let tables = TableLibrary(reading: files, in: directory)
    let context = FigureContext(of: file, fontNames: fonts.map(\.name), reporting: &faults)
    let entries = context.entries(of: file, reporting: &faults)
    var figures = FigureList(
      in: context, capacity: context.figureCount(of: entries), tables: tables, source: faults.source)
    for entry in entries { figures.add(entry, reporting: &faults) }
    figures.addComparisons(of: file, reporting: &faults)
    figures.checkFamilies(of: file, reporting: &faults)
    let outputDirectory = file.output?.value?.directory?.value ?? OutputConfiguration.defaultDirectory
    self.init(
      outputDirectory: outputDirectory.path(relativeTo: directory),
      fonts: fonts,
      tables: figures.tables.paths,
      figures: figures.source)
  }
}

// MARK: - Fonts

extension [FontFamily] {
  /// Finds the fonts of a configuration, and reports each that is not installed.
  ///
  /// A text that contains a slash or ends as the names of font files do is a path; any other text is the name of a family.
  /// The installed fonts are searched only for names, and not for DejaVu Sans if that is part of the program.
  ///
  /// - Parameter directory: The folder to which paths are relative.
  fileprivate init(resolving fonts: [Located<String>], in directory: String, reporting faults: inout Faults) {
    self = []
    var installed: InstalledFonts?
    for font in fonts {
      guard let text = font.value else { continue }
      let found = "found the font \"\(text.abbreviated(to: 80).printable)\""
      if text.isFontPath {
        do throws(TypographyError) {
          append(try FontFamily(readingFile: text.hasPrefix("/") ? text : "\(directory)/\(text)"))
        } catch {
          faults.report(at: font.offset, "\(found), expected the path of a font file (\(error.reason))")
        }
        continue
      }
      if let linked = FontFamily.linkedDejaVu, linked.isNamed(text) {
        append(linked)
        continue
      }
      let fonts = installed ?? InstalledFonts()
      installed = fonts
      if let family = fonts.family(named: text) {
        append(family)
      } else {
        let nearest = faults.isFull ? nil : text.nearest(among: fonts.familyNames)
        let expectation =
          nearest.map { "\"\($0.printable)\"" } ?? "the name of an installed family or a path of a font file"
        faults.report(at: font.offset, "\(found), which is not installed, expected \(expectation)")
      }
    }
  }
}

extension String {
  /// Whether the text is the path of a font file rather than the name of a family.
  package var isFontPath: Bool {
    contains("/") || [".ttf", ".otf", ".ttc", ".otc"].contains { lowercased().hasSuffix($0) }
  }
}
