import Foundation

/// A JSON text as read by Foundation, which is independent of the tested reader.
enum JSONDocument: Decodable, Hashable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONDocument])
  case object([String: JSONDocument])

  init(_ text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .boolean(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let elements = try? container.decode([JSONDocument].self) {
      self = .array(elements)
    } else {
      self = .object(try container.decode([String: JSONDocument].self))
    }
  }

  subscript(key: String) -> JSONDocument? { if case .object(let members) = self { members[key] } else { nil } }

  var number: Double? { if case .number(let value) = self { value } else { nil } }

  var elements: [JSONDocument] { if case .array(let elements) = self { elements } else { [] } }

  var members: [String: JSONDocument] { if case .object(let members) = self { members } else { [:] } }

  var strings: [String] { elements.compactMap { if case .string(let text) = $0 { text } else { nil } } }
}
