// The little of Foundation that swift-argument-parser uses, as a module of the same name.
//
// The real module adds 8 MB to a tool that contains its libraries. scripts/build compiles this one and puts it before the
// toolchain's; should a release of swift-argument-parser use more of Foundation, that build fails and says what is missing.

/// An error that tells in words what happened.
public protocol LocalizedError: Error {
  var errorDescription: String? { get }
  var failureReason: String? { get }
  var recoverySuggestion: String? { get }
  var helpAnchor: String? { get }
}

extension LocalizedError {
  public var errorDescription: String? { nil }
  public var failureReason: String? { nil }
  public var recoverySuggestion: String? { nil }
  public var helpAnchor: String? { nil }
}

/// A number of bytes.
public struct Data: Sendable {
  let bytes: [UInt8]
}

extension String {
  public enum Encoding: Sendable { case utf8 }

  /// The text that bytes are in an encoding; `nil` where they are none.
  public init?(data: Data, encoding: Encoding) {
    self.init(validating: data.bytes, as: UTF8.self)
  }
}
