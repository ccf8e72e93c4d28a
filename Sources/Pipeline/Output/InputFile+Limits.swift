import Configuration
import System

extension InputFile {
  /// Reads a picture.
  public init(picture path: String) throws(InputError) {
    try self.init(path, limit: Limits.pictureBytes)
  }

  /// Reads a configuration.
  public init(_ path: String) throws(InputError) {
    try self.init(path, limit: Limits.configurationBytes)
  }
}
