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
        + "nearlySaturatedShare,gradientGain,signalGain,rangeMinimum,rangeMaximum,smoothness,"
        + "criticalGain,gamma,chi,depthScale,fixedPointSlope,fixedPoint,gradientFactor10,gradientFactor50,"
        + "gradientFactor100,lipschitz,lipschitzPlace,infimum,supremum,slopeAtCentre,sensitiveAtCentre,zeroCentred,"
        + "bounded,monotone,continuous,monotonePieces",
      "relu,1000,0,0.41880758265481566,0.631381508135886,0.3989422804014327,0.583819370103549,0.506,0.506,"
        + "0.506,0.5,0.5000000000000001,0,4.1014933586120605,continuous with a kink at 0,"
        + "1.414213562373095,1.7128585504496625,1,inf,1,neutral,1,1,1,1,,0,inf,,false,false,false,true,true,2",
      "\"a,b\",1000,0,0.03804715740680695,1.0133015851405993,0,0.9844492898145,0.383,0.383,0.383,"
        + "0.6170750774519739,0.9691404042162733,-3.153724431991577,4.1014933586120605,jumps at -0.5 and 0.5,"
        + "1.015796354719734,1.015796354719734,0.6367241266253795,2.2152378262605477,1.0454094841718273,unstable,"
        + "0.10465416859606433,1.2554015468056313e-05,1.5760330437219718e-10,,,-inf,inf,0,"
        + "false,true,false,true,false,3",
      "t_x,1000,0,-538999.5826836262,498726.55638686015,-539827.4403244816,498411.6490916392,0.539,0.539,"
        + "0.539,0.46017216272297107,539827837277.52905,-1000000,4.1014933586120605,jumps at 0.1,"
        + "1.3610446161999748e-06,2.006373650821587e-06,8.524424472878628e-13,0.035983298526593877,"
        + "-0.03676658742432886,stable,4.5011691759755986e-61,1.84767967209481e-302,,,,-1000000,inf,"
        + "0,false,false,false,true,false,2",
    ]
    #expect(try await listing(small).csv == lines.map { $0 + "\r\n" }.joined())
  }

  @Test("The table of deep networks says what does not exist, and where the derivative is greatest.")
  func depth() async throws {
    let text = #"{"samples": 1000, "activations": ["gelu", "relu", {"name": "pole", "expression": "1 / x"}]}"#
    #expect(
      try await listing(text).depthTable(width: nil) == """
        name   critical gain           gamma             chi     depth scale  fixed point     \
        gradient, 50 layers         Lipschitz  range                   f'(0)  zero-centred  monotone
        gelu          1.5335          1.7009           1.072         -14.377  unstable                      \
        5.691  1.1289 at 1.4142  [-0.16997, ∞)             0.5  no            no
        relu          1.4142          1.7129             1.0               ∞  neutral                       \
          1.0               1.0  [0.0, ∞)       does not exist  no            yes
        pole  does not exist  does not exist  does not exist  does not exist  does not exist       \
        does not exist    does not exist  (-∞, ∞)        does not exist  not known     no

        """)
  }

  @Test("A listing without depth has no members and empty cells for it.")
  func withoutDepth() async throws {
    let plan = try RenderPlan(readingConfiguration: Array(small.utf8), named: "config.json")
    let results = await plan.statistics(includingDepth: false)
    let listing = StatisticsListing(of: try results.map { try #require($0).get() })
    #expect(!listing.json.text.contains("depth"))
    #expect(listing.csv.contains("kink at 0,,,,,,,,,,,,,,,,,,,,\r\n"))
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
            },
            "depth": {
              "criticalGain": 1.3920361404483097,
              "gamma": 1.3920361404483097,
              "chi": 1.322891541792774,
              "depthScale": -3.5737272083434712,
              "gradientFactor": [
                {"layers": 10, "factor": 4.051549959273828},
                {"layers": 50, "factor": 1091.706742586445},
                {"layers": 100, "factor": 1191823.6118087068}
              ],
              "fixedPoint": {"variance": 1, "slope": 0.38512692547854815, "stability": "stable"},
              "lipschitz": {
                "value": 1,
                "place": null,
                "absent": {"place": "not unique, or not known"}
              },
              "zeroCentred": true,
              "bounded": true,
              "sensitiveAtCentre": true,
              "slopeAtCentre": 1,
              "monotone": true
            },
            "certified": {
              "infimum": {
                "between": [-1, -1],
                "is": "attained",
                "place": [null, -1]
              },
              "supremum": {
                "between": [1, 1],
                "is": "attained",
                "place": [1, null]
              },
              "lipschitz": {
                "between": [1, 1],
                "places": [
                  [-1, 1]
                ]
              },
              "monotonePieces": [
                {
                  "start": [null, null],
                  "end": [-1, -1],
                  "trend": "constant"
                },
                {
                  "start": [-1, -1],
                  "end": [1, 1],
                  "trend": "increasing"
                },
                {
                  "start": [1, 1],
                  "end": [null, null],
                  "trend": "constant"
                }
              ],
              "monotone": true,
              "bounded": true,
              "continuous": true,
              "definedEverywhere": true,
              "leftAsymptote": {
                "slope": [0, 0],
                "intercept": [-1, -1]
              },
              "rightAsymptote": {
                "slope": [0, 0],
                "intercept": [1, 1]
              }
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
    #expect(listing.depthTable(width: nil).hasPrefix("name  critical gain  gamma  chi  depth scale  fixed point  "))
    #expect(listing.depthMarkdown.split(separator: "\n").count == 2)
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
