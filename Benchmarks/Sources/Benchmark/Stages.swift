import ActivationFigures
import Activations
import Configuration
import Drawing
import Foundation
import Geometry
import PNG
import Pipeline
import Pixels
import Plans
import Plotting
import Raster
import Typography

/// Measures each stage of the eleven figures and compares it with libpng alone, which encodes the same pixels with the
/// same settings in the same rounds. Times are processor times, except for the disk, where they are elapsed times.
func stages(in scratch: Scratch) throws -> SuiteReport {
  let plan = try RenderPlan.ofElevenFigures
  let plans = plan.figures
  let batch = try Batch(of: plan)
  let renderer = batch.renderer
  let input = try FigureInput(for: plans[0])
  let studies = try plans.map { try FigureRenderer.study(of: $0, from: input) }
  let studied = Array(zip(plans, studies))
  let layouts = try studied.map { try renderer.layout(of: FigureRenderer.figure(of: $0, showing: $1), for: $0) }
  let drawings = layouts.map { renderer.drawing(of: $0) }
  let wordless = drawings.map(\.withoutWords)
  let pixmaps = drawings.map { Pixmap(rendering: $0) }
  let images = zip(studied, pixmaps).map { renderer.image(of: $1, for: $0.0, showing: $0.1) }
  let files = try images.map { try $0.image.carrying([]).encoded() }
  let rows = try zip(pixmaps, files).map { try RowByRow(of: $0, filteredAsIn: $1) }
  let directory = try OutputDirectory(creating: scratch.newPath())

  typealias Stage = (name: String, clock: Stopwatch, body: () -> Void)
  let each: [Stage] = [
    ("samples and their bins, shared by all", .thread, { _ = try? FigureInput(for: plans[0]) }),
    ("study", .thread, { for plan in plans { _ = try? FigureRenderer.study(of: plan, from: input) } }),
    (
      "layout", .thread,
      {
        for (plan, study) in studied {
          _ = try? renderer.layout(of: FigureRenderer.figure(of: plan, showing: study), for: plan)
        }
      }
    ),
    ("display list", .thread, { for layout in layouts { _ = renderer.drawing(of: layout) } }),
    ("raster", .process, { wait { for drawing in drawings { _ = await renderer.pixmap(of: drawing) } } }),
    (
      "record and checksum", .thread,
      {
        for (studied, pixmap) in zip(studied, pixmaps) {
          _ = renderer.image(of: pixmap, for: studied.0, showing: studied.1)
        }
      }
    ),
    (
      "encode", .process,
      { wait { for (plan, image) in zip(plans, images) { _ = try? await renderer.file(of: image, for: plan) } } }
    ),
  ]
  let wholes: [Stage] = [
    ("whole figure", .process, { wait { _ = await batch.files(jobs: 1) } }),
    ("libpng alone, same pixels and settings", .thread, { for picture in rows { _ = picture.write() } }),
  ]
  let beside: [Stage] = [
    (
      "beside: words set and outlined", .thread,
      { for layout in layouts { layout.setWords(in: renderer.typefaces.regular) } }
    ),
    (
      "beside: raster with nothing kept", .process,
      {
        let fresh = FigureRenderer(typefaces: renderer.typefaces)
        wait { for drawing in drawings { _ = await fresh.pixmap(of: drawing) } }
      }
    ),
    ("beside: raster without words", .thread, { for drawing in wordless { _ = Pixmap(rendering: drawing) } }),
    (
      "beside: disk, on the wall", .wall,
      {
        for (plan, file) in zip(plans, files) { _ = try? directory.write(file, to: plan.fileName, replacing: .always) }
      }
    ),
  ]
  let stages = each + wholes + beside
  let times = Stopwatch.seconds(rounds: 40, stages.map { ($0.clock, $0.body) }).map { $0 * 1e3 / Double(plans.count) }
  let (whole, libpng) = (times[each.count], times[each.count + 1])
  var table = Table("warm, a figure", columns: ["ms", "of libpng"])
  for (stage, time) in zip(stages, times) { table.add(stage.name, time, time / libpng) }

  let encode = times[each.count - 1]
  let raster = times[each.firstIndex { $0.name == "raster" }!]
  let size = Double(files.map(\.count).reduce(0, +)) / Double(files.count)
  let small = try images.map { try $0.image.carrying([]).encoded(compression: .small).count }
  let smallSize = Double(small.reduce(0, +)) / Double(small.count)
  let encoder = PNGEncoder()
  let smallTime = Stopwatch.seconds(
    rounds: 5,
    [(.thread, { for image in images { _ = try? encoder.encode(image.image.carrying([]), compression: .small) } })])
  let smallMilliseconds = smallTime[0] * 1e3 / Double(images.count)

  var sizes = Table("the same pixels, a figure", columns: ["bytes", "ms"])
  sizes.add("ours", size, encode)
  sizes.add("ours, small", smallSize, smallMilliseconds)
  sizes.add("libpng alone", Double(rows.map { $0.write().count }.reduce(0, +)) / Double(files.count), libpng)
  return SuiteReport(
    tables: [table, sizes],
    promises: [
      Promise("a warm figure, in times of libpng alone", whole / libpng, .atMost, 0.6),
      Promise("rasterizing, in times of libpng alone", raster / libpng, .atMost, 0.12),
      Promise("encoding, in times of libpng alone", encode / libpng, .atMost, 0.2),
      Promise("mean bytes without the record", size, .atMost, 17_350),
      Promise("mean bytes without the record, small", smallSize, .atMost, 15_400),
      Promise("ms of encoding, small", smallMilliseconds, .atMost, 60),
    ])
}

// MARK: - Stages

extension RenderPlan {
  /// The plan of the configuration of this package.
  static var ofElevenFigures: RenderPlan {
    get throws {
      let bytes = Array(try Data(contentsOf: URL(filePath: Places.configuration)))
      return try RenderPlan(readingConfiguration: bytes, named: "config.json")
    }
  }
}

extension FigureLayout {
  /// Shapes the texts of ticks, titles and legends again, in the size of ticks, and computes their outlines.
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
