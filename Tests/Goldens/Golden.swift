import Foundation
import PNG
import Pixels
import Testing

/// A picture or a text that was recorded earlier, and with which a test compares what the code makes today.
///
/// The files lie in the folder `Golden` beside the source file of the test, and `scripts/record-goldens` writes them.
/// A difference is an issue of the test and is shown on the page of failed comparisons.
///
/// ```swift
/// try Golden("kink.png").expect(picture)
/// try Golden("list-80.txt").expect(run.output)
/// ```
public struct Golden {
  private let file: URL
  private let isRecording: Bool
  private let page: FailurePage

  /// Whether the environment asks for goldens to be recorded instead of compared. This is the only place that reads it.
  private static let isRecordingRequested = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

  /// Names the golden of a test.
  ///
  /// - Parameters:
  ///   - name: The name of the file, with its extension.
  ///   - source: The source file of the test, beside which the folder `Golden` lies.
  public init(_ name: String, of source: String = #filePath) {
    self.init(
      name, in: URL(filePath: source).deletingLastPathComponent().appending(path: "Golden"),
      isRecording: Self.isRecordingRequested, page: .shared)
  }

  init(_ name: String, in folder: URL, isRecording: Bool, page: FailurePage) {
    file = folder.appending(path: name)
    self.isRecording = isRecording
    self.page = page
  }

  /// Expects that a picture has the size and the pixels of the golden.
  ///
  /// - Throws: An error if the golden cannot be decoded, or if it cannot be written while recording.
  public func expect(_ picture: Pixmap, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let golden = try content().map { try PNGImage(decoding: $0).pixmap }
    if picture == golden { return }
    if isRecording { return try record(PNGImage(picture).encoded()) }
    report(golden.map { .pictures(actual: picture, expected: $0) } ?? .picture(picture), sourceLocation)
  }

  /// Expects that a text is the golden.
  ///
  /// - Parameter picture: Turns the text into the picture that it stands for, if it stands for one.
  /// - Throws: An error if the golden cannot be written while recording.
  public func expect(
    _ text: String, drawnBy picture: ((String) -> Pixmap)? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let golden = content().map { String(decoding: $0, as: UTF8.self) }
    if text == golden { return }
    if isRecording { return try record(Array(text.utf8)) }
    if let picture {
      report(
        golden.map { .pictures(actual: picture(text), expected: picture($0)) } ?? .picture(picture(text)),
        sourceLocation)
    } else {
      report(.texts(actual: text, expected: golden ?? ""), sourceLocation)
    }
  }

  /// The bytes of the golden; nil if it was never recorded.
  private func content() -> [UInt8]? {
    FileManager.default.contents(atPath: file.path).map { Array($0) }
  }

  private func record(_ bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    print("Recorded \(file.path)")
  }

  private func report(_ content: FailedComparison.Content, _ sourceLocation: SourceLocation) {
    let isThere = FileManager.default.fileExists(atPath: file.path)
    let message =
      isThere
      ? "It differs from the golden \(file.path)."
      : "The golden \(file.path) is missing; scripts/record-goldens records it."
    FailedComparison(file.lastPathComponent, message, content).report(on: page, sourceLocation: sourceLocation)
  }
}
