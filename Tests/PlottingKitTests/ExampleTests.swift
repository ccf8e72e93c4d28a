import Foundation
import PlottingKit
import Testing

/// The examples of README.md and docs/plotting-library.md, compiled and run.
@Suite struct ExampleTests {
  /// The text between two comments of this file, without its indentation.
  private func example(_ name: String) throws -> String {
    let lines = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix("// begin \(name)") })
    let end = try #require(lines[start...].firstIndex { $0.hasSuffix("// end \(name)") })
    // The test writes to a folder of its own.
    return lines[(start + 1)..<end].map { $0.dropFirst(6) }.joined(separator: "\n").replacing(
      "folder + \"/", with: "\"")
  }

  private func page(_ path: String) throws -> String {
    try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../\(path)"), encoding: .utf8
    )
  }

  /// The picture in a file, which the body is to write to a new folder.
  private func picture(_ name: String, _ body: (_ folder: String) throws -> Void) throws -> PNGImage {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plots-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
    return try PNGImage(decoding: Array(Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
  }

  @Test("The first example saves a figure.")
  func firstExampleSaves() throws {
    let picture = try picture("temperature.png") { folder in
      // begin first
      let months = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
      let oslo = Curve(x: months, y: [-4, -4, 0, 5, 11, 15, 17, 16, 11, 6, 1, -3], label: "Oslo")
      let rome = Curve(x: months, y: [8, 8, 11, 13, 18, 22, 25, 25, 21, 17, 12, 9], label: "Rome")
      let panel = Panel(xAxis: "Month", yAxis: "Temperature in °C", marks: [.curve(oslo), .curve(rome)])
      let figure = Figure(title: "Two climates", panels: [panel], style: .light)
      try figure.writePNG(to: folder + "/temperature.png")
      // end first
    }
    #expect(picture.width == 640 && picture.height == 480 && picture.pixelsPerMetre == 3937)
    #expect(Set(picture.pixels).count > 10)
  }

  @Test("The example of the guide saves a figure.")
  func exampleGuideSaves() throws {
    let picture = try picture("reactor.png") { folder in
      // begin guide
      let hours = Array(stride(from: 0.0, through: 48, by: 4))
      let model = Curve(x: hours, y: hours.map { 1e3 * Double(1 << Int($0 / 4)) }, label: "Doubling in 4 h")
      let samples = Scatter(x: [2, 10, 20, 30, 40], y: [1.6e3, 4.5e3, 4.1e4, 1.7e5, 6.2e5], label: "Samples")
      let sizes = Bars(counting: [3.1, 4.8, 2.2, 4.1, 3.9, 5.6, 3.4, 4.3], bins: 5)
      let change = Bars(edges: [0.5, 1.5, 2.5, 3.5], heights: [2, -1, 4], color: .palette(1))
      let panels = [
        Panel(
          title: "Growth", xAxis: "Time in h", yAxis: Axis("Cells per ml", scale: .logarithmic),
          marks: [.curve(model), .scatter(samples)]),
        Panel(title: "Cell size", xAxis: Axis("Diameter in µm", limits: 0...8), yAxis: "Count", marks: [.bars(sizes)]),
        Panel(title: "Feed", xAxis: "Day", yAxis: "Change in g", marks: [.bars(change)]),
      ]
      let figure = Figure(title: "A reactor", panels: panels, columns: 2, width: 9, height: 7)
      try figure.writePNG(to: folder + "/reactor.png")
      // end guide
    }
    #expect(picture.width == 900 && picture.height == 700)
    #expect(Set(picture.pixels).count > 10)
  }

  @Test("README shows the first example, in at most ten lines with one import.")
  func readmeShowsFirst() throws {
    let code = "import PlottingKit\n\n" + (try example("first"))
    #expect(try page("README.md").contains("```swift\n\(code)\n```"))
    #expect(code.split(separator: "\n").count <= 10)
  }

  @Test("The page on the plotting library shows both examples.")
  func pagePlottingLibrary() throws {
    for name in ["first", "guide"] {
      #expect(try page("docs/plotting-library.md").contains(try example(name)), "\(name)")
    }
  }

  @Test("A text in another script and the labels of a logarithmic axis have their glyphs.")
  func textAnotherScript() throws {
    let curve = Curve(x: [1, 1000], y: [1, 1000], label: "Ω ≤ µ")
    let figure = Figure(panels: [Panel(xAxis: Axis("x", scale: .logarithmic), marks: [.curve(curve)])])
    let typefaces = try TypefaceFamily(installedWith: Set("Ω≤µ⁰¹²³".unicodeScalars))
    #expect(try figure.png() == figure.png(typefaces: typefaces))
    let layout = try FigureLayout(arranging: figure, typefaces: TypefaceFamily(installedWith: []))
    #expect(layout.missingGlyphs.isEmpty && layout.unshapedTexts.isEmpty)
  }

  @Test("Wrong data and too many pixels are errors, and leave no file.")
  func wrongDataToo() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "plot-\(UUID().uuidString).png").path
    let curve = Mark.curve(Curve(x: [1, 2], y: [1]))
    #expect(throws: LayoutError.unequalCounts(label: "", x: 2, y: 1)) {
      try Figure(panels: [Panel(marks: [curve])]).writePNG(to: path)
    }
    #expect(throws: FigureSizeError.self) {
      try Figure(panels: [], width: 1e4, height: 1e4).writePNG(to: path)
    }
    #expect(throws: (any Error).self) { try Figure(panels: []).writePNG(to: path + "/in/no/folder.png") }
    // The system would take the path to end at the zero byte.
    #expect(throws: (any Error).self) { try Figure(panels: []).writePNG(to: path + "\0.png") }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("A curve to a point far beyond the limits looks as one that ends just outside.", arguments: [1e3, 1e12, 1e290])
  func curvePointFar(far: Double) throws {
    let axis = Axis(limits: 10...20)
    func pixels(_ end: Double) throws -> [UInt8] {
      let curve = Curve(x: [12, end, 12], y: [11, end, 18])
      return try PNGImage(decoding: Figure(panels: [Panel(xAxis: axis, yAxis: axis, marks: [.curve(curve)])]).png())
        .pixels
    }
    let (found, expected) = (try pixels(far), try pixels(1e5))
    #expect(zip(found, expected).count { $0 != $1 } < expected.count / 200)
    #expect(Set(found).count > 10)
  }
}
