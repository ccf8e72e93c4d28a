import Foundation
import Testing

/// `action.yml` gets the tool from a release's archive with the expected checksum, or builds it from source.
@Suite
struct ActionToolTests {
  private let tool: Tool
  private let version: String
  private let archive: String

  /// A package with a stand-in for the tool, the real scripts of the action, and a release beside it.
  init() throws {
    tool = try Tool()
    version = try tool.run("--version").output.trimmingCharacters(in: .newlines).replacing("actfig ", with: "")
    for script in ["action-tool", "checksums", "publisher", "version"] {
      try tool.place("package/scripts/" + script, linkedTo: GuidePage.package.appending(path: "scripts/" + script))
    }
    for file in ["Sources/actfig", ".ci/publisher", "Package.swift"] {
      try tool.place("package/" + file, linkedTo: GuidePage.package.appending(path: file))
    }
    try tool.place("package/scripts/install", script: "echo installed >>\"$RUNNER_TEMP/log\"")
    try tool.place("package/scripts/build", script: "echo built >>\"$RUNNER_TEMP/log\"; echo \"$RUNNER_TEMP/built\"")
    try tool.place("temp/built", script: "echo actfig built-here")
    try tool.place("bin/swift", script: "echo Swift version 6")
    try tool.place("package/.ci/checksums", script: "")
    try tool.place("release/actfig-\(version)/bin/actfig", script: "echo actfig \(version)")
    let machine = try tool.shell("uname -m").output.trimmingCharacters(in: .newlines)
    archive = "actfig-\(version)-linux-\(machine).tar.xz"
    let packed = try tool.shell(
      "mkdir -p files/v\(version) && tar -cJf files/v\(version)/\(archive) -C release actfig-\(version)")
    #expect(packed.exitCode == 0, "\(packed.words)")
  }

  private struct Outcome {
    var exitCode: Int32 = 0
    var log = ""
    var outputs: [String: String] = [:]
    var path: String?
  }

  private var sum: String {
    get throws {
      String(try tool.shell("sha256sum <files/v\(version)/\(archive)").output.prefix(64))
    }
  }

  private func list(_ sum: String, of name: String? = nil) throws {
    try tool.write("\(sum)  \(name ?? archive)\n", to: "package/.ci/checksums")
  }

  /// Runs the first two steps that are scripts, as a runner does, with the given content of the cache.
  private func get(version: String = "", checksum: String = "", files: String = "files") throws -> Outcome {
    var outcome = Outcome()
    let steps = try Action().scripts
    #expect(steps.count == 3)
    let directory = tool.directory.path
    var environment = [
      "GITHUB_ACTION_PATH": directory + "/package", "GITHUB_OUTPUT": directory + "/outputs",
      "GITHUB_PATH": directory + "/paths", "RUNNER_TEMP": directory + "/temp", "RUNNER_OS": "Linux",
      "RUNNER_ARCH": "X64",
      "ACTFIG_DOWNLOADS": "file://\(directory)/\(files)", "VERSION": version, "CHECKSUM": checksum, "REPOSITORY": "",
    ]
    for name in ["outputs", "paths", "temp/log"] {
      try? FileManager.default.removeItem(at: tool.directory.appending(path: name))
    }
    for step in steps.prefix(2) where outcome.exitCode == 0 {
      let run = try tool.shell(step, by: Tool.actionShell, environment: environment)
      outcome.exitCode = run.exitCode
      outcome.log += run.output + run.words
      let lines = (tool.text(of: "outputs") ?? "").split(separator: "\n")
      outcome.outputs = Dictionary(
        lines.map { line in
          let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
          return (parts[0], parts[1])
        }, uniquingKeysWith: { $1 })
      for (name, variable) in [("origin", "ORIGIN"), ("version", "VERSION"), ("file", "FILE"), ("sum", "SUM")] {
        environment[variable] = outcome.outputs[name] ?? ""
      }
    }
    outcome.path = tool.text(of: "paths")?.trimmingCharacters(in: .newlines)
    return outcome
  }

  @Test("An archive with the listed checksum is unpacked, and is taken from the cache the next time.")
  func right() throws {
    try list(sum)
    let first = try get()
    #expect(first.exitCode == 0, "\(first.log)")
    #expect(first.log.contains("::notice title=actfig::actfig \(version), from file://"))
    let sum = try sum
    #expect(first.log.contains("SHA-256 \(sum)."))
    #expect(first.outputs["key"] == "\(archive)-\(sum)")
    #expect(
      first.outputs["version"] == version && first.outputs["path"] == tool.directory.path + "/temp/actfig-archive")
    let program = try #require(first.path) + "/actfig"
    #expect(try tool.run([], of: URL(filePath: program)).output == "actfig \(version)\n")
    #expect(tool.text(of: "temp/log") == nil, "nothing is installed or built")

    let second = try get(files: "nowhere")
    #expect(second.exitCode == 0 && second.log.contains("actfig \(version), from the cache, "), "\(second.log)")

