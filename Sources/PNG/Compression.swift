/// How much time a PNG may take to become small; the pixels are the same in all.
public enum Compression: String, Sendable, CaseIterable {
  /// As fast as it goes.
  case fast
  /// As small as it goes without much more time; of pictures of at most 256 colours the same as `fast`.
  case balanced
  /// As small as it goes in a hundred times that time, for pictures that are served a million times.
  case small
}
