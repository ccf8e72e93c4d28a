import Foundation
import Pixels
import Testing

@testable import Raster

/// A picture as text, kept in `Golden` beside this file.
///
/// Recorded only where the environment says `RECORD_GOLDEN_PICTURES=1`; otherwise a difference leaves both pictures in
/// `Failures`.
struct GoldenPicture {
  let name: String
  let text: String

  /// A character a pixel: `.` for no coverage, then `1` to `9` and `a` to `f` for one to 15 steps, `#` for full.
  init(_ name: String, levelsOf picture: Pixmap) {
    let characters = Array(".123456789abcdef#")
    let levels = picture.levels
    self.name = name
    text = (0..<picture.height).map { row in
      String(levels[(row * picture.width)..<((row + 1) * picture.width)].map { characters[$0] }) + "\n"
    }.joined()
  }

  /// Eight hexadecimal digits a pixel.
  init(_ name: String, coloursOf picture: Pixmap) {
    self.name = name
    text = (0..<picture.height).map { row in
      (0..<picture.width).map { column in
        picture[column, row].map { String(format: "%02x", $0) }.joined()
      }.joined(separator: " ") + "\n"
    }.joined()
  }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let golden = folder.appendingPathComponent("Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN_PICTURES"] == "1" {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: golden)
      return
    }
    let expected = try String(decoding: Data(contentsOf: golden), as: UTF8.self)
    if text == expected { return }
    let failures = folder.appendingPathComponent("Failures")
    try FileManager.default.createDirectory(at: failures, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: failures.appendingPathComponent("\(name).actual.txt"))
    try Data(expected.utf8).write(to: failures.appendingPathComponent("\(name).expected.txt"))
    let differing = zip(text, expected).filter { $0 != $1 }.count
    Issue.record(
      "\(name) differs in \(differing) of \(expected.count) characters; both pictures are in \(failures.path).",
      sourceLocation: sourceLocation)
  }
}
