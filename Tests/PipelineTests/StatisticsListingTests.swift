import Activations
import Foundation
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Reports

@Suite
struct StatisticsListingTests {
  private func listing(_ text: String) async throws -> StatisticsListing {
    let results = try await RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json").statistics()
    return StatisticsListing(of: try results.map { try #require($0).get() })
  }

  /// A small plan with characters that each format has to escape.
  private let small = """
    {"samples": 1000, "activations": [
      "relu", {"function": "hardshrink", "name": "a,b"}, {"function": "threshold", "name": "t_x", "value": -1000000}
    ]}
    """

  @Test("The columns of the table are aligned.")
  func table() async throws {
    #expect(
      try await listing(small).table == """
        name       mean         std    exact mean    exact std     dead  |f'| < 0.01  |f'| < 0.1  gradient \
        gain  signal gain              range  smoothness
        relu    0.41881     0.63138      0.398942     0.583819  50.60 %      50.60 %     50.60 %            \
        0.5          0.5      0.0 to 4.1015  continuous with a kink at 0
        a,b    0.038047      1.0133           0.0     0.984449  38.30 %      38.30 %     38.30 %        \
        0.61708      0.96914  -3.1537 to 4.1015  jumps at -0.5 and 0.5
        t_x   -5.39e+05  4.9873e+05  -5.39827e+05  4.98412e+05  53.90 %      53.90 %     53.90 %        \
        0.46017   5.3983e+11   -1e+06 to 4.1015  jumps at 0.1

        """)
  }

  @Test("Markdown aligns numbers to the right and escapes characters that would end a cell.")
  func markdown() async throws {
    #expect(
      try await listing(small).markdown == """
        | name | mean | std | exact mean | exact std | dead | \\|f'\\| \\< 0.01 | \\|f'\\| \\< 0.1 | \
        gradient gain | signal gain | range | smoothness |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
        | relu | 0.41881 | 0.63138 | 0.398942 | 0.583819 | 50.60 % | 50.60 % | 50.60 % | 0.5 | 0.5 | 0.0 to \
        4.1015 | continuous with a kink at 0 |
        | a,b | 0.038047 | 1.0133 | 0.0 | 0.984449 | 38.30 % | 38.30 % | 38.30 % | 0.61708 | 0.96914 | \
        -3.1537 to 4.1015 | jumps at -0.5 and 0.5 |
        | t\\_x | -5.39e+05 | 4.9873e+05 | -5.39827e+05 | 4.98412e+05 | 53.90 % | 53.90 % | 53.90 % | \
        0.46017 | 5.3983e+11 | -1e+06 to 4.1015 | jumps at 0.1 |

        """)
  }

  @Test("CSV ends lines with CR LF, quotes cells with a comma and writes every number in full.")
  func csv() async throws {
    let lines = [
      "name,sampleCount,excludedCount,mean,std,exactMean,exactStd,deadShare,saturatedShare,"
        + "nearlySaturatedShare,gradientGain,signalGain,rangeMinimum,rangeMaximum,smoothness",
      "relu,1000,0,0.41880758265481566,0.631381508135886,0.3989422804014327,0.583819370103549,0.506,0.506,"
        + "0.506,0.5,0.5000000000000001,0,4.1014933586120605,continuous with a kink at 0",
      "\"a,b\",1000,0,0.03804715740680695,1.0133015851405993,0,0.9844492898145,0.383,0.383,0.383,"
        + "0.6170750774519739,0.9691404042162733,-3.153724431991577,4.1014933586120605,jumps at -0.5 and 0.5",
      "t_x,1000,0,-538999.5826836262,498726.55638686015,-539827.4403244816,498411.6490916392,0.539,0.539,"
        + "0.539,0.46017216272297107,539827837277.52905,-1000000,4.1014933586120605,jumps at 0.1",
    ]
    #expect(try await listing(small).csv == lines.map { $0 + "\r\n" }.joined())
  }

  @Test("JSON has every value, and null where there is no number.")
  func json() async throws {
    #expect(
      try await listing(#"{"samples": 1, "activations": ["hard-tanh"]}"#).json.text == """
        [
          {
            "name": "hard-tanh",
            "function": "hard-tanh",
            "parameters": {"minVal": -1, "maxVal": 1},
            "sampleCount": 1,
            "excludedCount": 0,
            "mean": 1,
            "std": null,
            "exact": {"mean": 0, "std": 0.7183721535260907, "signalGain": 0.5160585509617133, \
        "gradientGain": 0.6826894921370857},
            "diagnostics": {
              "deadShare": 1,
              "saturatedShare": 1,
              "nearlySaturatedShare": 1,
              "range": [1, 1],
              "pointMasses": [],
              "smoothness": "continuous with kinks at -1 and 1",
              "breakpoints": [
                {"position": -1, "kind": "kink"},
                {"position": 1, "kind": "kink"}
              ]
            }
          }
        ]
        """)
  }

  @Test("A plan without figures gives an empty table.")
  func empty() async throws {
    let listing = StatisticsListing(of: [])
    #expect(listing.table.hasPrefix("name  mean  std  exact mean  ") && listing.table.hasSuffix("smoothness\n"))
    #expect(listing.markdown.split(separator: "\n").count == 2)
    #expect(listing.csv.split(separator: "\r\n").count == 1)
    #expect(listing.json == [])
  }

  @Test("Cells of CSV read back as they were.", arguments: ["", "a", "a,b", "\"", "a\"\"b", "a\nb", "\r\n", "é,\"ß\""])
  func quoting(text: String) {
    let csv = TextTable(heads: ["head", "x"], alignments: [.left, .left], rows: [[text, "y"]]).csv
    #expect(csv.hasPrefix("head,x\r\n") && csv.hasSuffix(",y\r\n"))
    let cell = String(String.UnicodeScalarView(csv.unicodeScalars.dropFirst(8).dropLast(4)))
    let isQuoted = cell.hasPrefix("\"")
    let inside = isQuoted ? String(cell.dropFirst().dropLast()) : cell
    #expect(inside.replacingOccurrences(of: "\"\"", with: "\"") == text)
    #expect(isQuoted == (text.rangeOfCharacter(from: CharacterSet(charactersIn: ",\"\r\n")) != nil))
  }
}
