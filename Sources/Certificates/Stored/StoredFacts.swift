import Activations

/// The facts of the catalogue's functions at the default values of their parameters, which were proved in advance.
///
/// `scripts/prove-catalogue` writes the file, one function a line, and a test proves all of them again.
package enum StoredFacts {
  /// The content of the file.
  private static let text = String(decoding: PackageResources.catalogue_facts_tsv, as: UTF8.self)

  /// The text of the facts of each function, by its name.
  private static let lines: [Substring: Substring] = {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let name = line.utf8.prefix { $0 != UInt8(ascii: "\t") }
        return (Substring(name), Substring(line.utf8.dropFirst(name.count + 1)))
      })
  }()

  /// The names of the functions whose facts are stored.
  package static var names: [String] { lines.keys.map { String($0) }.sorted() }

  /// Returns the facts of a function; nil if they are not stored, as those of formulas and of functions whose parameters
  /// have other values.
  package static func facts(of function: ActivationFunction) -> CertifiedFacts? {
    let entry = function.entry
    guard function.isOfCatalogue, function.parameterValues == entry.parameters.map(\.defaultValue) else { return nil }
    return lines[entry.name[...]].flatMap { CertifiedFacts($0) }
  }
}

extension CertifiedFacts {
  /// Finds out what can be proved of a function.
  ///
  /// The facts of a function of the catalogue whose parameters have their default values are known in advance. Those of any
  /// other function are proved, which takes a bounded number of operations, a few milliseconds at most.
  public init(of function: ActivationFunction) { self = StoredFacts.facts(of: function) ?? Self(proving: function) }
}
