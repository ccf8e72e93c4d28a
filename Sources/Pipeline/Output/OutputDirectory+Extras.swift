import Glibc
import PNG

extension OutputDirectory {
  /// Names of figures that nobody asks for any more: whole PNGs, as they were drawn, that carry a recipe, directly in the
  /// directory, and of whose names there is no figure.
  ///
  /// A name that differs in case alone from that of a figure may be the same file, and so is none of them.
  func extras(beside plan: RenderPlan) -> [String] {
    let wanted = Set(plan.allFigures.map { FileName.folded($0.fileName) })
    return names.filter { name in
      guard name.hasSuffix(".png"), FileName.expectation(missedBy: name) == nil,
        !wanted.contains(FileName.folded(name)), case .file(let bytes) = content(of: name),
        let file = try? FigureFile(decoding: bytes, vouching: { _ in nil })
      else { return false }
      return file.isAsDrawn
    }
  }

  /// Removes a file, if it is still there.
  ///
  /// - Parameter name: One that `extras(beside:)` gave.
  func remove(_ name: String) throws(OutputError) {
    // Unlike remove(3), unlink(2) never takes a directory.
    guard unlink(path + "/" + name) != 0, errno != ENOENT else { return }
    throw OutputError(path: path + "/" + name, fault: FileFault(errorNumber: errno), verb: "remove")
  }
}
