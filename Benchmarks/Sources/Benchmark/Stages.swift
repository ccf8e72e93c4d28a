import ActivationFigures
import Activations
import Drawing
import Foundation
import Geometry
import PNG
import Pipeline
import Pixels
import Plotting
import Raster
import Typography

/// What each stage takes for one of the eleven figures, beside what libpng alone takes to encode the same pixels with the same
/// settings, in the same rounds: time of the processor, and of the wall for the disk, which is waited for.
func stages(in scratch: Scratch) throws -> SuiteReport {
  let plan = try RenderPlan.ofElevenFigures
  let plans = plan.figures
  let batch = try Batch(of: plan)
  let typefaces = try TypefaceFamily(installedWith: Set(plans.flatMap(\.title.unicodeScalars)))
  let input = try plans[0].input()
  let studies = try plans.map { try $0.study(of: input) }
  let layouts = try zip(plans, studies).map { try $0.layout(of: $1, typefaces: typefaces) }
  let drawings = layouts.map { DisplayList(drawing: $0) }
  let wordless = drawings.map(\.withoutWords)
  let pixmaps = drawings.map { Pixmap(rendering: $0) }
  let encoder = PNGEncoder()
  let files = try pixmaps.map { try encoder.encode(PNGImage($0)) }
  let rows = try zip(pixmaps, files).map { try RowByRow(of: $0, filteredAsIn: $1) }
  let directory = try OutputDirectory(creating: scratch.newPath())

  typealias Stage = (name: String, clock: Stopwatch, body: () -> Void)
  let drawing: [Stage] = [
    ("samples and their bins, shared by all", .thread, { _ = try? plans[0].input() }),
    ("study", .thread, { for plan in plans { _ = try? plan.study(of: input) } }),
    (
      "layout", .thread,
      { for (plan, study) in zip(plans, studies) { _ = try? plan.layout(of: study, typefaces: typefaces) } }
    ),
    ("display list", .thread, { for layout in layouts { _ = DisplayList(drawing: layout) } }),
    ("raster", .thread, { for drawing in drawings { _ = Pixmap(rendering: drawing) } }),
    ("encode", .thread, { for pixmap in pixmaps { _ = try? encoder.encode(PNGImage(pixmap)) } }),
  ]
  let wholes: [Stage] = [
    ("whole figure", .process, { wait { _ = await batch.files(jobs: 1) } }),
    (
      "whole figure without record and checksum", .thread,
      {
        guard let input = try? plans[0].input() else { return }
        for plan in plans { _ = try? plan.file(of: input, typefaces: typefaces, encoder: encoder) }
      }
    ),
    ("libpng alone, same pixels and settings", .thread, { for picture in rows { _ = picture.write() } }),
  ]
  let beside: [Stage] = [
    ("beside: words set and outlined", .thread, { for layout in layouts { layout.setWords(in: typefaces.regular) } }),
    ("beside: raster without words", .thread, { for drawing in wordless { _ = Pixmap(rendering: drawing) } }),
    (
      "beside: disk, on the wall", .wall,
      {
        for (plan, file) in zip(plans, files) { _ = try? directory.write(file, to: plan.fileName, replacing: .always) }
      }
    ),
  ]
  let stages = drawing + wholes + beside
  let times = Stopwatch.seconds(rounds: 40, stages.map { ($0.clock, $0.body) }).map { $0 * 1e3 / Double(plans.count) }
  let (whole, bare, libpng) = (times[drawing.count], times[drawing.count + 1], times[drawing.count + 2])
  var table = Table("warm, a figure", columns: ["ms", "of libpng"])
  for (stage, time) in zip(stages, times) { table.add(stage.name, time, time / libpng) }
  table.add("beside: record and checksum, the difference", whole - bare, (whole - bare) / libpng)

  var sizes = Table("mean size of the same pixels", columns: ["bytes"])
  sizes.add("ours", Double(files.map(\.count).reduce(0, +)) / Double(files.count))
  sizes.add("libpng alone", Double(rows.map { $0.write().count }.reduce(0, +)) / Double(files.count))
  return SuiteReport(
    tables: [table, sizes],
    promises: [Promise("a warm figure, in times of libpng alone", whole / libpng, .atMost, 1.6)])
}

// MARK: - The stages one after another

extension RenderPlan {
  /// Of the configuration of this package.
  static var ofElevenFigures: RenderPlan {
    get throws {
      let bytes = Array(try Data(contentsOf: URL(filePath: Places.configuration)))
      return try RenderPlan(readingConfiguration: bytes, named: "config.json")
    }
  }
}

extension FigurePlan {
  typealias Input = (samples: SampleSet, distribution: Distribution)

  func input() throws -> Input {
    let samples = SampleSet(seed: settings.seed, count: settings.samples)
    return (samples, try Distribution(of: samples, bins: settings.bins))
  }

  func study(of input: Input) throws -> ActivationStudy {
    try ActivationStudy(
      of: function, over: input.samples, input: input.distribution, bins: settings.bins, range: settings.range,
      step: settings.step)
  }

  fileprivate func layout(of study: ActivationStudy, typefaces: TypefaceFamily) throws -> FigureLayout {
    let figure = Figure(
      presenting: study, title: title, width: settings.width, height: settings.height, dpi: settings.dpi,
      style: settings.style, marks: settings.marks)
    return try FigureLayout(arranging: figure, typefaces: typefaces)
  }

  fileprivate func file(of input: Input, typefaces: TypefaceFamily, encoder: PNGEncoder) throws -> [UInt8] {
    let drawing = DisplayList(drawing: try layout(of: study(of: input), typefaces: typefaces))
    return try encoder.encode(PNGImage(Pixmap(rendering: drawing)))
  }
}

extension FigureLayout {
  /// Sets the words of ticks, titles and legends anew, in the size of ticks, and makes their outlines.
  fileprivate func setWords(in typeface: Typeface) {
    let blocks = panels.flatMap { panel in
      (panel.xAxis.ticks + panel.yAxis.ticks).map(\.block) + [panel.title, panel.xLabel].compactMap { $0 }
        + (panel.legend?.entries.map(\.block) ?? [])
    }
    for words in blocks.flatMap({ $0.text.split(separator: "\n") }) {
      let line = TextLine(String(words), in: typeface, points: 10, resolution: resolution.dotsPerInch)
      _ = line.outline(at: Point(x: 0, y: 0))
    }
  }
}

extension DisplayList {
  fileprivate var withoutWords: DisplayList {
    var list = self
    list.fills.removeAll { fill in
      switch fill.role {
      case .tickLabel, .offsetText, .note, .panelTitle, .axisLabel, .legendLabel, .figureTitle, .caption: true
      default: false
      }
    }
    return list
  }
}

extension PNGImage {
  /// Creates an image of 100 dots per inch.
  fileprivate init(_ pixmap: Pixmap) { self.init(pixmap, pixelsPerMetre: 3937) }
}
