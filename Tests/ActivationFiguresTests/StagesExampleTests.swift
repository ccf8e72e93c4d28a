import ActivationFigures
import Activations
import Foundation
import PlottingKit
import Sampling
import Statistics
import TemporaryDirectories
import Testing

/// The example of the article on the stages, compiled and run.
@Suite struct StagesExampleTests {
  @Test("The stages make the figure of a function, in lines that the article shows.")
  func article() throws {
    let directory = try TemporaryDirectory()
    let folder = directory.path
    // begin
    let mish = ActivationFunction(Catalogue.entry(named: "mish")!)
    let samples = SampleSet(seed: 0, count: 10_000)
    let input = try Distribution(of: samples, bins: 100)
    let study = try ActivationStudy(of: mish, over: samples, input: input, bins: 100, range: -5...5, step: 0.1)
    let figure = Figure(presenting: study, title: "Mish", width: 15, height: 5, dpi: 100)
    try figure.writePNG(to: folder + "/mish.png")
    // end
    let picture = try PNGImage(decoding: Array(Data(contentsOf: URL(filePath: folder + "/mish.png"))))
    #expect(picture.width == 1500 && picture.height == 500)

    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix("// begin") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// end") })
    let code = lines[(start + 1)..<end].map { String($0.dropFirst(4)).replacing("folder + \"/", with: "\"") }
    let article = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Sources/ActivationFigures/ActivationFigures.docc/HowTheStagesFit.md"), encoding: .utf8)
    #expect(article.contains(code.joined(separator: "\n")))
  }
}
