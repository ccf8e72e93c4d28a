import Tables
import Testing

@Suite
struct TableInterpolationTests {
  @Test("Each interpolation has the name that a configuration gives.")
  func names() {
    #expect(TableInterpolation.allCases.map(\.rawValue) == ["linear", "step", "cubic", "none"])
    #expect(TableExtension.allCases.map(\.rawValue) == ["extend", "hold", "none"])
  }
}
