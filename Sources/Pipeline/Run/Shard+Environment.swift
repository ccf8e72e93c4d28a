import Configuration
import Plans
import System
import Text

extension Shard {
  /// Finds the shard of this process in the environment variables that its batch system or CI engine has set.
  ///
  /// | Engine | Index, and its first value | Count |
  /// | --- | --- | --- |
  /// | any | `ACTFIG_SHARD_INDEX`, from 0 | `ACTFIG_SHARD_COUNT` |
  /// | Slurm arrays | `SLURM_ARRAY_TASK_ID`, from `SLURM_ARRAY_TASK_MIN` by `SLURM_ARRAY_TASK_STEP` | `SLURM_ARRAY_TASK_COUNT` |
  /// | GitLab CI | `CI_NODE_INDEX`, from 1 | `CI_NODE_TOTAL` |
  /// | CircleCI | `CIRCLE_NODE_INDEX`, from 0 | `CIRCLE_NODE_TOTAL` |
  /// | Buildkite | `BUILDKITE_PARALLEL_JOB`, from 0 | `BUILDKITE_PARALLEL_JOB_COUNT` |
  /// | Kubernetes indexed jobs | `JOB_COMPLETION_INDEX`, from 0 | `ACTFIG_SHARD_COUNT` |
  /// | AWS Batch arrays | `AWS_BATCH_JOB_ARRAY_INDEX`, from 0 | `ACTFIG_SHARD_COUNT` |
  /// | GNU parallel | `PARALLEL_SEQ`, from 1 | `ACTFIG_SHARD_COUNT` |
  ///
  /// The first row has precedence over all others. At most one of the others may be set.
  ///
  /// - Throws: `ShardError` if a variable is missing, contradictory or not a number.
  public init(from environment: (String) -> String? = Shard.variable) throws(ShardError) {
    if environment("ACTFIG_SHARD_INDEX") != nil {
      self = try Self.shard(index: "ACTFIG_SHARD_INDEX", first: 0, count: "ACTFIG_SHARD_COUNT", in: environment)
      return
    }
    let present = Self.engines.filter { environment($0.index) != nil }
    guard let engine = present.first else { throw .noVariables }
    guard present.count == 1 else { throw .ambiguous(present.map(\.index)) }
    if engine.index == "SLURM_ARRAY_TASK_ID" {
      self = try Self.slurmShard(in: environment)
    } else {
      self = try Self.shard(index: engine.index, first: engine.first, count: engine.count, in: environment)
    }
  }

  /// The value of a variable of this process; nil if it is not set or empty.
  public static func variable(_ name: String) -> String? {
    Environment.variable(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static let engines: [(index: String, first: Int, count: String)] = [
    ("SLURM_ARRAY_TASK_ID", 0, "SLURM_ARRAY_TASK_COUNT"),
    ("CI_NODE_INDEX", 1, "CI_NODE_TOTAL"),
    ("CIRCLE_NODE_INDEX", 0, "CIRCLE_NODE_TOTAL"),
    ("BUILDKITE_PARALLEL_JOB", 0, "BUILDKITE_PARALLEL_JOB_COUNT"),
    ("JOB_COMPLETION_INDEX", 0, "ACTFIG_SHARD_COUNT"),
    ("AWS_BATCH_JOB_ARRAY_INDEX", 0, "ACTFIG_SHARD_COUNT"),
    ("PARALLEL_SEQ", 1, "ACTFIG_SHARD_COUNT"),
  ]

  private static func shard(
    index: String, first: Int, count: String, in environment: (String) -> String?
  ) throws(ShardError) -> Shard {
    let (place, total) = (try number(index, in: environment), try number(count, in: environment))
    guard total <= Limits.shards, let shard = Shard(place - min(first, place) + 1, of: total), place >= first else {
      throw .outOfRange(index: "\(index)=\(place)", count: "\(count)=\(total)")
    }
    return shard
  }

  /// The shard of a task of a Slurm array, which may begin at any number and have a constant step.
  private static func slurmShard(in environment: (String) -> String?) throws(ShardError) -> Shard {
    let place = try number("SLURM_ARRAY_TASK_ID", in: environment)
    let least = try number("SLURM_ARRAY_TASK_MIN", in: environment)
    let count = try number("SLURM_ARRAY_TASK_COUNT", in: environment)
    let isStepped = environment("SLURM_ARRAY_TASK_STEP") != nil
    let step = isStepped ? try number("SLURM_ARRAY_TASK_STEP", in: environment) : 1
    let (offset, isBelow) = place.subtractingReportingOverflow(least)
    guard !isBelow, step >= 1, offset >= 0, offset.isMultiple(of: step), offset / step < count,
      let shard = Shard(offset / step + 1, of: count)
    else { throw .outOfRange(index: "SLURM_ARRAY_TASK_ID=\(place)", count: "SLURM_ARRAY_TASK_COUNT=\(count)") }
    return shard
  }

  private static func number(_ name: String, in environment: (String) -> String?) throws(ShardError) -> Int {
    guard let text = environment(name) else { throw .missing(name) }
    guard let number = Int(text), 0...Int(Int32.max) ~= number else { throw .notNumber(name: name, text: text) }
    return number
  }
}

/// The reason why the shard of a process is unknown.
public enum ShardError: Error, Sendable, Equatable, CustomStringConvertible {
  case noVariables
  /// The variables of several engines are set.
  case ambiguous([String])
  case missing(String)
  case notNumber(name: String, text: String)
  case outOfRange(index: String, count: String)

  /// The reason as one sentence.
  public var description: String {
    switch self {
    case .noVariables:
      "The shard of this run is not known: none of the variables that '--shard auto' looks for is set, "
        + "such as ACTFIG_SHARD_INDEX and ACTFIG_SHARD_COUNT."
    case .ambiguous(let names):
      "The shard of this run is not known: \(names.joined(separator: " and ")) are set; name it with "
        + "ACTFIG_SHARD_INDEX and ACTFIG_SHARD_COUNT."
    case .missing(let name): "The shard of this run is not known: the variable \(name) is not set."
    case .notNumber(let name, let text):
      "The shard of this run is not known: the variable \(name) is \"\(text.abbreviated(to: 40).printable)\", not a whole number."
    case .outOfRange(let index, let count):
      "The shard of this run is not known: there is no shard \(index) where \(count)."
    }
  }
}
