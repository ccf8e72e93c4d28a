import Activations
import Expressions
import JSON
import Tables

/// One file of a run: a figure, or a variant of it, with every setting resolved. The variants of a figure have its name in
/// common.
///
/// A plan never changes, so that it is a reference which several lists share.
public final class FigurePlan: Sendable {
  /// The name by which the figure is selected and from which the name of its file is made.
  public let name: String
  /// The path of the file relative to the output directory.
  public let fileName: String
  /// The title above the figure.
  public let title: String
  /// The function or functions that the figure shows.
  public let subject: FigureSubject
  /// The settings by which the figure is sampled and drawn.
  public let settings: FigureSettings
  /// The factor of the resolution by which this file differs from others of the figure: 2 for `mish@2x.png`, 1 for a figure
  /// without variants of scale. The figure is shown at the size of its pixels divided by this factor.
  public let scale: Double

  package init(
    name: String, fileName: String, title: String, subject: FigureSubject, settings: FigureSettings, scale: Double = 1
  ) {
    (self.name, self.scale) = (name, scale)
    self.fileName = fileName
    self.title = title
    self.subject = subject
    self.settings = settings
  }

  /// The function of the figure, or the first function of several. It is made anew by every call.
  public var function: ActivationFunction {
    switch subject {
    case .function(let plan): plan.function
    case .comparison(let functions), .family(_, let functions), .depth(let functions): functions[0].plan.function
    }
  }

  /// The functions of a comparison, a family or a figure of depth; none for a figure of one function with its samples.
  package var comparedFunctions: [ComparedFunction] {
    switch subject {
    case .function: []
    case .comparison(let functions), .family(_, let functions), .depth(let functions): functions
    }
  }

  /// The name of the parameter by which the functions of a family differ; nil for a figure that shows no family.
  package var sweptParameter: String? { if case .family(let name, _) = subject { name } else { nil } }

  /// Whether the figure shows samples of one layer: neither a comparison, nor a family, nor a figure of depth.
  public var hasSamples: Bool { settings.kind == .function }

  /// Whether the figure shows sampled networks: those of a single function, beside its exact lines.
  package var showsNetworks: Bool {
    settings.kind.showsDepth && settings.depth.networks != nil && comparedFunctions.count == 1
      && settings.panels.contains(.signal)
  }
}

/// The function or functions that a figure shows.
public enum FigureSubject: Sendable {
  /// A single function, with its samples.
  case function(FunctionPlan)
  /// A comparison of one or more functions in the same panels.
  case comparison([ComparedFunction])
  /// A function with several values of one parameter, in increasing order. The titles of the functions are the values as
  /// texts.
  case family(parameter: String, [ComparedFunction])
  /// Functions in deep random networks: one, or several in the same panels.
  case depth([ComparedFunction])
}

/// A function of a comparison.
public struct ComparedFunction: Sendable {
  /// The name of the function in the legend, or the value of the parameter in a family.
  public let title: String
  /// The function itself.
  public let plan: FunctionPlan

  /// Names a function.
  package init(title: String, plan: FunctionPlan) { (self.title, self.plan) = (title, plan) }
}

// MARK: - Functions

/// The function of a figure with values for its parameters, before it is bound.
///
/// A plan holds it in place of an `ActivationFunction`, because the compiled program of a formula takes more memory than
/// everything else in the plan of its figure, and is needed only while the figure is made.
public struct FunctionPlan: Sendable {
  /// The declaration of the function, which all figures of an entry share.
  private indirect enum Source: Sendable {
    case catalogue(CatalogueEntry)
    case formula(ParsedExpression)
    case table(TabulatedActivation)
  }

  /// The name of the catalogue's function; a formula and a table have the name of their figure.
  public private(set) var name: String
  private let source: Source
  private var parameterValues: [Double]
  /// The factor by which the function is multiplied; nil for a function of one number.
  public package(set) var gate: Gate?

  /// Makes a function of the catalogue whose parameters have their defaults.
  package init(_ entry: CatalogueEntry) {
    (name, source, parameterValues) = (entry.name, .catalogue(entry), entry.parameters.map(\.defaultValue))
  }

