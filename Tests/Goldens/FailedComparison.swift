import Pixels
import Testing

/// A comparison of a picture or a text with what was expected, which failed.
public struct FailedComparison: Sendable {
  /// The two sides of a comparison.
  public enum Content: Sendable {
    /// A picture, and the picture that was expected.
    case pictures(actual: Pixmap, expected: Pixmap)
    /// A picture for which there is no other to compare it with.
    case picture(Pixmap)
    /// A text, and the text that was expected.
    case texts(actual: String, expected: String)
  }

  let name: String
  let message: String
  let content: Content

  /// Describes a failed comparison.
  ///
  /// - Parameters:
  ///   - name: A short name, which becomes a heading on the page.
  ///   - message: Whole sentences that say what is wrong.
  public init(_ name: String, _ message: String, _ content: Content) {
    self.name = name
    self.message = message
    self.content = content
  }

  /// Records the failed comparison as an issue of the running test, and adds it to the page.
  public func report(on page: FailurePage = .shared, sourceLocation: SourceLocation = #_sourceLocation) {
    var sentences = ["\(name): \(message)"]
    if case .pictures(let actual, let expected) = content {
      sentences.append(PictureDifference(from: expected, to: actual).description)
    }
    do {
      try page.add(self)
      sentences.append("See \(page.file.path).")
    } catch {
      sentences.append("\(page.file.path) cannot be written: \(error)")
    }
    Issue.record(Comment(rawValue: sentences.joined(separator: " ")), sourceLocation: sourceLocation)
  }
}
