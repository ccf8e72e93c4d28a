import Activations
import Synchronization
import Tables
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans

@Suite
struct TableConfigurationTests {
  /// Files that are held in memory, and the paths that were asked for.
  private final class Files: Sendable {
    private let contents: [String: String]
    private let asked = Mutex<[String]>([])

    init(_ contents: [String: String]) { self.contents = contents }

    var paths: [String] { asked.withLock { $0 } }

    var reader: FileReader {
      FileReader { [self] path, _ in
        asked.withLock { $0.append(path) }
        return contents[path].map { .success(Array($0.utf8)) } ?? .failure(.init(reason: "there is no such file"))
      }
    }
  }

  private func plan(_ activations: String, _ files: Files = Files([:]), in directory: String = ".") throws -> RenderPlan
  {
    try RenderPlan(
      readingConfiguration: Array("{\"activations\": [\(activations)]}".utf8), named: "config.json", in: directory,
      files: files.reader)
  }

  private func faults(_ activations: String, _ files: Files = Files([:])) -> [String] {
    do {
      _ = try plan(activations, files)
      return []
    } catch let error as ConfigurationError {
      return error.issues.map { "\($0.line):\($0.column): \($0.pointer): \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("A table is read relative to the folder of the configuration, and once for all entries that name it.")
  func files() throws {
    let files = Files(["posts/t.csv": "x,value\n-1,0\n0,0\n1,1\n", "/abs.tsv": "x\tvalue\n0\t1\n1\t2\n"])
    let plan = try plan(
      #"""
      {"name": "a", "table": "t.csv"}, {"name": "b", "table": "t.csv", "interpolation": "step", "outside": "none"},
      {"name": "c", "table": "/abs.tsv", "interpolation": "cubic"}, {"name": "d", "table": "t.csv", "bins": 7}
      """#, files, in: "posts")
    #expect(files.paths == ["posts/t.csv", "/abs.tsv"] && plan.tables == files.paths)
    #expect(plan.figures.map(\.title) == ["a", "b", "c", "d"])
    #expect(plan.figures.map { $0.function.value(at: 0.5) } == [0.5, 0, 1.5, 0.5])
    #expect(
      plan.figures[1].function.value(at: 2).isNaN && plan.figures[1].function.table?.beyond == TableExtension.none)
    #expect(plan.figures[0].function.table?.words == "linear table of 3 points")
  }

  @Test("The faults of tables are joined with those of the configuration, each with both places.")
  func faults() {
    let files = Files(["bad.csv": "x,value\n1,abc\n2,\n", "good.csv": "x,value\n1,2\n3,4\n"])
    #expect(
      faults(#"{"name": "a", "table": "bad.csv", "bins": 0}, {"name": "b", "table": "none.csv"}"#, files) == [
        "1:41: /activations/0/table: bad.csv:2:3: found \"abc\", expected a number",
        "1:41: /activations/0/table: bad.csv:3:3: found nothing, expected a number",
        "1:60: /activations/0/bins: found 0, expected a whole number from 1 to 10000, or one of \"auto\", \"fd\", \"doane\", "
          + "\"scott\", \"stone\", \"rice\", \"sturges\", \"sqrt\"",
        "1:87: /activations/1/table: none.csv: found no table that can be read (there is no such file), expected the path "
          + "of one",
      ])
    #expect(
      faults(#"{"name": "a", "table": "good.csv", "interpolation": "none"}"#, files) == [
        "1:41: /activations/0/table: good.csv: found no column \"derivative\", expected one, as nothing is interpolated "
          + "with \"interpolation\": \"none\""
      ])
    #expect(
      faults(#"{"name": "a", "table": {"x": [1, 2, 1], "value": [0, 0, 1]}}"#) == [
        "1:54: /activations/0/table/x/2: found x = 1 again with other numbers, expected each x once; the first is at row 0"
      ])
    #expect(
      faults(
        #"{"name": "a", "table": {"x": [1], "value": [0], "derivative": [null]}, "interpolation": "none", "samples": 2000000}"#
      ) == [
        "1:18: /activations/0: found 2000000 samples, expected at most 1000000 for a table that is defined at its points only"
      ])
  }

  @Test("A recipe holds the points of a table and draws the same figure without its file.")
  func recipe() throws {
    let files = Files(["t.csv": "x,value,derivative\n2,0.1,-0\n-1e-7,1e22,3\n"])
    for rest in [
      "", #", "interpolation": "step""#, #", "interpolation": "cubic", "outside": "hold""#,
      #", "interpolation": "none""#,
    ] {
      let figure = try plan(#"{"name": "a", "table": "t.csv"\#(rest)}"#, files).figures[0]
      let recipe = Recipe(of: figure)
      let again = try recipe.plan(named: "recipe")
      #expect(Recipe(of: again.figures[0]) == recipe && again.tables == [])
      #expect(again.figures[0].function.table?.table == figure.function.table?.table)
      #expect(recipe.text.contains(#""table": {"x": [-1e-07, 2], "value": [1e+22, 0.1], "derivative": [3, "#))
    }
    let undefined = try plan(
      #"{"name": "a", "table": {"x": [0, 1, 2], "value": [null, "inf", "-inf"], "derivative": [1, null, 0]}, "interpolation": "none"}"#
    ).figures[0]
    let recipe = Recipe(of: undefined)
    #expect(recipe.text.contains(#""value": [null, "inf", "-inf"], "derivative": [1, null, 0]"#))
    #expect(Recipe(of: try recipe.plan(named: "recipe").figures[0]) == recipe)
  }

  @Test(
    "The recipe of a table with more than 4096 points holds their number and checksum, and says so when it is read.")
  func largeTables() throws {
    func figure(_ count: Int, last: Double) throws -> FigurePlan {
      let lines = (0..<count).map { "\($0),\($0 == count - 1 ? last : 0)\n" }.joined()
      return try plan(#"{"name": "a", "table": "t.csv"}"#, Files(["t.csv": "x,value\n" + lines])).figures[0]
    }
    let held = Recipe(of: try figure(4_096, last: 1))
    #expect(try held.plan(named: "recipe").figures[0].function.value(at: 4_095) == 1)
    let recipe = Recipe(of: try figure(4_097, last: 1))
    #expect(recipe.text.contains(#""table": {"points": 4097, "checksum": ""#) && recipe.text.utf8.count < 400)
    #expect(Recipe(of: try figure(4_097, last: 1)) == recipe)
    let other = Recipe(of: try figure(4_097, last: 2))
    #expect(other.changes(since: recipe) == ["table changed"])
    #expect(held.changes(since: recipe) == ["table changed"])
    do {
      _ = try recipe.plan(named: "recipe of a.png")
      Issue.record("The recipe does not hold the points.")
    } catch {
      #expect(
        error.issues.map(\.message) == [
          "found a table of 4097 points by its checksum alone, expected its points, which the recipe of so large a table "
            + "does not hold"
        ])
    }
  }

  @Test("A change of a table is told in a word, and one of its rules with both.")
  func changes() throws {
    func recipe(_ values: String, _ rest: String = "") throws -> Recipe {
      Recipe(of: try plan(#"{"name": "a", "table": {"x": [0, 1], "value": \#(values)}\#(rest)}"#).figures[0])
    }
    let old = try recipe("[0, 1]")
    #expect(try recipe("[0, 1.0]").changes(since: old) == [])
    #expect(try recipe("[0, 2]").changes(since: old) == ["table changed"])
    #expect(
      try recipe("[0, 1]", #", "interpolation": "step", "outside": "none""#).changes(since: old) == [
        "interpolation \"linear\" → \"step\"", "outside \"extend\" → \"none\"",
      ])
  }

  @Test("Tables stand beside functions in a comparison, and a sweep runs over settings.")
  func otherFigures() throws {
    let text = #"""
      {"figures": "both", "activations": [
        "relu", {"name": "t-{samples}", "table": {"x": [0, 1], "value": [0, 1]}, "sweep": {"samples": [10, 20]}}]}
      """#
    let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
    #expect(plan.figures.map(\.name) == ["relu", "t-10", "t-20", "comparison"])
    let recipe = Recipe(of: plan.figures[3])
    #expect(Recipe(of: try recipe.plan(named: "recipe").figures[0]) == recipe)
    #expect(
      faults(#"{"name": "a{beta}", "table": {"x": [0, 1], "value": [0, 1]}, "sweep": {"beta": [1, 2]}}"#) == [
        "1:89: /activations/0/sweep/beta: found \"beta\" of a table, expected none, as a table has no parameters"
      ])
  }
}
