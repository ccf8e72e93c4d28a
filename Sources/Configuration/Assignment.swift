import JSON
import Text

/// A value that the command line sets: `figure.dpi=200`.
///
/// The key is a path of dots, as in `activations.3.beta`, where entries of an array are counted from 0. The value is JSON; a
/// text that is no JSON, as `{name}-v2.png`, stands for itself.
struct Assignment: Sendable {
  /// From the outermost key to the one that is set, at least one.
  let path: [Component]
  let value: JSONValue

  /// A key, or the place of an entry in its array.
  struct Component: Sendable {
    let name: String
    let span: Range<Int>
  }

  /// Nil after saying what is no assignment in an option.
  init?(reading part: SourceText.Part, of source: SourceText, reporting faults: inout Faults) {
    let bytes = source.bytes[part.range]
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")) else {
      faults.report(at: part.range.lowerBound, "found no =, expected KEY=VALUE, as samples=1000")
      return nil
    }
    if let quote = bytes[..<sign].firstIndex(of: UInt8(ascii: "\"")) {
      faults.report(at: quote, "found a quote in the key, expected none, as in samples=1000")
      return nil
    }
    let names = bytes[..<sign].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if let empty = names.first(where: \.isEmpty) {
      faults.report(at: empty.startIndex, "found an empty key, expected one, or some joined by dots as figure.dpi")
      return nil
    }
    guard names.count <= Limits.depth else {
      faults.report(at: part.range.lowerBound, "found \(names.count) keys, expected at most \(Limits.depth)")
      return nil
    }
    path = names.map { Component(name: String(decoding: $0, as: UTF8.self), span: $0.startIndex..<$0.endIndex) }
    value = JSONValue(readingOption: (sign + 1)..<part.range.upperBound, of: source, reporting: &faults)
  }

  /// The value in the objects that a file would hold it in. What is missing at the end of the text is missing in the value.
  var tree: JSONValue {
    let value = JSONValue(content: value.content, span: value.span.lowerBound..<(value.span.upperBound + 1))
    return path.reversed().reduce(value) { inner, component in
      let member = JSONMember(key: component.name, keySpan: component.span, value: inner, isRepeated: false)
      return JSONValue(content: .object([member]), span: component.span.lowerBound..<inner.span.upperBound)
    }
  }
}

extension JSONValue {
  fileprivate init(readingOption range: Range<Int>, of source: SourceText, reporting faults: inout Faults) {
    var reader = JSONReader(source, range: range, faults: Faults(in: source))
    let value = reader.readText()
    if reader.faults.isEmpty {
      self = value
    } else if source.bytes[range].first == UInt8(ascii: "{"), !reader.isStopped {
      // An object up to its closing brace, with a fault whose meaning is plain, as a key that stands twice.
      faults.add(reader.faults)
      self.init(content: .faulty, span: range)
    } else {
      self.init(content: .string(String(decoding: source.bytes[range], as: UTF8.self)), span: range)
    }
  }

  /// Puts a value in its place, with the objects around it where there are none; whatever stands there is forgotten.
  mutating func apply(_ assignment: Assignment, reporting faults: inout Faults) {
    guard case .object = content else { return }
    let merged = replacing(at: assignment.path[...], with: assignment.value, depth: 0, reporting: &faults)
    // What is missing from the whole is the file's fault.
    self = JSONValue(content: merged.content, span: span)
  }

  private func replacing(
    at path: ArraySlice<Assignment.Component>, with value: JSONValue, depth: Int, reporting faults: inout Faults
  ) -> JSONValue {
    guard let component = path.first else { return value }
    let span = component.span.lowerBound..<value.span.upperBound
    func inner(_ old: JSONValue?, _ faults: inout Faults) -> JSONValue {
      let place = JSONValue(content: .object([]), span: span)
      return (old ?? place).replacing(at: path.dropFirst(), with: value, depth: depth + 1, reporting: &faults)
    }
    switch content {
    case .array(var elements):
      guard let index = Int(component.name), elements.indices.contains(index) else {
        let found = "\"\(component.name.abbreviated(to: 40).printable)\""
        let expectation =
          elements.isEmpty ? "a whole array" : "the place of an entry, from 0 to \(elements.count - 1)"
        faults.report(at: component.span.lowerBound, "found \(found), expected \(expectation)")
        return self
      }
      elements[index] = inner(elements[index], &faults)
      return JSONValue(content: .array(elements), span: span)
    case .object(var members):
      if let index = members.firstIndex(where: { $0.key.utf8.elementsEqual(component.name.utf8) }) {
        let old = members[index]
        members[index] = JSONMember(
          key: old.key, keySpan: old.keySpan, value: inner(old.value, &faults), isRepeated: false)
      } else {
        members.append(
          JSONMember(key: component.name, keySpan: component.span, value: inner(nil, &faults), isRepeated: false))
      }
      return JSONValue(content: .object(members), span: span)
    case .string where depth == 2:
      // An entry that is the mere name of a function.
      let function = JSONMember(key: "function", keySpan: self.span, value: self, isRepeated: false)
      return JSONValue(content: .object([function]), span: span)
        .replacing(at: path, with: value, depth: depth, reporting: &faults)
    default:
      return JSONValue(content: .object([]), span: span)
        .replacing(at: path, with: value, depth: depth, reporting: &faults)
    }
  }
}
