import ActivationFigures
import Activations
import Drawing
import Geometry
import Pixels
import Plotting
import Sampling
import Statistics
import Testing
import Typography

@testable import Raster

@Suite struct PaletteTests {
  private static let typefaces = Result { try TypefaceFamily(installedWith: []) }

  private func drawing(of name: String, style: Style, marks: StudyMarks, dpi: Double) throws -> DisplayList {
    let samples = SampleSet(seed: 0, count: 2_000)
    let study = try ActivationStudy(
      of: ActivationFunction(#require(Catalogue.entry(named: name))), over: samples,
      input: Distribution(of: samples, bins: 60), bins: 60, range: -5...5, step: 0.1)
    let figure = Figure(
      presenting: study, title: name, width: 15, height: 5, dpi: 0.6 * dpi, style: style, marks: marks)
    return DisplayList(drawing: try FigureLayout(arranging: figure, typefaces: Self.typefaces.get()))
  }

  private func drawing(comparing names: [String], style: Style, dpi: Double) throws -> DisplayList {
    let functions = try names.map { name in
      let function = ActivationFunction(try #require(Catalogue.entry(named: name)))
      return ComparedResponse(
        title: name, function: function, response: try ResponseCurve(of: function, range: -5...5, step: 0.1))
    }
    let figure = Figure(
      comparing: functions, title: "Together", width: 15, height: 5, dpi: 0.6 * dpi, style: style, marks: .none)
    return DisplayList(drawing: try FigureLayout(arranging: figure, typefaces: Self.typefaces.get()))
  }

  @Test(
    "The figure of a function fits a palette.",
    arguments: [
      ("softplus", "light", 600.0), ("sigmoid", "dark", 300), ("quick-gelu", "dark", 200),
      ("softplus", "matplotlib", 600),
    ])
  func figureFunctionFits(name: String, style: String, dpi: Double) throws {
    let (look, marks) = try #require(Self.styles[style])
    let drawing = try drawing(of: name, style: look, marks: marks, dpi: dpi)
    let picture = Pixmap(rendering: drawing)
    guard case .indexed = picture.storage else {
      Issue.record("\(name) has too many colours.")
      return
    }
    let error = error(of: picture, from: drawing)
    #expect(error.merging <= 4)
    #expect(error.all <= 12)
  }

  @Test(
    "Where many curves cross, every mixture is kept.", arguments: [("matplotlib", 72.0), ("light", 100), ("dark", 150)])
  func manyCurvesCross(style: String, dpi: Double) throws {
    let names = ["relu", "hard-tanh", "sigmoid", "mish", "softplus", "elu", "swish", "selu"]
    let drawing = try drawing(comparing: names, style: #require(Self.styles[style]).style, dpi: dpi)
    let picture = Pixmap(rendering: drawing)
    guard case .rgba = picture.storage else {
      Issue.record("Mixtures were merged.")
      return
    }
    #expect(error(of: picture, from: drawing).merging == 0)
  }

  private static let styles: [String: (style: Style, marks: StudyMarks)] = [
    "matplotlib": (.matplotlib, .none), "light": (.light, .usual), "dark": (.dark, .usual),
  ]

  /// The largest error of a channel in the pixels whose colours were replaced by others: compared with blends in 16 steps of
  /// coverage, and compared with blends in which neither coverage nor an intermediate colour is rounded.
  private func error(of picture: Pixmap, from drawing: DisplayList) -> (merging: Int, all: Float) {
    let bytes = picture.bytes
    var worst = (merging: 0, all: Float(0))
    for strip in Strip.strips(of: drawing) {
      let steps = strip.pixels(
        of: drawing, startingWith: Palette([drawing.background.packed]), reusing: CoverageCache()
      ).bytes
      let first = 4 * strip.area.rows.lowerBound * drawing.width
      var merged: [Int: [MergedPixel]] = [:]
      for byte in steps.indices where steps[byte] != bytes[first + byte] {
        worst.merging = max(worst.merging, abs(Int(steps[byte]) - Int(bytes[first + byte])))
        let (row, column) = (byte / 4).quotientAndRemainder(dividingBy: drawing.width)
        if merged[row]?.last?.column == column { continue }
        merged[row, default: []].append(MergedPixel(column: column, exact: drawing.background.channels))
      }
      for index in strip.fills { lay(drawing.fills[index], over: &merged, in: strip.area) }
      for (row, pixels) in merged {
        for pixel in pixels {
          let place = first + 4 * (row * drawing.width + pixel.column)
          for channel in 0..<3 {
            worst.all = max(worst.all, abs(Float(bytes[place + channel]) - pixel.exact[channel]))
          }
        }
      }
    }
    return worst
  }

  private struct MergedPixel {
    let column: Int
    var exact: [Float]
  }

  private func lay(_ fill: Fill, over pixels: inout [Int: [MergedPixel]], in area: PixelArea) {
    let channels = fill.color.channels
    var accumulator = CoverageAccumulator()
    let clip = fill.clip.map { area.clipped(to: $0) } ?? area
    let outline = Outline(fill.path)
    var top = clip.rows.lowerBound
    while accumulator.findRuns(of: outline, within: clip, from: &top) {
      for run in accumulator.runs.elements {
        let coverage = Float(run.coverage) / Float(1 << CoverageBand.precision)
        let weight = coverage * Float(fill.color.alpha) / 255
        let row = Int(run.row) - area.rows.lowerBound
        let columns = Int(run.start)..<Int(run.end)
        for place in pixels[row]?.indices ?? 0..<0 where columns.contains(pixels[row]![place].column) {
          for channel in 0..<3 {
            pixels[row]![place].exact[channel] += (channels[channel] - pixels[row]![place].exact[channel]) * weight
          }
        }
      }
    }
  }
}

extension Color {
  fileprivate var channels: [Float] { [Float(red), Float(green), Float(blue)] }
}
