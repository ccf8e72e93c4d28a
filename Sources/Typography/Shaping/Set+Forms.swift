extension Set<Unicode.Scalar> {
  /// The characters and what is drawn in their place beside the right neighbours.
  var withForms: Set {
    guard contains(where: { $0.value >= 0x300 }) else { return self }
    var characters = self
    characters.formUnion(CanonicalComposition.compositions(of: self))
    characters.formUnion(HangulSyllables.compositions(of: self))
    characters.formUnion(flatMap(ArabicForms.forms))
    if contains(where: BidirectionalClass.isRightToLeft) {
      characters.formUnion(compactMap { BidirectionalLevels.mirrored[$0] })
    }
    return characters
  }
}
