import Spelling

extension RenderPlan {
  /// The figures of these names alone, in the order of the plan; all of them where no name is given.
  ///
  /// - Throws: All names of which there is no figure.
  public func selecting(_ names: [String]) throws(SelectionError) -> RenderPlan {
    guard !names.isEmpty else { return self }
    let known = figures.map(\.name)
    let knownSet = Set(known)
    let unknown = names.filter { !knownSet.contains($0) }
    guard unknown.isEmpty else {
      throw SelectionError(unknown: unknown.map { ($0, $0.nearest(among: known)) })
    }
    let wanted = Set(names)
    return keeping(figures.filter { wanted.contains($0.name) })
  }
}

/// Names by which figures were asked for that the configuration does not hold.
public struct SelectionError: Error, Sendable, CustomStringConvertible {
  /// Each with the name that was probably meant, where one is near.
  public let unknown: [(name: String, nearest: String?)]

  /// A line for each: `There is no figure "mihs"; did you mean "mish"?`
  public var description: String {
    unknown.map { name, nearest in
      let question = nearest.map { "; did you mean \"\($0.printable)\"?" } ?? "."
      return "There is no figure \"\(name.abbreviated(to: 80).printable)\"\(question)"
    }.joined(separator: "\n")
  }
}
