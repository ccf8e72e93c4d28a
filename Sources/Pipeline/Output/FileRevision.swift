import Glibc

/// A file of a directory that is written piece by piece, whole or not at all, and only where it becomes another.
///
/// As long as the pieces are what stands there already nothing is written. With the first that is not a temporary file
/// begins: with what was the same so far. A file that is replaced keeps its permissions; a new one has those that the
/// process's mask leaves.
struct FileRevision: ~Copyable {
  private let directory: String
  private let target: String
  private var earlier: KnownFile?
  private var file: TemporaryFile?
  private var outcome = OutputDirectory.Outcome.unchanged

  init(of name: String, in directory: String, replacing replacement: OutputDirectory.Replacement) {
    self.directory = directory
    target = directory + "/" + name
    earlier = replacement == .whenDifferent ? KnownFile(target) : nil
  }

  mutating func append(_ bytes: [UInt8]) throws(FileFault) {
    if file == nil {
      if earlier?.continues(with: bytes) == true { return }
      try begin()
    }
    try file?.write(bytes)
  }

  /// Gives the file its name, if it is another.
  mutating func finish() throws(FileFault) -> OutputDirectory.Outcome {
    if file == nil {
      if earlier?.isAtEnd == true { return .unchanged }
      try begin()
    }
    try file?.rename(to: target)
    return outcome
  }

  private mutating func begin() throws(FileFault) {
    var status = stat()
    outcome = lstat(target, &status) == 0 ? .replaced : .created
    // Else rename(2) could only say that it failed.
    if outcome == .replaced, status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
    let file = try TemporaryFile(in: directory)
    // What stands in the place of a link has the permissions of a new file.
    if outcome == .replaced, status.st_mode & S_IFMT == S_IFREG { try file.takePermissions(of: status) }
    let agreedCount = earlier?.agreedCount ?? 0
    var count = 0
    while count < agreedCount {
      guard let piece = earlier?.piece(at: count, atMost: agreedCount - count), !piece.isEmpty else {
        throw .system(EIO)
      }
      try file.write(piece)
      count += piece.count
    }
    self.file = consume file
  }
}
