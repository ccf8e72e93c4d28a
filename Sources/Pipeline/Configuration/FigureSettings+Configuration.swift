import Numerals

extension FigureSettings {
  /// Takes over what a configuration says and keeps the rest; of the paper too, key by key.
  mutating func apply(_ settings: SettingsConfiguration) {
    if let seed = settings.seed { self.seed = UInt64(seed.value) }
    if let samples = settings.samples { self.samples = samples.value }
    if let bins = settings.bins { self.bins = bins.value }
    if let range = settings.range { self.range = range.value }
    if let step = settings.step { self.step = step.value }
    let figure = settings.figure?.value
    if let width = figure?.width { self.width = width.value }
    if let height = figure?.height { self.height = height.value }
    if let dpi = figure?.dpi { self.dpi = dpi.value }
  }

  /// Checks what several settings make together, wherever `settings`, which are applied, touch it: what stands outside of
  /// them is checked there, once.
  func check(settingsOf settings: SettingsConfiguration, reporting faults: inout Faults) {
    if let offset = settings.step?.offset ?? settings.range?.offset, let expectation = expectationOfGrid {
      let interval = NumberInterval(bounds: Limits.rangeEnd).text(of: range)
      let found = "a step of \(String(shortest: step)) over \(interval)"
      faults.report(at: offset, "found \(found), expected \(expectation)")
    }
    if let figure = settings.figure, !isWithinPixelLimits {
      let (width, height) = (pixels(of: width), pixels(of: height))
      let found = "a figure of \(width) × \(height) pixels"
      let sides = "\(Int(Limits.pixelsOfSide.lowerBound)) to \(Int(Limits.pixelsOfSide.upperBound)) a side"
      faults.report(at: figure.offset, "found \(found), expected \(sides) and \(Int(Limits.pixels)) at most")
    }
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

  private func pixels(of inches: Double) -> String { String(shortest: (inches * dpi).rounded()) }
}
