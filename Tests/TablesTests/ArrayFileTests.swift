import Testing

@testable import Tables

/// Makes the bytes of a file of NumPy.
struct ArrayFile {
  var version: UInt8 = 1
  var type = "<f8"
  var isFortranOrder = false
  var shape: [Int]
  var rows: [[Double]]

  var header: String {
    let shape = self.shape.map(String.init).joined(separator: ", ")
    return "{'descr': '\(type)', 'fortran_order': \(isFortranOrder ? "True" : "False"), 'shape': (\(shape)), }"
  }

  func bytes(header: String? = nil) -> [UInt8] {
    var header = header ?? self.header
    let prefix = version == 1 ? 10 : 12
    header += String(repeating: " ", count: 63 - (prefix + header.utf8.count) % 64) + "\n"
    let length = header.utf8.count
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [version, 0]
    bytes += (0..<(version == 1 ? 2 : 4)).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    bytes += header.utf8
    let columns = rows.first?.count ?? 0
    let numbers =
      isFortranOrder ? (0..<columns).flatMap { column in rows.map { $0[column] } } : rows.flatMap { $0 }
    for number in numbers {
      let isSingle = type.hasSuffix("4")
      let bits = isSingle ? UInt64(Float(number).bitPattern) : number.bitPattern
      let parts = (0..<(isSingle ? 4 : 8)).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
      bytes += type.hasPrefix(">") ? parts.reversed() : parts
    }
    return bytes
  }
}

@Suite
struct ArrayFileTests {
  private static let rows: [[Double]] = [[0.5, -2, 7], [-1, 0.25, 0], [3, 4, 1]]

  @Test("Arrays of every version, precision and order of bytes and of numbers are read.")
  func shapes() throws {
    for version in UInt8(1)...3 {
      for type in ["<f4", "<f8", ">f4", ">f8"] {
        for isFortranOrder in [false, true] {
          for columns in 2...3 {
            let file = ArrayFile(
              version: version, type: type, isFortranOrder: isFortranOrder, shape: [3, columns],
              rows: Self.rows.map { Array($0.prefix(columns)) })
            let table = try PointTable(reading: file.bytes())
            #expect(table.x == [-1, 0.5, 3] && table.values == [0.25, -2, 4])
            #expect(table.derivatives == (columns == 3 ? [0, 7, 1] : nil))
          }
        }
      }
    }
  }

  @Test("A file that is no such array is refused with what it is.")
  func faults() {
    func message(_ bytes: [UInt8]) -> [String] {
      do throws(TableFaults) {
        _ = try PointTable(reading: bytes)
        return []
      } catch {
        return error.list.map { $0.description(in: "t.npy") }
      }
    }
    let file = ArrayFile(shape: [3, 3], rows: Self.rows)
    #expect(message(file.bytes()) == [])
    #expect(
      message(Array(file.bytes().dropLast())) == [
        "t.npy: found 71 bytes after the header, expected 72 for 3 rows of 3 numbers"
      ])
    #expect(message(Array(file.bytes().prefix(9))) == ["t.npy: found 9 bytes, expected a whole file of NumPy"])
    var other = file
    other.version = 4
    #expect(message(other.bytes()) == ["t.npy: found the format 4.0 of NumPy, expected 1.0 to 3.0"])
    other = file
    other.type = "<i8"
    #expect(
      message(other.bytes()) == [
        "t.npy: found an array of the type \"<i8\", expected numbers of single or double precision, e.g. array.astype(\"f8\")"
      ])
    let structured = "{'descr': [('x', '<f8'), ('value', '<f8')], 'fortran_order': False, 'shape': (3,), }"
    #expect(
      message(file.bytes(header: structured)) == [
        "t.npy: found an array of records (a structured array), expected numbers of single or double precision, "
          + "e.g. array.astype(\"f8\")"
      ])
    other = file
    other.shape = [9]
    #expect(
      message(other.bytes()) == [
        "t.npy: found an array of the shape (9,), expected (n, 2) of x and value, or (n, 3) with the derivative"
      ])
    other.shape = [99_999_999, 3]
    #expect(message(other.bytes()) == ["t.npy: found 99999999 points, expected 1 to 2000000"])
    let undefined = ArrayFile(shape: [2, 2], rows: [[.nan, 1], [2, .infinity]])
    #expect(
      message(undefined.bytes()) == [
        "t.npy: row 0: found the x nan, expected a finite number",
        "t.npy: row 1: found the value inf, expected a finite number; only a table with \"interpolation\": \"none\" may "
          + "hold others",
      ])
    let repeated = ArrayFile(shape: [3, 2], rows: [[1, 2], [3, 4], [1, 5]])
    #expect(
      message(repeated.bytes()) == [
        "t.npy: row 2: found x = 1 again with other numbers, expected each x once; the first is at row 0"
      ])
    for header in ["", "{", "{'descr'", "{'descr': '<f8'}", "[1, 2]", "{'shape': (1e9,), }", "{'descr': [[[['}"] {
      #expect(message(file.bytes(header: header)).count == 1)
    }
  }
}
