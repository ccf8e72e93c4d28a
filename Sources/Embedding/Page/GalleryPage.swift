import Configuration
import JSON
import Pipeline
import Plans
import Text

/// A page of HTML with all figures of a configuration, which needs no other file but the pictures.
///
/// The page follows the theme of the reader's system or the one that its switch names, suits screens of all sizes, and shows
/// everything without its script, which adds the switch, a filter, enlarged figures, and buttons that copy and save recipes.
/// Pictures are loaded when the reader comes near them.
///
/// A page of hundreds of figures would be heavy. One of more than `weightLimit` bytes therefore leaves out what the manifest
/// of the figures holds too, and names it: first the long descriptions, then the lists of files, then the recipes.
struct GalleryPage {
  /// The whole page.
  let html: String

  /// The greatest number of bytes of a page for which nothing is left out.
  static let weightLimit = 740_000

  init(for request: EmbedRequest) {
    var html = ""
    for content in CardContent.allCases {
      html = Self.html(for: request, showing: content)
      if html.utf8.count <= Self.weightLimit { break }
    }
    self.html = html
  }

  private static func html(for request: EmbedRequest, showing content: CardContent) -> String {
    let figures = request.gallery.figures
    let settings = CommonSettings(of: figures)
    let cards = figures.enumerated().map { place, figure in
      FigureCard(of: figure, id: id(of: figure, at: place), for: request, besides: settings, showing: content)
    }
    let title = request.title.escapedForHTML
    let count = "\(figures.count) \(figures.count == 1 ? "figure" : "figures")"
    let isWide = cards.count > 1 && 2 * cards.count { $0.shape == .wide } > cards.count
    let body = CompactTag("body", [("class", isWide ? "wide" : nil)])
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="\(policy(for: request.addresses))">
      <title>\(title): \(count)</title>
      <link rel="icon" href="data:,">
      <style>
      \(style)@media (max-width: \(request.narrowWidth)px) { source[media*=max-width] ~ img { max-width: min(100%, 36rem) } }
      </style>
      <script>
      \(script)</script>
      </head>
      \(body.text)
      <a class="skip" href="#figures">Skip to the figures</a>
      <header>
      <div>
      <h1>\(title)</h1>
      <p class="lead">\(summary(of: figures))</p>
      \(settings.html)</div>
      \(themes)</header>
      \(bar(of: cards))<main id=figures tabindex=-1>
      \(cards.map(\.html).joined())</main>
      <footer>
      \(glossary(of: cards))\(note(on: content, for: request))</footer>
      </body>
      </html>

      """
  }

  /// The anchor of a figure: its name after `f-`, or its place where the name has characters that an address would escape.
  private static func id(of figure: FigureGallery.Figure, at place: Int) -> String {
    figure.name.percentEncoded == figure.name ? "f-" + figure.name : "f\(place + 1)"
  }

  /// `3 figures: 1 function, 1 comparison, 1 family`
  private static func summary(of figures: [FigureGallery.Figure]) -> String {
    let kinds: [(kind: FigureKind, one: String, many: String)] = [
      (.function, "function", "functions"), (.comparison, "comparison", "comparisons"), (.family, "family", "families"),
      (.depth, "figure of depth", "figures of depth"),
      (.depthComparison, "comparison of depth", "comparisons of depth"),
    ]
    let counts = kinds.compactMap { kind, one, many -> String? in
      let count = figures.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    guard counts.count > 1 else { return counts.first ?? "No figures" }
    return counts.dropLast().joined(separator: ", ") + " and " + counts[counts.count - 1]
  }

  private static let themes = """
    <fieldset class="themes scripted" aria-label="Theme">
    <label><input type="radio" name="theme" value="system" checked>System</label>
    <label><input type="radio" name="theme" value="light">Light</label>
    <label><input type="radio" name="theme" value="dark">Dark</label>
    </fieldset>

    """

  /// The contents and the filter, for more than one figure.
  private static func bar(of cards: [FigureCard]) -> String {
    guard cards.count > 1 else { return "" }
    let items = cards.map {
      "<li>" + CompactTag("a", [("href", "#" + $0.id), ("dir", $0.title.direction)]).text + $0.title + "</a>\n"
    }
    return """
      <nav class="bar" aria-label="Figures"><div>
      <details><summary>Contents</summary><ol>
      \(items.joined())</ol></details>
      <div class="filter scripted" role="search"><input type="search" placeholder="Filter figures" aria-label="Filter figures" \
      autocomplete="off" spellcheck="false"><span role="status"></span></div>
      </div></nav>

      """
  }

  private static func glossary(of cards: [FigureCard]) -> String {
    let shown = Set(cards.flatMap(\.measures))
    let terms = FigureMeasure.allCases.filter { shown.contains($0) }.compactMap { measure in
      measure.explanation.map { "<div><dt>\(measure.name)</dt><dd>\($0)</dd></div>\n" }
    }
    guard !terms.isEmpty else { return "" }
    return "<h2>What the numbers mean</h2>\n<dl>\n\(terms.joined())</dl>\n"
  }

  private static func note(on content: CardContent, for request: EmbedRequest) -> String {
    let manifest =
      HTMLElement("a", [("href", request.addresses.address(ofFile: "manifest.json"))]).text + "manifest.json</a>"
    let rest = content.omissions
    let recipes =
      "A recipe is a configuration that renders its figure again: save it and run <code>actfig render</code> with it."
    let omitted =
      rest.isEmpty
      ? "All numbers in full are in \(manifest)." : "All numbers in full, and \(rest.listed), are in \(manifest)."
    return "<p>\(content == .withoutRecipes ? "" : recipes + " ")\(omitted)</p>\n"
  }

  private static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
  private static let script = String(decoding: PackageResources.page_js, as: UTF8.self)

  /// The content security policy: nothing is loaded but pictures, from where the page stands and where the figures are.
  private static func policy(for addresses: FigureAddresses) -> String {
    let origin = addresses.origin.map { " " + $0 } ?? ""
    return "default-src 'none'; img-src 'self' file: data:\(origin); style-src 'unsafe-inline'; "
      + "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
  }
}

extension FigureAddresses {
  /// The scheme and host of the addresses, if they name another one than that of the page and hold nothing that a content
  /// security policy would take for its own.
  fileprivate var origin: String? {
    let address = prefix
    guard let slashes = address.firstPlace(of: "//") else { return nil }
    let scheme = address[..<slashes.lowerBound]
    guard scheme.isEmpty || scheme.hasSuffix(":") && !scheme.contains("/") else { return nil }
    let host = address[slashes.upperBound...].prefix { !"/?#".contains($0) }
    let allowed = (String(scheme.dropLast()) + host).unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || $0.properties.numericType != nil || ".:-[]+".unicodeScalars.contains($0))
    }
    return host.isEmpty || !allowed ? nil : scheme.isEmpty ? String(host) : scheme + "//" + host
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`
  var listed: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}
