import Foundation

/// The dynamic symbols, and the libraries, of an ELF file of 64 bits, little-endian, as the System V ABI (gABI 4.1, chapters 4 and 5) lays them
/// out: read here, for a bare machine has no tool for it.
struct SymbolTable {
  /// The symbols that the file needs from shared libraries.
  private(set) var imports: Set<String> = []
  /// The symbols that the file defines for others.
  private(set) var exports: Set<String> = []
  /// The shared libraries that the file needs, such as `libz.so.1`.
  private(set) var libraries: Set<String> = []

  struct Fault: Error { let sentence: String }

  init(contentsOf file: URL) throws {
    try self.init(Data(contentsOf: file, options: .alwaysMapped))
  }

  init(_ bytes: Data) throws {
    func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) throws -> Int {
      guard offset >= 0, offset + type.bitWidth / 8 <= bytes.count else { throw Fault(sentence: "ends too early") }
      let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: type) }
      guard let number = Int(exactly: Number(littleEndian: value)) else { throw Fault(sentence: "is out of bounds") }
      return number
    }
    func name(at offset: Int) throws -> String {
      guard offset < bytes.count else { throw Fault(sentence: "ends too early") }
      return String(decoding: bytes[offset...].prefix { $0 != 0 }, as: UTF8.self)
    }
    // The mark of ELF, 64 bits, little-endian.
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { throw Fault(sentence: "is no such file") }
    let (sections, size) = (try number(UInt64.self, at: 40), try number(UInt16.self, at: 58))
    for index in 0..<(try number(UInt16.self, at: 60)) {
      let section = sections + index * size
      // SHT_DYNAMIC and SHT_DYNSYM
      let kind = try number(UInt32.self, at: section + 4)
      guard kind == 6 || kind == 11 else { continue }
      let (start, length) = (try number(UInt64.self, at: section + 24), try number(UInt64.self, at: section + 32))
      let strings = sections + (try number(UInt32.self, at: section + 40)) * size
      let names = try number(UInt64.self, at: strings + 24)
      if kind == 6 {
        // DT_NEEDED
        for entry in stride(from: start, to: start + length, by: 16) where try number(UInt32.self, at: entry) == 1 {
          libraries.insert(try name(at: names + number(UInt64.self, at: entry + 8)))
        }
        continue
      }
      for symbol in stride(from: start, to: start + length, by: 24) {
        let name = try name(at: names + number(UInt32.self, at: symbol))
        // SHN_UNDEF
        if try number(UInt16.self, at: symbol + 6) == 0 { imports.insert(name) } else { exports.insert(name) }
      }
    }
    guard !imports.isEmpty || !exports.isEmpty else { throw Fault(sentence: "has no dynamic symbols") }
  }
}
