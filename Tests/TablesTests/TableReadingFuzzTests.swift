import SeededNumbers
import Testing

@testable import Tables

@Suite
struct TableReadingFuzzTests {
  @Test("Tables with changed, lost and added bytes are read or refused with sentences, and nothing else happens.")
  func mutations() {
    let text = "# table\r\nx,value,derivative\n-1.5,0.25,1e-3\n\"0\",\"-2\",inf\n3e2,nan,-0\n\n7,8,9\r\n"
    let array = ArrayFile(shape: [4, 2], rows: [[0, 1], [1, 2], [2, 3], [-4, 5]])
    let seeds = [
      Array(text.utf8), array.bytes(), ArrayFile(version: 3, type: ">f4", shape: [4, 2], rows: array.rows).bytes(),
    ]
    let pieces: [[UInt8]] = [
      Array("\"".utf8), Array("\n".utf8), Array("\r".utf8), Array(",,".utf8), Array("1e400".utf8), [0xFF], [0], [0x93],
      Array("(".utf8), Array("'".utf8), Array("[[".utf8), Array("99999999999999999999".utf8), Array("x".utf8),
    ]
    var generator = SeededGenerator(seed: 17)
    var readCount = 0
    for round in 0..<6_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
        case 1: bytes.removeSubrange(place..<min(place + Int.random(in: 0..<9, using: &generator), bytes.count))
        case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        default: bytes = Array(bytes.prefix(place)) + bytes.suffix(Int.random(in: 0..<40, using: &generator))
        }
        if bytes.isEmpty { bytes = [0x93] }
      }
      do throws(TableFaults) {
        let table = try PointTable(reading: bytes, allowsUndefined: Bool.random(using: &generator))
        readCount += 1
        #expect(zip(table.x, table.x.dropFirst()).allSatisfy(<) && table.x.allSatisfy(\.isFinite))
        #expect(table.values.count == table.count && table.derivatives?.count ?? table.count == table.count)
        for interpolation in TableInterpolation.allCases {
          _ = try? TabulatedActivation(table, interpolation: interpolation)
        }
      } catch {
        #expect(!error.list.isEmpty)
        #expect(error.list.allSatisfy { $0.message.hasPrefix("found ") && $0.message.contains("expected ") })
      }
    }
    #expect(readCount > 200)
  }
}
