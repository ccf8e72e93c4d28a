import Foundation
import Glibc
import Synchronization
import TemporaryDirectories
import Testing

@testable import JSON
@testable import Pipeline
@testable import System
@testable import Text

/// A temporary directory for one test, removed after it.
final class Scratch: Sendable {
  let directory: OutputDirectory
  private let temporary: TemporaryDirectory

  init() {
    do {
      temporary = try TemporaryDirectory()
      directory = try OutputDirectory(creating: temporary.path)
    } catch { preconditionFailure("\(error)") }
  }

  var path: String { temporary.path }

  /// The same directory, owned by a configuration in it.
  var owned: OutputDirectory { owned(by: "config.json") }

  /// The same directory, owned by a configuration whose path is relative to it.
  func owned(by configuration: String) -> OutputDirectory {
    OutputDirectory(path, source: DirectorySource(of: RenderCommand(configuration: path + "/" + configuration)))
  }

  /// The names of all files, including hidden ones.
  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

  func bytes(at name: String) -> [UInt8]? { FileManager.default.contents(atPath: path + "/" + name).map(Array.init) }

  /// The identity of a file, which changes if the file is replaced or rewritten.
  func identity(of name: String) -> UInt {
    var status = stat()
    return lstat(path + "/" + name, &status) == 0 ? status.st_ino : 0
  }
}

/// Runs a body on this thread without the privileges of root, if it has them, because root bypasses permissions.
func withoutPrivileges(_ body: () throws -> Void) throws {
  // Each thread has its own user for file accesses, and no header of the Glibc module declares how to change it.
  typealias ChangeUser = @convention(c) (UInt32) -> Int32
  let symbol = try #require(dlsym(nil, "setfsuid"))
  let changeUser = unsafeBitCast(symbol, to: ChangeUser.self)
  let user = geteuid()
  guard user == 0 else { return try body() }
  _ = changeUser(65_534)
  defer { _ = changeUser(user) }
  try body()
}

/// Runs a body while no file of this process can grow beyond a number of bytes.
func withFileSizeLimit(_ limit: Int, _ body: () throws -> Void) throws {
  let handler = signal(SIGXFSZ, SIG_IGN)
  var before = rlimit()
  try #require(getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before) == 0)
  var lowered = before
  lowered.rlim_cur = rlim_t(limit)
  try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &lowered) == 0)
  defer {
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before)
    signal(SIGXFSZ, handler)
  }
  try body()
}

/// Runs a body whose standard input is a pipe with these bytes.
func withStandardInput<Result>(_ bytes: [UInt8], _ body: () throws -> Result) throws -> Result {
  var ends: [Int32] = [0, 0]
  try #require(pipe(&ends) == 0)
  let before = dup(STDIN_FILENO)
  dup2(ends[0], STDIN_FILENO)
  close(ends[0])
  defer {
    dup2(before, STDIN_FILENO)
    close(before)
  }
  let writer = BackgroundWriter(bytes: bytes, path: "/proc/self/fd/\(ends[1])")
  close(ends[1])
  let result = try body()
  #expect(writer.fault() == nil)
  return result
}

/// A thread that writes to a file.
final class BackgroundWriter: Sendable {
  private let thread: pthread_t
  private let state: State

  private final class State: Sendable {
    let bytes: [UInt8]
    let path: String
    let isOpen = DispatchSemaphore(value: 0)
    let fault = Mutex<FileFault?>(nil)

    init(bytes: [UInt8], path: String) {
      self.bytes = bytes
      self.path = path
    }

    func write() {
      do throws(FileFault) {
        let file = try FileDescriptor(opening: path, O_WRONLY)
        isOpen.signal()
        try file.write(bytes)
      } catch {
        isOpen.signal()
        fault.withLock { $0 = error }
      }
    }
  }

  /// Returns when the file is open.
  init(bytes: [UInt8], path: String) {
    state = State(bytes: bytes, path: path)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<State>.fromOpaque(argument!).takeRetainedValue().write()
        return nil
      }, Unmanaged.passRetained(state).toOpaque())
    self.thread = thread
    state.isOpen.wait()
  }

  /// Sends the thread a signal.
  func interrupt() { pthread_kill(thread, SIGUSR2) }

  /// Waits for the end of writing.
  func fault() -> FileFault? {
    pthread_join(thread, nil)
    return state.fault.withLock { $0 }
  }
}

extension OutputDirectory {
  /// The configuration that owns the directory, as a run finds it.
  func ownership(takingOver isForced: Bool = false) throws -> DirectoryOwnership {
    try ownership(takingOver: isForced, among: listedNames(), seen: configurationSeenFromHere())
  }
}
