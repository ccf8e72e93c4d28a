import Foundation
import Glibc
import Testing

@testable import JSON
@testable import Pipeline
@testable import System
@testable import Text

@Suite
struct InputFileTests {
  private let scratch = Scratch()

  @Test("A file is read to its end, and one byte more than the limit is too long.")
  func limit() throws {
    let bytes = [UInt8](repeating: 1, count: 100_000)
    try scratch.directory.write(bytes, to: "file", replacing: .always)
    let file = try InputFile(scratch.path + "/file", limit: 100_000)
    #expect(file.bytes == bytes)
    #expect(file.name == scratch.path + "/file")
    #expect(throws: InputError(name: scratch.path + "/file", fault: .tooLong(limit: 99_999))) {
      try InputFile(scratch.path + "/file", limit: 99_999)
    }
  }

  @Test("An endless file does no harm.")
  func endless() {
    let error = #expect(throws: InputError.self) { try InputFile("/dev/zero") }
    #expect(error?.description == "Cannot read /dev/zero: it is longer than 1048576 bytes.")
  }

  @Test("Files of the system that report no length are read.")
  func systemFile() throws {
    #expect(try !InputFile("/proc/self/status").bytes.isEmpty)
    #expect(try InputFile("/dev/null").bytes.isEmpty)
  }

  @Test(
    "A file that cannot be read is an error with its name.",
    arguments: [
      ("missing", .missing, "there is no such file or directory"), (".", .isDirectory, "it is a directory"),
      ("file/below", .notDirectory, "a part of its path is not a directory"),
      (String(repeating: "x", count: 256), .nameTooLong, "its name is too long"),
      ("zero\0", .nameWithZero, "its name holds a zero byte"),
    ] as [(String, FileFault, String)])
  func unreadable(name: String, fault: FileFault, words: String) throws {
    try scratch.directory.write([], to: "file", replacing: .always)
    let path = scratch.path + "/" + name
    let error = #expect(throws: InputError.self) { try InputFile(path) }
    #expect(error == InputError(name: path, fault: fault))
    #expect(error?.description == "Cannot read \(path.printable): \(words).")
  }

  @Test("A file without permission is an error.")
  func permission() throws {
    try scratch.directory.write([1], to: "file", replacing: .always)
    chmod(scratch.path + "/file", 0)
    try withoutPrivileges {
      #expect(throws: InputError(name: scratch.path + "/file", fault: .notPermitted)) {
        try InputFile(scratch.path + "/file")
      }
    }
  }

  @Test("A hyphen stands for the standard input, which is read piece by piece.")
  func standardInput() throws {
    let bytes = Array(repeating: UInt8(ascii: "x"), count: 200_000)
    let input = try withStandardInput(bytes) { try InputFile("-") }
    #expect(input.name == "standard input")
    #expect(input.bytes == bytes)
  }

  @Test("A signal interrupts neither reading nor writing.")
  func interruptions() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    var before = sigaction()
    sigaction(SIGUSR2, &action, &before)
    defer { sigaction(SIGUSR2, &before, nil) }
    let bytes = (0..<400_000).map { UInt8(truncatingIfNeeded: $0) }
    // A pipe holds 64 KiB, so each side waits for the other repeatedly, and signals arrive meanwhile.
    let writer = BackgroundWriter(bytes: bytes, path: "/proc/self/fd/\(writing)")
    close(writing)
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 10_000)
    while true {
      writer.interrupt()
      usleep(500)
      let count = read(reading, &buffer, buffer.count)
      if count == 0 { break }
      try #require(count > 0)
      received += buffer[..<count]
    }
    #expect(writer.fault() == nil)
    #expect(received == bytes)
  }
}
