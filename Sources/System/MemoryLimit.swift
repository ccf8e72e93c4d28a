import CGlibc
import Glibc

/// The memory that the process may still allocate if a limit is set.
///
/// The limits are those of the process on its address space and its data (setrlimit(2), `ulimit -v` and `ulimit -d`) and those
/// of its control groups, version 1 and 2, with all enclosing groups. The smallest of them counts.
public struct MemoryLimit: Sendable, Equatable {
  /// The number of bytes that are left.
  public let available: Int
  /// The name of the limit: `RLIMIT_AS`, `RLIMIT_DATA` or `cgroup`.
  public let name: String

  /// Creates a limit from known values.
  public init(available: Int, name: String) {
    self.available = available
    self.name = name
  }

  /// The limit of this process at this moment; nil if there is none.
  public static var current: MemoryLimit? {
    narrowest([
      resourceLimit(RLIMIT_AS, used: ProcessSize(reading: content).addressSpace, name: "RLIMIT_AS"),
      resourceLimit(RLIMIT_DATA, used: ProcessSize(reading: content).data, name: "RLIMIT_DATA"),
      hasGroupLimit ? groupLimit(reading: content) : nil,
    ])
  }

  /// Whether a control group was limited when the process first asked. A limit that is set later does not count, because
  /// reading the files of all groups takes longer than planning a figure.
  private static let hasGroupLimit = groupLimit(reading: content) != nil

  /// The limit of the control groups of a process.
  ///
  /// - Parameter content: A function that returns the text of a system file, or nil if there is none.
  static func groupLimit(reading content: (String) -> String?) -> MemoryLimit? {
    guard let groups = content("/proc/self/cgroup") else { return nil }
    var limits: [MemoryLimit?] = []
    for line in groups.split(separator: "\n") {
      // A line has the number of the hierarchy, its controllers, and the path of the group.
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      if parts[1].isEmpty {
        limits += groupLimits(
          under: "/sys/fs/cgroup", parts[2], limit: "memory.max", used: "anon", reading: content)
      } else if parts[1].split(separator: ",").contains("memory") {
        limits += groupLimits(
          under: "/sys/fs/cgroup/memory", parts[2], limit: "memory.limit_in_bytes", used: "total_rss", reading: content)
      }
    }
    return narrowest(limits)
  }

  /// The limits of a group and of all enclosing groups. The outermost group that a container sees may have a limit, too.
  private static func groupLimits(
    under root: String, _ path: Substring, limit: String, used: String, reading content: (String) -> String?
  ) -> [MemoryLimit?] {
    let names = path.split(separator: "/")
    return (0...names.count).map { depth in
      let directory = ([root] + names.prefix(depth).map(String.init)).joined(separator: "/")
      // A group without a limit has "max" here, or a number greater than any memory.
      guard let text = content(directory + "/" + limit), let bytes = Int(text.filter { !$0.isWhitespace }),
        bytes < 1 << 60
      else { return nil }
      // Cached pages of files do not count, as the system frees them when memory runs short.
      let lines = content(directory + "/memory.stat")?.split(separator: "\n") ?? []
      let own = lines.first { $0.hasPrefix(used + " ") }.flatMap { Int($0.dropFirst(used.count + 1)) }
      return MemoryLimit(available: bytes - (own ?? 0), name: "cgroup")
    }
  }

  private static func resourceLimit(
    _ resource: __rlimit_resource, used: @autoclosure () -> Int, name: String
  ) -> MemoryLimit? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0, limit.rlim_cur < 1 << 60 else { return nil }
    return MemoryLimit(available: Int(limit.rlim_cur) - used(), name: name)
  }

  private static func narrowest(_ limits: [MemoryLimit?]) -> MemoryLimit? {
    limits.compactMap(\.self).min { $0.available < $1.available }
  }

  /// Whether the process is limited in its address space or its data.
  public static var hasResourceLimit: Bool {
    [RLIMIT_AS, RLIMIT_DATA].contains { resourceLimit($0, used: 0, name: "") != nil }
  }

  /// The text of a small file; nil if it cannot be read.
  private static func content(_ path: String) -> String? {
    (try? InputFile(path, limit: 1 << 12)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}

/// The sizes of the process that may be limited, in bytes.
private struct ProcessSize {
  let addressSpace: Int
  let data: Int

  init(reading content: (String) -> String?) {
    let pages = content("/proc/self/statm")?.split(separator: " ").map { Int($0) ?? 0 } ?? []
    let pageSize = max(sysconf(Int32(_SC_PAGESIZE)), 4_096)
    // This is about the size of a process before its first figure, for systems that do not report it.
    let unknown = 64 << 20
    addressSpace = pages.count > 5 ? pages[0] * pageSize : unknown
    data = pages.count > 5 ? pages[5] * pageSize : unknown
  }
}
