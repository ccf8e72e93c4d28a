import Foundation
import Testing

/// The functions that the built tool imports from the mathematical library.
///
/// All modules and packages of the tool are linked into the one file that is examined, so that a function of
/// libm called by any of them is among its dynamic symbols, unless the optimizer knows the argument; the tests use
/// a build without the optimizer. Calls within the shared libraries are not visible: libpng and zlib compute with whole
/// numbers, FreeType returns the font's coordinates, and the standard library writes and reads decimals
/// with integers.
@Suite
struct ImportedSymbolTests {
  /// Functions that can decide a pixel, because IEEE 754 determines their results on every processor.
  private static let exact: Set<String> = [
    // Their result is an integer, which a double represents exactly.
    "ceil", "floor", "rint", "round", "trunc", "ceilf", "floorf", "rintf", "roundf", "truncf",
    // The result is a remainder, which a double represents exactly.
    "fmod",
    // Their results are correctly rounded; the standard library uses the last one for strides.
    "sqrt", "sqrtf", "fma",
  ]

  @Test("The tool imports no function of libm except those whose result IEEE 754 determines.")
  func tool() throws {
    let symbols = try SymbolTable(contentsOf: Tool.executable)
    // The table belongs to the tool, since nothing draws without allocating memory.
    #expect(symbols.imports.isSuperset(of: ["malloc", "free", "write"]))
    #expect(symbols.imports.contains("png_create_write_struct"))
    let libm = try Self.libm
    #expect(symbols.imports.intersection(libm.exports).subtracting(Self.exact) == [])
    #expect(symbols.imports.intersection(libm.exports).contains("sqrt"))
  }

  @Test("Nothing of the library for regular expressions is called, which would enlarge the tool by a tenth.")
  func regularExpressions() throws {
    // The symbols begin with $s17_StringProcessing or, for extensions, $sSy17_StringProcessingE; callers have the name, too.
    func called(_ symbols: SymbolTable) -> Set<String> {
      symbols.imports.filter { $0.hasPrefix("$s") && $0.contains("17_StringProcessing") }
    }
    #expect(called(try SymbolTable(contentsOf: Tool.executable)) == [])
    // These tests call it.
    #expect("a name".firstMatch(of: /n\w+/) != nil)
    #expect(!called(try SymbolTable(contentsOf: Self.bundle)).isEmpty)
  }

  @Test("A program that calls libm is detected.")
  func caller() throws {
    // These tests call it with arguments that the optimizer does not know.
    let argument = Double(ProcessInfo.processInfo.processIdentifier)
    #expect(Foundation.tanh(argument) == 1 && Foundation.exp(-argument) < 1)
    let symbols = try SymbolTable(contentsOf: Self.bundle)
    let found = symbols.imports.intersection(try Self.libm.exports).subtracting(Self.exact)
    #expect(found.isSuperset(of: ["tanh", "exp"]))
  }

  @Test("The list of libm has every elementary function in single and double precision, and nothing of libc.")
  func library() throws {
    let exports = try Self.libm.exports
    let names = [
      "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin",
      "acos",
      "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "tgamma", "lgamma",
    ]
    #expect(exports.isSuperset(of: names + names.map { $0 + "f" } + Self.exact))
    #expect(exports.isDisjoint(with: ["malloc", "write", "printf"]))
  }

  @Test("A truncated or invalid symbol table is refused.")
  func brokenFiles() throws {
    let whole = try Data(contentsOf: Tool.executable, options: .alwaysMapped)
    for count in [0, 3, 6, 41, 63, 64, 4_096, whole.count / 2] {
      #expect(throws: SymbolTable.Fault.self) { try SymbolTable(Data(whole.prefix(count))) }
    }
    #expect(throws: SymbolTable.Fault.self) { try SymbolTable(Data("#!/bin/sh\n".utf8)) }
  }

  /// The file that the dynamic linker would load for the tool.
  private static var libm: SymbolTable {
    get throws {
      let library = try #require(dlopen("libm.so.6", RTLD_NOW))
      defer { dlclose(library) }
      // The file reports no size, so it is read to its end.
      let maps = try #require(FileHandle(forReadingAtPath: "/proc/self/maps")).readDataToEndOfFile()
      let paths = String(decoding: maps, as: UTF8.self).split(separator: "\n").compactMap { line in
        line.firstIndex(of: "/").map { String(line[$0...]) }
      }
      return try SymbolTable(contentsOf: URL(filePath: #require(paths.first { $0.contains("/libm.so") })))
    }
  }

  /// The executable of these tests.
  private static var bundle: URL {
    get throws {
      let directory = try Tool.executable.deletingLastPathComponent()
      let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
      return directory.appending(path: try #require(names.first { $0.hasSuffix("PackageTests.xctest") }))
    }
  }
}
