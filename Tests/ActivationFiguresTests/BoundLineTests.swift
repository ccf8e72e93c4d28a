import Activations
import Plotting
import Sampling
import Statistics
import Testing

@testable import ActivationFigures

@Suite struct BoundLineTests {
  private func function(_ name: String) throws -> ActivationFunction {
    ActivationFunction(try #require(Catalogue.entry(named: name)))
  }

  @Test("Lines at proved bounds have the colours of the curves, and stand in place of other lines at the same height.")
  func proofs() throws {
    func heights(_ name: String, _ words: [StudyPanel], _ marks: StudyMarks) throws -> [[(Double, MarkColor)]] {
      let samples = SampleSet(seed: 0, count: 100)
      let study = try ActivationStudy(
        of: function(name), over: samples, input: Distribution(of: samples, bins: 10), bins: 10, range: -5...5,
        step: 0.1)
      var presentation = StudyPresentation()
      presentation.panels = words
      let figure = Figure(presenting: study, title: "", as: presentation, width: 1, height: 1, dpi: 1, marks: marks)
      return figure.panels.map { panel in
        panel.marks.compactMap { mark in
          guard case .line(let line) = mark, case .horizontal(let y) = line.place else { return nil }
          // What is proved is known to twelve digits at least.
          return ((y * 1e12).rounded() / 1e12, line.color)
        }
      }
    }
    let (value, slope) = (MarkColor.palette(0), MarkColor.palette(1))
    let tanh = try heights("tanh", [.value, .derivative], .all)
    #expect(tanh[0].map(\.0) == [0, -1, 1] && tanh[0].map(\.1) == [.muted, value, value])
    #expect(tanh[1].map(\.0) == [0, 1, -1] && tanh[1].map(\.1) == [.muted, slope, slope])
    let mish = try heights("mish", [.response], .all)[0]
    #expect(mish.map(\.1) == [.muted, value, slope, slope])
    #expect(mish[1].0 == -0.308843413017 && mish[2].0 == 1.088498161252)
    // The least value of ReLU lies on the line y = 0.
    #expect(try heights("relu", [.value], .all)[0].map(\.1) == [value])
    // Nothing bounds the exponential from above, nor its derivative.
    #expect(try heights("exponential", [.response], .all)[0].map(\.1) == [value])
    #expect(try heights("mish", [.response], .usual)[0].map(\.1) == [.muted])
  }
}
