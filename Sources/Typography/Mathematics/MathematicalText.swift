import Text

/// A text in which simple mathematics between dollar signs is set: Greek letters, signs, superscripts and subscripts.
///
/// ```swift
/// MathematicalText("$x_1$ of $10^{-3}$").plain      // "x₁ of 10⁻³"
/// MathematicalText("$\\frac{1}{2}$").unset          // says that \frac is not known; the text stays as it is
/// ```
///
/// The notation is that of TeX. Spaces do not count, signs between operands have thin spaces around them, and letters are
/// upright. `\$` is a dollar sign. What cannot be set stays as it is written, with its dollar signs.
public struct MathematicalText: Sendable, Hashable {
  /// The text with other characters in place of raised and lowered ones, for ``TextLine/init(_:in:size:withShifts:)``.
  public let marked: String
  /// The text without any notation, for readers who hear it or search in it: `x₁`, `σ_w²`.
  public let plain: String
  /// What is not set, in the order of the text.
  public let unset: [UnshapedText]

  /// Reads a text.
  public init(_ source: String) {
    guard source.utf8.contains(UInt8(ascii: "$")) else {
      (marked, plain, unset) = (source, source, [])
      return
    }
    let scalars = Array(source.unicodeScalars)
    if let reason = Self.reasonAgainst(scalars) {
      (marked, plain, unset) = (source, source, [.mathematics(source, reason: reason)])
      return
    }
    var (marked, plain) = (String.UnicodeScalarView(), String.UnicodeScalarView())
    var unset: [UnshapedText] = []
    var rest = scalars[...]
    func keep(_ text: ArraySlice<Unicode.Scalar>) {
      marked.append(contentsOf: text)
      plain.append(contentsOf: text)
    }
    while let first = rest.first {
      if first == "\\", rest.dropFirst().first == "$" {
        keep(["$"])
        rest = rest.dropFirst(2)
      } else if first == "$" {
        let group = Self.group(at: rest)
        do throws(MathematicsFault) {
          guard group.isClosed else { throw .dollarWithoutPartner }
          let pieces = try MathematicsParser.pieces(of: group.text.dropFirst().dropLast())
          for piece in pieces {
            marked.append(contentsOf: piece.marked)
            plain.append(contentsOf: piece.plain)
          }
        } catch {
          keep(group.text)
          var text = String.UnicodeScalarView()
          text.append(contentsOf: group.isClosed ? group.text : scalars[...])
          unset.append(.mathematics(String(text), reason: error.description))
        }
        rest = rest[group.text.endIndex...]
      } else {
        keep([first])
        rest = rest.dropFirst()
      }
    }
    (self.marked, self.plain, self.unset) = (String(marked), String(plain), unset)
  }

  /// Why no mathematics can be set in a text; nil if it can.
  private static func reasonAgainst(_ text: [Unicode.Scalar]) -> String? {
    if text.contains(where: \.isMark) { return "the text has characters for private use" }
    if text.contains(where: \.isRightToLeft) { return "the text runs from right to left" }
    return nil
  }

  /// Returns the text from a dollar sign to the next one of the same line, both included, or the first dollar sign alone.
  private static func group(at rest: ArraySlice<Unicode.Scalar>) -> (text: ArraySlice<Unicode.Scalar>, isClosed: Bool) {
    var index = rest.startIndex + 1
    while index < rest.endIndex, !rest[index].isLineEnd {
      if rest[index] == "$" { return (rest[...index], true) }
      index += rest[index] == "\\" ? 2 : 1
    }
    return (rest.prefix(1), false)
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool { (0x0A...0x0D).contains(value) || [0x85, 0x2028, 0x2029].contains(value) }
}

/// The reason why mathematics is not set.
enum MathematicsFault: Error, CustomStringConvertible {
  case dollarWithoutPartner, nothingBetweenDollars, braceWithoutPartner, deepGroups
  case unknownCommand(String)
  case nothingAfter(Unicode.Scalar)
  case repeated(Unicode.Scalar)
  case nested(Unicode.Scalar)
  case unshiftable(Unicode.Scalar)

  var description: String {
    switch self {
    case .dollarWithoutPartner: "a dollar sign has no partner; \\$ is the sign itself"
    case .nothingBetweenDollars: "nothing is between the dollar signs"
    case .braceWithoutPartner: "a brace has no partner"
    case .deepGroups: "the braces are nested too deep"
    case .unknownCommand(let name): "\\\(name.abbreviated(to: 30)) is unknown"
    case .nothingAfter(let sign): "nothing follows \(sign)"
    case .repeated(let sign): "\(sign) occurs twice after the same character"
    case .nested(let sign): "\(sign) is within a superscript or subscript"
    case .unshiftable(let character): "\(character.codePoint) cannot be raised or lowered"
    }
  }
}

/// Characters of mathematics that stand on the same line.
struct MathematicalPiece: Equatable {
  var text: [Unicode.Scalar]
  let shift: BaselineShift

  /// The characters as they are in a line with shifts.
  var marked: [Unicode.Scalar] { text.compactMap(shift.marking) }

  /// The characters as they are read: with Unicode's own superscripts and subscripts, or after `^` or `_`.
  var plain: [Unicode.Scalar] {
    let sign: Unicode.Scalar
    let table: [Unicode.Scalar: Unicode.Scalar]
    switch shift {
    case .none: return text.map { $0 == MathematicalSymbol.thinSpace || $0 == "\u{A0}" ? " " : $0 }
    case .raised: (sign, table) = ("^", MathematicalSymbol.superscripts)
    case .lowered: (sign, table) = ("_", MathematicalSymbol.subscripts)
    }
    let own = text.compactMap { table[$0] }
    if own.count == text.count { return own }
    return text.count == 1 ? [sign] + text : [sign, "("] + text + [")"]
  }
}
