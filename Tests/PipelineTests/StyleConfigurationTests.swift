import ActivationFigures
import Drawing
import Plotting
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans

@Suite
struct StyleConfigurationTests {
  private func plan(_ text: String) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func settings(_ keys: String, entry: String = "\"relu\"") throws -> FigureSettings {
    try plan("{\(keys)\(keys.isEmpty ? "" : ", ")\"activations\": [\(entry)]}").figures[0].settings
  }

  private func recordedText<Record>(of key: ConfigurationKey<Record>, in settings: FigureSettings) throws -> String {
    try #require(key.recordedValue?(settings)).line
  }

  private func messages(_ text: String) -> [String] {
    do throws(ConfigurationError) {
      _ = try plan(text)
      return []
    } catch {
      return error.issues.map { "\($0.pointer): \($0.message)" }
    }
  }

  @Test("Matplotlib is the default style without marks, and the other styles have marks.")
  func bases() throws {
    #expect(try settings("").style == .matplotlib)
    #expect(try settings("").marks == .none)
    #expect(try settings(#""style": "light""#).style == .light)
    #expect(try settings(#""style": {"base": "dark"}"#).style == .dark)
    #expect(try settings(#""style": {"base": "dark"}"#).marks == .usual)
  }

  @Test("A style is changed property by property, for the whole file and in an entry.")
  func changes() throws {
    var expected = Style(uncluttered: Theme.light.on(Color(0xfff8e7)))
    expected.fontSize = 11
    expected.grid = false
    expected.palette = [.black, Color(0xff0000, alpha: 128)]
    expected.dashes = [[], [2, 1]]
    expected.frame = .axes
    expected.legend.keyLength = 3
    let text = """
      "style": {"base": "light", "fontSize": 11, "grid": false, "paper": "#fff8e7", "frame": "axes",
        "palette": ["#000000", "#ff000080"], "dashes": [[], [2, 1]], "legendKeyLength": 3}
      """
    #expect(try settings(text).style == expected)
    let entry = #"{"function": "relu", "style": {"fontSize": 12}, "marks": {"density": false}}"#
    expected.fontSize = 12
    let inner = try settings(text, entry: entry)
    #expect(inner.style == expected)
    #expect(!inner.marks.density && inner.marks.breaks)
    let other = try settings(text, entry: #"{"function": "relu", "style": "dark"}"#)
    let onCream = Style(uncluttered: Theme.dark.on(Color(0xfff8e7)))
    #expect(other.styleName == .dark && other.style.fontSize == 11 && other.style.textColor == onCream.textColor)
  }

  @Test("Colours follow from the paper unless they are set, and only the paper changes in matplotlib.")
  func papers() throws {
    let paper = Color(0x204060)
    let own = ##""style": {"base": "light", "textColor": "#ff0000", "paper": "#204060"}"##
    var expected = Style(uncluttered: Theme.light.on(paper))
    expected.textColor = Color(0xff0000)
    let settings = try settings(own)
    #expect(settings.style == expected && expected.titleColor != Style.light.titleColor)
    #expect(
      settings.recordedStyle?.line == ##"{"base": "light", "paper": "#204060", "textColor": "#ff0000"}"##)
    var plain = Style.matplotlib
    plain.paper = paper
    #expect(try self.settings(##""style": {"paper": "#204060"}"##).style == plain)
  }

  @Test("Transparent paper keeps the colours of the style.", arguments: StyleName.allCases)
  func transparentPaper(name: StyleName) throws {
    let settings = try settings(#""style": {"base": "\#(name.rawValue)", "paper": "transparent"}"#)
    var expected = name.style
    expected.paper.alpha = 0
    #expect(settings.style == expected)
    #expect(settings.recordedStyle?.line == #"{"base": "\#(name.rawValue)", "paper": "transparent"}"#)
    let inner = try self.settings(
      ##""style": {"base": "\##(name.rawValue)", "paper": "#204060"}"##,
      entry: #"{"function": "relu", "style": {"paper": "transparent"}}"#)
    #expect(inner.style == expected)
  }

  @Test("Every property of a style can be set, and reads back from its text.")
  func everyProperty() throws {
    let words: [String: String] = [
      "titleAlignment": "\"left\"", "lineEnd": "\"round\"", "frame": "\"none\"", "palette": "[\"#123456\"]",
      "dashes": "[[1, 2, 3]]", "gridDashes": "[1, 2]", "orderedColors": "[\"#123456\", \"#654321\"]",
    ]
    for key in StyleConfiguration.propertyKeys {
      let name = key.name
      let old = try recordedText(of: key, in: FigureSettings())
      let new =
        words[name]
        ?? (old == "true" ? "false" : old == "false" ? "true" : old.hasPrefix("\"#") ? "\"#12345678\"" : "0.75")
      let text = Double(old) != nil && key.rule.map { "\($0)".contains("1000") } == true ? "13.5" : new
      let changed = try settings("\"style\": {\"\(name)\": \(text)}")
      #expect(try recordedText(of: key, in: changed) == text, "\(name)")
      #expect(changed.style != .matplotlib, "\(name)")
      #expect(changed.recordedStyle?.line == "{\"base\": \"matplotlib\", \"\(name)\": \(text)}")
      #expect(try settings("\"style\": \(changed.recordedStyle?.line ?? "")").style == changed.style, "\(name)")
    }
    // Apart from the legend, a style has as many stored properties as keys; the base is not stored.
    let stored =
      Mirror(reflecting: Style.light).children.count - 1 + Mirror(reflecting: Style.light.legend).children.count
    #expect(StyleConfiguration.propertyKeys.count == stored)
    #expect(Set(StyleConfiguration.propertyKeys.map(\.name)).count == stored)
  }

  @Test("Every mark can be switched, and reads back from its text.")
  func everyMark() throws {
    for (name, others) in [("matplotlib", false), ("light", true)] {
      /// Whether a mark is on in the style.
      func isOn(_ mark: String) -> Bool { others && mark != "bounds" }
      for mark in SettingsConfiguration.markKeys {
        let changed = try settings("\"style\": \"\(name)\", \"marks\": {\"\(mark.name)\": \(!isOn(mark.name))}")
        for other in SettingsConfiguration.markKeys {
          #expect(try recordedText(of: other, in: changed) == String((other.name == mark.name) != isOn(other.name)))
        }
        let text = try #require(changed.recordedMarks?.line)
        #expect(try settings("\"style\": \"\(name)\", \"marks\": \(text)").marks == changed.marks)
      }
    }
    #expect(SettingsConfiguration.markKeys.count == Mirror(reflecting: StudyMarks.all).children.count)
  }

  @Test(
    "A fault in a style is reported with its position.",
    arguments: [
      (#""style": "ligth""#, #"/style: found "ligth", expected "light""#),
      (
        #""style": 3"#,
        #"/style: found 3, expected one of "matplotlib", "light", "dark", or an object with "base" and what is changed"#
      ),
      (#""style": {"fontsize": 3}"#, #"/style/fontsize: found the unknown key "fontsize", expected "fontSize""#),
      (#""style": {"fontSize": 0}"#, "/style/fontSize: found 0, expected a number from 1 to 1000"),
      (
        #""style": {"paper": "white"}"#,
        ##"/style/paper: found "white", expected a colour such as "#1f77b4", or "#1f77b480" if it is translucent, or "transparent""##
      ),
      (#""style": {"grid": "yes"}"#, #"/style/grid: found "yes", expected true or false"#),
      (#""style": {"frame": "axis"}"#, #"/style/frame: found "axis", expected "axes""#),
      (#""style": {"dashes": [[-1]]}"#, "/style/dashes/0/0: found -1, expected a number from 0 to 1000"),
      (
        #""marks": {"break": true}"#,
        #"/marks/break: found the unknown key "break", expected "breaks""#
      ),
      (#""marks": true"#, "/marks: found true, expected an object in { }"),
      (
        #""variants": {"scale": []}"#,
        "/variants/scale: found [], expected an array of 1 to 8, each a number from 0.1 to 100"
      ),
      (#""variants": {"scale": [1, 1.0]}"#, "/variants/scale/1: found 1.0, expected none of the values before it"),
      (#""variants": {"theme": ["drak"]}"#, #"/variants/theme/0: found "drak", expected "dark""#),
      (
        #""figures": "all""#,
        #"/figures: found "all", expected one of "each", "comparison", "both", "family", "depth", "depth-comparison""#
      ),
      (
        #""comparison": {"seed": 1}"#,
        ##"/comparison/seed: found the unknown key "seed", expected one of "name", "title", "depthTitle", "range", "step", "figure", "style", "marks", "panels", "limits", "depth""##
      ),
      (
        #""variants": {"scale": [1, 30]}"#,
        "/variants/scale: found a figure of 45000 × 15000 pixels, expected 1 to 32767 a side and at most 67108864 in all, for relu at scale 30"
      ),
    ])
  func faults(keys: String, message: String) {
    #expect(messages("{\(keys), \"activations\": [\"relu\"]}") == [message])
  }

  @Test("Each figure has a file for each variant, and the first of each list has the plain name.")
  func variants() throws {
    let plan = try plan(
      #"{"variants": {"scale": [1, 2, 1.5], "theme": ["light", "dark"]}, "activations": ["mish", {"function": "relu", "style": {"lineWidth": 3}}]}"#
    )
    #expect(
      plan.figures.prefix(6).map(\.fileName) == [
        "mish.png", "mish@2x.png", "mish@1.5x.png", "mish-dark.png", "mish-dark@2x.png", "mish-dark@1.5x.png",
      ])
    #expect(plan.figures.map(\.name) == Array(repeating: "mish", count: 6) + Array(repeating: "relu", count: 6))
    #expect(plan.figures.prefix(6).map(\.settings.dpi) == [100, 200, 150, 100, 200, 150])
    #expect(plan.figures.map(\.settings.styleName.rawValue).prefix(4) == ["light", "light", "light", "dark"])
    #expect(plan.figures.suffix(6).allSatisfy { $0.settings.style.lineWidth == 3 && $0.settings.marks == .usual })
    #expect(try plan.selecting(["relu"]).figures.count == 6)
  }

  @Test("A file name shared by two variants is found before anything is drawn.")
  func collisions() {
    let variants = #""variants": {"theme": ["light", "dark"]}"#
    #expect(
      messages(#"{\#(variants), "activations": ["mish", {"function": "relu", "name": "Mish-dark"}]}"#) == [
        #"/activations/1/name: found a second figure for the file "Mish-dark.png", expected a "name" of its own (case does not count); the first is at 1:60"#
      ])
    #expect(
      messages(#"{"figures": "both", "activations": [{"function": "relu", "name": "comparison"}]}"#).count == 1)
    let long = String(repeating: "n", count: 248)
    #expect(
      messages(#"{\#(variants), "activations": [{"function": "relu", "name": "\#(long)"}]}"#)
        .allSatisfy { $0.contains("of a variant, expected a file name of at most 255 bytes") })
  }

  @Test("A comparison takes the functions in the order of the list, and its own settings.")
  func comparison() throws {
    let text = #"""
      {"range": [-2, 2], "figures": "both", "comparison": {"name": "all", "title": "", "step": 0.5},
       "activations": ["relu", {"function": "swish", "beta": 2, "title": "Swish\n({beta})"}, {"name": "w", "title": "", "expression": "x"}]}
      """#
    let figure = try #require(plan(text).figures.last)
    #expect((figure.name, figure.fileName, figure.title) == ("all", "all.png", ""))
    #expect(figure.settings.range == -2...2 && figure.settings.step == 0.5)
    guard case .comparison(let functions) = figure.subject else {
      Issue.record("no comparison")
      return
    }
    #expect(functions.map(\.title) == ["ReLU", "Swish (2)", "w"])
    let only = try plan(#"{"figures": "comparison", "activations": ["relu", "mish"]}"#)
    #expect(only.figures.map(\.fileName) == ["comparison.png"] && only.figures[0].title == "Activation functions")
  }
}