    // Cached archives are verified as well, and downloaded again if they differ.
    try tool.write("something else", to: "temp/actfig-archive/\(archive)")
    let third = try get()
    #expect(third.exitCode == 0 && third.log.contains("from file://"), "\(third.log)")
  }

  @Test("An archive with a checksum other than the listed or given one is never unpacked.")
  func wrong() throws {
    let other = String(repeating: "0123456789abcdef", count: 4)
    for (listed, given) in [(other, ""), (try sum, other)] {
      try list(listed)
      let outcome = try get(checksum: given)
      #expect(outcome.exitCode == 1)
      #expect(
        try outcome.log.contains("has the checksum \(sum), expected \(other). It was not unpacked."), "\(outcome.log)")
      #expect(
        outcome.path == nil && tool.names(in: "temp/actfig") == nil && tool.names(in: "temp/actfig-archive") == [])
      #expect(tool.text(of: "temp/log") == nil, "nothing is built in its place")
    }
    // The archive was changed after its checksum was listed.
    try list(sum)
    try tool.write("changed", to: "files/v\(version)/\(archive)")
    #expect(try get().exitCode == 1)
  }

  @Test("A given checksum is used if the table has none.")
  func given() throws {
    let outcome = try get(version: "v" + version, checksum: sum)
    #expect(outcome.exitCode == 0 && outcome.log.contains("actfig \(version), from file://"), "\(outcome.log)")
    for checksum in ["abc", try sum.uppercased(), try sum + "0"] {
      let outcome = try get(version: version, checksum: checksum)
      #expect(outcome.exitCode == 1 && outcome.log.contains("expected the 64 hexadecimal digits"), "\(outcome.log)")
    }
  }

  @Test("A requested version without a checksum is refused, and a default one is built from source.")
  func missing() throws {
    for lines in ["", "# \(archive)\n", try sum + "  \(archive).sig\n", try sum + "  actfig-9\n"] {
      try tool.write(lines, to: "package/.ci/checksums")
      let asked = try get(version: version)
      #expect(asked.exitCode == 1 && asked.log.contains("No checksum of \(archive) is known here"), "\(asked.log)")
      #expect(asked.path == nil)
      let outcome = try get()
      #expect(outcome.exitCode == 0, "\(outcome.log)")
      #expect(outcome.log.contains("::notice title=actfig::No checksum of \(archive) is known here"))
      #expect(outcome.log.contains("::notice title=actfig::actfig built-here, built from source."))
      #expect(outcome.outputs["origin"] == "source" && outcome.path == tool.directory.path + "/package/.build/bin")
    }
  }

  @Test("If the archive cannot be downloaded, the version of these sources is built, and no other.")
  func unreachable() throws {
    try list(sum)
    let own = try get(files: "nowhere")
    #expect(own.exitCode == 0 && own.log.contains("cannot be downloaded, so actfig is built from source"), "\(own.log)")
    #expect(tool.text(of: "temp/log") == "installed\nbuilt\n")
    let other = try get(version: "9.9.9", checksum: sum, files: "nowhere")
    #expect(other.exitCode == 1 && other.log.contains("/v9.9.9/actfig-9.9.9-linux-"), "\(other.log)")
  }

  @Test("An invalid version is refused.", arguments: ["latest", "main", "0", "../0.2.0", "0.2.0;id", "0.2.0 x", "v"])
  func versions(text: String) throws {
    try list(sum)
    let outcome = try get(version: text, checksum: sum)
    if text == "v" {
      // An empty version is the version of the sources.
      #expect(outcome.exitCode == 0)
    } else {
      #expect(outcome.exitCode == 1 && outcome.log.contains("expected a version such as \(version), or source."))
    }
  }

  @Test("Sources have one key that changes with them, and a cached tool is not built again.")
  func source() throws {
    let first = try get(version: "source")
    #expect(first.exitCode == 0 && tool.text(of: "temp/log") == "installed\nbuilt\n", "\(first.log)")
    let key = try #require(first.outputs["key"])
    #expect(key.wholeMatch(of: /actfig-Linux-X64-[0-9a-f]{64}/) != nil)
    let second = try get(version: "source")
    #expect(second.outputs["key"] == key && tool.text(of: "temp/log") == "installed\n")
    try tool.place("package/Sources/more/a.swift", script: "1")
    #expect(try get(version: "source").outputs["key"] != key)
  }

  @Test("The table keeps the checksum that a name already has.")
  func table() throws {
    let path = tool.directory.appending(path: "table").path
    func add(_ lines: String) throws -> Tool.Run {
      try tool.write(lines, to: "sums")
      return try tool.shell("package/scripts/checksums add sums", environment: ["ACTFIG_CHECKSUMS": path])
    }
    try tool.write("# a table\n", to: "table")
    let line = try "\(sum)  \(archive)\n"
    #expect(
      try add(line + "\(sum)  actfig-1-py3-none-any.whl\n\(sum)  actfig-1-linux-x86_64-image.tar.xz\n").exitCode == 0)
    #expect(tool.text(of: "table") == "# a table\n" + line)
    #expect(try add(line).exitCode == 0)
    #expect(tool.text(of: "table") == "# a table\n" + line)
    #expect(try add("\(String(repeating: "0", count: 64))  \(archive)\n").exitCode == 1)
    #expect(try add("short  \(archive)\n").exitCode == 1)
    #expect(tool.text(of: "table") == "# a table\n" + line)
  }
}
