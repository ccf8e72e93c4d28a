import CGlibc
import Glibc

/// The environment of the process: its variables and its processors.
package enum Environment {
  /// The value of an environment variable, or nil where it is not set.
  package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The number of processors on which this process may run: where it is confined to a few of them, as by a batch system or
  /// taskset(1), as many as those.
  package static var processorCount: Int {
    var processors = cpu_set_t()
    guard sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &processors) == 0 else {
      // The machine has more processors than the set has room for.
      return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
    return withUnsafeBytes(of: processors) { bytes in bytes.reduce(0) { $0 + $1.nonzeroBitCount } }
  }
}
