import Configuration
import System
import Typography

/// Why a run could not do anything at all.
public enum RunError: Error, Sendable, CustomStringConvertible {
  /// This machine has no such typeface.
  case typefaces(TypographyError)
  /// The directory belongs to another configuration.
  case foreignDirectory(ForeignDirectoryError)
  /// The directory cannot be looked at.
  case directory(OutputError)

  /// One sentence or two.
  public var description: String {
    switch self {
    case .typefaces(let error): "\(error)"
    case .foreignDirectory(let error): "\(error)"
    case .directory(let error): "\(error)"
    }
  }
}

extension RenderPlan {
  /// Its figures with their typefaces loaded.
  func batch() throws(RunError) -> Batch {
    do throws(TypographyError) { return try Batch(of: self) } catch { throw .typefaces(error) }
  }
}

extension OutputDirectory {
  /// To which configuration the directory belongs, once it is known to be a directory or to be missing.
  func checkedOwnership(takingOver isForced: Bool = false) throws(RunError) -> DirectoryOwnership {
    let names: [String]
    let configuration: String?
    do throws(OutputError) {
      try requireDirectoryOrNothing()
      names = try listedNames()
      configuration = try configurationSeenFromHere()
    } catch {
      throw .directory(error)
    }
    do throws(ForeignDirectoryError) {
      return try ownership(takingOver: isForced, among: names, seen: configuration)
    } catch {
      throw .foreignDirectory(error)
    }
  }
}
