import Configuration
import System

extension FileReader {
  /// The reader of files from the disk.
  ///
  /// ```swift
  /// let file = try InputFile("config.json")
  /// let plan = try RenderPlan(
  ///   readingConfiguration: file.bytes, named: file.name, in: file.directory, files: .disk)
  /// ```
  public static let disk = FileReader { path, limit in
    do throws(InputError) {
      // A single hyphen would be the standard input.
      return .success(try InputFile(path == "-" ? "./-" : path, limit: limit).bytes)
    } catch {
      return .failure(Failure(reason: "\(error.fault)"))
    }
  }
}