  /// Makes a formula, which has no name yet.
  package init(_ expression: ParsedExpression, parameterValues: [Double]) {
    (name, source, self.parameterValues) = ("", .formula(expression), parameterValues)
  }

  /// Makes the function of a table, which has no name yet.
  package init(_ table: TabulatedActivation) { (name, source, parameterValues) = ("", .table(table), []) }

  /// The function with other values of its parameters.
  ///
  /// - Parameters:
  ///   - figureName: The name of the figure, which becomes that of a formula or a table.
  ///   - isChecked: Whether a formula is known to admit the values, so that it need not be compiled.
  /// - Throws: An error if a formula passes inadmissible values to a function of the catalogue.
  package func setting(
    _ values: [Double], figureName: String, isChecked: Bool = false
  ) throws(ExpressionError) -> FunctionPlan {
    var plan = self
    plan.parameterValues = values
    if entry == nil { plan.name = figureName }
    guard !isChecked, case .formula(let expression) = source else { return plan }
    _ = try ActivationFunction(expression: expression, parameterValues: values, name: figureName)
    return plan
  }

  /// The function in the catalogue; nil for a formula and a table.
  package var entry: CatalogueEntry? { if case .catalogue(let entry) = source { entry } else { nil } }

  /// The title of the gated pair or of the catalogue's function, or the name of the figure of a formula or a table.
  package var title: String { gate.map { $0.title ?? name } ?? entry?.title ?? name }

  /// The formula; nil for a function of the catalogue.
  package var expression: String? { if case .formula(let expression) = source { expression.source } else { nil } }

  /// The table; nil for any other function.
  package var table: TabulatedActivation? { if case .table(let table) = source { table } else { nil } }

  /// The names and values of the parameters, in their order.
  package var parameters: [(name: String, value: Double)] {
    let names =
      switch source {
      case .catalogue(let entry): entry.parameters.map(\.name)
      case .formula(let expression): expression.parameterNames
      case .table: [String]()
      }
    return zip(names, parameterValues).map { (name: $0, value: $1) }
  }

  /// The function with its parameters bound. A formula is compiled at each access.
  public var function: ActivationFunction {
    switch source {
    case .catalogue(let entry):
      return ActivationFunction(entry, parameterValues: parameterValues)
    case .table(let table):
      return ActivationFunction(table: table, name: name)
    case .formula(let expression):
      do throws(ExpressionError) {
        return try ActivationFunction(expression: expression, parameterValues: parameterValues, name: name)
      } catch {
        preconditionFailure("The values of a formula's parameters are checked when it is planned.")
      }
    }
  }
}

extension Faults {
  /// Reports an error of a formula at the character that causes it.
  ///
  /// - Parameter opening: The byte offset of the string that holds the formula.
  package mutating func report(_ error: ExpressionError, inStringAt opening: Int) {
    report(at: source.offset(ofByte: error.offset, inStringAt: opening), error.message)
  }
}

extension SourceText {
  /// The offset in the source of a byte of a string's text. If the byte comes from an escape sequence, this is the offset of
  /// the sequence.
  ///
  /// - Parameters:
  ///   - byte: The offset of the byte in the text in UTF-8. The end of the text stands for the closing quote.
  ///   - opening: The offset of the opening quote of a string without faults, or of the first byte of a text without quotes
  ///     in an option.
  fileprivate func offset(ofByte byte: Int, inStringAt opening: Int) -> Int {
    guard opening < bytes.count, "\"" ~= bytes[opening] else { return min(opening + byte, bytes.count) }
    var (index, passed) = (opening + 1, 0)
    while passed < byte, index < bytes.count {
      let (spelling, text) = lengths(at: index)
      index += spelling
      passed += text
    }
    return min(index, bytes.count)
  }

  /// The number of bytes that a character takes in the source, and the number that it takes in the text of its string.
  private func lengths(at index: Int) -> (spelling: Int, text: Int) {
    guard "\\" ~= bytes[index] else { return (1, 1) }
    guard "u" ~= bytes[index + 1] else { return (2, 1) }
    let digits = String(decoding: bytes[(index + 2)..<min(index + 6, bytes.count)], as: UTF8.self)
    let unit = UInt32(digits, radix: 16) ?? 0
    if 0xD800...0xDFFF ~= unit { return (12, 4) }
    return (6, unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3)
  }
}
