import Glibc

/// A first configuration, which shows by its form what can be said, and its schema beside it.
///
/// ```swift
/// try StarterConfiguration.write(to: "figures").written     // ["figures/config.json", "figures/config.schema.json"]
/// ```
public enum StarterConfiguration {
  /// Every setting at its default, and an entry of each kind. Ends with a line feed.
  public static let text = """
    {
      "$schema": "config.schema.json",
      "seed": 0,
      "samples": 10000,
      "bins": 100,
      "range": [-5, 5],
      "step": 0.1,
      "figure": { "width": 15, "height": 5, "dpi": 100 },
      "style": "light",
      "output": { "directory": "Output", "name": "{name}.png" },
      "activations": [
        "relu",
        "gelu",
        { "function": "leaky-relu", "negativeSlope": 0.1, "title": "Leaky ReLU ({negativeSlope})" },
        { "function": "swish", "sweep": { "beta": [0.5, 1, 2] } },
        { "name": "bump", "title": "Bump", "expression": "x * exp(-(x / width)^2)", "parameters": { "width": 1.5 } }
      ]
    }

    """

  /// Writes both files where nothing stands in their place. A schema that is there already is left alone.
  ///
  /// - Parameter path: A file whose name ends in `.json`, or a directory, which is made where it is missing.
  /// - Returns: The paths of the files that were written, and of those that were left alone.
  /// - Throws: Where there is such a configuration already, or it cannot be written; then nothing is.
  public static func write(to path: String) throws(OutputError) -> (written: [String], left: [String]) {
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

  /// Writes a file that is not there yet, or none.
  private static func write(_ text: String, to path: String) throws(OutputError) {
    var isMade = false
    do throws(FileFault) {
      let file = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL)
      isMade = true
      try file.write(Array(text.utf8))
      try file.synchronize()
    } catch {
      if isMade { unlink(path) }
      throw OutputError(path: path, fault: error)
    }
  }
}
