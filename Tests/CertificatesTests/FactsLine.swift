import Certificates

/// The facts of a function as one line of text, which `scripts/fuzz-certificates` judges.
///
/// Its fields are separated by tabs. Numbers are written such that they are read back exactly.
struct FactsLine: CustomStringConvertible {
  let description: String

  init(_ text: String, _ facts: CertifiedFacts) { description = text + "\t" + facts.text }
}
