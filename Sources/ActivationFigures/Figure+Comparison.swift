import Activations
import Plotting
import Statistics

/// One function of a comparison, with its values over a grid.
public struct ComparedResponse: Sendable {
  /// The name in the legend.
  public var title: String
  /// The function that is compared.
  public var function: ActivationFunction
  /// The values and derivatives of the function.
  public var response: ResponseCurve
  /// The second derivative; nil if no panel shows it.
  public var secondDerivative: SecondDerivativeCurve?

  /// Creates one function of a comparison.
  public init(
    title: String, function: ActivationFunction, response: ResponseCurve, secondDerivative: SecondDerivativeCurve? = nil
  ) {
    self.secondDerivative = secondDerivative
    self.title = title
    self.function = function
    self.response = response
  }
}

extension Figure {
  /// The greatest number of curves that are all named at their ends; a legend names more of them.
  private static let mostNamesAtEnds = 6
  /// The greatest numbers of functions whose jumps have dots, and of these dots in a panel.
  private static let (mostFunctionsWithDots, mostDots) = (4, 8)
  /// The greatest number of curves of a family that are named: more names do not fit beside an ordinary panel.
  private static let mostNamesOfFamily = 11

  /// Creates a figure of several functions: unless other panels are asked for, with their values on the left and their
  /// derivatives on the right.
  ///
  /// The first function has the first colour of the palette, and so on; a family has ordered colours. Curves are named at
  /// their ends if the style does so and if they are few. Otherwise one legend names them all; it is outside of the frame if
  /// it would cover a curve inside.
  ///
  /// - Parameters:
  ///   - parameter: The name of the number by which the functions of a family differ and in whose order they are; nil if they
  ///     are no family.
  ///   - presentation: The panels, their arrangement and the ranges of their axes.
  ///   - width: The width in inches.
  ///   - height: The height in inches.
  ///   - dpi: The number of pixels in an inch.
  ///   - marks: The annotations, of which `breaks`, `axisLabels`, `guides` and `caption` have an effect.
  public init(
    comparing functions: [ComparedResponse], by parameter: String? = nil, title: String,
    as presentation: StudyPresentation = StudyPresentation(), width: Double, height: Double, dpi: Double,
    style: Style = .matplotlib, marks: StudyMarks = .none
  ) {
    let isFamily = parameter != nil
    let words = presentation.panels ?? (isFamily ? [.value] : [.value, .derivative])
    let responses = functions.map {
      BrokenResponse($0.response, $0.secondDerivative, of: $0.function, breaks: marks.breaks)
    }
    let areNamedAtEnds = style.legend.isAtEnds && (isFamily || functions.count <= Self.mostNamesAtEnds)
    let guides = marks.guides ? Guides(of: functions.map(\.function)) : nil
    // Of many curves in order, some names tell the others.
    let stride = (functions.count - 1) / Self.mostNamesOfFamily + 1
    let panels = words.enumerated().map { place, word in
      let shown = responses.map { $0.curve(word) }
      let hasDots =
        !isFamily && style.alternatesCoincidentCurves && functions.count <= Self.mostFunctionsWithDots
        && shown.reduce(0) { $0 + $1.endPoints.count } <= Self.mostDots
      let curves = functions.indices.map { index in
        var curve = shown[index]
        // Many dots would hide the curves.
        if !hasDots { curve.endPoints = [] }
        curve.color =
          isFamily ? .ordered(functions.count == 1 ? 1 : Double(index) / Double(functions.count - 1)) : .palette(index)
        let isNamed = isFamily ? index.isMultiple(of: stride) || index == functions.count - 1 : true
        if isNamed, areNamedAtEnds || place == words.count - 1 { curve.label = functions[index].title }
        return Mark.curve(curve)
      }
      var panel = Panel(
        title: parameter.map { "\(word.curveTitle) by \($0)" }
          ?? (words.count == 1 && marks.axisLabels ? "" : word.curveTitle),
        marks: (guides?.lines(in: word) ?? []).map(Mark.line) + curves,
        legendPlace: areNamedAtEnds ? .atEnds : .insideIfClear)
      panel.setAxisLabels("x", word.curveSymbol, if: marks.axisLabels)
      panel.present(word, as: presentation)
      return panel
    }
    self.init(
      title: title, panels: panels, columns: presentation.arrangement.columns(of: words.count),
      caption: marks.caption ? panels.curveNotes.joined(separator: " ") : "", width: width, height: height,
      resolution: Resolution(dotsPerInch: dpi), style: style)
  }
}
