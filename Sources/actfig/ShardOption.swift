import ArgumentParser
import Configuration
import Pipeline

/// What stands behind `--shard`.
enum ShardOption {
  case given(Shard)
  /// From the variables of the engine that runs the tool.
  case automatic

  /// - Throws: What is wrong with the text, for it to be told behind the text itself.
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
      return "a share is written as 2/4, the second of four; auto asks the engine that runs the tool"
    }
    if count < 1 { return "there must be at least one share" }
    if index < 1 || index > count {
      return "there is no share \(index) of \(count); they are numbered from 1/\(count) to \(count)/\(count)"
    }
    return "there are at most \(Shard.greatestCount) shares"
  }

  func shard() throws -> Shard {
    switch self {
    case .given(let shard): shard
    case .automatic: try Shard(from: Shard.variable)
    }
  }
}
