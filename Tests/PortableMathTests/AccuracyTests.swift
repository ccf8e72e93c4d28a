import PortableMath
import Testing

@Suite struct AccuracyTests {
  @Test("Every value of the table is accurate within the bound.", arguments: ElementaryFunction.all)
  func table(function: ElementaryFunction) throws {
    let rows = try ReferenceTable(named: function.name).rows
    #expect(rows.count >= 250)
    for row in rows {
      let x = row.arguments[0]
      let computed = function.scalar(x)
      let error = row.error(of: computed)
      #expect(error <= function.bound, "\(function)(\(x)) = \(computed), \(error) units off")
    }
  }
}
