import Foundation
import Testing

/// The hooks and the container image run existing commands, which succeed.
@Suite
struct DeliveryTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(
      #"{"samples": 300, "figure": {"dpi": 30}, "activations": ["relu", "gelu"]}"#, to: "config.json")
  }

  @Test("The tool contains the libraries that are available as archives.")
  func linking() throws {
    try tool.place("package/scripts/install", script: "")
    // Stand-ins for tools that print their arguments and where archives would be.
    for script in ["scripts/build", "scripts/static-linking"] {
      try tool.place("package/" + script, linkedTo: GuidePage.package.appending(path: script))
    }
    try tool.place("package/scripts/small-foundation", script: "printf '%s\\n' -Xlinker Foundation.o")
    try tool.place(
      "bin/swift",
      script: """
        for last; do :; done
        [ "$last" = --show-bin-path ] && echo "$PWD/package/.build/release" && exit
        mkdir -p package/.build/release && echo "$@" >package/.build/release/actfig
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
      let build = try tool.shell("package/scripts/build")
      #expect(build.exitCode == 0, "\(build.words)")
      let arguments = try #require(tool.text(of: "package/.build/release/actfig"))
      #expect(arguments.hasPrefix("build --package-path "))
      #expect(arguments.hasSuffix(" --configuration release --product actfig\(flags)\n"), "\(missing): \(arguments)")
      // The options that make the tool small are for one that contains all libraries.
      #expect(arguments.contains(" -Xlinker Foundation.o -Xlinker --build-id=none ") == (flags == runtime + all))
    }
  }

  @Test("The hooks stop a commit without its figures, and let it pass with them.")
  func hooks() throws {
    let hooks = try GuidePage(".pre-commit-hooks.yaml").text
    #expect(hooks.values(of: "id") == ["actfig-check", "actfig-render"])
    #expect(hooks.values(of: "language") == ["python", "python"])
    // Each hook examines the whole index, so that it misses no change.
    #expect(hooks.values(of: "pass_filenames") == ["false", "false"])
    #expect(hooks.values(of: "always_run") == ["true", "true"])
    let page = try GuidePage("docs/continuous-integration.md")
    let entries = hooks.values(of: "entry") + (try page.blocks(of: "sh", under: "pre-commit"))
    #expect(entries.count == 3)
    func hook(_ entry: String) throws -> Tool.Run { try tool.shell(entry, by: ["/bin/sh", "-c"]) }
    try FileManager.default.createDirectory(
      at: tool.directory.appending(path: "blog"), withIntermediateDirectories: true)
    try tool.write(
      #"{"samples": 300, "activations": ["elu"]}"#, to: "blog/config.json")
    #expect(try tool.shell("git init --quiet; echo bin >.gitignore; git add .").exitCode == 0)

    #expect(try hook(entries[0]).exitCode == 1)
    let drawn = try hook(entries[1])
    #expect(drawn.exitCode == 1 && drawn.output.contains("fix with: git add Output/relu.png\n"))
    #expect(tool.names(in: "Output")?.count == 3 && tool.names(in: "blog/Output")?.count == 2)
    #expect(try tool.shell("git add .").exitCode == 0)
    for entry in entries {
      let run = try hook(entry)
      #expect(run.exitCode == 0, "\(run.output)\(run.words)")
    }
    // Only the figure is removed.
    #expect(try tool.shell("git rm --quiet --cached Output/relu.png && rm Output/relu.png").exitCode == 0)
    #expect(try hook(entries[0]).exitCode == 1)
    #expect(try hook(entries[1]).exitCode == 1)
    #expect(try tool.shell("git add .").exitCode == 0)
    try tool.write(#"{"activations": ["#, to: "blog/config.json")
    #expect(try tool.shell("git add .").exitCode == 0 && hook(entries[0]).exitCode == 2)
  }

  @Test(
    "The manual page names every subcommand and each of its options.",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func manualPage() throws {
    let run = try tool.shell("'\(GuidePage.package.path)/scripts/manual-page' '\(Tool.executable.path)'")
    #expect(run.exitCode == 0, "\(run.words)")
    let page = run.output.replacing("\\-", with: "-")
    #expect(page.hasPrefix(".TH ACTFIG 1 \"\" \"\(try tool.run("--version").output.dropLast())\""))
    let help = try tool.run("--help").output.components(separatedBy: "SUBCOMMANDS:")[1]
    let subcommands = help.matches(of: /\n\s\s([a-z]+)\s/).map { String($0.1) }
    #expect(subcommands.count >= 9)
    for subcommand in subcommands {
      let section = try #require(
        page.components(separatedBy: "\n.SS \(subcommand)\n").dropFirst().first, "\(subcommand)")
      let own = section.components(separatedBy: "\n.SS ")[0]
      let options = try tool.run(subcommand, "--help").output.matches(of: /\n\s\s(?:-\w,\s)?(--[a-z-]+)/).map {
        String($0.1)
      }
      for option in options where !["--version", "--help"].contains(option) {
        #expect(own.contains("\n.TP\n") && own.contains("\\fB\(option)\\fR"), "\(subcommand) \(option)")
      }
    }
  }

  @Test("The image contains a tool that needs no library, and nothing that was installed.")
  func image() throws {
    let text = try GuidePage("Dockerfile").text
    let last = try #require(text.components(separatedBy: "\nFROM ").last)
    #expect(last.hasPrefix("scratch\n") && !last.contains("RUN"))
    #expect(text.contains("actfig && ! ldd actfig\n"))
    // scripts/package describes the same image.
    let packaged = try GuidePage("scripts/package").text
    for line in last.split(separator: "\n") where line.hasPrefix("ENTRYPOINT") || line.hasPrefix("WORKDIR") {
      #expect(packaged.contains("\n\(line)\n"))
    }
    // Apart from those of Swift and C, these are the libraries whose archives scripts/static-linking looks for.
    let libraries = try SymbolTable(contentsOf: Tool.executable).libraries.subtracting([
      "libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6",
    ]).compactMap { $0.wholeMatch(of: /(lib.+)\.so\.\d+/).map { String($0.1) } }
    #expect(Set(libraries) == ["libpng16", "libz", "libfreetype"])
    #expect(try GuidePage("scripts/static-linking").text.contains(" libpng zlib freetype2 "))
    // scripts/install installs each of them for building.
    let install = try GuidePage("scripts/install").text
    for name in ["libpng-dev", "zlib1g-dev", "libfreetype-dev", "fonts-dejavu-core"] {
      #expect(install.contains("echo \(name)\n"))
    }
    for script in text.matches(of: /scripts\/[a-z-]+/).map({ String($0.0) }) {
      #expect(FileManager.default.isExecutableFile(atPath: GuidePage.package.appending(path: script).path))
    }
  }

  @Test("Every command of the page on repositories succeeds.")
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
    // Runs the arguments after the name of the image.
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
