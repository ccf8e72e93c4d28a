import Numerals

/// The encoding of an array of numbers as a text or as a file of NumPy.
///
/// ```swift
/// let encoding = NumberEncoding.text
/// encoding.header(count: 2, of: Float.self) + encoding.bytes(of: [0.5, 1] as [Float])   // "0.5\n1\n" in UTF-8
/// ```
public enum NumberEncoding: String, Sendable, CaseIterable {
  /// One number a line, in the shortest decimal form that reads back as the same number.
  case text
  /// The format `.npy` of NumPy, version 1.0: a header, and then the numbers as they are in memory, least significant byte
  /// first.
  case npy

  /// The bytes before the first number.
  ///
  /// - Parameters:
  ///   - count: The number of all numbers.
  ///   - type: The type of the numbers.
  public func header(count: Int, of type: (some EncodedNumber).Type) -> [UInt8] {
    guard self == .npy else { return [] }
    let prefix: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    let dictionary = "{'descr': '\(type.numpyName)', 'fortran_order': False, 'shape': (\(count),), }"
    // The header ends with a line feed. The numbers begin at a multiple of 64 bytes.
    let length = (prefix.count + 2 + dictionary.utf8.count + 1 + 63) / 64 * 64
    let padding = length - prefix.count - 2 - dictionary.utf8.count - 1
    let size = UInt16(length - prefix.count - 2)
    return prefix + [UInt8(truncatingIfNeeded: size), UInt8(size >> 8)] + dictionary.utf8
      + [UInt8](repeating: UInt8(ascii: " "), count: padding) + [UInt8(ascii: "\n")]
  }

  /// The bytes of some of the numbers, which follow those before them.
  public func bytes<Number: EncodedNumber>(of numbers: some Collection<Number>) -> [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .text:
      bytes.reserveCapacity(12 * numbers.count)
      for number in numbers {
        bytes.append(contentsOf: number.shortestText.utf8)
        bytes.append(UInt8(ascii: "\n"))
      }
    case .npy:
      bytes.reserveCapacity(8 * numbers.count)
      for number in numbers { number.appendLittleEndian(to: &bytes) }
    }
    return bytes
  }
}

/// A number of single or double precision.
public protocol EncodedNumber {
  /// The name of the type in NumPy, e.g. `<f4`.
  static var numpyName: String { get }
  /// The shortest decimal text that reads back as the same number.
  var shortestText: String { get }
  /// Appends the bytes of the number, least significant first.
  func appendLittleEndian(to bytes: inout [UInt8])
}

extension Float: EncodedNumber {
  public static var numpyName: String { "<f4" }
  public var shortestText: String { String(shortest: self) }
  public func appendLittleEndian(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension Double: EncodedNumber {
  public static var numpyName: String { "<f8" }
  public var shortestText: String { String(shortest: self) }
  public func appendLittleEndian(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
