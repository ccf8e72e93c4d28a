import Glibc

/// Keeps other runs out of a directory as long as it is held, so that none removes what another has just drawn.
///
/// It is a lock on the directory itself (flock(2)), for which no file is needed and which ends with its process, however that
/// ends. Shards of one run share it. Where the file system knows no locks, or does not let the directory be opened, there is
/// none, and the run goes on without.
package struct DirectoryLock: ~Copyable {
  private let descriptor: FileDescriptor

  /// How long it takes until the end of another run, or an interruption, is noticed.
  private static let interval = Duration.milliseconds(50)

  /// Waits until no other run is in the way, or until the task is cancelled.
  ///
  /// - Parameters:
  ///   - isShared: Whether other runs that share it may go on at the same time.
  ///   - announce: Told once, where it has to wait.
  /// - Returns: Nil where there is no lock.
  package static func waiting(
    for directory: String, shared isShared: Bool, announcing announce: () -> Void = {}
  ) async -> DirectoryLock? {
    guard let descriptor = try? FileDescriptor(opening: directory, O_RDONLY | O_DIRECTORY) else { return nil }
    var isAnnounced = false
    while let isLocked = try? descriptor.tryLock(shared: isShared), !isLocked {
      if !isAnnounced { announce() }
      isAnnounced = true
      do { try await Task.sleep(for: interval) } catch { return nil }
    }
    return DirectoryLock(descriptor: descriptor)
  }

  private init(descriptor: consuming FileDescriptor) { self.descriptor = descriptor }
}
