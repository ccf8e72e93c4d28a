import ActivationFigures
import Drawing
import JSON
import Plans
import Plotting

/// The swept parameter of an entry by whose values the curves of a family differ.
struct FamilyAxis {
  let axis: SweepAxis

  /// Finds the parameter of an entry with several values in its sweep; nil if no number of the sweep has several values, or
  /// after reporting why there is no family.
  init?(of entry: ActivationConfiguration, reporting faults: inout Faults) {
    guard let sweep = entry.sweep, let axes = sweep.value?.axes.filter({ $0.values.count > 1 }), let first = axes.first
    else { return nil }
    guard axes.count == 1 else {
      let names = axes.map { "\"\($0.key.name)\"" }.joined(separator: " and ")
      faults.report(
        at: sweep.offset, "found several values of \(names), expected those of one parameter, which make a family")
      return nil
    }
    guard entry.parameterNames?.contains(first.key.name) == true else {
      let found = "found several values of \"\(first.key.name)\""
      faults.report(at: sweep.offset, "\(found), expected those of a parameter, by which the curves of a family differ")
      return nil
    }
    guard first.values.count <= Limits.comparedFunctions else {
      let found = "found \(first.values.count) values of \"\(first.key.name)\""
      faults.report(
        at: sweep.offset, "\(found), expected at most \(Limits.comparedFunctions) in the figure of a family")
      return nil
    }
    axis = first
  }
}

extension FigurePlan {
  /// Resolves the figure of a family; nil if its file is at fault.
  ///
  /// In its name and title, the name of the swept parameter takes the place of the parameter's value.
  ///
  /// - Parameters:
  ///   - functions: The function with each value of the parameter, named by the value.
  ///   - figure: The figure of the entry with the first value.
  convenience init?(
    family functions: [ComparedFunction], over family: FamilyAxis, of figure: SweptActivation, declared: FunctionPlan,
    settings: FigureSettings, fileName: Template, reporting faults: inout Faults
  ) {
    let (entry, key) = (figure.entry, family.axis.key.name)
    guard let values = declared.parameterValues(of: entry, reporting: &faults) else { return nil }
    var texts = figure.texts(parameterNames: entry.parameterNames ?? [], values: values)
    texts[key] = key
    let rest = figure.omitting(family.axis)
    guard
      let name = entry.name.map({ $0.value?.text { texts[$0] ?? "" } })
        ?? entry.function?.value.map({ $0.name + rest.nameEnding + "-" + key })
    else { return nil }
    let file = fileName.text { _ in name }
    let place = entry.name?.offset ?? entry.offset
    guard faults.checkName(name, file: file, at: place) else { return nil }
    let isNamed = entry.expression != nil && entry.name?.value?.placeholders.contains(key) == true
    let ownTitle = isNamed ? name : (declared.entry?.title ?? name) + " by " + key + rest.titleEnding
    let title = entry.title?.value?.text { texts[$0] ?? "" } ?? ownTitle
    guard title.utf8.count <= Limits.titleBytes else {
      let found = "found a title of \(title.utf8.count) bytes with its parameters"
      faults.report(at: entry.title?.offset ?? place, "\(found), expected at most \(Limits.titleBytes)")
      return nil
    }
    func value(of function: ComparedFunction) -> Double {
      function.plan.parameters.first { $0.name == key }?.value ?? 0
    }
    let ordered = functions.sorted { value(of: $0) < value(of: $1) }
    self.init(
      name: name, fileName: file, title: title, subject: .family(parameter: key, ordered), settings: settings)
  }
}

extension SettingsConfiguration {
  /// The panels that these settings name, and their place; nil if they name none, or are at fault.
  private var namedPanels: (panels: [StudyPanel], offset: Int)? {
    guard let change = changes.last(where: { $0.key == "panels" }), !change.isFaulty else { return nil }
    var settings = FigureSettings()
    change.apply(&settings)
    return (settings.panels, change.offset)
  }

  /// Reports the first panel of a deep network if none of the figures shows depth, or of a single layer if all of them do.
  ///
  /// Panels that some figures cannot show are left out there. But a panel of the other sort has no meaning anywhere.
  func checkPanels(ofFigures kinds: Set<FigureKind>, reporting faults: inout Faults) {
    guard !kinds.isEmpty, let (panels, offset) = namedPanels else { return }
    let sorts = Set(kinds.map(\.showsDepth))
    guard let panel = panels.first(where: { !sorts.contains($0.showsDepth) }) else { return }
    let possible = FigureKind.allCases.filter(kinds.contains).panels
    let words = possible.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let owner = panel.showsDepth ? "a figure of depth" : "a figure without depth"
    let expectation = "one of \(words), or \(owner) among \"figures\""
    faults.report(at: offset, "found the panel \"\(panel.rawValue)\" of \(owner), expected \(expectation)")
  }

  /// Whether a family can show the panels that these settings name; reports the first that it cannot show.
  ///
  /// - Parameter hasDepth: Whether the entry has a figure of depth too, which shows other panels.
  func checkFamilyPanels(besidesDepth hasDepth: Bool, reporting faults: inout Faults) {
    guard let (panels, offset) = namedPanels else { return }
    let possible = FigureKind.family.possiblePanels + (hasDepth ? FigureKind.depth.possiblePanels : [])
    guard let panel = panels.first(where: { !possible.contains($0) }) else { return }
    let words = possible.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    faults.report(
      at: offset, "found the panel \"\(panel.rawValue)\" of a family, expected one of \(words)")
  }
}

extension Style {
  /// The number of curves up to which no two have the same colour and the same dashes.
  var distinctLooks: Int {
    let patterns = dashes.isEmpty ? [[]] : dashes
    var looks: Set<Look> = []
    let all = patterns.flatMap { pattern in palette.map { Look(color: $0, dashes: pattern) } }
    return all.firstIndex { !looks.insert($0).inserted } ?? max(all.count, 1)
  }

  private struct Look: Hashable {
    let color: Color
    let dashes: [Double]
  }
}
