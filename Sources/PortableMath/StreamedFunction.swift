import CLanes

/// An elementary function over contiguous numbers in single precision.
///
/// Its loop runs on the processor's own vectors from end to end, where one that is written over `Lanes` hands every eight
/// numbers to the function and back. The values are the same: those of `PortableReal`, rounded to single precision once.
public enum StreamedFunction: CaseIterable, Sendable {
  case tanh, sigmoid, gelu

  /// Writes the function of each input, as many as there are places.
  public func fill(_ outputs: UnsafeMutableBufferPointer<Float>, with inputs: UnsafeBufferPointer<Float>) {
    precondition(outputs.count == inputs.count, "There is a place for each output.")
    guard let source = inputs.baseAddress, let places = outputs.baseAddress else { return }
    let fills = clanes_level_in_use().pointee.fills.pointee
    switch self {
    case .tanh: fills.tanh(source, places, inputs.count)
    case .sigmoid: fills.sigmoid(source, places, inputs.count)
    case .gelu: fills.gelu(source, places, inputs.count)
    }
  }
}
