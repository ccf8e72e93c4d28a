import Testing

@testable import Activations
@testable import Statistics

@Suite struct ResponseGridTests {
  @Test(
    "A grid has as many points as torch.arange and numpy.arange.",
    arguments: [
      (-5.0, 5.0, 0.10, 100),
      (+0.0, 0.3, 0.10, 3),
      (+0.0, 1.0, 0.10, 10),
      (-1.0, 1.0, 0.01, 200),
      (+2.0, 3.0, 0.20, 5),
      (+0.1, 0.7, 0.10, 6),
      (-3.2, 7.7, 0.30, 37),
      (-0.5, 0.7, 0.30, 4),
      (+0.0, 1.0, 3.00, 1),
      (+1.0, 1.3, 0.10, 4),
      (+0.0, 2.1, 0.70, 4),
    ])
  func gridCount(lower: Double, upper: Double, step: Double, count: Int) throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: "mish")))
    let curve = try ResponseCurve(of: function, range: lower...upper, step: step)
    #expect(curve.x.count == count)
    for (index, x) in curve.x.enumerated() {
      #expect(x == lower + Double(index) * step)
      #expect(curve.value[index] == function.value(at: x))
      #expect(curve.derivative[index] == function.derivative(at: x))
    }
  }

  /// The bits of torch.arange(lower, upper, step) at some indices.
  static let singlePrecisionGrids: [(lower: Double, upper: Double, step: Double, bits: [(Int, UInt32)])] = [
    (
      -5.0, 5.0, 0.1,
      [
        (1, 0xC09C_CCCD), (7, 0xC089_999A), (8, 0xC086_6666), (10, 0xC07F_FFFF), (15, 0xC05F_FFFF), (16, 0xC059_999A),
        (17, 0xC053_3334), (40, 0xBF80_0000), (50, 0xB14C_CCCD), (51, 0x3DCC_CCCC), (95, 0x4090_0000),
        (96, 0x4093_3333), (98, 0x4099_999A), (99, 0x409C_CCCD),
      ]
    ),
    (
      -2.0, 4.705600657172456, 0.05,
      [
        (1, 0xBFF9_999A), (7, 0xBFD3_3333), (8, 0xBFCC_CCCD), (10, 0xBFC0_0000), (15, 0xBFA0_0000), (16, 0xBF99_999A),
        (17, 0xBF93_3334), (40, 0x2500_0000), (50, 0x3F00_0000), (51, 0x3F0C_CCCD), (67, 0x3FAC_CCCD),
        (99, 0x403C_CCCD), (127, 0x408B_3333), (128, 0x408C_CCCD), (133, 0x4094_CCCD), (134, 0x4096_6666),
      ]
    ),
    (
      -3.3, 2.0, 0.01,
      [
        (1, 0xC052_8F5C), (7, 0xC04E_B852), (8, 0xC04E_147B), (10, 0xC04C_CCCD), (15, 0xC049_999A), (16, 0xC048_F5C3),
        (17, 0xC048_51EC), (40, 0xC039_999A), (50, 0xC033_3333), (51, 0xC032_8F5C), (99, 0xC013_D70A),
        (265, 0xBF26_6667), (527, 0x3FFC_28F6), (528, 0x3FFD_70A4), (529, 0x3FFE_B852),
      ]
    ),
    (1.0, 1.3, 0.1, [(0, 0x3F80_0000), (1, 0x3F8C_CCCD), (2, 0x3F99_999A), (3, 0x3FA6_6666)]),
    (0.0, 1.0, 0.125, [(0, 0x0000_0000), (1, 0x3E00_0000), (4, 0x3F00_0000), (6, 0x3F40_0000), (7, 0x3F60_0000)]),
    (
      -7.25, 9.5, 0.3125,
      [
        (1, 0xC0DE_0000), (7, 0xC0A2_0000), (8, 0xC098_0000), (10, 0xC084_0000), (15, 0xC024_0000), (16, 0xC010_0000),
        (17, 0xBFF8_0000), (27, 0x3F98_0000), (40, 0x40A8_0000), (47, 0x40EE_0000), (48, 0x40F8_0000),
        (50, 0x4106_0000), (51, 0x410B_0000), (52, 0x4110_0000), (53, 0x4115_0000),
      ]
    ),
    (
      -1.0, 1.0, 0.0001,
      [
        (1, 0xBF7F_F972), (7, 0xBF7F_D220), (8, 0xBF7F_CB92), (10, 0xBF7F_BE77), (15, 0xBF7F_9DB2), (16, 0xBF7F_9724),
        (17, 0xBF7F_9096), (40, 0xBF7E_F9DB), (50, 0xBF7E_B852), (51, 0xBF7E_B1C4), (99, 0xBF7D_7732),
        (10000, 0x245D_0000), (19998, 0x3F7F_F2E4), (19999, 0x3F7F_F972),
      ]
    ),
  ]

  @Test("In single precision the grid is that of torch.arange.", arguments: 0..<singlePrecisionGrids.count)
  func singlePrecision(index: Int) throws {
    let (lower, upper, step, bits) = Self.singlePrecisionGrids[index]
    let function = ActivationFunction(try #require(Catalogue.entry(named: "mish")))
    let curve = try ResponseCurve(of: function, range: lower...upper, step: step, precision: .single)
    let exact = try ResponseCurve(of: function, range: lower...upper, step: step)
    #expect(curve.x.count == exact.x.count)
    for (place, pattern) in bits { #expect(curve.x[place] == Double(Float(bitPattern: pattern)), "at \(place)") }
    for (place, x) in curve.x.enumerated() { #expect(curve.value[place] == function.value(at: x)) }
  }

  @Test("A threshold at a point of the grid has the same effect as in PyTorch.")
  func threshold() throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: "threshold")))
    let single = try ResponseCurve(of: function, range: -5...5, step: 0.1, precision: .single)
    let double = try ResponseCurve(of: function, range: -5...5, step: 0.1)
    #expect(single.value.count { $0 == 20 } == 52 && double.value.count { $0 == 20 } == 51)
    let wide = try ResponseCurve(of: function, range: -1e300...1e300, step: 1e299, precision: .single)
    #expect(wide.x.count == 20 && wide.x.allSatisfy(\.isFinite))
  }

  @Test("An impossible grid is refused with a sentence.")
  func impossibleGrids() throws {
    let function = ActivationFunction(try #require(Catalogue.entry(named: "relu")))
    for (range, step) in [(0.0...1.0, 0.0), (0...1, -1), (0...1, .nan), (0...1, .infinity), (1...1, 0.1)] {
      #expect(throws: StudyError.self) { try ResponseCurve(of: function, range: range, step: step) }
    }
    #expect(throws: StudyError.noGrid(range: -.infinity...0, step: 1)) {
      try ResponseCurve(of: function, range: -.infinity...0, step: 1)
    }
    for (range, step) in [(0.0...1.0, 1e-300), (-1e308...1e308, 1), (0...1_000_001, 1)] {
      #expect(throws: StudyError.tooManyGridPoints(range: range, step: step, limit: 1_000_000)) {
        try ResponseCurve(of: function, range: range, step: step)
      }
    }
  }
}
