import Foundation

/// Validates documents by a JSON Schema (draft 2020-12), with the keywords that the tool's schema uses.
///
/// An unknown keyword is a fault of the schema, so that none is silently ignored.
struct SchemaValidator {
  private let root: JSONDocument
  private let expressions: [String: NSRegularExpression]

  init(_ text: String) throws {
    root = try JSONDocument(text)
    let patterns = Set(root.values(of: "pattern"))
    expressions = Dictionary(uniqueKeysWithValues: try patterns.map { ($0, try NSRegularExpression(pattern: $0)) })
  }

  /// The faults of a document, each with its pointer and its keyword; empty if the document is valid.
  func faults(in document: JSONDocument) throws -> [String] { try judge(document, by: root, at: "").faults }

  struct UnknownKeyword: Error { let keyword: String }

  /// Faults, and the members that keywords of the schema have evaluated.
  private struct Judgement {
    var faults: [String] = []
    var evaluated: Set<String> = []
    var isValid: Bool { faults.isEmpty }

    mutating func join(_ other: Judgement) {
      faults += other.faults
      if other.isValid { evaluated.formUnion(other.evaluated) }
    }
  }

  private func judge(_ value: JSONDocument, by schema: JSONDocument, at pointer: String) throws -> Judgement {
    if case .boolean(let truth) = schema { return Judgement(faults: truth ? [] : ["\(pointer): false"]) }
    var judgement = Judgement()
    for (keyword, argument) in schema.members.sorted(by: { $0.key < $1.key }) where keyword != "unevaluatedProperties" {
      if try !check(keyword, argument, of: schema, value, at: pointer, into: &judgement) {
        judgement.faults.append("\(pointer): \(keyword)")
      }
    }
    if let rest = schema["unevaluatedProperties"] {
      for (key, member) in value.members where !judgement.evaluated.contains(key) {
        judgement.join(try judge(member, by: rest, at: pointer + "/" + key))
        judgement.evaluated.insert(key)
      }
    }
    return judgement
  }

  /// Whether a keyword holds; evaluated members are added to the result.
  private func check(
    _ keyword: String, _ argument: JSONDocument, of schema: JSONDocument, _ value: JSONDocument, at pointer: String,
    into judgement: inout Judgement
  ) throws -> Bool {
    switch keyword {
    case "$schema", "$defs", "title", "description", "default", "then", "else": return true
    case "$ref":
      judgement.join(try judge(value, by: try definition(of: argument), at: pointer))
      return true
    case "allOf":
      for part in argument.elements { judgement.join(try judge(value, by: part, at: pointer)) }
      return true
    case "anyOf", "oneOf":
      let valid = try argument.elements.map { try judge(value, by: $0, at: pointer) }.filter(\.isValid)
      for part in valid { judgement.join(part) }
      return keyword == "anyOf" ? !valid.isEmpty : valid.count == 1
    case "not":
      return try !judge(value, by: argument, at: pointer).isValid
    case "if":
      let condition = try judge(value, by: argument, at: pointer)
      if condition.isValid { judgement.join(condition) }
      guard let next = schema[condition.isValid ? "then" : "else"] else { return true }
      judgement.join(try judge(value, by: next, at: pointer))
      return true
    case "properties", "additionalProperties", "propertyNames":
      try checkMembers(keyword, argument, of: schema, value, at: pointer, into: &judgement)
      return true
    case "items":
      for (index, element) in value.elements.enumerated() {
        judgement.join(try judge(element, by: argument, at: "\(pointer)/\(index)"))
      }
      return true
    default:
      return try isMet(keyword, argument, by: value)
    }
  }

  private func checkMembers(
    _ keyword: String, _ argument: JSONDocument, of schema: JSONDocument, _ value: JSONDocument, at pointer: String,
    into judgement: inout Judgement
  ) throws {
    let declared = schema["properties"]?.members ?? [:]
    for (key, member) in value.members {
      let place = pointer + "/" + key
      switch keyword {
      case "propertyNames":
        judgement.join(try judge(.string(key), by: argument, at: place))
      case "properties":
        guard let part = argument[key] else { continue }
        judgement.faults += try judge(member, by: part, at: place).faults
        judgement.evaluated.insert(key)
      default:
        guard declared[key] == nil else { continue }
        judgement.faults += try judge(member, by: argument, at: place).faults
        judgement.evaluated.insert(key)
      }
    }
  }

  /// The keywords that depend on the value alone.
  private func isMet(_ keyword: String, _ argument: JSONDocument, by value: JSONDocument) throws -> Bool {
    let bound = argument.number ?? .nan
    switch (keyword, value) {
    case ("type", _): return argument == .string(typeName(of: value)) || isInteger(value, where: argument)
    case ("enum", _): return argument.elements.contains(value)
    case ("const", _): return argument == value
    case ("minimum", .number(let number)): return number >= bound
    case ("maximum", .number(let number)): return number <= bound
    case ("minLength", .string(let text)): return Double(text.unicodeScalars.count) >= bound
    case ("maxLength", .string(let text)): return Double(text.unicodeScalars.count) <= bound
    case ("pattern", .string(let text)):
      guard case .string(let pattern) = argument, let expression = expressions[pattern] else { return false }
      return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    case ("minItems", .array(let elements)): return Double(elements.count) >= bound
    case ("maxItems", .array(let elements)): return Double(elements.count) <= bound
    case ("uniqueItems", .array(let elements)): return Set(elements).count == elements.count
    case ("minProperties", .object(let members)): return Double(members.count) >= bound
    case ("maxProperties", .object(let members)): return Double(members.count) <= bound
    case ("required", .object(let members)): return argument.strings.allSatisfy { members[$0] != nil }
    case ("dependentRequired", .object(let members)):
      return argument.members.allSatisfy { key, needed in
        members[key] == nil || needed.strings.allSatisfy { members[$0] != nil }
      }
    case ("minimum", _), ("maximum", _), ("minLength", _), ("maxLength", _), ("pattern", _), ("minItems", _),
      ("maxItems", _), ("uniqueItems", _), ("minProperties", _), ("maxProperties", _), ("required", _),
      ("dependentRequired", _):
      return true
    default: throw UnknownKeyword(keyword: keyword)
    }
  }

  private func typeName(of value: JSONDocument) -> String {
    switch value {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  private func isInteger(_ value: JSONDocument, where type: JSONDocument) -> Bool {
    type == .string("integer") && value.number.map { $0 == $0.rounded() } ?? false
  }

  private func definition(of reference: JSONDocument) throws -> JSONDocument {
    guard case .string(let text) = reference, text.hasPrefix("#/") else { throw UnknownKeyword(keyword: "$ref") }
    var value: JSONDocument? = root
    for key in text.dropFirst(2).split(separator: "/") { value = value?[String(key)] }
    guard let value else { throw UnknownKeyword(keyword: text) }
    return value
  }
}

extension JSONDocument {
  /// The texts under a key at any depth.
  fileprivate func values(of key: String) -> [String] {
    let here: [String] = if case .string(let text)? = self[key] { [text] } else { [] }
    return here + (elements + members.values).flatMap { $0.values(of: key) }
  }
}
