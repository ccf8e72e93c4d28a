import SeededNumbers
import Testing

@testable import JSON
@testable import Pipeline
@testable import System
@testable import Text

@Suite
struct FileRevisionTests {
  private let scratch = Scratch()

  @Test("A file written in pieces has their content, and an equal file is not touched.", arguments: 0..<200)
  func pieces(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...200_000, using: &generator)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...3, using: &generator) }
    var earlier: [UInt8]? = bytes
    switch seed % 5 {
    case 0: earlier = nil
    case 1: earlier = Array(bytes.prefix(Int.random(in: 0...count, using: &generator)))
    case 2: earlier = bytes + [0]
    case 3 where count > 0: earlier?[Int.random(in: 0..<count, using: &generator)] ^= 4
    default: break
    }
    if let earlier { try scratch.directory.write(earlier, to: "a", replacing: .always) }
    let identity = scratch.identity(of: "a")

    var revision = FileRevision(of: "a", in: scratch.path, replacing: .whenDifferent)
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 0...90_000, using: &generator))
      try revision.append(Array(piece))
      rest = rest.dropFirst(piece.count)
      // The file is unchanged until the end.
      #expect(scratch.bytes(at: "a") == earlier)
    }
    let outcome = try revision.finish()
    #expect(outcome == (earlier == nil ? .created : earlier == bytes ? .unchanged : .replaced))
    #expect(scratch.bytes(at: "a") == bytes && scratch.names == ["a"])
    #expect((scratch.identity(of: "a") == identity) == (outcome == .unchanged))
  }

  @Test("An abandoned revision leaves the earlier content and no other file.")
  func givenUp() throws {
    try scratch.directory.write([1, 2, 3], to: "a", replacing: .always)
    do {
      var revision = FileRevision(of: "a", in: scratch.path, replacing: .whenDifferent)
      try revision.append([1])
      try revision.append([4])
      #expect(scratch.names.count == 2)
    }
    #expect(scratch.bytes(at: "a") == [1, 2, 3] && scratch.names == ["a"])
  }
}
