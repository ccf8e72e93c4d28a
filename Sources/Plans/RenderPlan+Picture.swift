import Text

extension RenderPlan {
  /// The plan with a single picture selected: that of the only selected figure. Of the variants of a figure it is the first,
  /// whose file has the plain name.
  ///
  /// - Throws: The names of the selected figures if there is not exactly one of them.
  public func selectingPicture() throws(PictureSelectionError) -> RenderPlan {
    guard let first = figures.first, figures.allSatisfy({ $0.name == first.name }) else {
      var seen: Set<String> = []
      throw PictureSelectionError(names: figures.map(\.name).filter { seen.insert($0).inserted })
    }
    return keeping([0])
  }
}

/// The error of a run that can write one picture, but has several figures, or none.
public struct PictureSelectionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The names of the selected figures, in their order.
  public let names: [String]

  /// The number of names in the description. The others are counted.
  private static let listedCount = 20

  /// `The standard output takes one picture, but 2 figures are selected: mish, relu. Choose one of them with '--only'.`
  public var description: String {
    guard !names.isEmpty else { return "The standard output takes one picture, but no figure is selected." }
    let rest = names.count - Self.listedCount
    let list =
      names.prefix(Self.listedCount).map(\.printable).joined(separator: ", ") + (rest > 0 ? " and \(rest) others" : "")
    return "The standard output takes one picture, but \(names.count) figures are selected: \(list). "
      + "Choose one of them with '--only'."
  }
}
