import CStartup
import System

/// Limits that are set to the process and leave it no room to begin.
///
/// Those of setrlimit(2) on memory and stack have been looked at before the Swift runtime began (CStartup); here it is those
/// of control groups, and what the runtime has taken since.
enum ProcessLimits {
  /// A sentence where there is no room; nil else.
  static var fault: String? {
    if MemoryLimit.hasResourceLimit { CurrentProcess.useSingleMemoryPool() }
    guard let limit = MemoryLimit.current, limit.available < Int(LEAST_MEMORY) - runtimeMemory else { return nil }
    return "\(limit.name) leaves the process \(max(limit.available, 0) >> 20) MiB of memory, "
      + "but it needs at least \(LEAST_MEMORY >> 20) MiB."
  }

  /// Bytes that the runtime takes, at most, between the two looks at the limits.
  private static let runtimeMemory = 2 << 20
}
