import System
import Text

/// What became of the files that a configuration drew earlier and no longer asks for, where they were to be removed.
public struct Pruning: Sendable {
  /// The files that were removed, or what went wrong with each.
  public fileprivate(set) var removed: [Result<String, FigureFailure>] = []
  /// The files that stay because a figure of the run failed or was not started.
  public fileprivate(set) var kept: [String] = []
  /// Why nothing may be removed from the directory at all; nil where it may.
  public fileprivate(set) var note: String?

  static let none = Pruning()

  /// A line for each file, and one where there is nothing to choose from.
  var lines: [String] {
    removed.compactMap { try? $0.get() }.map { "\($0.printable): removed, no longer asked for" }
      + kept.map { "\($0.printable): no longer asked for, but kept, as not every figure was drawn" }
      + [note].compactMap(\.self)
  }

  /// Why nothing is removed from a directory that belongs to no configuration.
  static func note(on directory: OutputDirectory) -> String {
    "Nothing is removed from \(directory.path.printable): it belongs to no configuration, as the command line or the "
      + "standard input chose it."
  }
}

extension OutputDirectory {
  /// Removes what is no longer asked for, each file after another look at it.
  ///
  /// - Parameters:
  ///   - extras: What is to be removed; in the end, what is still there.
  ///   - isComplete: Whether the run drew every figure it was to draw. Else nothing is removed.
  func prune(
    _ extras: inout [String], in ownership: DirectoryOwnership, afterCompleteRun isComplete: Bool
  ) -> Pruning {
    var pruning = Pruning()
    if ownership.configuration == nil { pruning.note = Pruning.note(on: self) }
    guard isComplete else {
      pruning.kept = extras
      return pruning
    }
    var left: [String] = []
    for name in extras {
      do throws(OutputError) {
        if try removeFigure(name) { pruning.removed.append(.success(name)) }
      } catch {
        left.append(name)
        pruning.removed.append(.failure(FigureFailure(ofFile: name, reason: "\(error)")))
      }
    }
    extras = left
    return pruning
  }
}
