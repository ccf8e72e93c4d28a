import JSON

/// One figure of an entry: the entry with a value for each number it sweeps.
struct SweptActivation: Sendable {
  /// The entry, as if it had been written with these values.
  var entry: ActivationConfiguration
  /// What is swept, in the order of the file, with the value as it is printed.
  private(set) var swept: [(axis: SweepAxis, text: String)] = []

  /// The entry without a sweep.
  init(_ entry: ActivationConfiguration) { self.entry = entry }

  /// - Parameter index: Of the combination.
  init(_ entry: ActivationConfiguration, at index: Int, of sweep: Sweep, in source: SourceText) {
    self.init(entry)
    // Every value has met its rule before, so that none is reported here.
    var faults = Faults(in: source)
    for (axis, place) in zip(sweep.axes, sweep.combination(at: index)) {
      let value = axis.values[place]
      let member = JSONMember(key: axis.key.name, keySpan: value.span, value: value, isRepeated: false)
      axis.key.read(member, &self.entry, &faults)
      swept.append((axis, axis.text(at: place)))
    }
  }

  /// `-beta-0.5-dpi-100`, empty without a sweep.
  var nameEnding: String { swept.map { "-\($0.axis.label)-\($0.text)" }.joined() }

  /// ` (beta = 0.5, dpi = 100)`, empty without a sweep.
  var titleEnding: String {
    swept.isEmpty ? "" : " (" + swept.map { "\($0.axis.label) = \($0.text)" }.joined(separator: ", ") + ")"
  }
}

extension ActivationConfiguration {
  /// How many figures the entry asks for; none where its sweep is at fault.
  var figureCount: Int { sweep.map { $0.value?.count ?? 0 } ?? 1 }

  /// The figure at a place among those of the entry.
  func figure(at index: Int, in source: SourceText) -> SweptActivation {
    guard let sweep = sweep?.value else { return SweptActivation(self) }
    return SweptActivation(self, at: index, of: sweep, in: source)
  }
}
