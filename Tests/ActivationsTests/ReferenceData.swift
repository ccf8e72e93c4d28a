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

/// Reproducible numbers for the properties: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// How many single-precision numbers lie from one to the other.
func unitsInLastPlace(_ first: Float, _ second: Float) -> Int {
  func ordinal(_ value: Float) -> Int {
    value.sign == .minus ? -Int((-value).bitPattern) : Int(value.bitPattern)
  }
  return Swift.abs(ordinal(first) - ordinal(second))
}
