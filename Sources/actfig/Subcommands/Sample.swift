import Activations
import ArgumentParser
import Configuration
import Pipeline
import Plans
import Reports
import Sampling
import Statistics
import System

/// The subcommand `sample`, which writes the samples of a figure, or the points at which it shows the function.
struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Writes the samples that a figure is made of, or the points of its curve, as numbers.",
    discussion: """
      The samples are the single-precision numbers of 'torch.manual_seed(seed); torch.randn(samples)' in PyTorch. With \
      --grid the points at which a figure shows the function are written instead, in double precision. A text has one \
      number a line, in the shortest form that reads back as the same number. Memory does not grow with the number of \
      samples.
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("The seed of the samples.", valueName: "n"))
  var seed: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of samples.", valueName: "n"))
  var samples: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Write the points at which a figure with this range and step shows the function, e.g. -5,5,0.1, instead of the samples.
      """, valueName: "lower,upper,step"),
    transform: GridOption.init(parsing:))
  var grid: GridOption?

  @Option(
    help: """
      With --grid: the style of the figure. In the style matplotlib the points are those of torch.arange in single precision, \
      in the others lower + i · step in double precision. (default: matplotlib)
      """)
  var style: StyleName?

  @Option(help: "The format of the numbers. (default: npy if the name of the file ends in .npy, otherwise text)")
  var format: NumberEncoding?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of the standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    try check(seed, of: "--seed", in: Limits.seed)
    try check(samples, of: "--samples", in: Limits.samples)
    if grid != nil, let name = seed != nil ? "--seed" : samples != nil ? "--samples" : nil {
      throw ValidationError("'--grid' writes points that do not depend on samples, and cannot be used with '\(name)'.")
    }
    if style != nil, grid == nil { throw ValidationError("'--style' requires '--grid'.") }
    if encoding == .npy, file == nil, StandardStream.output.isTerminal {
      throw ValidationError("The format npy cannot be shown by the terminal. Name a file with '--output'.")
    }
  }

  private func check(_ value: Int?, of option: String, in range: ClosedRange<Int>) throws {
    guard let value, !range.contains(value) else { return }
    throw ValidationError(
      "The value of '\(option)' must be from \(range.lowerBound) to \(range.upperBound), but is \(value).")
  }

  /// The file that is written; nil for the standard output.
  private var file: String? { output == OutputOptions.standardOutput ? nil : output }

  private var encoding: NumberEncoding { format ?? (file?.lowercased().hasSuffix(".npy") == true ? .npy : .text) }

  func run() throws {
    let interruption = Interruption()
    // A terminal that shows the numbers has no room for their progress.
    let isQuiet = file == nil && StandardStream.output.isTerminal
    finish(jobs: 1, watching: interruption, quietly: isQuiet) { _ in
      do {
        if let file {
          try OutputDirectory.write(toFile: file) { append in try write { try append($0) } }
        } else {
          try write { bytes in
            Console.print(bytes)
            if Console.isOutputClosed { throw OutputClosed() }
          }
        }
      } catch is OutputClosed {
        // The console has reported it, unless the reader has gone away.
      } catch is CancellationError {
        return interruption.exitCode ?? .failure
      }
      return .success
    }
  }

  /// The standard output takes no more numbers.
  private struct OutputClosed: Error {}

  /// Passes the bytes of all numbers to a function, block by block.
  private func write(to append: ([UInt8]) throws -> Void) throws {
    if let grid {
      let points = try grid.points(in: (style ?? .matplotlib).gridPrecision)
      return try append(encoding.header(count: points.count, of: Double.self) + encoding.bytes(of: points))
    }
    let settings = FigureSettings()
    let stream = SampleStream(seed: seed.map(UInt64.init) ?? settings.seed, count: samples ?? settings.samples)
    SamplingProgress.current?.add(total: stream.count)
    try append(encoding.header(count: stream.count, of: Float.self))
    try stream.forEachBlock { (block) throws in
      try Task.checkCancellation()
      try append(encoding.bytes(of: block))
      SamplingProgress.current?.add(read: block.count)
    }
  }
}

/// The value of the option `--grid`.
struct GridOption {
  private let range: ClosedRange<Double>
  private let step: Double

  /// Parses the value of the option.
  ///
  /// - Throws: `ValidationError`, which the parser prints after the text itself.
  init(parsing text: String) throws {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0) }.filter(\.isFinite)
    guard parts.count == 3, numbers.count == 3 else {
      throw ValidationError("a grid is written as three numbers with commas: -5,5,0.1")
    }
    guard numbers[0] < numbers[1] else { throw ValidationError("the upper end must be greater than the lower end") }
    guard numbers[2] > 0 else { throw ValidationError("the step must be greater than 0") }
    (range, step) = (numbers[0]...numbers[1], numbers[2])
  }

  /// The points from the lower end up to, not including, the upper end.
  ///
  /// - Throws: `StudyError` if there are too many points.
  func points(in precision: GridPrecision) throws -> [Double] {
    let grid = try ResponseGrid(over: range, step: step, precision: precision)
    return (0..<grid.count).map { grid[$0] }
  }
}

extension StyleName: ExpressibleByArgument {}

extension NumberEncoding: ExpressibleByArgument {}
