import Foundation
import Glibc
import SeededNumbers
import Testing

@testable import JSON
@testable import Pipeline
@testable import System
@testable import Text

@Suite
struct OutputDirectoryTests {
  private let scratch = Scratch()
  private let content = Array("content".utf8)

  @Test("A missing directory is created with those above it.")
  func creation() throws {
    for path in ["one", "two/three/four", "five/", "six//seven", "./two/eight"] {
      let directory = try OutputDirectory(creating: scratch.path + "/" + path)
      #expect(try directory.write(content, to: "file", replacing: .always) == .created)
      #expect(scratch.bytes(at: path + "/file") == content)
    }
    #expect(try OutputDirectory(creating: scratch.path + "/one").write([], to: "file", replacing: .always) == .replaced)
    #expect(throws: Never.self) { try OutputDirectory(creating: "/") }
    #expect(throws: Never.self) { try OutputDirectory(creating: ".") }
  }

  @Test("A link to a directory is used as the directory.")
  func linkedDirectory() throws {
    _ = try OutputDirectory(creating: scratch.path + "/real")
    symlink("real", scratch.path + "/link")
    let directory = try OutputDirectory(creating: scratch.path + "/link")
    try directory.write(content, to: "file", replacing: .always)
    #expect(scratch.bytes(at: "real/file") == content)
  }

