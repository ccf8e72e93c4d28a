import Foundation
import Testing

/// Runs every command that a message proposes.
@Suite
struct MendingCommandTests {
  private let tool: Tool

  /// Names that a shell or the tool itself could misinterpret.
  private static let configuration = #"""
    {"samples": 300, "figure": {"dpi": 30}, "activations": [
      "relu", {"function": "elu", "name": "-1"}, {"function": "celu", "name": "it's $x"},
      {"function": "swish", "sweep": {"beta": [1, 2]}}, {"function": "mish", "name": "--force"}
    ]}
    """#

  init() throws {
    tool = try Tool()
    try FileManager.default.createDirectory(
      at: tool.directory.appending(path: "sub dir"), withIntermediateDirectories: true)
    for name in ["config.json", "sub dir/my config.json", "-config.json"] {
      try tool.write(Self.configuration, to: name)
    }
  }

  /// A way to call the tool: the arguments after the subcommand, and the directory of the files.
  struct Way: Sendable, CustomStringConvertible {
    let arguments: [String]
    var directory = "Output"
    var input = ""
    var description: String { arguments.joined(separator: " ") }
  }

  private static let ways = [
    Way(arguments: []), Way(arguments: ["sub dir/my config.json"], directory: "sub dir/Output"),
    Way(arguments: ["./-config.json"]), Way(arguments: ["--output", "a b"], directory: "a b"),
    Way(arguments: ["--output=-x"], directory: "-x"),
    Way(arguments: ["--set", "seed=3", "--set", "output.directory=it's"], directory: "it's"),
    Way(arguments: ["--shard", "1/2"]), Way(arguments: ["--shard", "2/2", "--output", "parts"], directory: "parts"),
    Way(arguments: ["--only=-1", "--only", "swish*", "--only=--force"]),
    Way(arguments: ["--only=-1", "--only", "swish*", "--shard", "1/2"]),
    Way(arguments: ["./sub dir/../config.json", "--only", "it's $x", "relu"]),
  ]

  /// A kind of damage to the files of a directory.
  enum Mishap: CaseIterable, Sendable {
    case removal, cut, directories, fullDirectory, allDirectories, link, permission, manifestRemoval, manifestDirectory
    case everything
  }

  private func inflict(_ mishap: Mishap, in directory: String) throws {
    let files = FileManager.default
    let place = tool.directory.appending(path: directory)
    let names = try #require(tool.names(in: directory)).filter { $0.hasSuffix(".png") }
    func each(_ body: (URL) throws -> Void) rethrows { for name in names { try body(place.appending(path: name)) } }
    switch mishap {
    case .removal: try files.removeItem(at: place.appending(path: names[0]))
    case .cut: try each { try Data(contentsOf: $0).dropLast(20).write(to: $0) }
    case .directories:
      try each {
        try files.removeItem(at: $0)
        try files.createDirectory(at: $0, withIntermediateDirectories: false)
      }
    case .fullDirectory:
      try inflict(.directories, in: directory)
      try Data("mine".utf8).write(to: place.appending(path: "\(names[0])/file"))
      try Data("mine".utf8).write(to: place.appending(path: "\(names[0]).old"))
    case .allDirectories:
      try inflict(.directories, in: directory)
      try inflict(.manifestDirectory, in: directory)
    case .link:
      // The file becomes empty, so that no foreign picture has to be replaced.
      try each {
        try files.removeItem(at: $0)
        try files.createSymbolicLink(at: $0, withDestinationURL: URL(filePath: "nowhere"))
      }
    case .permission: try each { try files.setAttributes([.posixPermissions: 0], ofItemAtPath: $0.path) }
    case .manifestRemoval:
      for name in try #require(tool.names(in: directory)) where name.hasSuffix(".json") {
        try files.removeItem(at: place.appending(path: name))
      }
    case .manifestDirectory:
      for name in try #require(tool.names(in: directory)) where name.hasSuffix(".json") {
        try files.removeItem(at: place.appending(path: name))
        try files.createDirectory(at: place.appending(path: name), withIntermediateDirectories: false)
      }
    case .everything: try files.removeItem(at: place)
    }
  }

  private func mends(_ run: Tool.Run) throws -> [String] {
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    return try #require(json["differences"] as? [[String: String]]).compactMap { $0["mend"] }
  }

  @Test("The commands that a check proposes repair everything it found.", arguments: ways, Mishap.allCases)
  func check(way: Way, mishap: Mishap) throws {
    #expect(try tool.run(["render", "--quiet"] + way.arguments).exitCode == 0)
    #expect(try tool.run(["check"] + way.arguments).exitCode == 0)
    try inflict(mishap, in: way.directory)
    let found = try tool.run(["check", "--json", "--quiet"] + way.arguments)
    let commands = try mends(found)
    // Root can read every file.
    if mishap == .permission, found.exitCode == 0 { return }
    #expect(found.exitCode == 1 && !commands.isEmpty, "\(found.words)")
    for command in Set(commands) {
      let run = try tool.shell(command)
      #expect(run.exitCode == 0, "\(command): \(run.words)")
    }
    let again = try tool.run(["check"] + way.arguments)
    #expect(again.exitCode == 0, "\(commands)\n\(again.output)\(again.words)")
    // No file was removed for it.
    if mishap == .fullDirectory {
      let old = try #require(tool.names(in: way.directory)).filter { $0.hasSuffix(".old-2") }
      #expect(old.count == 1 && tool.text(of: "\(way.directory)/\(old[0])/file") == "mine")
    }
  }

  @Test(
    "The proposed command removes figures that are no longer requested.",
    arguments: ways.filter { way in
      !way.arguments.contains { $0.hasPrefix("--output") || $0.hasPrefix("--only") }
    })
  func extras(way: Way) throws {
    let whole = way.arguments.filter { !$0.hasPrefix("--shard") && !$0.hasSuffix("/2") }
    #expect(try tool.run(["render", "--quiet"] + way.arguments).exitCode == 0)
    // The figure can belong to the other shard.
    let isDrawn = tool.names(in: way.directory)?.contains("relu.png") == true
    for name in ["config.json", "sub dir/my config.json", "-config.json"] {
      try tool.write(Self.configuration.replacing(#""relu","#, with: "").replacing(", 2]", with: "]"), to: name)
    }
    let found = try tool.run(["check", "--json", "--quiet"] + way.arguments)
    let commands = try mends(found)
    #expect(found.exitCode == 1 && commands.contains { $0.hasSuffix(" --prune") } == isDrawn)
    for command in commands { #expect(try tool.shell(command).exitCode == 0, "\(command)") }
    #expect(try tool.run(["check"] + way.arguments).exitCode == 0)
    #expect(tool.names(in: way.directory)?.contains("relu.png") == false)
    #expect(try tool.run(["render", "--quiet"] + whole).exitCode == 0)
  }

  @Test("Figures of a configuration on the standard input are repaired the same way.")
  func standardInput() throws {
    let input = Self.configuration
    #expect(try tool.run("render", "-", "--quiet", input: input).exitCode == 0)
    try FileManager.default.removeItem(at: tool.directory.appending(path: "Output/-1.png"))
    let run = try tool.run("check", "-", "--json", input: input)
    #expect(try mends(run) == ["actfig render - --only=-1"])
    #expect(try tool.run("render", "-", "--only=-1", input: input).exitCode == 0)
    #expect(try tool.run("check", "-", input: input).exitCode == 0)
  }

  @Test(
    "The proposed command takes a directory over from another configuration.", arguments: ["render", "check", "merge"])
  func takeover(subcommand: String) throws {
    #expect(try tool.run("render", "--quiet").exitCode == 0)
    try tool.write(Self.configuration, to: "it's.json")
    let run = try tool.run(subcommand, "it's.json")
    #expect(run.exitCode == 2)
    let command = try #require(run.words.firstMatch(of: /with: (actfig .*)\n$/).map { String($0.1) }, "\(run.words)")
    let mended = try tool.shell(command)
    #expect(mended.exitCode == 0, "\(command): \(mended.words)")
    #expect(try tool.run(subcommand, "it's.json").exitCode == 0)
    #expect(try tool.run("check", "it's.json").exitCode == 0)
    #expect(try tool.run("check").exitCode == 2)
  }

  @Test(
    "The command that init proposes draws its figures.",
    arguments: [".", "a b", "-x", "it's/c.json", "c.json", "deep/er"])
  func first(path: String) throws {
    let alone = try Tool()
    let run = try alone.run("init", "--", path)
    let command = try #require(run.words.firstMatch(of: /with: (actfig .*)\n/).map { String($0.1) }, "\(run.words)")
    let drawn = try alone.shell(command)
    #expect(run.exitCode == 0 && drawn.exitCode == 0, "\(command): \(drawn.words)")
  }
}
