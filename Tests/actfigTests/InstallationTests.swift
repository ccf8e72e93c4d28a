import Foundation
import Testing

/// The packages that `scripts/package` writes to `dist/`.
private enum ReleasePackages {
  static let directory = GuidePage.package.appending(path: "dist")

  /// The version of the tool, if `dist/` holds a wheel of it.
  static let version: String? = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    guard let source = try? GuidePage("Sources/actfig/Actfig.swift").text,
      let version = source.firstMatch(of: /"actfig ([0-9.]+)"/)?.1
    else { return nil }
    return names.contains { $0.hasPrefix("actfig-\(version)-") && $0.hasSuffix(".whl") } ? String(version) : nil
  }()
}

/// Installs the files in `dist/` as the beginning of the README shows it.
@Suite(.enabled(if: ReleasePackages.version != nil, "scripts/package has to be run before"))
struct InstallationTests {
  private let page: GuidePage
  private let blocks: [String]

  init() throws {
    page = try GuidePage("README.md")
    blocks = try page.blocks(of: "sh", under: "Install")
    #expect(blocks.count == 3)
  }

  /// Draws the first figures with nothing but the installed tool.
  private func drawFirstFigures(with tool: Tool, path: String) throws {
    for block in try page.blocks(of: "sh", under: "First figure") {
      let run = try tool.run(
        ["-euc", block], environment: ["PATH": path + ":/usr/bin:/bin"], of: URL(filePath: "/bin/sh"))
      #expect(run.exitCode == 0, "\(block): \(run.words)")
    }
    #expect(tool.names(in: "Figures") == ["bump.png", "manifest.json"])
    #expect(tool.names(in: "Output")?.contains("gelu.png") == true)
  }

  @Test("The wheel installs with pip without a network and needs nothing else.")
  func pip() throws {
    let tool = try Tool()
    let directory = tool.directory.path
    let made = try tool.shell("python3 -m venv environment")
    #expect(made.exitCode == 0, "\(made.words)")
    let path = directory + "/environment/bin"
    let run = try tool.run(
      ["-euc", blocks[0]],
      environment: [
        "PATH": path + ":/usr/bin:/bin", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ReleasePackages.directory.path,
      ],
      of: URL(filePath: "/bin/sh"))
    #expect(run.exitCode == 0, "\(run.words)")
    let version = try #require(ReleasePackages.version)
    #expect(try tool.run("--version", of: path + "/actfig") == "actfig \(version)\n")
    #expect(try tool.run("-m", "actfig", "--version", of: path + "/python") == "actfig \(version)\n")
    try drawFirstFigures(with: tool, path: path)
  }

  @Test("The archive installs from the address that a release has.")
  func archive() throws {
    let tool = try Tool()
    // The stand-in copies the file of that name.
    try tool.place(
      "bin/curl",
      script: """
        [ "$1" = --location ] && [ $# -eq 2 ]
        case $2 in https://github.com/*/releases/download/v\(try #require(ReleasePackages.version))/*) ;; *) exit 22 ;; esac
        exec cat "\(ReleasePackages.directory.path)/${2##*/}"
        """)
    let run = try tool.shell(blocks[1])
    #expect(run.exitCode == 0, "\(run.words)")
    let found = try tool.shell("find . -name actfig -type f -perm -u+x -path '*/bin/*'").output
    let program = try #require(found.split(separator: "\n").first.map(String.init))
    let path = tool.directory.appending(path: program).deletingLastPathComponent().path
    // The page names its directory.
    #expect(page.text.contains("`\(program.dropFirst(2))`"), "\(program)")
    try drawFirstFigures(with: tool, path: path)
  }
}

extension Tool {
  /// The output of another program.
  fileprivate func run(_ arguments: String..., of program: String) throws -> String {
    try run(arguments, of: URL(filePath: program)).output
  }
}
