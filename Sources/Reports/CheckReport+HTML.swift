import Pipeline

extension CheckReport {
  /// A self-contained page: it needs no network and no other file, follows the reader's choice of a light or a dark
  /// theme, and is accessible to screen readers.
  var html: String {
    let differences = result.differences
    let count = result.plan.figures.count
    let figures = "\(count) \(count == 1 ? "figure" : "figures")"
    let heading: String =
      switch (differences.count, result.failures.count) {
      case (0, 0): "\(figures), all as the configuration asks for them"
      case (let differing, 0): "\(differing) of the files \(differing == 1 ? "differs" : "differ")"
      case (0, let failed): "\(failed) of \(figures) cannot be drawn"
      case (let differing, let failed):
        "\(differing) of the files \(differing == 1 ? "differs" : "differ"), \(failed) of \(figures) cannot be drawn"
      }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(heading.escapedForXML)</title>
      <style>
      \(Self.style)</style>
      </head>
      <body>
      <header>
      <h1>\(heading.escapedForXML)</h1>
      <p>\(figures) of <code>\(result.directory.path.escapedForXML)</code> drawn again and compared, pixel by pixel.</p>
      </header>
      <main>
      \(contents(of: differences))\(result.failures.map(section).joined())\(differences.map(section).joined())\(notes)</main>
      <script>
      \(Self.script)</script>
      </body>
      </html>

      """
  }

  private func contents(of differences: [CheckResult.Difference]) -> String {
    guard differences.count > 1 else { return "" }
    let items = differences.enumerated().map { place, difference in
      "<li><a href=\"#\(anchor(of: difference))\">\(difference.fileName.escapedForXML)</a> "
        + "<span class=\"tag\">\(tag(of: difference))</span></li>\n"
    }
    return "<nav aria-label=\"Differences\"><ul>\n\(items.joined())</ul></nav>\n"
  }

  private var notes: String {
    guard !result.notes.isEmpty else { return "" }
    let items = result.notes.map { "<li>\($0.fileName.escapedForXML): \($0.message.escapedForXML)</li>\n" }
    return "<section>\n<h2>Notes</h2>\n<ul>\n\(items.joined())</ul>\n</section>\n"
  }

  private func section(_ failure: FigureFailure) -> String {
    """
    <section>
    <h2>\(failure.fileName.escapedForXML)</h2>
    <p>It cannot be drawn: \(failure.reason.escapedForXML)</p>
    </section>

    """
  }

  private func section(_ difference: CheckResult.Difference) -> String {
    let id = anchor(of: difference)
    return """
      <section id="\(id)" data-difference="\(difference.code)">
      <h2>\(difference.fileName.escapedForXML) <span class="tag">\(tag(of: difference))</span></h2>
      <p class="message">\(difference.message.escapedForXML)</p>
      <p>Fix with <code class="mend">\(difference.fix.escapedForXML)</code></p>
      \(pictures[difference.fileName].map { views(of: $0, id: id) } ?? "")</section>

      """
  }

  private func views(of pictures: Pictures, id: String) -> String {
    let redrawn = image(pictures.redrawn, of: pictures, "Redrawn. \(pictures.description)")
    guard let committed = pictures.committed else {
      return "<figure>\(redrawn)<figcaption>Redrawn</figcaption></figure>\n"
    }
    let old = image(committed, of: pictures, "As it is in the directory. \(pictures.committedDescription)")
    let difference = pictures.difference.map { bytes in
      "<figure>\(image(bytes, of: pictures, "Where the pictures differ: red on a faint copy, in a blue frame."))"
        + "<figcaption>Difference</figcaption></figure>\n"
    }
    return """
      <figure class="slider">
      <div class="stack"><div class="old">\(old)</div><div class="new">\(redrawn)</div></div>
      <label for="\(id)-slider"><span>In the directory</span>
      <input id="\(id)-slider" type="range" min="0" max="100" value="50" aria-label="Share of the picture in the directory">
      <span>Redrawn</span></label>
      <figcaption>Left of the line the picture in the directory, right of it the redrawn one</figcaption>
      </figure>
      \(difference ?? "")
      """
  }

  private func image(_ bytes: [UInt8], of pictures: Pictures, _ text: String) -> String {
    "<img src=\"data:image/png;base64,\(String(base64: bytes))\" width=\"\(pictures.width)\" height=\"\(pictures.height)\" "
      + "alt=\"\(text.escapedForXML)\">"
  }

  /// The code of a difference in words: `stale recipe` for `staleRecipe`.
  private func tag(of difference: CheckResult.Difference) -> String {
    difference.code.map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
  }

  /// The anchor of a difference, made from its place, because a file name may hold characters that an anchor cannot.
  private func anchor(of difference: CheckResult.Difference) -> String {
    "difference-\((result.differences.firstIndex(of: difference) ?? 0) + 1)"
  }

  private static let style = String(decoding: PackageResources.report_css, as: UTF8.self)
  private static let script = String(decoding: PackageResources.report_js, as: UTF8.self)

  /// The content security policy: nothing is loaded; pictures, style and script are part of the page.
  private static let policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
}

extension String {
  /// Encodes bytes in Base64 (RFC 4648, section 4), with padding: `TWFu` for the three bytes of `Man`.
  init(base64 bytes: [UInt8]) {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<Swift.min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    self.init(decoding: text, as: UTF8.self)
  }
}
