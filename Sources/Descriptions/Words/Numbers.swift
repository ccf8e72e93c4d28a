import Activations
import Numerals

extension String {
  /// Writes a number in a sentence: rounded to a number of significant digits, whole if it is whole, and without an exponent
  /// from 0.0001 up to a billion, where integers have all their digits.
  ///
  /// ```swift
  /// String(inWords: 0.39319)     // "0.39319"
  /// String(inWords: -0.0)        // "0"
  /// String(inWords: 123456.7)    // "123457"
  /// String(inWords: 1.5e-7)      // "1.5e-7"
  /// ```
  init(inWords value: Double, digits: Int = 5) {
    guard value.isFinite, value != 0 else {
      self = value == 0 ? "0" : value.isNaN ? "not a number" : value < 0 ? "minus infinity" : "infinity"
      return
    }
    let text = String(value, significantDigits: digits)
    if let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) {
      if 1..<1e9 ~= value.magnitude {
        self = String(value, decimals: 0)
      } else {
        let power = text[text.index(after: mark)...]
        let figures = power.drop { $0 == "+" || $0 == "-" || $0 == "0" }
        self = text[..<mark] + (power.hasPrefix("-") ? "e-" : "e") + figures
      }
    } else {
      self = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
  }
}

/// A share as a text: `none`, `less than 0.1 %`, `50 %`, `50.2 %`, `all`.
struct Share: CustomStringConvertible {
  let value: Double

  init(_ value: Double) { self.value = value }

  var description: String {
    switch value {
    case 0: return "none"
    case 1: return "all"
    case ..<0.0005: return "less than 0.1 %"
    case 0.9995...: return "more than 99.9 %"
    default:
      let percent = 100 * value
      // A share that is exactly whole has no decimals; one that is rounded to a whole number has its zero.
      return String(percent, decimals: percent == percent.rounded() ? 0 : 1) + " %"
    }
  }
}

extension Asymptote {
  /// The line as it is named in a sentence: `0`, `the line y = x`, `the line y = 2 x - 1`.
  var words: String {
    guard slope != 0 else { return String(inWords: intercept) }
    let multiple = slope == 1 ? "x" : slope == -1 ? "-x" : "\(String(inWords: slope)) x"
    guard intercept != 0 else { return "the line y = \(multiple)" }
    return "the line y = \(multiple) \(intercept < 0 ? "-" : "+") \(String(inWords: intercept.magnitude))"
  }
}
