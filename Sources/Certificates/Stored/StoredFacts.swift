import Activations

/// The facts of the catalogue's functions at the default values of their parameters, which were proved in advance.
///
/// `scripts/prove-catalogue` writes the file, one function a line, and a test proves all of them again.
package enum StoredFacts {
  /// The place in the file at which the facts of each function begin, by its name.
  private static let places: [String: Int] = {
    var places: [String: Int] = [:]
    var start = 0
    let bytes = PackageResources.catalogue_facts_txt
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\t") { places[String(decoding: bytes[start..<place], as: UTF8.self)] = place + 1 }
      if byte == UInt8(ascii: "\n") { start = place + 1 }
    }
    return places
  }()

  /// The names of the functions whose facts are stored.
  package static var names: [String] { places.keys.sorted() }

  /// Returns the facts of a function; nil if they are not stored, as those of formulas and of functions whose parameters
  /// have other values.
  package static func facts(of function: ActivationFunction) -> CertifiedFacts? {
    let entry = function.entry
    guard function.isOfCatalogue, zip(function.parameterValues, entry.parameters).allSatisfy({ $0 == $1.defaultValue }),
      let place = places[entry.name]
    else { return nil }
    var reader = StoredText(PackageResources.catalogue_facts_txt, from: place)
    return reader.facts()
  }

  /// Returns the line of the file that holds the facts of a function.
  package static func line(of name: String, _ facts: CertifiedFacts) -> String {
    "\(name)\t\(StoredText.text(of: facts))\n"
  }
}

extension CertifiedFacts {
  /// Finds out what can be proved of a function.
  ///
  /// The facts of a function of the catalogue whose parameters have their default values are known in advance. Those of any
  /// other function are proved, which takes a bounded number of operations, a few milliseconds at most.
  public init(of function: ActivationFunction) { self = StoredFacts.facts(of: function) ?? Self(proving: function) }
}
