import Activations
import Foundation
import Testing

@testable import Certificates

/// Tests that prove the stored facts again.
///
/// If the environment variable RECORD_FACTS is the path of a file, the facts are written to it instead of being compared.
@Suite struct StoredFactsTests {
  @Test("The stored facts of each function of the catalogue are those that are proved of it.")
  func proofs() throws {
    if let path = ProcessInfo.processInfo.environment["RECORD_FACTS"] {
      let lines = Catalogue.entries.map { entry in
        StoredFacts.line(of: entry.name, CertifiedFacts(proving: ActivationFunction(entry)))
      }
      try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    #expect(StoredFacts.names == Catalogue.entries.map(\.name).sorted(), "scripts/prove-catalogue writes them anew")
    for entry in Catalogue.entries {
      let function = ActivationFunction(entry)
      let proved = CertifiedFacts(proving: function)
      #expect(StoredFacts.facts(of: function) == proved, "\(entry.name)")
      #expect(CertifiedFacts(of: function) == proved, "\(entry.name)")
    }
  }

  @Test("Facts with other values of parameters are not stored, but proved.")
  func otherParameters() throws {
    let entry = try #require(Catalogue.entry(named: "leaky-relu"))
    let function = ActivationFunction(entry, parameterValues: [-0.5])
    #expect(StoredFacts.facts(of: function) == nil)
    #expect(CertifiedFacts(of: function) == CertifiedFacts(proving: function))
    #expect(CertifiedFacts(of: function).infimum.number == ProvedNumber(lower: 0, upper: 0))
  }

  @Test("Texts that are cut off or damaged are refused or read as other facts, and never trap.")
  func texts() throws {
    for name in ["gelu", "hard-tanh", "sine", "threshold"] {
      let facts = CertifiedFacts(proving: ActivationFunction(try #require(Catalogue.entry(named: name))))
      let text = Array(StoredText.text(of: facts).utf8)
      var reader = StoredText(text, from: 0)
      #expect(reader.facts() == facts, "\(name)")
      for end in text.indices {
        var reader = StoredText(Array(text[..<end]), from: 0)
        #expect(reader.facts() == nil)
      }
      for place in text.indices {
        for byte in [UInt8(ascii: "0"), UInt8(ascii: "f"), UInt8(ascii: "~"), 0, 0xFF] {
          var damaged = text
          damaged[place] = byte
          var reader = StoredText(damaged, from: 0)
          _ = reader.facts()
        }
      }
    }
  }
}
