import Activations
import PNG

/// A record with settings of figures beside what is its own.
protocol SettingsHolder: Sendable {
  var settings: SettingsConfiguration { get set }
}

/// What a configuration file says, and nothing that it leaves unsaid: every key is optional but `activations`.
///
/// Each value keeps its place in the file, so that what is found out later can still be said there.
struct Configuration: SettingsHolder {
  var schema: Located<String>?
  var settings = SettingsConfiguration()
  /// Names of families and paths, each with its place.
  var fonts: Located<[Located<String>]>?
  var output: Located<OutputConfiguration>?
  var variants: Located<VariantsConfiguration>?
  var figures: Located<FigureChoice>?
  var comparison: Located<ComparisonConfiguration>?
  var activations: Located<[ActivationConfiguration]>?
}

/// The settings that may stand at the top of the file for all figures and in an entry for one.
struct SettingsConfiguration: Sendable {
  var seed: Located<Int>?
  var samples: Located<Int>?
  var bins: Located<Int>?
  var range: Located<ClosedRange<Double>>?
  var step: Located<Double>?
  var figure: Located<FigureConfiguration>?
  var style: Located<StyleConfiguration>?
  var marks: Located<MarksConfiguration>?
}

/// The paper; what is left out comes from the outer settings, key by key.
struct FigureConfiguration: Sendable {
  var width: Located<Double>?
  var height: Located<Double>?
  var dpi: Located<Double>?
}

/// Where the files go and how they are named.
struct OutputConfiguration: Sendable {
  var directory: Located<String>?
  var name: Located<Template>?
  var compression: Located<Compression>?
}

/// In which styles and sizes each figure is drawn.
struct VariantsConfiguration: Sendable {
  var scale: Located<[Double]>?
  var theme: Located<[StyleName]>?
}

/// Which figures are drawn.
enum FigureChoice: String, Sendable, CaseIterable {
  /// One of each function.
  case each
  /// One of all functions.
  case comparison
  case both
}

/// What is special about the figure of all functions.
struct ComparisonConfiguration: SettingsHolder {
  var name: Located<String>?
  var title: Located<String>?
  var settings = SettingsConfiguration()
}

/// One entry of `activations`, written as an object or as the mere name of a function.
struct ActivationConfiguration: SettingsHolder {
  /// Byte offset of the entry.
  var offset = 0
  /// Nil where the function is at fault.
  var function: Located<CatalogueEntry>?
  var name: Located<Template>?
  var title: Located<Template>?
  var settings = SettingsConfiguration()
  /// Those given, by name.
  var parameters: [String: Located<Double>] = [:]
  /// A formula in place of a function; the offset is that of the string's opening quote.
  var expression: Located<String>?
  /// The parameters of the formula, in the order of the file.
  var expressionParameters: Located<[ExpressionParameter]>?
  /// Of figures that differ in some numbers; nil for a single one.
  var sweep: Located<Sweep>?
}

/// A named number of a formula.
struct ExpressionParameter: Sendable {
  let name: String
  var value: Double
}

extension ActivationConfiguration {
  /// A parameter of the formula, where there is one of this name; its value can be exchanged, with the place.
  subscript(expressionParameter name: String) -> Located<Double>? {
    get {
      guard let list = expressionParameters, let value = list.value?.first(where: { $0.name == name })?.value else {
        return nil
      }
      return Located(value: value, offset: list.offset)
    }
    set {
      guard let list = expressionParameters, var parameters = list.value, let value = newValue?.value,
        let index = parameters.firstIndex(where: { $0.name == name })
      else { return }
      parameters[index].value = value
      expressionParameters = Located(value: parameters, offset: list.offset)
    }
  }
}
