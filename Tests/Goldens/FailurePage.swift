import Foundation
import PNG
import Pixels
import Synchronization

/// The page that shows each failed comparison of a run of the tests: actual, expected and difference, in one HTML file that
/// needs no other.
public final class FailurePage: Sendable {
  /// The page of this run, `.build/failed-comparisons.html` in the package. scripts/test removes it before a run and names
  /// it afterwards.
  public static let shared = FailurePage(
    at: URL(filePath: #filePath).appending(path: "../../../.build/failed-comparisons.html").standardized)

  let file: URL
  private let sections = Mutex<[String]>([])

  init(at file: URL) { self.file = file }

  /// Adds a section, and writes the page anew, so that it is whole even if the run is stopped.
  func add(_ comparison: FailedComparison) throws {
    let section = try Self.section(of: comparison)
    try sections.withLock { sections in
      sections.append(section)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(Self.html(of: sections).utf8).write(to: file, options: .atomic)
    }
  }

  private static func html(of sections: [String]) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
    <title>Failed comparisons</title>
    <style>
    body { max-width: 100rem; margin: 0 auto; padding: 2rem 1.25rem; font: 1rem/1.5 system-ui, sans-serif }
    section { border-top: 1px solid #8888; margin-top: 1.5rem; padding-top: 1rem }
    h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 0 }
    p { margin: .25rem 0; overflow-wrap: anywhere }
    .pictures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1rem }
    figure { margin: .5rem 0 0 } figcaption { font-size: .9rem }
    img { max-width: 100%; image-rendering: pixelated; border: 1px solid #8888;
      background: repeating-conic-gradient(#ddd 0 25%, #fff 0 50%) 0 / 16px 16px }
    pre { overflow-x: auto; font: .85rem/1.4 ui-monospace, monospace } del, ins { text-decoration: none; display: block }
    del { background: #f004 } ins { background: #0a04 } del::before { content: "− " } ins::before { content: "+ " }
    pre span { display: block } pre span::before { content: "  " }
    </style>
    </head>
    <body>
    <h1>\(sections.count == 1 ? "One comparison" : "\(sections.count) comparisons") failed</h1>
    \(sections.joined())</body>
    </html>

    """
  }

  private static func section(of comparison: FailedComparison) throws -> String {
    let content =
      switch comparison.content {
      case .pictures(let actual, let expected): try views(of: actual, besides: expected)
      case .picture(let picture): try row([("Actual", picture)])
      case .texts(let actual, let expected): lines(of: actual, besides: expected)
      }
    return """
      <section>
      <h2>\(escaped(comparison.name))</h2>
      <p>\(escaped(comparison.message))</p>
      \(content)</section>

      """
  }

  // MARK: - Pictures

  /// Three pictures in a row, and below, for large ones, the part around the first difference, enlarged.
  private static func views(of actual: Pixmap, besides expected: Pixmap) throws -> String {
    let difference = PictureDifference(from: expected, to: actual)
    let sentence = "<p>\(escaped(difference.description))</p>\n"
    guard let picture = difference.picture, let detail = difference.detail else {
      return try sentence + row([("Actual", actual), ("Expected", expected)])
    }
    let views = [("Actual", actual), ("Expected", expected), ("Difference", picture)]
    guard detail.width < actual.width || detail.height < actual.height else { return try sentence + row(views) }
    return try sentence + row(views)
      + row(views.map { ("\($0), from (\(detail.x), \(detail.y)) on", $1.cropped(to: detail)) })
  }

  private static func row(_ views: [(caption: String, picture: Pixmap)]) throws -> String {
    let figures = try views.map { caption, picture in
      // Small pictures are enlarged by a whole number, so that each pixel is a square.
      let scale = max(1, min(16, 480 / max(picture.width, picture.height)))
      let data = try Data(PNGImage(picture).encoded()).base64EncodedString()
      return "<figure><img src=\"data:image/png;base64,\(data)\" width=\"\(scale * picture.width)\" "
        + "alt=\"\(caption)\"><figcaption>\(caption)\(scale > 1 ? ", × \(scale)" : "")</figcaption></figure>\n"
    }
    return "<div class=\"pictures\">\n\(figures.joined())</div>\n"
  }

  // MARK: - Texts

  private static func lines(of actual: String, besides expected: String) -> String {
    let lines = LineDifference(from: expected, to: actual).lines.map { line in
      switch line {
      case .kept(let text): "<span>\(escaped(text))</span>"
      case .expected(let text): "<del>\(escaped(text))</del>"
      case .actual(let text): "<ins>\(escaped(text))</ins>"
      case .omitted(let count): "<span>… \(count) equal \(count == 1 ? "line" : "lines") …</span>"
      }
    }
    return "<p>Lines marked − are missing, lines marked + are too many.</p>\n<pre>\(lines.joined())</pre>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
