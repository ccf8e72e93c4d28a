import ArgumentParser
import Configuration
import Embedding
import JSON
import Pipeline
import Text

/// The subcommand `embed`, which prints what a page needs to show figures.
struct Embed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed",
    abstract: "Prints what a page needs to show the figures: HTML, Markdown or files of a site generator.",
    discussion: """
      The figures are read from the manifest of their directory, and no picture is rendered. Variants of a figure in light \
      and dark, in a row and in a column, and in several scales become one figure, of which a reader sees the picture \
      that suits the page and the screen. The forms: html (follows the theme of the system), html-toggle (follows the \
      theme switch of the page), markdown (GitHub), hugo (data file and shortcode), jekyll (data file and include), \
      quarto, myst (Jupyter Book), rst (Sphinx), mkdocs (Material), page (a gallery page of its own) and json (all \
      facts). Exit codes: 0 success; 1 a figure is missing or out of date, or --check found a difference; 2 usage, \
      configuration or disk.
      """)

  @OptionGroup var figures: PlanOptions

  @OptionGroup var place: OutputOptions

  @Option(
    name: .customLong("as"), help: ArgumentHelp("The form of the output.", valueName: "form"))
  var form: EmbedForm

  @Option(
    help: ArgumentHelp(
      """
      Address the files relative to this page or folder. (default: the page that --into or --check names, else the \
      current directory; for hugo the folder static of the site, for jekyll the site)
      """, valueName: "path"),
    completion: .file())
  var relativeTo: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Address the files below this URL or path, e.g. /figures.", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      """
      The greatest width of a window that is shown the panels in a column, in CSS pixels. (default: 600; for page 820)
      """, valueName: "pixels"))
  var narrowWidth: Int?

  @Option(
    help: ArgumentHelp(
      """
      For html-toggle, hugo and jekyll: the CSS selector of an element that only dark pages have, e.g. .dark, if the \
      usual ones do not tell.
      """, valueName: "selector"))
  var darkSelector: String?

  @Option(help: ArgumentHelp("For page: the title. (default: Activation functions)", valueName: "text"))
  var title: String?

  @Flag(help: "Also put the long alternative text below each picture, where readers can open it.")
  var descriptions = false

  @Option(
    help: ArgumentHelp(
      "Write into this file, or for hugo and jekyll below this directory, the root of the site.", valueName: "path"),
    completion: .file())
  var into: String?

  @Option(
    help: ArgumentHelp(
      """
      Write nothing, and compare with this page, or for hugo and jekyll with the files of this site. The page may have \
      other lines around the figures.
      """, valueName: "path"),
    completion: .file())
  var check: String?

  func validate() throws {
    if relativeTo != nil && baseURL != nil {
      throw ValidationError("'--relative-to' and '--base-url' cannot be used together.")
    }
    if into != nil && check != nil { throw ValidationError("'--into' and '--check' cannot be used together.") }
    if form.hasFiles && into == nil && check == nil {
      throw ValidationError("The form \(form.rawValue) has several files. Name the root of the site with '--into'.")
    }
    if title != nil && form != .page { throw ValidationError("'--title' is for the form page alone.") }
    if let darkSelector,
      darkSelector.isEmpty || darkSelector.unicodeScalars.contains(where: { "{}<>;\n".unicodeScalars.contains($0) })
    {
      throw ValidationError("The value of '--dark-selector' must be a selector without { } < > and ;.")
    }
    if let narrowWidth, !(1...100_000).contains(narrowWidth) {
      throw ValidationError("The value of '--narrow-width' must be from 1 to 100000, but is \(narrowWidth).")
    }
  }

  func run() throws {
    let plan = try figures.plan()
    let directory = OutputDirectory(place.output ?? plan.outputDirectory)
    let addresses = try addresses(of: directory)
    finish { _ in
      let command = RenderCommand(figures: figures, place: place, plan: plan)
      let fixed = await plan.fixingSharedLimits()
      do {
        let gallery = try FigureGallery(of: fixed, in: directory, filledBy: command)
        return try conclude(form.output(for: request(of: gallery, addressed: addresses)))
      } catch let error as GalleryError {
        Console.report("\(error)")
        return .failure
      }
    }
  }

  private func addresses(of directory: OutputDirectory) throws -> FigureAddresses {
    if let baseURL { return FigureAddresses(base: baseURL) }
    let page = (into ?? check).map { form.place(of: $0) }
    let place = relativeTo.map { form.hasFiles ? $0 : form.place(of: $0) } ?? page ?? "./"
    let addresses = try FigureAddresses(of: directory, seenFrom: place)
    if form.hasFiles, addresses.leadOutside { throw OutsideError(directory: directory.path, place: place) }
    return addresses
  }

  private func request(of gallery: FigureGallery, addressed addresses: FigureAddresses) -> EmbedRequest {
    var request = EmbedRequest(of: gallery, addressed: addresses)
    (request.narrowWidth, request.showsDescriptions) = (narrowWidth ?? form.narrowWidth, descriptions)
    request.configurationName = figures.configuration.path.lastNameOfPath
    request.darkSelector = darkSelector
    if let title { request.title = title }
    return request
  }

  /// Prints or writes the output, or compares it with what is there.
  private func conclude(_ output: EmbedOutput) throws -> ExitCode {
    if let check {
      let differences = try EmbedComparison(of: output, with: check).differences
      for difference in differences { Console.print(difference + "\n") }
      return differences.isEmpty ? .success : .failure
    }
    guard let into else {
      if form == .json { Console.print(json: output.text) } else { Console.print(Array(output.text.utf8)) }
      return .success
    }
    guard case .files(let files) = output else {
      try OutputDirectory.write(Array(output.text.utf8), toFile: into)
      return .success
    }
    for file in files {
      let path = file.path.path(relativeTo: into)
      try OutputDirectory(creating: path.folderOfPath).write(
        Array(file.text.utf8), to: path.lastNameOfPath, replacing: .whenDifferent)
    }
    return .success
  }
}

extension EmbedForm: ExpressibleByArgument {}

/// An error of a site whose figures are outside of the folder that it serves.
private struct OutsideError: Error, CustomStringConvertible {
  let directory: String
  let place: String

  var description: String {
    "The figures in \(directory.printable) are outside of \(place.printable), which the site serves. Render them into it, "
      + "or name their address with '--base-url'."
  }
}
