import Foundation
import Testing

@Suite("The floor plan")
struct FloorPlanTests {
  private let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What every room may use without a word: the language and the C library.
  private let ground: Set<String> = ["Swift", "Synchronization", "Glibc"]

  @Test("a room imports what the manifest grants it, and Foundation nowhere")
  func imports() throws {
    let rooms = try Manifest(String(contentsOf: package.appending(path: "Package.swift"), encoding: .utf8)).rooms
    let names = try FileManager.default.contentsOfDirectory(atPath: package.appending(path: "Sources").path)
    #expect(Set(names) == Set(rooms.keys))
    for (room, granted) in rooms {
      for (file, line, module, isTestable) in try importLines(of: room) {
        let place = "Sources/\(room)/\(file):\(line)"
        #expect(
          granted.union(ground).contains(module), "\(place) imports \(module), which the manifest does not grant.")
        #expect(!isTestable, "\(place) looks behind the walls of \(module).")
      }
    }
  }

  @Test(
    "an import line is known in all its forms",
    arguments: [
      ("import PNG", "PNG"), ("  internal import PNG  // why", "PNG"), ("@preconcurrency public import PNG", "PNG"),
      ("import struct PNG.Palette", "PNG"), ("@testable import PNG", "PNG"), ("@_spi(X) package import PNG", "PNG"),
      ("private import func Glibc.exit", "Glibc"), ("import PNG;", "PNG"),
      ("// import PNG", nil), ("important(PNG)", nil), ("let text = \"import PNG\"", nil), ("/// import PNG", nil),
    ] as [(String, String?)])
  func forms(line: String, module: String?) {
    #expect(Self.module(importedBy: line) == module)
  }

  @Test("the manifest is read as it is written")
  func manifest() throws {
    let rooms = Manifest(
      """
      .executableTarget(
        name: "tool", dependencies: ["Hall", .product(name: "Parser", package: "swift-parser")]),
      .target(name: "Hall", dependencies: [ "A",
        "B", ]),
      // .target(name: "Gone", dependencies: ["A"]),
      .target(name: "A"), .systemLibrary(name: "B", pkgConfig: "b", providers: [.apt(["libb"])]),
      .target(name: "Support", path: "Tests/Support"),
      .testTarget(name: "HallTests", dependencies: ["Hall", "Support"]),
      """
    ).rooms
    #expect(rooms == ["tool": ["Hall", "Parser"], "Hall": ["A", "B"], "A": [], "B": []])
  }

  private typealias ImportLine = (file: String, line: Int, module: String, isTestable: Bool)

  private func importLines(of room: String) throws -> [ImportLine] {
    let folder = package.appending(path: "Sources").appending(path: room)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    return try files.flatMap { file in
      let lines = try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().compactMap { index, line -> ImportLine? in
        Self.module(importedBy: String(line)).map { (file, index + 1, $0, line.contains("@testable")) }
      }
    }
  }

  /// The module of an import declaration, whatever its attributes, its access and the kind of what it names.
  private static func module(importedBy line: String) -> String? {
    let pattern =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?(\w+)/
    return line.firstMatch(of: pattern).map { String($0.1) }
  }
}

/// What Package.swift says of the targets under Sources.
private struct Manifest {
  /// The targets under Sources, each with the modules it depends on.
  let rooms: [String: Set<String>]

  init(_ text: String) {
    let code = text.split(separator: "\n").map { $0.split(separator: "//", omittingEmptySubsequences: false)[0] }
    let declarations = code.joined(separator: "\n").matches(
      of:
        /\.(?:executableTarget|target|systemLibrary)\(\s*name:\s*"(\w+)"(?!,\s*path:)([^\[\)]*dependencies:\s*\[((?:[^\[\]]|\[[^\]]*\])*)\])?/
    )
    rooms = Dictionary(
      uniqueKeysWithValues: declarations.map { declaration in
        let dependencies = (declaration.3 ?? "").replacing(/package:\s*"[^"]*"/, with: "")
        return (String(declaration.1), Set(dependencies.matches(of: /"(\w+)"/).map { String($0.1) }))
      })
  }
}
