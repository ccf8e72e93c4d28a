import Expressions
import Plotting
import Sampling
import Testing

@testable import ActivationFigures
@testable import Activations
@testable import Statistics

@Suite struct MarkTests {
  private func function(_ name: String, _ values: Double...) throws -> ActivationFunction {
    let entry = try #require(Catalogue.entry(named: name))
    return values.isEmpty ? ActivationFunction(entry) : ActivationFunction(entry, parameterValues: values)
  }

  private func broken(_ function: ActivationFunction, step: Double = 0.3) throws -> BrokenResponse {
    let response = try ResponseCurve(of: function, range: -2...2, step: step)
    return BrokenResponse(response, of: function, breaks: true)
  }

  @Test("A kink is a point of the value and a gap of the derivative.")
  func kinkPointValue() throws {
    let response = try broken(function("relu"))
    let corner = try #require(response.value.x.firstIndex(of: 0))
    #expect(response.value.y[corner].magnitude < 1e-300)
    #expect(response.value.y.allSatisfy(\.isFinite) && response.value.endPoints.isEmpty)
    #expect(response.derivative.x.filter { $0 == 0 }.count == 3)
    #expect(response.derivative.y.filter(\.isNaN).count == 1)
    #expect(
      response.derivative.endPoints == [
        EndPoint(x: 0, y: 0, isTaken: true), EndPoint(x: 0, y: 1, isTaken: false),
      ])
  }

  @Test("A jump ends both pieces at their one-sided values.")
  func jumpEndsPieces() throws {
    let response = try broken(function("hardshrink", 0.5))
    let ends = response.value.endPoints
    #expect(ends.map(\.x) == [-0.5, -0.5, 0.5, 0.5])
    #expect(ends.map(\.isTaken) == [false, true, true, false])
    #expect(zip(ends.map(\.y), [-0.5, 0, 0, 0.5]).allSatisfy { ($0 - $1).magnitude < 1e-15 })
  }

  @Test(
    "A formula is broken like the function of the catalogue with the same values.",
    arguments: ["where(abs(x) > 0.5, x, 0)", "where(x^2 > 0.25, x, 0)", "where(abs(x) <= 0.5, 0, x)"])
  func formulaBrokenLike(text: String) throws {
    let formula = try ActivationFunction(expression: ParsedExpression(text), name: "formula")
    let (ours, theirs) = (try broken(formula), try broken(function("hardshrink", 0.5)))
    for (ours, theirs) in [(ours.value, theirs.value), (ours.derivative, theirs.derivative)] {
      #expect(ours.x == theirs.x && ours.endPoints == theirs.endPoints)
      #expect(zip(ours.y, theirs.y).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
    }
  }

  @Test("A break on the first point of the range is drawn too.")
  func breakFirstPoint() throws {
    let response = try ResponseCurve(of: function("relu"), range: 0...5, step: 0.5)
    let curve = BrokenResponse(response, of: try function("relu"), breaks: true).derivative
    #expect(curve.endPoints == [EndPoint(x: 0, y: 0, isTaken: true), EndPoint(x: 0, y: 1, isTaken: false)])
    #expect(zip(curve.x, curve.y).filter { $0.0 > 0 }.allSatisfy { $0.1 == 1 })
    #expect(curve.x[2] == 0 && curve.y[2] == 1)
  }

  @Test(
    "An end is closed where the value is taken.",
    arguments: [
      ("where(x <= -0.5, 2 * x, tanh(x))", -0.5, [true, false]),
      ("where(x < -0.5, 2 * x, tanh(x))", -0.5, [false, true]),
      ("where(x <= 0.7, exp(x), -1)", 0.7, [true, false]), ("where(3 * x > 1, x, x^2 - 1)", 1.0 / 3, [true, false]),
      ("floor(x)", 1, [false, true]), ("ceil(x)", 1, [true, false]), ("round(x)", 0.5, [true, false]),
      ("round(x)", 1.5, [false, true]), ("trunc(x)", 1, [false, true]), ("mod(x, 0.75)", 0.75, [false, true]),
      ("sign(x)", 0, [false, false]), ("heaviside(x)", 0, [false, false]), ("heaviside(x, 1)", 0, [false, true]),
      ("where(x == 0, 5, sign(x))", 0, [false, false]), ("sin(x) + where(x >= 1.1, 1, 0)", 1.1, [false, true]),
    ] as [(String, Double, [Bool])])
  func endClosedValue(text: String, place: Double, isTaken: [Bool]) throws {
    let formula = try ActivationFunction(expression: ParsedExpression(text), name: "formula")
    let ends = try broken(formula).value.endPoints.filter { ($0.x - place).magnitude < 1e-15 }
    #expect(ends.map(\.isTaken) == isTaken)
  }

  static let steep: [(text: String, poles: [Double], hasFiniteValue: Bool)] = [
    ("1 / x", [0], false), ("1 / (x - 0.55)", [0.55], false), ("log(abs(x))", [0], false),
    ("abs(x)^(-0.3)", [0], false),
    ("log(x)", [0], false), ("1 / (x^2 - 1)", [-1, 1], false), ("tan(2 * x)", [-.pi / 4, .pi / 4], false),
    ("sign(x) * abs(x)^(1/3)", [0], true), ("sqrt(abs(x))", [0], true), ("sqrt(x)", [0], true),
    ("relu(x)^0.5", [0], true),
    ("asin(x)", [-1, 1], true), ("atanh(x)", [-1, 1], false), ("erfinv(x)", [-1, 1], false), ("acosh(x)", [1], true),
    ("log10(x - 1.05)", [1.05], false),
  ]

  @Test("A pole is a gap, and neither it nor an infinite slope has an effect on the axis.", arguments: 0..<steep.count)
  func poleGapNeither(index: Int) throws {
    let (text, poles, hasFiniteValue) = Self.steep[index]
    let formula = try ActivationFunction(expression: ParsedExpression(text), name: "formula")
    for step in [0.3, 0.1, 0.01] {
      let response = try ResponseCurve(of: formula, range: -2...2, step: step)
      let broken = BrokenResponse(response, of: formula, breaks: true)
      for (curve, grid, isGap) in [
        (broken.value, response.value, !hasFiniteValue), (broken.derivative, response.derivative, true),
      ] {
        func size(_ y: [Double]) -> Double { y.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0 }
        #expect(size(curve.y) <= size(grid) * (1 + 1e-9), "step \(step)")
        #expect(curve.endPoints.isEmpty)
        for pole in poles {
          let there = zip(curve.x, curve.y).filter { ($0.0 - pole).magnitude < 1e-9 }
          #expect(!there.isEmpty && there.contains { $0.1.isNaN } == (isGap || there.count > 1), "at \(pole)")
        }
      }
    }
  }

  @Test("A derivative with a kink is drawn in one piece.")
  func derivativeKinkDrawn() throws {
    let response = try broken(function("squared-relu"))
    #expect(response.value.endPoints.isEmpty && response.derivative.endPoints.isEmpty)
  }

  @Test("No point of the grid takes the place of a point where the function breaks.")
  func pointGridTakes() throws {
    // Ten steps of 0.1 from −2 end at −1, and 30 at 1, up to rounding.
    let response = try broken(function("hard-tanh"), step: 0.1)
    for curve in [response.value, response.derivative] {
      for place in [-1.0, 1.0] {
        #expect(curve.x.allSatisfy { $0 == place || ($0 - place).magnitude > 0.05 })
      }
      #expect(zip(curve.x, curve.x.dropFirst()).allSatisfy(<=))
    }
  }

  @Test("Smooth functions keep the points of the grid.")
  func smoothFunctionsKeep() throws {
    for name in ["sigmoid", "mish", "tanh"] {
      let response = try ResponseCurve(of: function(name), range: -2...2, step: 0.3)
      let curve = try broken(function(name))
      #expect(curve.value.x == response.x && curve.value.y == response.value)
      #expect(curve.derivative.y == response.derivative)
    }
  }

  @Test("Curves of every function of the catalogue are broken with their points in order.")
  func curvesEveryFunction() throws {
    for entry in Catalogue.entries {
      let response = try broken(ActivationFunction(entry), step: 0.01)
      for curve in [response.value, response.derivative] {
        #expect(curve.x.count == curve.y.count)
        #expect(zip(curve.x, curve.x.dropFirst()).allSatisfy(<=), "\(entry.name)")
      }
    }
  }

  @Test("The integral of the density is the number of samples.")
  func integralDensityNumber() throws {
    let input = try Distribution(of: SampleSet(seed: 3, count: 5_000), bins: 40)
    let curve = Curve(normalDensityOver: input)
    let edges = input.histogram.edges
    let width = Double(edges[40] - edges[0]) / 40
    let step = curve.x[1] - curve.x[0]
    let area = curve.y.reduce(0, +) * step
    #expect((area / width / 5_000 - 1).magnitude < 1e-3)
    #expect(curve.weight == .thin && curve.color == .reference)
  }

  @Test("Exact moments are beside those of the sample.")
  func exactMomentsBeside() throws {
    let samples = SampleSet(seed: 0, count: 10_000)
    let study = try ActivationStudy(
      of: function("relu"), over: samples, input: Distribution(of: samples, bins: 100), bins: 100,
      range: -5...5, step: 0.1)
    func panels(_ marks: StudyMarks) -> [Panel] {
      Figure(presenting: study, title: "", width: 1, height: 1, dpi: 1, marks: marks).panels
    }
    let exact = [
      "mean: \u{2212}0.010698 (exact 0)\nstd: 1.0019 (exact 1)",
      "mean: 0.39319 (exact 0.398942)\nstd: 0.58712 (exact 0.583819)",
    ]
    #expect(panels(StudyMarks(exactMoments: true)).map(\.xAxis.label) == [exact[0], "", exact[1]])
    #expect(
      panels(.none).map(\.xAxis.label) == ["mean: -0.010698\nstd: 1.0019", "", "mean: 0.39319\nstd: 0.58712"])
    // Where an axis says what it measures, the moments are above the panel.
    #expect(panels(.usual).map(\.xAxis.label) == ["x", "x", "f(x)"])
    #expect(panels(.usual).map(\.yAxis.label) == ["samples in a bin", "f(x) and f′(x)", "samples in a bin"])
    #expect(
      panels(.usual).map(\.title) == [
        "Input: 10000 samples\n\(exact[0])", "Function and derivative", "Output: 10000 samples\n\(exact[1])",
      ])
  }

  @Test("The number of samples that are not finite is shown in every style.")
  func numberSamplesFinite() throws {
    let samples = SampleSet(seed: 0, count: 100)
    let log = try ActivationFunction(
      expression: ParsedExpression("log(x)", parameterNames: []), parameterValues: [], name: "log")
    let study = try ActivationStudy(
      of: log, over: samples, input: Distribution(of: samples, bins: 10), bins: 10, range: -2...2, step: 0.1)
    let left = study.output.excludedCount
    #expect(left > 0)
    func title(_ marks: StudyMarks) -> String {
      Figure(presenting: study, title: "", width: 1, height: 1, dpi: 1, marks: marks).panels[2].title
    }
    #expect(title(.none) == "Output distribution\n(samples: 100, \(left) not finite)")
    #expect(title(.usual).hasPrefix("Output: 100 samples, \(left) not finite\nmean: "))
  }

  @Test("The caption explains the annotations that occur and no others.")
  func captionExplainsAnnotations() throws {
    func caption(_ name: String, _ marks: StudyMarks) throws -> String {
      let samples = SampleSet(seed: 0, count: 1_000)
      let study = try ActivationStudy(
        of: function(name), over: samples, input: Distribution(of: samples, bins: 50), bins: 50,
        range: -5...5, step: 0.1)
      return Figure(presenting: study, title: "", width: 1, height: 1, dpi: 1, marks: marks).caption
    }
    #expect(try caption("relu", .none) == "")
    #expect(try caption("mish", .usual) == "Thin curve: normal density. Dashed: limit.")
    let relu = try caption("relu", .usual)
    #expect(relu.contains("Open dot") && relu.contains("Dot above bars"))
    let bounds = "Dashed in colour: bounds of f(x) and |f′(x)|, proved for all x."
    #expect(try caption("mish", .all) == "Thin curve: normal density. Dashed: limit. " + bounds)
    // Both limits are bounds, and the greatest slope is as high as the upper one.
    #expect(try caption("tanh", .all).hasSuffix("density. Dashed in colour: bounds of f(x), proved for all x."))
  }

  @Test("Lines at proved bounds have the colours of the curves, and stand in place of other lines at the same height.")
  func proofs() throws {
    func heights(_ name: String, _ words: [StudyPanel], _ marks: StudyMarks) throws -> [[(Double, MarkColor)]] {
      let samples = SampleSet(seed: 0, count: 100)
      let study = try ActivationStudy(
        of: function(name), over: samples, input: Distribution(of: samples, bins: 10), bins: 10, range: -5...5,
        step: 0.1)
      var presentation = StudyPresentation()
      presentation.panels = words
      let figure = Figure(presenting: study, title: "", as: presentation, width: 1, height: 1, dpi: 1, marks: marks)
      return figure.panels.map { panel in
        panel.marks.compactMap { mark in
          guard case .line(let line) = mark, case .horizontal(let y) = line.place else { return nil }
          // What is proved is known to twelve digits at least.
          return ((y * 1e12).rounded() / 1e12, line.color)
        }
      }
    }
    let (value, slope) = (MarkColor.palette(0), MarkColor.palette(1))
    let tanh = try heights("tanh", [.value, .derivative], .all)
    #expect(tanh[0].map(\.0) == [0, -1, 1] && tanh[0].map(\.1) == [.muted, value, value])
    #expect(tanh[1].map(\.0) == [0, 1, -1] && tanh[1].map(\.1) == [.muted, slope, slope])
    let mish = try heights("mish", [.response], .all)[0]
    #expect(mish.map(\.1) == [.muted, value, slope, slope])
    #expect(mish[1].0 == -0.308843413017 && mish[2].0 == 1.088498161252)
    // The least value of ReLU lies on the line y = 0.
    #expect(try heights("relu", [.value], .all)[0].map(\.1) == [value])
    // Nothing bounds the exponential from above, nor its derivative.
    #expect(try heights("exponential", [.response], .all)[0].map(\.1) == [value])
    #expect(try heights("mish", [.response], .usual)[0].map(\.1) == [.muted])
  }
}
