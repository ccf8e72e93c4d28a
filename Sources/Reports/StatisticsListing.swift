import Activations
import Configuration
import Descriptions
import Expressions
import JSON
import Numerals
import Pipeline
import Plans
import Statistics
import Tables
import Text

/// The statistics of one figure.
public struct FigureStatistics: Sendable {
  /// The name of the figure.
  public let name: String
  /// The function with its parameters.
  public let function: ActivationFunction
  /// The distribution of the outputs.
  public let output: Distribution
  /// The exact moments, and the diagnostics of the samples.
  public let diagnostics: ActivationDiagnostics
  /// How the function is multiplied by a second normal number; nil for a function of one number.
  public let gate: GateForm?
  /// What is said of the function in a deep network; nil where it was not asked for.
  let depth: DepthProperties?
}

extension RenderPlan {
  /// Studies the function of every figure. No typeface is needed, because nothing is laid out.
  ///
  /// - Parameters:
  ///   - jobs: The number of functions studied at the same time, at least one.
  ///   - includesDepth: Whether the numbers for deep networks are computed and the properties proved, which takes some
  ///     milliseconds for each function.
  /// - Returns: One result for each function, in the order of the plan. Variants of a figure have one result, and
  ///   figures without samples have none.
  public func statistics(
    jobs: Int = Batch.defaultJobCount, includingDepth includesDepth: Bool = true
  ) async -> Batch.Results<FigureStatistics> {
    var names: Set<String> = []
    let places = figures.indices.filter {
      figures[$0].hasSamples && names.insert(figures.names(at: $0).figure).inserted
    }
    return await figures.keeping(places).results(jobs: jobs) {
      figure, input, _ in
      let study = try FigureRenderer.functionStudy(of: figure, from: input)
      return .finished(
        FigureStatistics(
          name: figure.name, function: study.function, output: study.output, diagnostics: study.diagnostics,
          gate: study.gate,
          depth: includesDepth && study.gate == nil
            ? DepthProperties(of: study.function, moments: study.diagnostics.exact) : nil))
    }
  }
}

/// The statistics of several figures, for people and for programs.
///
/// For people, an exact moment without a number is `does not exist` or `not to be had`, and any other missing number is
/// `none`. In CSV it is empty; in JSON it is null, beside the reason. A proved property without proof is `not known`.
public struct StatisticsListing: Sendable {
  let figures: [FigureStatistics]

  /// Creates a list with one line per figure, in the order given.
  public init(of figures: [FigureStatistics]) { self.figures = figures }

  /// A table with aligned columns. It ends with a line feed.
  public var table: String { table(width: nil) }

  /// A table with aligned columns. It ends with a line feed.
  ///
  /// - Parameter width: The columns of the terminal into which the table is fitted; nil for one line per figure.
  public func table(width: Int?) -> String { roundedTable.plain(width: width) }

  /// The table in Markdown. It ends with a line feed.
  public var markdown: String { roundedTable.markdown }

  /// All numbers in full as comma-separated values (RFC 4180), with a header line.
  public var csv: String {
    let first = [
      "name", "sampleCount", "excludedCount", "mean", "std", "exactMean", "exactStd", "deadShare", "saturatedShare",
      "nearlySaturatedShare", "gradientGain", "signalGain", "rangeMinimum", "rangeMaximum", "smoothness",
    ]
    let rows = figures.map { figure in
      let (exact, sampled) = (figure.diagnostics.exact, figure.diagnostics.sampled)
      let numbers: [Double?] = [
        figure.output.mean, figure.output.standardDeviation, exact.mean.value, exact.standardDeviation.value,
        sampled.deadShare,
        sampled.saturatedShare, sampled.nearlySaturatedShare, exact.gradientGain.value,
        exact.signalGain.value, sampled.range.map { Double($0.lowerBound) },
        sampled.range.map { Double($0.upperBound) },
      ]
      return [figure.name, String(figure.output.sampleCount), String(figure.output.excludedCount)]
        + numbers.map { number in number.flatMap { $0.isFinite ? String(shortest: $0) : nil } ?? "" }
        + [Smoothness(figure.diagnostics.breakpoints).description] + depthCells(of: figure)
    }
    let heads = first + Self.depthHeads
    return TextTable(heads: heads, alignments: heads.map { _ in .left }, rows: rows).csv
  }

  /// All numbers in full, with point masses, kinks and jumps: an array with one element per figure.
  public var json: JSONValue {
    .array(
      figures.map { figure in
        var members: [JSONValue.Member] = [
          JSONValue.Member(key: "name", value: .string(figure.name)),
          JSONValue.Member(key: "function", value: .string(figure.function.entry.name)),
        ]
        if let gate = figure.gate { members.append(JSONValue.Member(key: "gate", value: .string(gate.formula))) }
        if let expression = figure.function.expression {
          members.append(JSONValue.Member(key: "expression", value: .string(expression)))
        }
        if let table = figure.function.table {
          members.append(JSONValue.Member(key: "table", value: JSONValue(table)))
        }
        return .object(members)
          + [
            "parameters": JSONValue(parametersOf: figure.function),
            "sampleCount": JSONValue(figure.output.sampleCount),
            "excludedCount": JSONValue(figure.output.excludedCount),
            "mean": .number(figure.output.mean),
            "std": .number(figure.output.standardDeviation),
            "exact": JSONValue(figure.diagnostics.exact),
            "diagnostics": JSONValue(figure.diagnostics),
          ] + (figure.depth.map { JSONValue($0) } ?? [:])
      })
  }

  private var roundedTable: TextTable {
    let heads = [
      "name", "mean", "std", "exact mean", "exact std", "dead", "|f'| < 0.01", "|f'| < 0.1", "gradient gain",
      "signal gain", "range", "smoothness",
    ]
    return TextTable(
      heads: heads, alignments: heads.map { $0 == heads.first || $0 == heads.last ? .left : .right },
      rows: figures.map { figure in
        let (exact, sampled) = (figure.diagnostics.exact, figure.diagnostics.sampled)
        return [
          figure.name.printable, text(figure.output.mean), text(figure.output.standardDeviation),
          text(exact.mean, digits: 6), text(exact.standardDeviation, digits: 6), percent(sampled.deadShare),
          percent(sampled.saturatedShare), percent(sampled.nearlySaturatedShare), text(exact.gradientGain),
          text(exact.signalGain), text(sampled.range), Smoothness(figure.diagnostics.breakpoints).description,
        ]
      })
  }

  func text(_ moment: ExactMoment, digits: Int = 5) -> String {
    moment.value == nil ? moment.words : text(moment.value, digits: digits)
  }

  func text(_ value: Double?, digits: Int = 5) -> String {
    value.flatMap { $0.isFinite ? String($0, significantDigits: digits) : nil } ?? "none"
  }

  private func text(_ range: ClosedRange<Float>?) -> String {
    range.map { text(Double($0.lowerBound)) + " to " + text(Double($0.upperBound)) } ?? "none"
  }

  private func percent(_ share: Double) -> String { String(100 * share, decimals: 2) + " %" }
}