  @Test(
    "A directory that cannot be created is an error with its path.",
    arguments: [
      ("file", "file", .notDirectory), ("file/below", "file", .notDirectory), ("dangling", "dangling", .notDirectory),
      ("dangling/below", "dangling", .notDirectory), ("loop", "loop", .notDirectory),
      ("new/" + String(repeating: "x", count: 256), "new/" + String(repeating: "x", count: 256), .nameTooLong),
      ("zero\0", "zero\0", .nameWithZero),
    ] as [(String, String, FileFault)])
  func impossibleDirectory(path: String, place: String, fault: FileFault) throws {
    try scratch.directory.write(content, to: "file", replacing: .always)
    symlink("nowhere", scratch.path + "/dangling")
    symlink("loop", scratch.path + "/loop")
    #expect(throws: OutputError(path: scratch.path + "/" + place, fault: fault)) {
      try OutputDirectory(creating: scratch.path + "/" + path)
    }
    #expect(throws: OutputError(path: "", fault: .missing)) { try OutputDirectory(creating: "") }
  }

  @Test("Content of any length is written whole.", arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_003])
  func lengths(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(try scratch.directory.write(bytes, to: "file", replacing: .whenDifferent) == .created)
    #expect(scratch.bytes(at: "file") == bytes)
    #expect(try InputFile(scratch.path + "/file", limit: count).bytes == bytes)
    let identity = scratch.identity(of: "file")
    #expect(try scratch.directory.write(bytes, to: "file", replacing: .whenDifferent) == .unchanged)
    #expect(scratch.identity(of: "file") == identity)
    #expect(try scratch.directory.write(bytes, to: "file", replacing: .always) == .replaced)
    #expect(scratch.identity(of: "file") != identity)
    #expect(scratch.names == ["file"])
  }

  @Test(
    "Content that differs anywhere is written again.",
    arguments: [[], [1], Array(repeating: 7, count: 65_536), Array(repeating: 7, count: 200_000)] as [[UInt8]])
  func differences(bytes: [UInt8]) throws {
    var others = [bytes + [0], Array(bytes.dropLast()), Array(bytes.dropFirst())]
    for place in [0, bytes.count / 2, bytes.count - 1] where bytes.indices.contains(place) {
      var other = bytes
      other[place] ^= 1
      others.append(other)
    }
    for other in others where other != bytes {
      try scratch.directory.write(bytes, to: "file", replacing: .always)
      #expect(try scratch.directory.write(other, to: "file", replacing: .whenDifferent) == .replaced)
      #expect(scratch.bytes(at: "file") == other)
    }
  }

  @Test(
    "A link is replaced, and nothing is written to its target.", arguments: [true, false],
    ["victim", "nowhere", "link"])
  func links(replacesAlways: Bool, destination: String) throws {
    try scratch.directory.write(content, to: "victim", replacing: .always)
    symlink(destination, scratch.path + "/link")
    // The link is replaced even if its target has the same content.
    let outcome = try scratch.directory.write(content, to: "link", replacing: replacesAlways ? .always : .whenDifferent)
    #expect(outcome == .replaced)
    let link = try FileManager.default.attributesOfItem(atPath: scratch.path + "/link")
    #expect(link[.type] as? FileAttributeType == .typeRegular)
    try scratch.directory.write([1, 2, 3], to: "link", replacing: .always)
    #expect(scratch.bytes(at: "victim") == content)
    #expect(scratch.names == ["link", "victim"])
  }

  @Test("A hard link to a replaced file keeps its content.")
  func hardLink() throws {
    try scratch.directory.write(content, to: "one", replacing: .always)
    link(scratch.path + "/one", scratch.path + "/two")
    try scratch.directory.write([1], to: "one", replacing: .always)
    #expect(scratch.bytes(at: "two") == content)
  }

  @Test("A named pipe is replaced without waiting for its other end.")
  func pipe() throws {
    mkfifo(scratch.path + "/pipe", 0o600)
    #expect(try scratch.directory.write([], to: "pipe", replacing: .whenDifferent) == .replaced)
    #expect(scratch.bytes(at: "pipe") == [])
  }

  @Test("A directory with the name of a file stays.", arguments: ["empty", "full"])
  func directoryInPlace(name: String) throws {
    _ = try OutputDirectory(creating: scratch.path + "/empty")
    try OutputDirectory(creating: scratch.path + "/full").write([1], to: "file", replacing: .always)
    let error = #expect(throws: OutputError.self) {
      try scratch.directory.write(content, to: name, replacing: .whenDifferent)
    }
    #expect(error == OutputError(path: scratch.path + "/" + name, fault: .isDirectory))
    #expect(error?.description == "Cannot write \(scratch.path)/\(name): it is a directory.")
    #expect(scratch.names == ["empty", "full"])
    #expect(scratch.bytes(at: "full/file") == [1])
  }

  @Test("A directory that was removed, or that the system protects, is an error.")
  func lostDirectory() throws {
    let lost = try OutputDirectory(creating: scratch.path + "/lost")
    rmdir(lost.path)
    #expect(throws: OutputError(path: lost.path + "/file", fault: .missing)) {
      try lost.write(content, to: "file", replacing: .whenDifferent)
    }
    try scratch.directory.write(content, to: "lost", replacing: .always)
    #expect(throws: OutputError(path: lost.path + "/file", fault: .notDirectory)) {
      try lost.write(content, to: "file", replacing: .whenDifferent)
    }
    let error = #expect(throws: OutputError.self) {
      try OutputDirectory(creating: "/proc").write(content, to: "file", replacing: .always)
    }
    #expect(error.map { [.missing, .notPermitted, .readOnly].contains($0.fault) } == true)
  }

  @Test("A directory without permission is an error, and nothing is left in it.")
  func permission() throws {
    try scratch.directory.write(content, to: "file", replacing: .always)
    chmod(scratch.path, 0o555)
    defer { chmod(scratch.path, 0o755) }
    try withoutPrivileges {
      #expect(throws: OutputError(path: scratch.path + "/file", fault: .notPermitted)) {
        try scratch.directory.write([1], to: "file", replacing: .whenDifferent)
      }
      #expect(throws: OutputError(path: scratch.path + "/new", fault: .notPermitted)) {
        try OutputDirectory(creating: scratch.path + "/new")
      }
    }
    #expect(scratch.names == ["file"])
    #expect(scratch.bytes(at: "file") == content)
  }

  @Test("A full device is an error.")
  func fullDevice() throws {
    let device = try FileDescriptor(opening: "/dev/full", O_WRONLY)
    #expect(throws: FileFault.diskFull) { try device.write([1]) }
    #expect(throws: Never.self) { try device.write([]) }
  }

  @Test("A write that the system cuts short leaves no file behind and keeps the earlier content.")
  func fullDisk() throws {
    try scratch.directory.write(content, to: "file", replacing: .always)
    // The limit on this process's files is far above what other tests write meanwhile. The system accepts
    // all bytes but the last and refuses that one.
    let limit = 64 << 20
    let bytes = [UInt8](repeating: 1, count: limit + 1)
    try withFileSizeLimit(limit) {
      for (name, replacement) in [("file", OutputDirectory.Replacement.whenDifferent), ("new", .always)] {
        #expect(throws: OutputError(path: scratch.path + "/" + name, fault: .diskFull)) {
          try scratch.directory.write(bytes, to: name, replacing: replacement)
        }
      }
    }
    #expect(scratch.names == ["file"])
    #expect(scratch.bytes(at: "file") == content)
  }

  @Test("A reader sees one whole content or the other, whoever else writes.")
  func atomicity() async throws {
    let contents = [[UInt8](repeating: 1, count: 300_000), [UInt8](repeating: 2, count: 100_000)]
    try scratch.directory.write(contents[0], to: "file", replacing: .always)
    let directory = scratch.directory
    try await withThrowingTaskGroup(of: Void.self) { group in
      for bytes in contents {
        group.addTask {
          for _ in 0..<40 { try directory.write(bytes, to: "file", replacing: .whenDifferent) }
        }
      }
      group.addTask {
        for _ in 0..<200 {
          let bytes = try InputFile(directory.path + "/file", limit: 1_000_000).bytes
          #expect(contents.contains(bytes))
        }
      }
      try await group.waitForAll()
    }
    #expect(scratch.names == ["file"])
  }

  @Test("The mode of a new file follows the process's file mode creation mask.")
  func mode() throws {
    try scratch.directory.write(content, to: "file", replacing: .always)
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path + "/file")
    let mask = umask(0o022)
    umask(mask)
    #expect((attributes[.posixPermissions] as? NSNumber)?.uint32Value == 0o666 & ~mask)
  }
}
