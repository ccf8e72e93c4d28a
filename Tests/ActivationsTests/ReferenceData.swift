import Foundation
import Testing

@testable import Activations

/// The recorded results of PyTorch, NumPy and mpmath in the folder Data.
enum ReferenceData {
  static func load<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Data"))
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }
}

/// The distance of two numbers in units in the last place of single precision.
func unitsInLastPlace(_ first: Float, _ second: Float) -> Int {
  func ordinal(_ value: Float) -> Int {
    value.sign == .minus ? -Int((-value).bitPattern) : Int(value.bitPattern)
  }
  return Swift.abs(ordinal(first) - ordinal(second))
}
