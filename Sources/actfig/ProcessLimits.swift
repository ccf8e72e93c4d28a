import CGlibc
import Glibc
import Pipeline

/// Limits that are set to the process (setrlimit(2)) and leave it no room to begin.
enum ProcessLimits {
  /// Bytes of memory with which a configuration can be read and every figure be told that it has no room.
  private static let leastMemory = 24 << 20
  /// Bytes of stack: several times what the deepest configuration needs.
  private static let leastStack = 1 << 20

  /// A sentence where there is no room; nil else.
  static var fault: String? {
    if MemoryLimit.hasResourceLimit {
      // Every further pool of memory would take 64 MiB of address space at once.
      mallopt(M_ARENA_MAX, 1)
    }
    if let limit = MemoryLimit.current, limit.available < leastMemory {
      return "\(limit.name) leaves the process \(max(limit.available, 0) >> 20) MiB of memory, "
        + "but it needs at least \(leastMemory >> 20) MiB."
    }
    var stack = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &stack) == 0, stack.rlim_cur < leastStack else {
      return nil
    }
    // The stack of the main thread grows as far as the limit of the moment lets it.
    stack.rlim_cur = min(stack.rlim_max, rlim_t(leastStack))
    guard stack.rlim_cur == leastStack, setrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &stack) == 0 else {
      return "RLIMIT_STACK leaves the process \(stack.rlim_cur >> 10) KiB of stack, "
        + "but it needs at least \(leastStack >> 10) KiB."
    }
    return nil
  }
}
