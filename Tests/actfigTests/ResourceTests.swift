import Foundation
import Glibc
import Testing

/// No input and no known limit ends the tool by a signal, and memory does not grow with the points of a
/// grid.
@Suite struct ResourceTests {
  @Test(
    "Texts of any size end with a picture or a sentence.",
    arguments: [
      (1_000.0, 721.0, 1.0), (73, 10_000, 1), (150, 60, 100), (1_000, 10_000, 32), (1_000, 1, 1), (1, 10_000, 1),
      (1, 1, 0.1), (999.9, 327, 1),
    ])
  func textSizes(points: Double, dpi: Double, scale: Double) throws {
    let tool = try Tool()
    let width = min(max(6_000 / (dpi * scale), 0.1), 1_000)
    try tool.write(
      """
      {"samples": 20, "figure": {"width": \(width), "height": \(max(width / 8, 0.1)), "dpi": \(dpi)},
       "variants": {"scale": [\(scale)]}, "style": {"fontSize": \(points)}, "activations": ["mish"]}
      """, to: "config.json")
    for arguments in [["render", "config.json"], ["describe", "config.json"]] {
      let run = try tool.run(arguments)
      #expect([0, 1, 2].contains(run.exitCode), "\(run.words)")
      if run.exitCode != 0 { #expect(run.words.contains("."), "\(run.words)") }
    }
  }

  @Test(
    "Any number of jobs draws the same files.",
    arguments: ["9223372036854775807", "4611686018427387904", "1000000", "3"])
  func jobs(jobs: String) throws {
    let tool = try Tool()
    try tool.write(
      """
      {"samples": 20, "figure": {"width": 6, "height": 2}, "style": {"fontSize": 5},
       "activations": ["relu", "mish", "elu"]}
      """, to: "config.json")
    for arguments in [["render"], ["render", "--dry-run"], ["check"]] {
      let run = try tool.run([arguments[0], "config.json"] + arguments.dropFirst() + ["--jobs", jobs])
      #expect(run.exitCode == 0, "\(run.words)")
    }
  }

  @Test("Under a memory limit a run draws the figures that fit.", arguments: ["-v", "-d"])
  func memoryLimit(option: String) throws {
    let tool = try Tool()
    try tool.write(
      #"{"samples": 20, "activations": ["relu", {"function": "mish", "figure": {"width": 80, "height": 80}}]}"#,
      to: "config.json")
    var codes: Set<Int32> = []
    for megabytes in [200, 250, 350, 450, 700, 1_500] {
      let run = try tool.shell(
        """
        ulimit \(option) \(megabytes * 1_000)
        exec actfig render config.json --force --jobs 2
        """)
      codes.insert(run.exitCode)
      #expect([0, 1, 2].contains(run.exitCode), "\(megabytes) MB: \(run.words)")
      if run.exitCode == 1 {
        #expect(run.words.contains("mish.png: It may take 545 MB of memory, but RLIMIT_"))
        #expect(tool.names(in: "Output")?.contains("manifest.json") == true)
      }
    }
    #expect(codes.contains(0) && codes.contains(1))
  }

  @Test("A stack limit that is too small is reported.")
  func stackLimit() throws {
    let tool = try Tool()
    try tool.write(#"{"samples": 20, "activations": ["relu"]}"#, to: "config.json")
    let run = try tool.shell("ulimit -s 512\nexec actfig render config.json")
    #expect(run.exitCode == 2)
    #expect(run.words == "RLIMIT_STACK leaves the process 512 KiB of stack, but it needs at least 1024 KiB.\n")
  }

  /// The loader of shared libraries can report the lack of memory before the tool, with its own exit code.
  @Test("A memory limit that is too small for the start is reported in a sentence.", arguments: ["-v", "-d", "-s"])
  func startLimit(option: String) throws {
    let tool = try Tool()
    let name = ["-v": "RLIMIT_AS", "-d": "RLIMIT_DATA", "-s": "RLIMIT_STACK"][option]!
    // Below this limit the system cannot load the program, of 24 MB without optimization, and ends it before it starts.
    let least = ["-v": 32_000, "-d": 20_000, "-s": 0][option]!
    var codes: Set<Int32> = []
    for kilobytes in [32, 64, 200, 1_000, 2_000, 4_000, 8_000, 12_000, 16_000, 20_000, 24_000, 32_000, 60_000, 120_000]
    {
      guard kilobytes >= least else { continue }
      let run = try tool.shell("ulimit \(option) \(kilobytes)\nexec actfig --version")
      codes.insert(run.exitCode)
      #expect([0, 2, 127].contains(run.exitCode), "\(kilobytes) KB: \(run.words)")
      if run.exitCode == 2 {
        #expect(run.words.hasPrefix("\(name) leaves the process ") && run.words.hasSuffix("iB.\n"), "\(run.words)")
      }
    }
    #expect(codes.contains(0) && codes.count > 1)
  }

  @Test("Memory does not grow with the weights of sampled networks.")
  func networks() throws {
    let tool = try Tool()
    // Two matrices of this width hold 268 MB.
    let text = """
      {"figures": "depth", "activations": ["mish"], "depth": {"layers": 60, "networks": {"width": 4096, "number": 2}}}
      """
    try tool.write(text, to: "config.json")
    let peak = try tool.peakMemory(of: ["render", tool.directory.appending(path: "config.json").path])
    #expect(peak.exitCode == 0)
    #expect(peak.bytes < 100_000_000, "\(peak.bytes >> 20) MiB")
  }

  @Test(
    "Memory does not grow with the points of a grid.",
    arguments: [
      #"{"step": 4e-5, "activations": [{"name": "a", "expression": "sin(x*1e6)"}]}"#,
      #"{"step": 4e-5, "activations": ["mish"]}"#,
      """
      {"step": 1e-4, "figures": "comparison",
       "activations": [{"name": "a", "expression": "sin(x*1e6)"}, {"name": "b", "expression": "cos(x*1e6)"}]}
      """,
    ])
  func grids(text: String) throws {
    let tool = try Tool()
    try tool.write(text, to: "config.json")
    for subcommand in ["render", "describe"] {
      let peak = try tool.peakMemory(of: [subcommand, tool.directory.appending(path: "config.json").path])
      #expect(peak.exitCode == 0)
      #expect(peak.bytes < 100_000_000, "\(peak.bytes >> 20) MiB")
    }
  }
}

extension Tool {
  /// Runs the tool to its end without reading its output, and returns the peak of its memory.
  ///
  /// The system's status of the running process is read every millisecond. The peak of wait4(2) would be that of
  /// the tests, whose memory the process shares until its program is loaded.
  func peakMemory(of arguments: [String]) throws -> (exitCode: Int32, bytes: Int) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    let path = try Self.executable.path
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    try #require(posix_spawn(&process, path, &actions, nil, &words, environ) == 0)
    var (status, peak) = (Int32(), 0)
    while waitpid(process, &status, WNOHANG) != process {
      // The line is missing while the process ends.
      let record = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
      let line = record.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      peak = max(peak, line.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
      usleep(1_000)
    }
    try #require(peak > 0)
    // The signal that ended the process.
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F), peak << 10)
  }
}
