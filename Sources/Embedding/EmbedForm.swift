/// The forms in which the figures of a configuration can be embedded in pages of other programs.
public enum EmbedForm: String, Sendable, CaseIterable {
  /// HTML whose pictures follow the theme of the operating system.
  case html
  /// A gallery page that needs no other file but the pictures.
  case page
  /// All facts as JSON.
  case json
}
