import ArgumentParser
import CStartup
import Configuration
import Pipeline
import System

/// The tool: words in, words and an exit code out.
@main
struct Actfig: ParsableCommand {
  static let name = "actfig"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Draws the figures of activation functions: what goes in, what the function does, what comes out.",
    discussion: """
      Exit codes: 0 done, or nothing differs; 1 a figure failed, or something differs or is missing; 2 the run could not \
      be judged: usage, configuration, fonts or disk. Results go to the standard output, messages and a progress bar to \
      the standard error.
      """,
    version: "actfig 0.2.0",
    subcommands: [
      Render.self, Check.self, Merge.self, Inspect.self, Describe.self, Stats.self, List.self, Init.self, Schema.self,
      Hook.self,
    ])

  static func main() {
    // Before anything asks for memory.
    if let fault = ProcessLimits.fault {
      Console.complain(fault)
      Console.exit(.unjudged)
    }
    CurrentProcess.prepare()
    let words = arguments
    do {
      var command = try command(reading: words)
      do {
        try command.run()
        Console.exit(.success)
      } catch let code as ExitCode {
        Console.exit(code)
      } catch let error where exitCode(for: error) == .failure {
        // Whatever else a subcommand throws says itself why nothing could be done.
        Console.complain("\(error)")
        Console.exit(.unjudged)
      }
    } catch {
      // The parser's own: faults of usage, and the texts of --help and --version.
      let message = fullMessage(for: error)
      guard exitCode(for: error).isSuccess else {
        Console.complain(UsageAdvice(on: message, of: words).text)
        Console.exit(.unjudged)
      }
      // A script of completions is the tool's own, and holds whatever its shell obeys.
      if words.contains(where: { $0.hasPrefix("--generate-completion-script") }) {
        Console.print(Array((CompletionScript.completed(message) + "\n").utf8))
      } else {
        Console.print(message + "\n")
      }
      Console.exit(.success)
    }
  }

  /// What stands behind the name of the program; bytes that are no UTF-8 are mended, as Swift mends them.
  private static var arguments: [String] {
    var arguments: [String] = []
    var next = process_arguments()
    while let argument = next.pointee {
      arguments.append(String(cString: argument))
      next += 1
    }
    return Array(arguments.dropFirst())
  }

  /// A subcommand reads its words by itself, which takes half as long as through the whole tool. Where that leads to
  /// anything but the subcommand, a fault or a text of help, the whole tool tells of it.
  private static func command(reading words: [String]) throws -> any ParsableCommand {
    if let subcommand = configuration.subcommands.first(where: { $0.configuration.commandName == words.first }),
      let command = try? subcommand.parseAsRoot(Array(words.dropFirst())), type(of: command) == subcommand
    {
      return command
    }
    return try parseAsRoot(words)
  }
}
