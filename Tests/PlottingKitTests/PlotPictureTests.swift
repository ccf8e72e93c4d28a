import Goldens
import PlottingKit
import Testing

/// Each ability of the plotting library that figures of activation functions do not use is compared with one small picture
/// in each style, pixel by pixel.
@Suite struct PlotPictureTests {
  static let styles = [("matplotlib", Style.matplotlib), ("light", .light), ("dark", .dark)]

  private func check(
    _ name: String, _ panels: [Panel], columns: Int? = nil, width: Double, height: Double, _ style: Style
  ) throws {
    let figure = Figure(
      panels: panels, columns: columns, width: width, height: height, resolution: Resolution(dotsPerInch: 60),
      style: style)
    try Golden("\(name).png").expect(PNGImage(decoding: figure.png()).pixmap)
  }

  private let decay = Curve(x: [1, 10, 100, 1000], y: [3e-1, 4e-2, 2e-3, 5e-5], label: "Decay")

  @Test("Logarithmic axes have minor ticks and powers of ten.", arguments: styles)
  func logarithmicAxesMinor(name: String, style: Style) throws {
    let panel = Panel(
      xAxis: Axis("Time", scale: .logarithmic), yAxis: Axis("Share", scale: .logarithmic), marks: [.curve(decay)])
    try check("logarithmic-\(name)", [panel], width: 3.4, height: 2.6, style)
  }

  @Test("Dots are at points and in the legend.", arguments: styles)
  func dotsPointsLegend(name: String, style: Style) throws {
    let x = [1.0, 2, 3, 4, 5, 6]
    let panel = Panel(
      xAxis: "Dose", yAxis: "Response",
      marks: [
        .scatter(Scatter(x: x, y: [1, 3, 2, 5, 4, 6], label: "Measured")),
        .curve(Curve(x: [1, 6], y: [1.3, 5.7], label: "Fitted")),
      ])
    try check("scatter-\(name)", [panel], width: 3.4, height: 2.6, style)
  }

  @Test("Panels are in rows and columns, with labels on all axes.", arguments: styles)
  func panelsRowsColumns(name: String, style: Style) throws {
    let wave = Curve(x: [0, 1, 2, 3, 4], y: [0, 1000, 0, -1000, 0])
    let growth = Curve(x: [0, 1, 2, 3], y: [2.2, 3, 5, 8.5])
    let panels = [
      Panel(title: "Wave", xAxis: "Time", yAxis: "Voltage", marks: [.curve(wave)]),
      Panel(title: "Part", xAxis: "Time", yAxis: Axis("Voltage", limits: 0...500), marks: [.curve(wave)]),
      Panel(
        title: "Change", xAxis: "Step", yAxis: "A label that is too long for one line of this height",
        marks: [.bars(Bars(edges: [0, 1, 2, 3], heights: [2, -1, 4]))]),
      Panel(title: "Decade", yAxis: Axis("Mass", scale: .logarithmic, limits: 2...9), marks: [.curve(growth)]),
    ]
    try check("rows-\(name)", panels, columns: 2, width: 5.4, height: 4.6, style)
  }
}
