import Foundation
import PortableMath
import SeededNumbers
import Testing

@Suite struct BasicOperationTests {
  @Test("Lanes add, divide, compare and choose as scalars do.", arguments: 0..<100)
  func operators(seed: Int) {
    func formula<Real: PortableReal>(_ x: Real, _ y: Real) -> Real {
      let quotient = -x / (y * y + Real(1)) - Real.abs(y)
      let smaller = Real.select(x .< y, quotient, x)
      let atLeast = Real.select(y .>= Real(2), smaller, Real.sqrt(Real.abs(smaller)))
      return Real.select(x .== y, Real(0), Real.select(x .<= Real(0), atLeast, Real.select(y .> x, y, smaller)))
    }
    var generator = SeededGenerator(seed: seed)
    let (x, y) = (generator.arguments(), generator.arguments())
    let vector = formula(x, y)
    for lane in x.indices {
      let scalar = formula(x[lane], y[lane])
      #expect(vector[lane].bitPattern == scalar.bitPattern || (vector[lane].isNaN && scalar.isNaN))
    }
  }

  @Test("The negative of a zero is the other zero, also in lanes.")
  func negativeZero() {
    #expect((-Lanes(0.0))[3].bitPattern == (-0.0).bitPattern)
    #expect((-Lanes(-0.0))[3].bitPattern == (0.0).bitPattern)
  }

  @Test("The floor is the greatest integer not above its argument.", arguments: 0..<300)
  func floor(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = seed % 3 == 0 ? Double.random(in: -0x1p53...0x1p53, using: &generator) : generator.argument()
    guard !x.isNaN else { return }
    #expect(Double.floor(x).bitPattern == x.rounded(.down).bitPattern, "\(x)")
    #expect(Lanes.floor(Lanes(x))[0].bitPattern == x.rounded(.down).bitPattern, "\(x)")
  }

  @Test("The operations ceil, round and trunc are those of IEEE 754.", arguments: 0..<300)
  func rounding(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x =
      switch seed % 4 {
      case 0: Double.random(in: -0x1p53...0x1p53, using: &generator)
      case 1: Double(Int.random(in: -9...9, using: &generator)) + [0.5, 0, 0.5.nextUp, 0.5.nextDown][seed / 4 % 4]
      default: generator.argument()
      }
    guard !x.isNaN else { return }
    #expect(Double.ceil(x).bitPattern == x.rounded(.up).bitPattern, "\(x)")
    #expect(Double.round(x).bitPattern == x.rounded(.toNearestOrEven).bitPattern, "\(x)")
    #expect(Double.trunc(x).bitPattern == x.rounded(.towardZero).bitPattern, "\(x)")
    #expect(Lanes.ceil(Lanes(x))[1].bitPattern == x.rounded(.up).bitPattern, "\(x)")
    #expect(Lanes.round(Lanes(x))[2].bitPattern == x.rounded(.toNearestOrEven).bitPattern, "\(x)")
    #expect(Lanes.trunc(Lanes(x))[3].bitPattern == x.rounded(.towardZero).bitPattern, "\(x)")
  }

  @Test("The modulo is the remainder with the sign of the divisor.", arguments: 0..<600)
  func modulo(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let (x, y) =
      seed % 3 == 0
      ? (Double(Int.random(in: -50...50, using: &generator)) / 4, Double(Int.random(in: -9...9, using: &generator)) / 4)
      : seed % 3 == 1
        ? (generator.argument(), generator.argument())
        : (Double(bitPattern: UInt64.random(in: 0..<(1 << 54), using: &generator)), 0x1p-1070)
    let result = Double.mod(x, y)
    #expect(Lanes.mod(Lanes(x), Lanes(y))[6].bitPattern == result.bitPattern || result.isNaN)
    guard x.isFinite, !y.isNaN, y != 0 else { return #expect(result.isNaN, "mod(\(x), \(y))") }
    let rest = fmod(x, y)
    let expected = rest == 0 ? (y < 0 ? -0.0 : 0.0) : (rest < 0) == (y < 0) ? rest : rest + y
    #expect(result.bitPattern == expected.bitPattern, "mod(\(x), \(y)) = \(result), \(expected)")
  }

  @Test("Minimum and maximum return NaN if either argument is NaN.", arguments: 0..<100)
  func extremes(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let (x, y) = (generator.argument(), generator.argument())
    let (least, most) = (Double.min(x, y), Double.max(x, y))
    if x.isNaN || y.isNaN {
      #expect(least.isNaN && most.isNaN)
    } else {
      #expect(least == Swift.min(x, y) && most == Swift.max(x, y))
    }
    #expect(Lanes.min(Lanes(x), Lanes(y))[7].bitPattern == least.bitPattern)
    #expect(Lanes.max(Lanes(x), Lanes(y))[7].bitPattern == most.bitPattern)
  }

  @Test("Every NaN argument gives the same bits.", arguments: ElementaryFunction.all)
  func nan(function: ElementaryFunction) {
    let signaling = Double(nan: 5, signaling: true)
    for nan in [Double.nan, -Double.nan, signaling, Double(bitPattern: 0xFFF8_0000_0000_1234)] {
      #expect(function.scalar(nan).bitPattern == Double.nan.bitPattern)
      #expect(function.lanes(Lanes(nan))[5].bitPattern == Double.nan.bitPattern)
    }
  }

  @Test("No source file of the module uses a mathematical library.")
  func imports() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/PortableMath").standardizedFileURL
    let sources = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(sources.count >= 3)
    for source in sources {
      let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n")
      let imports = lines.filter { $0.contains("import ") && !$0.contains("//") }
      #expect(imports.allSatisfy { $0 == "import CLanes" }, "\(source.lastPathComponent)")
    }
  }

  @Test("No kernel uses a mathematical library.")
  func includes() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/CLanes").standardizedFileURL
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".c") || $0.hasSuffix(".h") }
    #expect(names.count > 10)
    for name in names {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let included = text.split(separator: "\n").filter { $0.hasPrefix("#include <") }
      let known = ["#include <stdint.h>", "#include <stddef.h>", "#include <sys/platform/x86.h>"]
      #expect(included.allSatisfy { known.contains(String($0)) }, "\(name)")
    }
  }
}
