import Configuration
import Pipeline
import System

extension StarterConfiguration {
  /// Writes a configuration and its schema. A schema that is there already is left alone.
  ///
  /// - Parameter path: A file whose name ends in `.json`, or a directory, which is created if it is missing.
  /// - Returns: The paths of the files that were written, and of those that were left alone.
  /// - Throws: `OutputError` if the configuration exists or cannot be written; then nothing is written.
  static func write(to path: String) throws(OutputError) -> (written: [String], left: [String]) {
    let isFile = path.hasSuffix(".json")
    let slash = isFile ? path.utf8.lastIndex(of: UInt8(ascii: "/")) : nil
    let directory = isFile ? slash.map { String(path[...$0]) } ?? "" : path
    if !directory.isEmpty { _ = try OutputDirectory(creating: directory) }
    let separator = directory.isEmpty || directory.hasSuffix("/") ? "" : "/"
    let prefix = directory == "." ? "" : directory + separator
    let configuration = isFile ? path : prefix + "config.json"
    let schema = prefix + ConfigurationSchema.fileName
    try write(text, to: configuration)
    do throws(OutputError) {
      try write(ConfigurationSchema().text, to: schema)
    } catch  where error.fault == .exists {
      return ([configuration], [schema])
    }
    return ([configuration, schema], [])
  }

  /// Writes a file that does not exist yet.
  private static func write(_ text: String, to path: String) throws(OutputError) {
    do throws(FileFault) {
      try NewFile.write(Array(text.utf8), to: path)
    } catch {
      throw OutputError(path: path, fault: error)
    }
  }
}
