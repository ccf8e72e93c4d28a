import Foundation
import Testing

/// The effect of Tab in a real bash, in a terminal of script(1).
@Suite
struct CompletionTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    for directory in ["blog", "my dir", "Output"] {
      try FileManager.default.createDirectory(
        at: tool.directory.appending(path: directory), withIntermediateDirectories: true)
    }
    try tool.write(
      #"""
      {"activations": ["relu", "mish", {"expression": "x", "name": "an act", "title": "T"},
        {"expression": "x", "name": "z$(touch ran)`touch ran`", "title": "T"}]}
      """#, to: "config.json")
    for directory in ["blog", "my dir"] {
      try tool.write(
        #"{"activations": [{"function": "swish", "sweep": {"beta": [1, 2]}}, "gelu"]}"#, to: "\(directory)/config.json")
    }
    for name in ["Output/relu.png", "Output/notes.txt", "blog/notes.txt"] { try tool.write("", to: name) }
  }

  @Test("Bash completes files, directories, subcommands, options, names and keys.")
  func bash() throws {
    let cases = [
      ("actfig render bl", "actfig render blog/"), ("actfig render blog/", "actfig render blog/config.json "),
      ("actfig render my", "actfig render my\\ dir/"),
      ("actfig render my\\ dir/", "actfig render my\\ dir/config.json "),
      ("actfig inspect Output/rel", "actfig inspect Output/relu.png "), ("actfig ren", "actfig render "),
      ("actfig hook ch", "actfig hook check "), ("actfig render --output O", "actfig render --output Output/"),
      ("actfig check --report bl", "actfig check --report blog/"), ("actfig render --dry", "actfig render --dry-run "),
      ("actfig render --only mi", "actfig render --only mish "),
      ("actfig stats --only relu mi", "actfig stats --only relu mish "),
      ("actfig render --only an", "actfig render --only an\\ act "),
      ("actfig render blog/config.json --only swish-beta-2", "actfig render blog/config.json --only swish-beta-2 "),
      ("actfig render my\\ dir/config.json --only ge", "actfig render my\\ dir/config.json --only gelu "),
      ("actfig render --set activations.0.title=T --only mi", "actfig render --set activations.0.title=T --only mish "),
      ("actfig render --only z", #"actfig render --only z\$\(touch\ ran\)\`touch\ ran\` "#),
      ("actfig render --set sam", "actfig render --set samples="),
      ("actfig render --set figure.d", "actfig render --set figure.dpi="),
      ("actfig render nothing.json --only mi", "actfig render nothing.json --only mi"),
    ]
    let lines = try type(cases.map { $0.0 + "\t" })
    for (typed, line) in cases { #expect(lines.contains("[" + line + "]"), "\(typed): \(lines)") }
    #expect(tool.bytes(of: "ran") == nil)
  }

  @Test("Bash shows all candidates of the kind that is expected, and none of another.")
  func lists() throws {
    let directories = try type(["actfig render --output \t\t"]).joined(separator: "\n")
    for name in ["Output/", "blog/", "my dir/"] { #expect(directories.contains(name), "\(directories)") }
    #expect(!directories.contains("config.json"))
    let names = try type(["actfig render --only \t\t"]).joined(separator: "\n")
    for name in ["relu", "mish", #"an\ act"#] { #expect(names.contains(name), "\(names)") }
    let files = try type(["actfig render \t\t"]).joined(separator: "\n")
    #expect(files.contains("config.json") && files.contains("blog/"))
    #expect(!(try type(["actfig inspect Output/\t\t"])).joined().contains("notes.txt"))
  }

  @Test("Completions for zsh and fish offer names, keys, directories and files.", arguments: ["zsh", "fish"])
  func otherShells(shell: String) throws {
    let script = try tool.run("--generate-completion-script", shell).output
    #expect(script.contains("-- --only ") && script.contains("-- --set "))
    #expect(script.contains(shell == "zsh" ? "_files" : "__actfig_complete_directories"))
    let names = try tool.run(
      ["---completion", "render", "--", "--only", "3", "0", "actfig", "render", "--only", ""],
      environment: ["SAP_SHELL": shell])
    #expect(names.output.split(separator: "\n").prefix(3) == ["relu", "mish", "an act"])
  }

  /// Types each text into one bash and prints the resulting line in brackets.
  private func type(_ texts: [String]) throws -> [String] {
    try tool.write(try tool.run("--generate-completion-script", "bash").output, to: "actfig.bash")
    try tool.write(
      #"""
      show() { printf '\n[%s]\n' "$READLINE_LINE"; READLINE_LINE=; READLINE_POINT=0; }
      bind 'set enable-bracketed-paste off'; bind 'set page-completions off'; bind -x '"\C-x\C-a": show'
      . ./actfig.bash
      : >ready
      """#, to: "rc")
    try tool.write(texts.map { "\($0)\u{18}\u{1}" }.joined(), to: "typed")
    let run = try tool.shell(
      """
      rm -f ready
      (until [ -e ready ]; do sleep 0.05; done; sleep 0.3; cat typed; printf 'exit\\n'; sleep 0.5) |
        script --quiet --command 'bash --noprofile --rcfile rc -i' /dev/null
      """, environment: ["TERM": "dumb", "INPUTRC": "/dev/null"])
    return run.output.split { $0.isNewline }.map(String.init)
  }
}
