import ArgumentParser
import Pipeline

/// What stands behind `--shard`.
enum ShardOption: ExpressibleByArgument {
  case given(Shard)
  /// From the variables of the engine that runs the tool.
  case automatic

  init?(argument: String) {
    if argument == "auto" {
      self = .automatic
    } else if let shard = Shard(argument) {
      self = .given(shard)
    } else {
      return nil
    }
  }

  func shard() throws -> Shard {
    switch self {
    case .given(let shard): shard
    case .automatic: try Shard(from: Shard.variable)
    }
  }
}
