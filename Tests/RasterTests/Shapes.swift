import Drawing
import Foundation
import Geometry
import Pixels
import SeededNumbers

@testable import Raster

extension Path {
  init(corners: [Point]) {
    self.init()
    for (index, corner) in corners.enumerated() {
      if index == 0 { move(to: corner) } else { line(to: corner) }
    }
    close()
  }

  static func polygon(x: Double, y: Double, radius: Double, corners: Int, turned: Double = 0) -> Path {
    Path(
      corners: (0..<corners).map {
        let angle = (Double($0) / Double(corners) + turned) * 2 * .pi
        return Point(x: x + radius * cos(angle), y: y + radius * sin(angle))
      })
  }

  static func random(count: Int, in range: ClosedRange<Double>, using generator: inout SeededGenerator) -> Path {
    Path(
      corners: (0..<count).map { _ in
        Point(x: .random(in: range, using: &generator), y: .random(in: range, using: &generator))
      })
  }

  /// The same contours in the opposite direction; the path must have straight lines only.
  var reversed: Path {
    var result = Path()
    for polyline in flattened() { result.append(Path(corners: polyline.points.reversed())) }
    return result
  }
}

extension Pixmap {
  /// Draws a path in black on a transparent background.
  init(filling path: Path, width: Int, height: Int, clip: Rect? = nil) {
    self.init(
      rendering: DisplayList(
        width: width, height: height, background: Color(0, alpha: 0),
        fills: [Fill(path, color: .black, role: .curve, clip: clip)]))
  }

  subscript(x: Int, y: Int) -> [UInt8] {
    let pixel = y * width + x
    return switch storage {
    case .rgba(let bytes): Array(bytes[(4 * pixel)..<(4 * pixel + 4)])
    case .indexed(let indices, let palette): palette[Int(indices[pixel])].bytes
    }
  }

  /// Returns the steps of coverage of the picture after it is moved within a drawing of another size.
  func levels(movedBy right: Int, _ down: Int, width: Int, height: Int) -> [Int] {
    let levels = levels
    var result = Array(repeating: 0, count: width * height)
    for y in max(0, down)..<min(height, down + self.height) {
      for x in max(0, right)..<min(width, right + self.width) {
        result[y * width + x] = levels[(y - down) * self.width + x - right]
      }
    }
    return result
  }

  /// The steps of coverage, 0 to 16, of a picture in black on a transparent background.
  var levels: [Int] {
    let bytes = bytes
    return stride(from: 3, to: bytes.count, by: 4).map { (Int(bytes[$0]) * 16 + 127) / 255 }
  }
}

extension DisplayList {
  /// The packed colours of the picture, with each pixel blended separately, without palette and cache.
  var blended: [UInt32] {
    var pixels = [UInt32](repeating: background.packed, count: width * height)
    var accumulator = CoverageAccumulator()
    let whole = PixelArea(columns: 0..<width, rows: 0..<height)
    for fill in fills {
      let blender = Blender(fill, on: background)
      accumulator.forEachRun(of: Outline(fill.path), within: whole) { row, columns, coverage in
        let level = Blender.level(coverage: coverage)
        if blender.isInvisible(level: level) { return }
        for column in columns {
          let pixel = row * width + column
          pixels[pixel] = blender.blended(level: level, over: pixels[pixel])
        }
      }
    }
    return pixels
  }
}

extension UInt32 {
  /// The four bytes of a packed colour: red, green, blue, alpha.
  var bytes: [UInt8] { [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: self >> $0) } }
}

/// The coverage of each pixel before it is rounded to steps.
func coverage(of path: Path, width: Int, height: Int) -> [Double] {
  var result = Array(repeating: 0.0, count: width * height)
  var accumulator = CoverageAccumulator()
  let area = PixelArea(columns: 0..<width, rows: 0..<height)
  accumulator.forEachRun(of: Outline(path), within: area) { row, columns, coverage in
    for column in columns {
      result[row * width + column] = Double(coverage) / Double(1 << CoverageBand.precision)
    }
  }
  return result
}

extension CoverageAccumulator {
  /// Calls a closure with each run of equally covered pixels inside an area.
  mutating func forEachRun(
    of outline: borrowing Outline, within area: PixelArea, _ body: (_ row: Int, Range<Int>, _ coverage: Int32) -> Void
  ) {
    var top = area.rows.lowerBound
    while findRuns(of: outline, within: area, from: &top) {
      for run in runs.elements { body(Int(run.row), Int(run.start)..<Int(run.end), run.coverage) }
    }
  }
}
