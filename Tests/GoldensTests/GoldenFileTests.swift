import Foundation
import PNG
import Pixels
import TemporaryDirectories
import Testing

@testable import Goldens

/// A failing comparison is provoked here, and marked as a known issue so that it does not fail the run.
@Suite struct GoldenFileTests {
  private let temporary: TemporaryDirectory
  private let page: FailurePage

  init() throws {
    temporary = try TemporaryDirectory()
    page = FailurePage(at: temporary.url.appending(path: "below/page.html"))
  }

  private var folder: URL { temporary.url }

  private func golden(_ name: String, isRecording: Bool = false) -> Golden {
    Golden(name, in: folder.appending(path: "Golden"), isRecording: isRecording, page: page)
  }

  /// The text of the page; nil if there is none.
  private var html: String? {
    FileManager.default.contents(atPath: page.file.path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func pictures() throws -> [Pixmap] {
    try (html ?? "").matches(of: /data:image\/png;base64,([A-Za-z0-9+\/=]+)"/).map { match in
      try PNGImage(decoding: Array(#require(Data(base64Encoded: String(match.1))))).pixmap
    }
  }

  /// A white picture with black pixels at some places.
  private func picture(width: Int = 20, height: Int = 10, black: [Int] = []) -> Pixmap {
    var pixels = [UInt8](repeating: 255, count: 4 * width * height)
    for place in black { pixels.replaceSubrange(4 * place..<4 * place + 3, with: [0, 0, 0]) }
    return Pixmap(width: width, height: height, bytes: pixels)
  }

  @Test("Recording writes the golden, with which the same picture and text then agree.")
  func recording() throws {
    try golden("a.png", isRecording: true).expect(picture(black: [3]))
    try golden("a.txt", isRecording: true).expect("one\ntwo\n")
    try golden("a.png").expect(picture(black: [3]))
    try golden("a.txt").expect("one\ntwo\n")
    #expect(html == nil)
  }

  @Test("A picture that differs fails its test, and the page shows actual, expected and difference.")
  func differingPicture() throws {
    let (expected, actual) = (picture(black: [3]), picture(black: [3, 45]))
    try golden("a.png", isRecording: true).expect(expected)
    try withKnownIssue {
      try golden("a.png").expect(actual)
    } matching: { issue in
      let words = issue.comments.map(\.rawValue).joined()
      return words.contains("1 of 200 pixels differs, the first at (5, 2).") && words.contains(page.file.path)
    }
    let shown = try pictures()
    #expect(shown.prefix(2) == [actual, expected])
    let difference = try #require(shown.last)
    #expect(shown.count == 3)
    for pixel in 0..<200 {
      let color = Array(difference.bytes[4 * pixel..<4 * pixel + 4])
      #expect(color == (pixel == 45 ? [180, 0, 0, 255] : [255, 255, 255, 255]))
    }
    // 20 pixels of width are enlarged to less than 480.
    #expect(html?.matches(of: /width="320"/).count == 3)
    #expect(html?.contains("http") == true && html?.contains("http:") == false && html?.contains("https:") == false)
  }

  @Test("The part around the first difference of a large picture is shown enlarged.")
  func detail() throws {
    let expected = picture(width: 600, height: 300)
    let actual = picture(width: 600, height: 300, black: [299 * 600 + 599])
    try golden("a.png", isRecording: true).expect(expected)
    withKnownIssue { try golden("a.png").expect(actual) }
    let shown = try pictures()
    #expect(shown.map(\.width) == [600, 600, 600, 120, 120, 120])
    #expect(Array(shown[3].bytes.suffix(4)) == [0, 0, 0, 255])
    #expect(Array(shown[5].bytes.suffix(4)) == [180, 0, 0, 255])
  }

  @Test("Pictures of two sizes are both shown, and the message has both sizes.")
  func sizes() throws {
    try golden("a.png", isRecording: true).expect(picture())
    try withKnownIssue {
      try golden("a.png").expect(picture(width: 10, height: 20))
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("The picture has 10 × 20 pixels, not 20 × 10.") }
    }
    #expect(try pictures().map(\.width) == [10, 20])
  }

  @Test("A text that differs is shown as its changed lines, with the lines around them.")
  func differingText() throws {
    let lines = (1...20).map { "line \($0)" }
    try golden("a.txt", isRecording: true).expect(lines.joined(separator: "\n"))
    var changed = lines
    changed[9] = "<line> & more"
    withKnownIssue { try golden("a.txt").expect(changed.joined(separator: "\n")) }
    let html = try #require(html)
    #expect(html.contains("<del>line 10</del><ins>&lt;line&gt; &amp; more</ins><span>line 11</span>"))
    #expect(html.contains("<span>… 6 equal lines …</span><span>line 7</span>"))
    #expect(!html.contains("line 6<") && !html.contains("line 14<"))
  }

  @Test("A text that stands for a picture is shown as one.")
  func textOfPicture() throws {
    func drawn(_ text: String) -> Pixmap { picture(black: [text.count]) }
    try golden("a.txt", isRecording: true).expect("..")
    withKnownIssue { try golden("a.txt").expect("...", drawnBy: drawn) }
    #expect(try pictures().prefix(2) == [drawn("..."), drawn("..")])
  }

  @Test("A missing golden fails its test with the command that records it.")
  func missing() throws {
    for name in ["a.png", "a.txt"] {
      try withKnownIssue {
        if name == "a.png" { try golden(name).expect(picture()) } else { try golden(name).expect("text") }
      } matching: { issue in
        issue.comments.contains { $0.rawValue.contains("is missing; scripts/record-goldens records it.") }
      }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Golden").path))
    // Both stand on one page.
    #expect(html?.contains("<h1>2 comparisons failed</h1>") == true && html?.contains("<ins>text</ins>") == true)
  }
}
