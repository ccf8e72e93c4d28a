import Foundation
import Glibc
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Reports
@testable import System
@testable import Text

@Suite
struct PruningTests {
  private let scratch = Scratch()

  private func plan(_ activations: String = #""relu", "mish", "tanh""#) throws -> RenderPlan {
    let text = #"{"samples": 300, "figure": {"dpi": 30}, "activations": [\#(activations)]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private var pruning: RenderOptions {
    var options = RenderOptions()
    options.prunes = true
    return options
  }

  private func mode(of name: String) -> mode_t {
    var status = stat()
    return lstat(scratch.path + "/" + name, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test("A file is examined again right before it is removed.")
  func secondLook() async throws {
    _ = try await plan().render(into: scratch.owned)
    let mish = try #require(scratch.bytes(at: "mish.png"))
    let directory = scratch.directory
    try Data([1, 2, 3]).write(to: URL(filePath: scratch.path + "/tanh.png"))
    #expect(try !directory.removeFigure("tanh.png"))
    unlink(scratch.path + "/tanh.png")
    symlink("mish.png", scratch.path + "/tanh.png")
    #expect(try !directory.removeFigure("tanh.png"))
    unlink(scratch.path + "/tanh.png")
    #expect(try !directory.removeFigure("tanh.png"))
    mkdir(scratch.path + "/tanh.png", 0o777)
    #expect(try !directory.removeFigure("tanh.png"))
    #expect(scratch.bytes(at: "mish.png") == mish)
    #expect(try directory.removeFigure("mish.png"))
    #expect(scratch.names == ["manifest.json", "relu.png", "tanh.png"])
  }

  @Test("Nothing is removed if a figure failed or was not started.")
  func failure() async throws {
    _ = try await plan().render(into: scratch.owned)
    let flat = #"{"function": "hard-tanh", "minVal": 999999, "maxVal": 1000000}"#
    for stops in [false, true] {
      var options = pruning
      (options.stopsAtFailure, options.jobs) = (stops, 1)
      let run = try await plan(#"\#(flat), "relu", "elu""#).render(into: scratch.owned, options: options)
      #expect(run.removed.isEmpty)
      #expect(
        run.removalLines
          == ["mish.png", "tanh.png"].map { "\($0): no longer asked for, but kept, as not every figure was drawn" })
      #expect(
        RenderListing(run, in: scratch.owned).json["removed"] == [
          ["file": "mish.png", "outcome": "kept"], ["file": "tanh.png", "outcome": "kept"],
        ])
    }
    // The figures stay in the manifest.
    let run = try await plan(#""relu""#).render(into: scratch.owned, options: pruning)
    #expect(try run.removed.map { try $0.get() } == ["elu.png", "mish.png", "tanh.png"])
    #expect(scratch.names == ["manifest.json", "relu.png"])
  }

  @Test("A replaced file keeps its permissions.", arguments: [0o644, 0o600, 0o640, 0o755, 0o444, 0o664])
  func permissions(mode: mode_t) async throws {
    _ = try await plan().render(into: scratch.owned)
    for name in ["mish.png", "manifest.json"] { chmod(scratch.path + "/" + name, mode) }
    let other = try plan(#""relu", {"function": "mish", "bins": 7}"#)
    _ = try await other.render(into: scratch.owned)
    #expect(self.mode(of: "mish.png") == mode && self.mode(of: "manifest.json") == mode)
    // `inspect --render --output` and reports are written this way.
    try OutputDirectory.write([1], toFile: scratch.path + "/mish.png")
    #expect(self.mode(of: "mish.png") == mode && scratch.bytes(at: "mish.png") == [1])
  }

  @Test("A new file has the default permissions of the process, also in place of a link.")
  func newFiles() throws {
    try scratch.directory.write([1], to: "new", replacing: .always)
    var file = stat()
    try Data([1]).write(to: URL(filePath: scratch.path + "/made"))
    #expect(lstat(scratch.path + "/made", &file) == 0 && mode(of: "new") == file.st_mode & 0o777)
    chmod(scratch.path + "/made", 0o600)
    symlink("made", scratch.path + "/link")
    try scratch.directory.write([2], to: "link", replacing: .always)
    #expect(mode(of: "link") == mode(of: "new") && mode(of: "made") == 0o600)
  }

  @Test("A replaced file becomes readable for its owner, so that the next run finds it up to date.")
  func unreadable() throws {
    try scratch.directory.write([1], to: "file", replacing: .always)
    chmod(scratch.path + "/file", 0)
    try scratch.directory.write([2], to: "file", replacing: .always)
    #expect(mode(of: "file") == 0o400)
  }

  @Test("A file replaced by root keeps its owner.")
  func owner() throws {
    guard geteuid() == 0 else { return }
    try scratch.directory.write([1], to: "file", replacing: .always)
    chown(scratch.path + "/file", 65_534, 65_534)
    try scratch.directory.write([2], to: "file", replacing: .always)
    var status = stat()
    #expect(lstat(scratch.path + "/file", &status) == 0 && status.st_uid == 65_534 && status.st_gid == 65_534)
  }

  @Test("A lock excludes others until it is released, and shards share it.")
  func lock() async throws {
    func isFree(shared: Bool) throws -> Bool {
      try FileDescriptor(opening: scratch.path, O_RDONLY | O_DIRECTORY).tryLock(shared: shared)
    }
    let lock = await DirectoryLock.waiting(for: scratch.directory.path, shared: false)
    let isLocked = lock != nil
    #expect(isLocked)
    #expect(try !isFree(shared: false) && !isFree(shared: true))
    _ = consume lock
    #expect(try isFree(shared: false))
    let share = await DirectoryLock.waiting(for: scratch.directory.path, shared: true)
    #expect(try !isFree(shared: false) && isFree(shared: true))
    _ = consume share
    #expect(try isFree(shared: false))
    // The run continues if nothing can be locked.
    let none = await DirectoryLock.waiting(for: scratch.path + "/missing", shared: false)
    let isNone = none == nil
    #expect(isNone)
    #expect(scratch.names == [])
  }

  @Test("A run that waits for another says so once, and can be interrupted while it waits.", .timeLimit(.minutes(1)))
  func interruption() async throws {
    let other = try FileDescriptor(opening: scratch.path, O_RDONLY | O_DIRECTORY)
    #expect(try other.tryLock(shared: false))
    let plan = try plan()
    let result = try await Task { [directory = scratch.owned] in
      try await plan.render(into: directory, waiting: { withUnsafeCurrentTask { $0?.cancel() } })
    }.value
    #expect(result.survey.findings.allSatisfy { $0.status == .unseen } && result.manifest == nil)
    #expect(scratch.names == [])
    #expect(try other.lengthOfRegularFile() == nil)
  }

  @Test("Simultaneous runs of two configurations with different figures lose none.", .timeLimit(.minutes(2)))
  func sideBySide() async throws {
    let directory = scratch.owned
    let plans = try [plan(#""relu", "mish""#), plan(#""tanh", "elu""#), plan(#""relu", "celu""#)]
    try await withThrowingTaskGroup(of: RenderResult.self) { group in
      for round in 0..<12 {
        group.addTask { [pruning] in try await plans[round % 3].render(into: directory, options: pruning) }
      }
      for try await result in group {
        // A figure that was just drawn exists until the run's manifest is written.
        #expect(try result.manifest?.get() != nil && result.drawn.allSatisfy { (try? $0?.get()) != nil })
      }
    }
    let last = try #require(scratch.bytes(at: "manifest.json").flatMap { JSONValue(parsing: $0) })
    guard case .array(let figures)? = last["figures"] else {
      Issue.record("no figures")
      return
    }
    let files = figures.compactMap { if case .string(let name)? = $0["file"] { name } else { nil } }
    #expect(files.count == 2 && scratch.names == (files + ["manifest.json"]).sorted())
  }
}
