import Testing

@testable import Tables

@Suite
struct SeparatedValuesTests {
  private func table(_ text: String, allowsUndefined: Bool = false) throws(TableFaults) -> PointTable {
    try PointTable(reading: Array(text.utf8), allowsUndefined: allowsUndefined)
  }

  @Test(
    "Columns stand in any order and case, and lines end in any way.",
    arguments: [
      "x,value\n-1,0.5\n2,1e-3\n", "value,x\n0.5,-1\n1e-3,2", "X\tVALUE\r\n-1\t0.5\r\n2\t.001\r\n",
      "x,Value\r-1,0.5\r2,0.001",
      "\u{FEFF}x,value\n-1,0.5\n2,0.001\n", "# a comment\nx,value\n\n# another\n-1,0.5\n  \n2,0.001\n\n",
      "\"x\",\"value\"\n\"-1\",\"0.5\"\n2,\"0.001\"\n", "# x,value\n-1,0.5\n2,0.001\n",
      "x , value\n -1 ,\t0.5\n2, 0.001 \n",
      "x,value\n2,0.001\n-1,0.5\n2,0.001\n", "x,value\n+2,1E-3\n-1.0,5.0e-1\n",
    ])
  func shapes(text: String) throws {
    let table = try table(text)
    #expect(table.x == [-1, 2] && table.values == [0.5, 0.001] && table.derivatives == nil)
  }

  @Test("A column of derivatives is read beside the others.")
  func derivatives() throws {
    let table = try table("derivative,x,value\n3,1,2\n6,4,5\n")
    #expect(table.x == [1, 4] && table.values == [2, 5] && table.derivatives == [3, 6])
  }

  @Test("Values that are no finite numbers are read only where nothing is interpolated.")
  func undefined() throws {
    let text = "x,value\n1,nan\n2,-inf\n3,Infinity\n"
    let table = try table(text, allowsUndefined: true)
    #expect(table.values[0].isNaN && table.values[1] == -.infinity && table.values[2] == .infinity)
    #expect(throws: TableFaults.self) { try self.table(text) }
    #expect(throws: TableFaults.self) { try self.table("x,value\nnan,1\n", allowsUndefined: true) }
  }

  @Test(
    "Each fault of a text is told with its line and column, and all faults at once.",
    arguments: [
      ("", ["f: found no text, expected a first line such as \"x,value\" and a line for each point"]),
      ("x,value\n", ["f: found no points, expected a line for each"]),
      (
        "x,value\n1,abc\n2,3\n,4\n",
        ["f:2:3: found \"abc\", expected a number", "f:4:1: found nothing, expected a number"]
      ),
      (
        "x,value\n1,2,3\n4\n",
        [
          "f:2:1: found 3 fields, expected 2, as the first line names",
          "f:3:1: found 1 field, expected 2, as the first line names",
        ]
      ),
      ("x\n1\n", ["f:1:1: found no column \"value\", expected \"x\", \"value\" and, if there is one, \"derivative\""]),
      ("x,value,derivativ\n1,2,3\n", ["f:1:9: found the column \"derivativ\", expected \"derivative\""]),
      ("x,value,x\n1,2,3\n", ["f:1:9: found the column \"x\" again, expected it once"]),
      ("x;value\n1;2\n", ["f:1:1: found the column \"x;value\", expected commas or tabs between columns"]),
      (
        "0.1,0.2\n1,2\n",
        [
          "f:1:1: found the column \"0.1\", expected \"x\", \"value\" and, if there is one, \"derivative\"",
          "f:1:5: found the column \"0.2\", expected \"x\", \"value\" and, if there is one, \"derivative\"",
        ]
      ),
      ("x,value\n1,\"2\n", ["f:2:3: found a quotation mark without its partner, expected one at the end of the field"]),
      ("x,value\n1,\"2\"3\n", ["f:2:6: found \"3\", expected the end of the field after its quotation mark"]),
      (
        "x,value\n1,2\n3,4\n1,5\n",
        ["f:4:1: found x = 1 again with other numbers, expected each x once; the first is at line 2"]
      ),
      (
        "x,value\n1,1e999\n2,-1e101\n",
        ["f:2:3: found \"1e999\", expected a number", "f:3:3: found -1e101, expected a number from -1e100 to 1e100"]
      ),
      ("x,value\n1,0x10\n", ["f:2:3: found \"0x10\", expected a number"]),
      (
        "x,value\nä,\u{1B}[0m\n",
        ["f:2:1: found \"ä\", expected a number", "f:2:3: found \"\u{FFFD}[0m\", expected a number"]
      ),
      (
        "x,value\n1,inf\n",
        [
          "f:2:3: found inf, expected a finite number; only a table with \"interpolation\": \"none\" may hold others"
        ]
      ),
      ("x\0v", ["f: found a file that is not text in UTF-8, expected comma-separated values or an array of NumPy"]),
    ])
  func faults(text: String, messages: [String]) {
    do throws(TableFaults) {
      _ = try table(text)
      Issue.record("The text has a fault.")
    } catch {
      #expect(error.list.map { $0.description(in: "f") } == messages)
    }
  }

  @Test("At most a thousand faults are kept, and the others are counted.")
  func manyFaults() {
    let text = "x,value\n" + String(repeating: "a,b\n", count: 600)
    do throws(TableFaults) {
      _ = try table(text)
      Issue.record("The text has faults.")
    } catch {
      #expect(error.list.count == 1_000 && error.omittedCount == 200)
    }
  }
}
