import Foundation
import PortableMath
import SeededNumbers
import Testing

@Suite struct BasicOperationTests {
  @Test("lanes add, divide, compare and choose as scalars do", arguments: 0..<100)
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

  @Test("the negative of a zero is the other zero in lanes, too")
  func negativeZero() {
    #expect((-Lanes(0.0))[3].bitPattern == (-0.0).bitPattern)
    #expect((-Lanes(-0.0))[3].bitPattern == (0.0).bitPattern)
  }

  @Test("floor is the greatest integer not above", arguments: 0..<300)
  func floor(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = seed % 3 == 0 ? Double.random(in: -0x1p53...0x1p53, using: &generator) : generator.argument()
    guard !x.isNaN else { return }
    #expect(Double.floor(x).bitPattern == x.rounded(.down).bitPattern, "\(x)")
    #expect(Lanes.floor(Lanes(x))[0].bitPattern == x.rounded(.down).bitPattern, "\(x)")
  }

  @Test("the lesser and the greater pass on a NaN from either side", arguments: 0..<100)
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

  @Test("every NaN is answered by the same bits", arguments: ElementaryFunction.all)
  func nan(function: ElementaryFunction) {
    let signaling = Double(nan: 5, signaling: true)
    for nan in [Double.nan, -Double.nan, signaling, Double(bitPattern: 0xFFF8_0000_0000_1234)] {
      #expect(function.scalar(nan).bitPattern == Double.nan.bitPattern)
      #expect(function.lanes(Lanes(nan))[5].bitPattern == Double.nan.bitPattern)
    }
  }

  @Test("no source of the module asks a library of functions")
  func imports() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/PortableMath").standardizedFileURL
    let sources = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(sources.count > 3)
    for source in sources {
      let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n")
      let imports = lines.filter { $0.contains("import ") && !$0.contains("//") }
      #expect(imports.allSatisfy { $0 == "import CLanes" }, "\(source.lastPathComponent)")
    }
  }

  @Test("no kernel asks a library of functions")
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
