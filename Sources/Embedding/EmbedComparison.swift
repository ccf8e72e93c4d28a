import Pipeline
import System
import Text

/// A comparison of what a form makes of figures today with a page or with the files of a site.
public struct EmbedComparison: Sendable, Equatable {
  /// One sentence for each difference; none where everything is as it would be made today.
  public let differences: [String]

  /// The greatest number of bytes of a page.
  private static let limit = 64 << 20

  /// Compares with what is at a path.
  ///
  /// A page may hold other lines around the parts of a form and between them, and may indent them.
  ///
  /// - Parameters:
  ///   - output: What the form makes of the figures.
  ///   - path: The page, or the root of the site for a form with files.
  /// - Throws: `InputError` if a file is there that cannot be read.
  public init(of output: EmbedOutput, with path: String) throws(InputError) {
    switch output {
    case .parts(let parts):
      if let lines = try Self.lines(of: path) {
        differences = parts.compactMap { Self.difference(of: $0, in: lines, of: path) }
      } else {
        differences = ["\(path.printable) is missing."]
      }
    case .document(let text):
      differences = try Self.difference(of: text, inFileAt: path).map { [$0] } ?? []
    case .files(let files):
      var differences: [String] = []
      for file in files {
        if let difference = try Self.difference(of: file.text, inFileAt: file.path.path(relativeTo: path)) {
          differences.append(difference)
        }
      }
      self.differences = differences
    }
  }

  /// The lines of a file; nil if there is none.
  private static func lines(of path: String) throws(InputError) -> [Substring]? {
    guard InputFile.isThere(path) else { return nil }
    return try String(decoding: InputFile(path, limit: limit).bytes, as: UTF8.self).lines
  }

  private static func difference(of text: String, inFileAt path: String) throws(InputError) -> String? {
    guard let found = try lines(of: path) else { return "\(path.printable) is missing." }
    let lines = text.lines
    if found == lines { return nil }
    let place = zip(found, lines).prefix { $0 == $1 }.count
    return "\(path.printable) is out of date from line \(place + 1) on."
  }

  private static func difference(of part: EmbeddedPart, in lines: [Substring], of path: String) -> String? {
    let wanted = part.text.lines.map(\.trimmed)
    let found = lines.map(\.trimmed)
    let starts = found.indices.filter { found[$0] == wanted[0] && found[$0...].starts(with: wanted) }
    guard starts.isEmpty else { return nil }
    let subject = part.figure.map { "the figure \($0.printable)" } ?? "what the figures need in common"
    let known = Set(found)
    guard let line = wanted.first(where: { !known.contains($0) }) else {
      return "\(path.printable): the lines of \(subject) are not together in their order."
    }
    let text = String(line).abbreviated(to: 160)
    return "\(path.printable): \(subject) is out of date or missing; one of its lines would be \(text)"
  }
}

extension String {
  /// The lines of the text, without their ends.
  fileprivate var lines: [Substring] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate var trimmed: Substring {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return self[first..<scalars.index(after: last)]
  }
}
