import Foundation
import Glibc
import Testing

@testable import JSON
@testable import Pipeline
@testable import System
@testable import Text

@Suite
struct TemporaryFileTests {
  private let scratch = Scratch()
  private let content = Array("content".utf8)

  @Test("A temporary file is hidden, recognized by its name, and removed with its owner.")
  func temporaryFile() throws {
    do {
      let file = try TemporaryFile(in: scratch.path)
      try file.write(content)
      #expect(scratch.names.count == 1)
      #expect(try #require(scratch.names.first).wholeMatch(of: /\.actfig-[0-9a-f]{16}\.tmp/) != nil)
    }
    #expect(scratch.names == [])
  }

  @Test("Temporary files of ended processes are removed, and those in use or of other programs stay.")
  func abandonedFiles() throws {
    let file = try TemporaryFile(in: scratch.path)
    let inUse = scratch.names
    let left = (0..<3).map { _ in TemporaryFile.newName() }
    let others = [
      ".actfig-0123456789abcde.tmp", ".actfig-0123456789ABCDEF.tmp", ".actfig-0123456789abcdef.tmp.png", "a.tmp",
    ]
    for name in left + others { try Data(content).write(to: URL(filePath: scratch.path + "/" + name)) }
    let directory = TemporaryFile.newName()
    mkdir(scratch.path + "/" + directory, 0o777)
    let link = TemporaryFile.newName()
    symlink("a.tmp", scratch.path + "/" + link)
    let pipe = TemporaryFile.newName()
    mkfifo(scratch.path + "/" + pipe, 0o600)
    scratch.directory.removeAbandonedFiles()
    #expect(Set(scratch.names) == Set(inUse + others + [directory, link, pipe]))
    // The file is still whole and belongs to its owner.
    try file.write(content)
    #expect(scratch.bytes(at: inUse[0]) == content)
  }

  @Test("Cleaning up does not disturb a simultaneous writer.")
  func cleaningBesideWriting() async throws {
    let directory = scratch.directory
    try await withThrowingTaskGroup(of: Void.self) { group in
      for name in ["one", "two"] {
        group.addTask {
          for round in 0..<200 { try directory.write([UInt8(round)], to: name, replacing: .always) }
        }
      }
      group.addTask { for _ in 0..<400 { directory.removeAbandonedFiles() } }
      try await group.waitForAll()
    }
    #expect(scratch.names == ["one", "two"])
  }
}
