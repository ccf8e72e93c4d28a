import Foundation
import Testing

@Suite
struct KilledRunTests {
  private let tool: Tool
  private let whole: [String: Data]

  init() throws {
    tool = try Tool()
    let entries = (1...24).map { "{\"function\": \"swish\", \"beta\": \($0), \"name\": \"s\($0)\"}" }
    try tool.write(
      #"{"samples": 500, "figure": {"dpi": 40}, "activations": [\#(entries.joined(separator: ", "))]}"#,
      to: "config.json")
    let made = tool
    _ = try made.run("render", "--set", "output.directory=whole", "--quiet")
    whole = Dictionary(uniqueKeysWithValues: made.names(in: "whole")!.map { ($0, made.bytes(of: "whole/\($0)")!) })
  }

  @Test("A run that is killed at any moment leaves only whole figures, and the next run completes it.")
  func kills() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<6 {
      let (process, _) = try tool.start(["render", "--quiet"])
      usleep(UInt32.random(in: 0..<400_000, using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for name in tool.names(in: "Output") ?? [] where name.hasSuffix(".png") {
        #expect(tool.bytes(of: "Output/\(name)") == whole[name], "\(name)")
      }
    }
    try checkLastRun()
  }

  @Test("Two simultaneous runs do not disturb each other.")
  func sideBySide() throws {
    let runs = try (0..<2).map { _ in try tool.start(["render", "--quiet"]) }
    for (process, pipes) in runs {
      let words = String(decoding: pipes.words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0 && words == "", "\(words)")
    }
    try checkLastRun()
  }

  private func checkLastRun() throws {
    // A file left behind by a process that has ended.
    try FileManager.default.createDirectory(
      at: tool.directory.appending(path: "Output"), withIntermediateDirectories: true)
    try tool.write("part", to: "Output/.actfig-0123456789abcdef.tmp")
    #expect(try tool.run("render", "--quiet").exitCode == 0)
    #expect(tool.names(in: "Output") == whole.keys.sorted())
    for (name, bytes) in whole { #expect(tool.bytes(of: "Output/\(name)") == bytes, "\(name)") }
  }
}
