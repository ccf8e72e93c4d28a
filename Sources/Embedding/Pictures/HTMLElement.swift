import Text

/// A start tag of HTML, or an element without content.
///
/// ```swift
/// HTMLElement("img", [("alt", "f < g"), ("width", "10")]).text    // <img alt="f &lt; g" width="10">
/// ```
struct HTMLElement: Sendable {
  /// The tag with its attributes.
  let text: String

  /// - Parameter attributes: The attributes in their order; those without a value are left out.
  init(_ name: String, _ attributes: [(name: String, value: String?)] = []) {
    text =
      "<" + name
      + attributes.compactMap { name, value in value.map { " \(name)=\"\($0.escapedForHTML)\"" } }.joined() + ">"
  }
}

extension String {
  /// The text as HTML on one line, between tags or as the value of an attribute in double quotes.
  ///
  /// Braces are escaped too, for the templates of Hugo, Jekyll and their like, which are filled before HTML is read, and so is
  /// the second of two number signs, which begin a command to a runner of continuous integration.
  var escapedForHTML: String {
    var text = ""
    var last: Unicode.Scalar?
    for scalar in onOneLine.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "{": text += "&#123;"
      case "}": text += "&#125;"
      case "#" where last == "#": text += "&#35;"
      default: text.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return text
  }

  /// The words of the text with one space between two of them, and without characters that move a cursor or change the
  /// direction of writing.
  var onOneLine: String {
    unicodeScalars.split { $0.properties.isWhitespace && $0.value != 0xA0 }.map { String($0).printable }
      .joined(separator: " ")
  }
}
