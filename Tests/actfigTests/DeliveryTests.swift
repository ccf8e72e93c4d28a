import Foundation
import Testing

/// The action, the hooks and the image: what they run is there, and ends well.
@Suite("Delivery")
struct DeliveryTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(
      #"{"samples": 300, "figure": {"dpi": 30}, "activations": ["relu", "gelu"]}"#, to: "config.json")
  }

  @Test("the action checks, draws, merges, and writes a report")
  func action() throws {
    #expect(try tool.action("check", "--quiet").exitCode == 1)
    #expect(try tool.action("render", "--only relu --jobs 1").exitCode == 0)
    #expect(tool.names(in: "Output") == ["manifest.json", "relu.png"])
    #expect(try tool.action("merge", "").exitCode == 1)
    #expect(try tool.action("render", "").exitCode == 0)
    let run = try tool.action("check", "", report: "a report")
    #expect(run.exitCode == 0, "\(run.words)")
    #expect(tool.names(in: "a report") == ["index.html", "junit.xml", "report.json"])
    // Over several lines, and quoted as in a shell.
    for arguments in [
      "--only 'relu'\n--set \"figure.dpi=30\"\n", "--only relu \\\n  --jobs 1", "\n\n  --only\n  relu\n",
      "--only re\\lu",
    ] {
      let run = try tool.action("check", arguments)
      #expect(run.exitCode == 0 && run.words.hasPrefix("1 figure"), "\(run.words)")
    }
    let title = #"--set 'activations=["a b", "it\u0027s $HOME *"]'"#
    #expect(try tool.action("check", title).words.contains(#"function "a b","#))
    #expect(try tool.action("check", title).words.contains("it\\u0027s $HOME *"))
    let open = try tool.action("check", "--only 'relu")
    #expect(open.exitCode == 2 && open.words.contains("a quote without its pair"), "\(open.words)")
    // Patterns are for the tool, not for the shell.
    try tool.write("", to: "re.txt")
    #expect(try tool.action("check", "--only re*").words.hasPrefix("1 figure"))
  }

  @Test(
    "the action hands the inputs it declares to the step that runs the tool, which have the defaults the page tells")
  func inputs() throws {
    let action = try GuidePage("action.yml").text
    let page = try GuidePage("docs/continuous-integration.md").text
    let declared = action.components(separatedBy: "\nruns:")[0].matches(of: /\n  ([a-z]+):\n/).map { String($0.1) }
    #expect(declared == ["command", "config", "arguments", "report"])
    for (name, value) in zip(declared, action.values(of: "default")) {
      #expect(action.contains("\(name.uppercased()): ${{ inputs.\(name) }}\n"))
      #expect(page.contains("| `\(name)` | \(value.isEmpty ? "none" : "`\(value)`") |"))
    }
    let command = try #require(action.values(of: "default").first)
    #expect(try tool.run(command, "--help").output.contains("--report <dir>"))
  }

  @Test(
    """
    the action knows its sources by one key, finds what it built, and builds it as the image does, with the libraries \
    in it that can be had as archives
    """)
  func sources() throws {
    let steps = try Action().scripts
    #expect(steps.count == 3)
    let package = tool.directory.appending(path: "package")
    try tool.place("bin/swift", script: "echo Swift version 6")
    try tool.place("package/scripts/install", script: "")
    func key() throws -> String {
      let run = try tool.shell(
        steps[0], by: Tool.actionShell,
        environment: [
          "GITHUB_ACTION_PATH": package.path, "GITHUB_OUTPUT": tool.directory.appending(path: "outputs").path,
          "GITHUB_PATH": tool.directory.appending(path: "paths").path,
        ])
      #expect(run.exitCode == 0, "\(run.words)")
      defer { try? FileManager.default.removeItem(at: tool.directory.appending(path: "outputs")) }
      return try #require(tool.text(of: "outputs"))
    }
    try tool.place("package/Package.swift", script: "1")
    try tool.place("package/Sources/A/a.swift", script: "1")
    let first = try key()
    #expect(first.wholeMatch(of: /sources=[0-9a-f]{64}\ntool=.*\/package\/\.build\/bin\n/) != nil, "\(first)")
    #expect(try key() == first)
    try tool.place("package/Sources/A/a.swift", script: "2")
    #expect(try key() != first)

    // Tools that only say what they were asked for, and where archives would be.
    for script in ["scripts/build", "scripts/static-linking"] {
      try tool.place("package/" + script, linkedTo: GuidePage.package.appending(path: script))
    }
    try tool.place(
      "bin/swift",
      script: """
        for last; do :; done
        [ "$last" = --show-bin-path ] && echo "$PWD/.build/release" && exit
        mkdir -p .build/release && echo "$@" >.build/release/actfig
        """)
    try tool.place("bin/pkg-config", script: #"[ "$1" = --static ] && echo "-lpng16 -lm -lz -lbrotlidec -lz""#)
    try tool.place("toolchain/linux/static-executable-args.lnk", script: "")
    try tool.place("toolchain-without-c/linux/other", script: "")
    let runtime = " --static-swift-stdlib -Xswiftc -use-ld=lld"
    let all = " -Xswiftc -static-executable" + ["brotlidec", "m", "png16", "z"].map { " -Xlinker -l" + $0 }.joined()
    let cases = [
      ("toolchain", "", runtime + all), ("toolchain", "libbrotlidec.a", runtime), ("toolchain", "libc.a", runtime),
      ("toolchain-without-c", "", runtime), ("toolchain", "libstdc++.so", ""), ("nowhere", "", ""),
    ]
    for (libraries, missing, flags) in cases {
      let path = tool.directory.appending(path: libraries).path
      try tool.place("bin/swiftc", script: #"echo '    "runtimeResourcePath": "\#(path)"'"#)
      try tool.place("bin/clang", script: #"[ "$*" = "-print-file-name=\#(missing)" ] && echo "\#(missing)" || echo /"#)
      let build = try tool.shell(steps[1], by: Tool.actionShell, environment: ["GITHUB_ACTION_PATH": package.path])
      #expect(build.exitCode == 0, "\(build.words)")
      let arguments = try #require(tool.text(of: "package/.build/bin/actfig"))
      #expect(arguments.hasPrefix("build --package-path "))
      #expect(arguments.hasSuffix(" --configuration release --product actfig\(flags)\n"), "\(missing): \(arguments)")
    }
    #expect(steps[1].contains("$(scripts/build)"))
    #expect(try GuidePage("Dockerfile").text.contains("$(scripts/build)"))
  }

  @Test("the hooks stop a commit without its figures, and let it pass with them")
  func hooks() throws {
    let hooks = try GuidePage(".pre-commit-hooks.yaml").text
    #expect(hooks.values(of: "id") == ["actfig-check", "actfig-render"])
    #expect(hooks.values(of: "entry") == ["scripts/pre-commit check", "scripts/pre-commit render"])
    let pattern = try Regex(#require(hooks.values(of: "files").first))
    for name in ["config.json", "blog/config.json"] { #expect(name.contains(pattern)) }
    for name in ["tsconfig.json", "config.json5", "config.schema.json"] { #expect(!name.contains(pattern)) }

    // The package, with a tool that is built already.
    let package = try Tool()
    try package.place(
      "scripts/pre-commit", linkedTo: GuidePage.package.appending(path: "scripts/pre-commit"))
    try package.place(
      "scripts/build", script: "[ -z \"${GIT_INDEX_FILE-}\" ] && echo '\(try Tool.executable.path)'")
    func hook(_ command: String) throws -> Tool.Run {
      try tool.shell(
        "'\(package.directory.path)/scripts/pre-commit' \(command) config.json blog/config.json",
        environment: ["GIT_INDEX_FILE": ".git/index"])
    }
    try FileManager.default.createDirectory(
      at: tool.directory.appending(path: "blog"), withIntermediateDirectories: true)
    try tool.write(
      #"{"samples": 300, "activations": ["elu"]}"#, to: "blog/config.json")
    #expect(try tool.shell("git init --quiet; echo bin >.gitignore; git add .").exitCode == 0)

    #expect(try hook("check").exitCode == 1)
    let drawn = try hook("render")
    #expect(drawn.exitCode == 1 && drawn.output.contains("mend with: git add Output/relu.png\n"))
    #expect(tool.names(in: "Output")?.count == 3 && tool.names(in: "blog/Output")?.count == 2)
    #expect(try tool.shell("git add .").exitCode == 0)
    for command in ["render", "check"] {
      let run = try hook(command)
      #expect(run.exitCode == 0, "\(run.words)")
    }
    try tool.write(#"{"activations": ["#, to: "blog/config.json")
    #expect(try hook("check").exitCode == 2)
  }

  @Test("the image holds the typefaces, and a tool that asks for no library")
  func image() throws {
    let text = try GuidePage("Dockerfile").text
    let line = try #require(text.split(separator: "\n").first { $0.contains("apt-get install") })
    let packages = line.matches(of: /\s([a-z][a-z0-9-]+)/).map { String($0.1) }
    #expect(Set(packages).subtracting(["apt-get", "install"]) == ["fonts-dejavu-core"])
    #expect(text.contains("actfig && ! ldd actfig\n"))
    // Beside the languages' own, these are the libraries of which scripts/static-linking looks for archives.
    let libraries = try SymbolTable(contentsOf: Tool.executable).libraries.subtracting([
      "libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6",
    ]).compactMap { $0.wholeMatch(of: /(lib.+)\.so\.\d+/).map { String($0.1) } }
    #expect(Set(libraries) == ["libpng16", "libz", "libfreetype"])
    #expect(try GuidePage("scripts/static-linking").text.contains(" libpng zlib freetype2 "))
    // Each is what scripts/install has for building.
    let install = try GuidePage("scripts/install").text
    for name in ["libpng-dev", "zlib1g-dev", "libfreetype-dev", "fonts-dejavu-core"] {
      #expect(install.contains("echo \(name)\n"))
    }
    for script in text.matches(of: /scripts\/[a-z-]+/).map({ String($0.0) }) {
      #expect(FileManager.default.isExecutableFile(atPath: GuidePage.package.appending(path: script).path))
    }
  }

  @Test("what the page on repositories shows ends well")
  func page() throws {
    let page = try GuidePage("docs/continuous-integration.md")
    try FileManager.default.removeItem(at: tool.directory.appending(path: "config.json"))
    #expect(try tool.shell("git init --quiet").exitCode == 0)
    let begin = try #require(page.blocks(of: "sh", under: "Figures in a repository").first)
    let begun = try tool.shell(begin)
    #expect(begun.exitCode == 0, "\(begun.words)")
    let script = try #require(page.text.matches(of: /- (actfig .*)\n/).first.map { String($0.1) })
    #expect(try tool.shell(script).exitCode == 0)
    #expect(tool.bytes(of: page.text.values(of: "junit")[0]) != nil)
    // Runs what stands behind the name of the image.
    try tool.place(
      "bin/docker", script: #"[ "$1" = build ] || { while [ "$1" != actfig ]; do shift; done; exec "$@"; }"#)
    let image = try tool.shell(#require(page.blocks(of: "sh", under: "Containers").first))
    #expect(image.exitCode == 0 && image.words.contains("7 figures"), "\(image.words)")

    try FileManager.default.removeItem(at: tool.directory.appending(path: "Output/gelu.png"))
    let run = try tool.run("check", environment: ["GITHUB_ACTIONS": "true"])
    #expect(try page.blocks(of: "", under: "GitHub Actions").contains { $0.contains(run.output) }, "\(run.output)")
    for id in page.text.values(of: "id") { #expect(try GuidePage(".pre-commit-hooks.yaml").text.contains("id: \(id)")) }
  }
}

/// `action.yml`.
struct Action {
  /// What its steps run, in their order.
  let scripts: [String]

  init() throws {
    scripts = try GuidePage("action.yml").text.components(separatedBy: "      run: |\n").dropFirst().map { step in
      step.components(separatedBy: "\n").prefix { $0.hasPrefix("        ") }.map { $0.dropFirst(8) + "\n" }.joined()
    }
  }
}

extension Tool {
  /// Runs the last step of the action, where the tool is built.
  func action(
    _ command: String, _ arguments: String, report: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    let inputs = ["COMMAND": command, "CONFIG": "config.json", "ARGUMENTS": arguments, "REPORT": report]
    return try shell(
      #require(Action().scripts.last), by: Self.actionShell,
      environment: inputs.merging(environment) { _, new in new })
  }

  func text(of path: String) -> String? { bytes(of: path).map { String(decoding: $0, as: UTF8.self) } }
}
