import Foundation
import Testing

@testable import Activations

/// What PyTorch and NumPy answered, as recorded under Data.
enum ReferenceData {
  static func load<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Data"))
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }
}

/// How many single-precision numbers lie from one to the other.
func unitsInLastPlace(_ first: Float, _ second: Float) -> Int {
  func ordinal(_ value: Float) -> Int {
    value.sign == .minus ? -Int((-value).bitPattern) : Int(value.bitPattern)
  }
  return Swift.abs(ordinal(first) - ordinal(second))
}
