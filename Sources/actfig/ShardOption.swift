import ArgumentParser
import Configuration
import Pipeline
import Plans

/// The value of the option `--shard`.
enum ShardOption {
  case given(Shard)
  /// The shard is read from the environment variables of the CI or batch system.
  case automatic

  /// Parses the value of the option.
  ///
  /// - Throws: `ValidationError`, which the parser prints after the text itself.
  init(parsing text: String) throws {
    if text == "auto" {
      self = .automatic
    } else if let shard = Shard(text) {
      self = .given(shard)
    } else {
      throw ValidationError(Self.fault(of: text))
    }
  }

  private static func fault(of text: String) -> String {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let index = numbers[0], let count = numbers[1] else {
      return "a shard is written as 2/4, the second of four; auto reads the variables of the CI or batch system"
    }
    if count < 1 { return "there must be at least one shard" }
    if index < 1 || index > count {
      return "there is no shard \(index) of \(count); shards are numbered from 1/\(count) to \(count)/\(count)"
    }
    return "there are at most \(Shard.greatestCount) shards"
  }

  func shard() throws -> Shard {
    switch self {
    case .given(let shard): shard
    case .automatic: try Shard(from: Shard.variable)
    }
  }
}
