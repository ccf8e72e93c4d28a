import JSON
import Tables
import Text

/// The reader of the files that a configuration names, which gives their content or says in a few words why there is none.
///
/// Configurations are read without access to a disk; who reads one decides where its files come from.
public struct FileReader: Sendable {
  /// The reason why a file cannot be read, e.g. `No such file or directory`.
  public struct Failure: Error, Sendable {
    /// The reason without full stop.
    public let reason: String

    /// Makes a failure with a reason.
    public init(reason: String) { self.reason = reason }
  }

  /// Reads a file of at most a number of bytes.
  let read: @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], Failure>

  /// Makes a reader from a function that reads a file of at most a number of bytes.
  public init(read: @escaping @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], Failure>) {
    self.read = read
  }

  /// The reader of a configuration that stands by itself, such as a recipe.
  public static let none = FileReader { _, _ in .failure(Failure(reason: "there are no files beside this text")) }
}

/// The tables of a configuration. A file that several entries name is read once.
struct TableLibrary {
  private let files: FileReader
  private let directory: String
  private var known: [Key: Result<PointTable, TableFaults>] = [:]
  /// The paths of all files that were asked for, each once, in the order of the configuration.
  private(set) var paths: [String] = []

  private struct Key: Hashable {
    let path: String
    let allowsUndefined: Bool
  }

  /// - Parameter directory: The folder to which paths are relative.
  init(reading files: FileReader, in directory: String) { (self.files, self.directory) = (files, directory) }

  /// The table of an entry, ready to be evaluated; nil after reporting its faults.
  mutating func table(of entry: ActivationConfiguration, reporting faults: inout Faults) -> TabulatedActivation? {
    guard let located = entry.table, let content = located.value, entry.interpolation?.isFaulty != true,
      entry.outside?.isFaulty != true
    else { return nil }
    let interpolation = entry.interpolation?.value ?? .linear
    let allowsUndefined = interpolation == .none
    let (table, name): (Result<PointTable, TableFaults>, String?)
    switch content {
    case .file(let path):
      table = self.table(at: path, allowsUndefined: allowsUndefined)
      name = path.abbreviated(to: 200).printable
    case .points(let rows, _):
      table = Result { () throws(TableFaults) in try PointTable(rows: rows, allowsUndefined: allowsUndefined) }
      name = nil
    }
    do throws(TableFaults) {
      return try TabulatedActivation(
        try table.get(), interpolation: interpolation, beyond: entry.outside?.value ?? .extend)
    } catch {
      faults.report(error, of: content, named: name, at: located.offset)
      return nil
    }
  }

  private mutating func table(at name: String, allowsUndefined: Bool) -> Result<PointTable, TableFaults> {
    let path = name.path(relativeTo: directory)
    let key = Key(path: path, allowsUndefined: allowsUndefined)
    if let table = known[key] { return table }
    if !paths.contains(path) { paths.append(path) }
    let table: Result<PointTable, TableFaults>
    switch files.read(path, PointTable.byteLimit) {
    case .failure(let failure):
      table = .failure(TableFaults("found no table that can be read (\(failure.reason)), expected the path of one"))
    case .success(let bytes):
      table = Result { () throws(TableFaults) in try PointTable(reading: bytes, allowsUndefined: allowsUndefined) }
    }
    known[key] = table
    return table
  }
}

extension Faults {
  /// Reports the faults of a table: those of a file at its path, with lines or rows, and those of points at their x.
  fileprivate mutating func report(_ errors: TableFaults, of content: TableContent, named name: String?, at offset: Int)
  {
    for fault in errors.list {
      if let name {
        report(at: offset, fault.description(in: name))
      } else if case .points(_, let offsets) = content, case .row(let row)? = fault.place {
        report(at: offsets[row], fault.message)
      } else {
        report(at: offset, fault.message)
      }
    }
    if errors.omittedCount > 0 {
      report(at: offset, "found \(errors.omittedCount) more faults in the table, expected none")
    }
  }
}
