import Activations

extension ExactMoment {
  /// What stands in place of the number: `does not exist`, `not to be had`; empty where there is one.
  var words: String {
    switch self {
    case .value: ""
    case .doesNotExist: "does not exist"
    case .undetermined: "not to be had"
    }
  }

  /// The same in a sentence, behind what it is: `does not exist`, `is not to be had`.
  var absence: String { self == .undetermined ? "is not to be had" : words }
}
