import Foundation
import Testing

@Suite
struct SampleCommandTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  /// The output of the tool as bytes.
  private func bytes(_ arguments: String...) throws -> Data {
    let (process, pipes) = try tool.start(arguments)
    let output = pipes.output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return output
  }

  @Test(
    "A text has one number a line, and reads back as the numbers of the other format.",
    arguments: [1, 15, 10_000, 70_000])
  func formats(count: Int) throws {
    let text = try tool.run("sample", "--seed", "7", "--samples", "\(count)")
    #expect(text.exitCode == 0 && text.words == "" && text.output.hasSuffix("\n"))
    let numbers = text.output.split(separator: "\n").compactMap { Float($0) }
    #expect(numbers.count == count && text.output.split(separator: "\n").allSatisfy { !$0.hasSuffix(".0") })
    let array = try bytes("sample", "--seed", "7", "--samples", "\(count)", "--format", "npy")
    #expect(array.count == 128 + 4 * count)
    #expect(
      array[128...].elementsEqual(numbers.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }))
  }

  @Test("The defaults are the seed and the number of samples of a configuration without them.")
  func defaults() throws {
    let run = try tool.run("sample")
    // The first numbers of torch.manual_seed(0); torch.randn(10000).
    #expect(run.output.hasPrefix("-1.1258398\n-1.1523602\n-0.25057858\n"))
    #expect(try run.output == tool.run("sample", "--seed", "0", "--samples", "10000", "--output", "-").output)
    #expect(try run.output != tool.run("sample", "--seed", "1").output)
  }

  @Test("The header of a file of NumPy is the one that NumPy writes.")
  func header() throws {
    let dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }"
    var header = Data([0x93] + Array("NUMPY".utf8) + [1, 0, 0x76, 0]) + Data(dictionary.utf8)
    header += Data(repeating: 0x20, count: 127 - header.count) + Data("\n".utf8)
    #expect(try bytes("sample", "--samples", "3", "--format", "npy").prefix(128) == header)
  }

  @Test(
    "The points of a figure are those of torch.arange in the style matplotlib, and multiples of the step in others.")
  func grid() throws {
    let points = try tool.run("sample", "--grid", "-5,5,0.1")
    #expect(points.exitCode == 0 && points.words == "")
    let lines = points.output.split(separator: "\n")
    #expect(lines.count == 100 && lines[0] == "-5" && lines[1] == "-4.900000095367432")
    let exact = try tool.run("sample", "--grid=-5,5,0.1", "--style", "dark").output.split(separator: "\n")
    #expect(exact.compactMap { Double($0) } == (0..<100).map { -5 + Double($0) * 0.1 })
    let array = try bytes("sample", "--grid", "0,2,1", "--format", "npy")
    #expect(
      array[128...].elementsEqual([0.0, 1].flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }))
    #expect(String(decoding: array.prefix(128), as: UTF8.self).contains("'<f8'"))
  }

  @Test("The curve of a figure has the points of the grid.")
  func curve() throws {
    for style in ["matplotlib", "light"] {
      let run = try tool.run(
        "describe", "-", input: #"{"style": "\#(style)", "range": [-2, 3], "step": 0.3, "activations": ["mish"]}"#)
      let grid = try tool.run("sample", "--grid", "-2,3,0.3", "--style", style).output
      let points = grid.split(separator: "\n").joined(separator: ", ")
      #expect(points.hasPrefix("-2, ") && run.output.contains(#""x": [\#(points)]"#))
    }
  }

  @Test("A file is written as a whole, in the format of its name.")
  func file() throws {
    #expect(try tool.run("sample", "--samples", "5", "-o", "a.npy").exitCode == 0)
    #expect(try tool.run("sample", "--samples", "5", "-o", "a.txt").exitCode == 0)
    #expect(try tool.bytes(of: "a.npy") == bytes("sample", "--samples", "5", "--format", "npy"))
    #expect(try tool.bytes(of: "a.txt") == bytes("sample", "--samples", "5"))
    let refused = try tool.run("sample", "-o", "/dev/null")
    #expect(refused.exitCode == 2 && refused.words == "Cannot write /dev/null: it is a pipe, a socket or a device.\n")
    #expect(try tool.run("sample", "-o", "missing/a.txt").words.hasPrefix("Cannot write missing/a.txt: "))
    #expect(tool.names() == ["a.npy", "a.txt"])
  }

  @Test("A reader that goes away ends the command with success, and a full disk with 2.")
  func closedOutput() throws {
    let gone = try tool.shell("{ actfig sample --samples 1000000000; echo $? >code; } | head -n 1; cat code")
    #expect(gone.output == "-1.1258398\n0\n" && gone.words == "")
    let full = try tool.shell("actfig sample --samples 1000000000 >/dev/full || echo $?")
    #expect(full.output == "2\n" && full.words == "Cannot write the standard output: the disk is full.\n")
  }

  @Test("An interruption stops the command, and leaves no file.")
  func interruption() throws {
    let (process, pipes) = try tool.start(["sample", "--samples", "1000000000", "-o", "a.npy"])
    while tool.names()?.isEmpty != false { usleep(10_000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130 && tool.names() == [])
    #expect(pipes.words.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test("Memory does not grow with the number of samples.")
  func memory() throws {
    // 40 million samples are 160 MB.
    let run = try tool.shell(
      "ulimit -v 150000; actfig sample --samples 40000000 --format npy | tail -c 4 | od -An -tx1")
    #expect(run.exitCode == 0 && run.words == "" && run.output.split(separator: " ").count == 4)
  }

  @Test(
    "A fault of usage ends the command with 2 and a sentence.",
    arguments: [
      (["--seed", "-1"], "The value of '--seed' must be from 0 to 9223372036854775807, but is -1."),
      (["--samples", "0"], "The value of '--samples' must be from 1 to 1000000000, but is 0."),
      (["--grid", "1,2"], "a grid is written as three numbers with commas: -5,5,0.1"),
      (["--grid", "1,2,nan"], "a grid is written as three numbers with commas: -5,5,0.1"),
      (["--grid", "2,1,1"], "the upper end must be greater than the lower end"),
      (["--grid", "1,2,-1"], "the step must be greater than 0"),
      (["--grid", "1,2,1e-9"], "A grid from 1.0 up to 2.0 in steps of 1e-09 has more than 1000000 points."),
      (["--grid", "1,2,1", "--samples", "3"], "cannot be used with '--samples'."),
      (["--style", "dark"], "'--style' requires '--grid'."),
      (["--format", "csv"], "Please provide one of 'text' and 'npy'."),
    ])
  func faults(arguments: [String], sentence: String) throws {
    let run = try tool.run(["sample"] + arguments)
    #expect(run.exitCode == 2 && run.output == "" && run.words.contains(sentence), "\(run.words)")
  }

  @Test("A terminal is refused the numbers as bytes.")
  func terminal() throws {
    let run = try tool.shell("script -qec 'actfig sample --format npy' /dev/null </dev/null || echo $?")
    #expect(run.output.contains("Name a file with '--output'.") && run.output.hasSuffix("2\n"))
  }
}
