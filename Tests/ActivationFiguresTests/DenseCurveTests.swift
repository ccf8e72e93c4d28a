import ActivationFigures
import Activations
import Drawing
import Expressions
import Pixels
import Plotting
import Raster
import Statistics
import Testing
import Typography

/// A picture of those points of a curve that can be told apart is that of all points, up to rounding of coverage.
@Suite struct DenseCurveTests {
  private func picture(_ expression: String, holding limit: Int, style: Style) throws -> [UInt8] {
    let function = try ActivationFunction(expression: ParsedExpression(expression), name: "dense")
    let response = try ResponseCurve(of: function, range: -5...5, step: 1e-4, holding: limit)
    let figure = Figure(
      comparing: [ComparedResponse(title: "dense", function: function, response: response)], title: "Dense", width: 8,
      height: 3, dpi: 50, style: style)
    let layout = try FigureLayout(arranging: figure, typefaces: TypefaceFamily(installedWith: []))
    return Pixmap(rendering: DisplayList(drawing: layout)).bytes
  }

  @Test(
    "No pixel of a slowly changing curve differs by more than a step of coverage.",
    arguments: ["x * tanh(softplus(x))", "sin(20 * x) * exp(-x^2 / 9)", "floor(3 * x)", "where(x > 1.2345, x, -x)"])
  func pixelSlowlyChanging(expression: String) throws {
    let whole = try picture(expression, holding: .max, style: .light)
    let reduced = try picture(expression, holding: 0, style: .light)
    let differences = zip(whole, reduced).map { abs(Int($0) - Int($1)) }
    // One of sixteen steps between the colours of curve and paper.
    #expect(differences.max() ?? 255 <= 17)
    #expect(differences.count { $0 > 0 } < differences.count / 100)
  }

  @Test(
    "Only the outermost row of pixels of a rapidly changing curve differs.",
    arguments: ["sin(x * 1e6)", "sqrt(sin(x * 1e6))", "tan(x * 40)"])
  func outermostRowPixels(expression: String) throws {
    let whole = try picture(expression, holding: .max, style: .matplotlib)
    let reduced = try picture(expression, holding: 0, style: .matplotlib)
    #expect(whole.count == reduced.count)
    #expect(zip(whole, reduced).count { abs(Int($0) - Int($1)) > 17 } < whole.count / 200)
  }
}
