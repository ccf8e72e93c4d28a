extension CheckReport {
  /// One page that needs nothing else: no network, no other file. It follows the reader's choice of light or dark, and is
  /// read aloud with all it shows.
  var html: String {
    let differences = result.differences
    let count = result.plan.figures.count
    let figures = "\(count) \(count == 1 ? "figure" : "figures")"
    let heading: String =
      switch (differences.count, result.failures.count) {
      case (0, 0): "\(figures), all as asked for"
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
      \(Self.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(heading.escapedForXML)</h1>
      <p>\(figures) of <code>\(result.directory.path.escapedForXML)</code> drawn again and compared, pixel by pixel.</p>
      </header>
      <main>
      \(contents(of: differences))\(result.failures.map(section).joined())\(differences.map(section).joined())\(notes)</main>
      <script>
      \(Self.script)
      </script>
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
      <p>Mend with <code class="mend">\(difference.mend.escapedForXML)</code></p>
      \(pictures[difference.fileName].map { views(of: $0, id: id) } ?? "")</section>

      """
  }

  private func views(of pictures: Pictures, id: String) -> String {
    let redrawn = image(pictures.redrawn, of: pictures, "Redrawn. \(pictures.description)")
    guard let committed = pictures.committed else {
      return "<figure>\(redrawn)<figcaption>Redrawn</figcaption></figure>\n"
    }
    let old = image(committed, of: pictures, "As it is in the directory. \(pictures.description)")
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

  /// The word for programs as one for people: `staleRecipe` as `stale recipe`.
  private func tag(of difference: CheckResult.Difference) -> String {
    difference.code.map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
  }

  /// By its place, for a file name may hold what no anchor can.
  private func anchor(of difference: CheckResult.Difference) -> String {
    "difference-\((result.differences.firstIndex(of: difference) ?? 0) + 1)"
  }

  /// Nothing is fetched from anywhere: pictures, style and script stand in the page.
  private static let policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"

  private static let script = """
    for (const slider of document.querySelectorAll("input[type=range]")) {
      const stack = slider.closest("figure").querySelector(".stack");
      const show = () => {
        stack.style.setProperty("--at", slider.value + "%");
        slider.setAttribute("aria-valuetext", slider.value + " percent");
      };
      slider.addEventListener("input", show);
      show();
    }
    """

  // Contrast of text and its ground is at least 7 in both themes (WCAG 2.2, 1.4.6).
  private static let style = """
    :root { --ground: #fdfdfc; --text: #1c1e21; --quiet: #4a4f57; --line: #d9dbe0; --code: #f0f1f3; --accent: #a3003b }
    @media (prefers-color-scheme: dark) {
      :root { --ground: #16181b; --text: #e8eaed; --quiet: #b6bcc6; --line: #34383f; --code: #24272c; --accent: #ff9db8 }
    }
    * { box-sizing: border-box }
    body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 76rem; background: var(--ground); color: var(--text);
      font: 1rem/1.55 system-ui, sans-serif }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .4rem }
    h2 { font-size: 1.15rem; margin: 0 0 .3rem; overflow-wrap: anywhere }
    header p, figcaption { color: var(--quiet) }
    section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1.4rem }
    p { margin: .25rem 0; overflow-wrap: anywhere }
    code { background: var(--code); border-radius: .3em; padding: .12em .38em; font: .92em ui-monospace, monospace }
    nav ul { list-style: none; margin: 1.2rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem }
    a { color: inherit }
    .tag { color: var(--accent); font-size: .85rem; font-weight: 600 }
    figure { margin: 1rem 0 0 }
    figcaption { font-size: .9rem }
    img { display: block; width: 100%; height: auto; background: #fff; border: 1px solid var(--line) }
    .stack { position: relative; --at: 50% }
    .new { position: absolute; inset: 0; clip-path: inset(0 0 0 var(--at)) }
    .stack::after { content: ""; position: absolute; top: 0; bottom: 0; left: var(--at); width: 2px; margin-left: -1px;
      background: var(--accent) }
    label { display: flex; align-items: center; gap: .8rem; margin: .6rem 0 .2rem; font-size: .9rem }
    input[type=range] { flex: 1; accent-color: var(--accent) }
    input[type=range]:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
    """
}
