import Activations
import Certificates
import Foundation
import Testing

/// Tests that prove the stored facts again.
///
/// If the environment variable RECORD_FACTS is the path of a file, the facts are written to it instead of being compared.
@Suite struct StoredFactsTests {
  @Test("The stored facts of each function of the catalogue are those that are proved of it.")
  func proofs() throws {
    if let path = ProcessInfo.processInfo.environment["RECORD_FACTS"] {
      let lines = Catalogue.entries.map { entry in
        "\(entry.name)\t\(CertifiedFacts(proving: ActivationFunction(entry)).text)\n"
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

  @Test("Facts are read back from their text, and other texts are refused.")
  func texts() {
    for entry in Catalogue.entries {
      let facts = CertifiedFacts(proving: ActivationFunction(entry))
      let text = facts.text
      #expect(CertifiedFacts(text[...]) == facts, "\(entry.name)")
      #expect(CertifiedFacts(text.dropLast(text.split(separator: "\t").last?.count ?? 0)) == nil)
      #expect(CertifiedFacts((text + "\tyes")[...]) == nil)
    }
    #expect(CertifiedFacts("") == nil)
    #expect(CertifiedFacts("attained 1\t?\t?\t?\t?\t?\t?\t?\t?") == nil)
    #expect(CertifiedFacts("?\t?\tconstant 1 1 2 1\t?\t?\t?\t?\t?\t?") == nil)
    #expect(CertifiedFacts("?\t?\t?\t1 2 up\t?\t?\t?\t?\t?") == nil)
  }
}
