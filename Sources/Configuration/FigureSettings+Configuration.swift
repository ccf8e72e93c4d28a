import JSON
import Numerals

extension FigureSettings {
  /// Takes over what a configuration says and keeps the rest; of the paper too, key by key.
  mutating func apply(_ settings: SettingsConfiguration) {
    if let seed = settings.seed?.value { self.seed = UInt64(seed) }
    if let samples = settings.samples?.value { self.samples = samples }
    if let bins = settings.bins?.value { self.bins = bins }
    if let range = settings.range?.value { self.range = range }
    if let step = settings.step?.value { self.step = step }
    let figure = settings.figure?.value
    if let width = figure?.width?.value { self.width = width }
    if let height = figure?.height?.value { self.height = height }
    if let dpi = figure?.dpi?.value { self.dpi = dpi }
  }

  /// Checks what several settings make together where `settings`, the innermost ones, touch it; where they do not it is
  /// checked in the outer ones, once.
  ///
  /// - Parameter outer: Settings applied before; with a fault in either, nothing is said.
  func check(_ settings: SettingsConfiguration, within outer: SettingsConfiguration?, reporting faults: inout Faults) {
    let all = [settings, outer].compactMap(\.self)
    if let offset = settings.step?.offset ?? settings.range?.offset, !all.contains(where: \.hasFaultyGrid),
      let expectation = expectationOfGrid
    {
      let interval = NumberInterval(bounds: Limits.rangeEnd).text(of: range)
      let found = "a step of \(String(shortest: step)) over \(interval)"
      faults.report(at: offset, "found \(found), expected \(expectation)")
    }
    if let figure = settings.figure, !all.contains(where: \.hasFaultyFigure), let fault = faultOfPaper {
      faults.report(at: figure.offset, fault)
    }
  }

  /// What is wrong with the number of pixels, if anything.
  package var faultOfPaper: String? {
    guard !isWithinPixelLimits else { return nil }
    let found = "a figure of \(pixels(of: width)) × \(pixels(of: height)) pixels"
    let sides = "\(Int(Limits.pixelsOfSide.lowerBound)) to \(Int(Limits.pixelsOfSide.upperBound)) a side"
    return "found \(found), expected \(sides) and at most \(Int(Limits.pixels)) in all"
  }

  private var expectationOfGrid: String? {
    let points = ((range.upperBound - range.lowerBound) / step).rounded(.up)
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    if points < Double(Limits.gridPoints.lowerBound) || points > Double(Limits.gridPoints.upperBound) {
      return "one that makes \(Limits.gridPoints.lowerBound) to \(Limits.gridPoints.upperBound) points"
    }
    if step < largest * Limits.gridResolution { return "a coarser one, whose points stay apart when rounded" }
    return nil
  }

  private var isWithinPixelLimits: Bool {
    let (width, height) = (width * dpi, height * dpi)
    return Limits.pixelsOfSide.contains(width) && Limits.pixelsOfSide.contains(height)
      && width * height <= Limits.pixels
  }

  private func pixels(of inches: Double) -> String { String(shortest: (inches * dpi).rounded(.down)) }
}

extension SettingsConfiguration {
  fileprivate var hasFaultyGrid: Bool { step?.isFaulty == true || range?.isFaulty == true }

  fileprivate var hasFaultyFigure: Bool {
    guard let figure else { return false }
    return [figure.value?.width, figure.value?.height, figure.value?.dpi].contains { $0?.isFaulty == true }
      || figure.isFaulty
  }
}
