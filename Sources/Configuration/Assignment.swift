import JSON
import Plans
import Text

/// A value that the command line sets, e.g. `figure.dpi=200`.
///
/// The key is a path whose parts are joined by dots, as in `activations.3.beta`, in which the elements of an array are counted
/// from 0. The value is JSON; a text that is no JSON, such as `{name}-v2.png`, is taken as it stands.
struct Assignment: Sendable {
  /// The keys from the outermost one to the one that is set, at least one.
  let path: [Component]
  let value: JSONNode

  /// A key of an object, or the index of an element in its array.
  struct Component: Sendable {
    let name: String
    let span: Range<Int>
  }

  /// Reads an option; nil after reporting a fault of its key.
  init?(reading part: SourceText.Part, of source: SourceText, reporting faults: inout Faults) {
    let bytes = source.bytes[part.range]
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")) else {
      faults.report(at: part.range.lowerBound, "found no =, expected KEY=VALUE, e.g. samples=1000")
      return nil
    }
    if let quote = bytes[..<sign].firstIndex(of: UInt8(ascii: "\"")) {
      faults.report(at: quote, "found a quote in the key, expected none, e.g. samples=1000")
      return nil
    }
    let names = bytes[..<sign].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if let empty = names.first(where: \.isEmpty) {
      faults.report(
        at: empty.startIndex, "found an empty key, expected one, or several joined by dots, e.g. figure.dpi")
      return nil
    }
    guard names.count <= Limits.depth else {
      faults.report(at: part.range.lowerBound, "found \(names.count) keys, expected at most \(Limits.depth)")
      return nil
    }
    path = names.map { Component(name: String(decoding: $0, as: UTF8.self), span: $0.startIndex..<$0.endIndex) }
    value = JSONNode(readingOption: (sign + 1)..<part.range.upperBound, of: source, reporting: &faults)
  }

  /// The value inside the objects that would contain it in a file, from which the pointers of faults come. A fault at the end
  /// of the text belongs to the value.
  var tree: JSONNode {
    let value = JSONNode(content: value.content, span: value.span.lowerBound..<(value.span.upperBound + 1))
    return path.reversed().reduce(value) { inner, component in
      let member = JSONMember(key: component.name, keySpan: component.span, value: inner)
      return JSONNode(content: .object([member]), span: component.span.lowerBound..<inner.span.upperBound)
    }
  }
}

extension JSONNode {
  fileprivate init(readingOption range: Range<Int>, of source: SourceText, reporting faults: inout Faults) {
    var reader = JSONReader(source, range: range)
    let value = reader.readText()
    if reader.faults.isEmpty {
      self = value
    } else if source.bytes[range].first == UInt8(ascii: "{"), !reader.isStopped {
      // An object up to its closing brace, with a fault whose meaning is plain, such as a repeated key.
      faults.add(reader.faults)
      self.init(content: .faulty, span: range)
    } else {
      let text = String(decoding: source.bytes[range], as: UTF8.self)
      self.init(content: .scalar(.string(text)), span: range)
    }
  }

  /// Replaces the value at the path of an assignment, and adds the objects around it that are missing.
  mutating func apply(_ assignment: Assignment, reporting faults: inout Faults) {
    guard case .object = content else { return }
    let merged = replacing(at: assignment.path[...], with: assignment.value, depth: 0, reporting: &faults)
    // A fault of the whole value is a fault of the file, and therefore the span stays that of the file.
    self = JSONNode(content: merged.content, span: span)
  }

  private func replacing(
    at path: ArraySlice<Assignment.Component>, with value: JSONNode, depth: Int, reporting faults: inout Faults
  ) -> JSONNode {
    guard let component = path.first else { return value }
    let span = component.span.lowerBound..<value.span.upperBound
    func inner(_ old: JSONNode?, _ faults: inout Faults) -> JSONNode {
      let place = JSONNode(content: .object([]), span: span)
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
      return JSONNode(content: .array(elements), span: span)
    case .object(var members):
      if let index = members.firstIndex(where: { $0.key.utf8.elementsEqual(component.name.utf8) }) {
        let old = members[index]
        members[index] = JSONMember(key: old.key, keySpan: old.keySpan, value: inner(old.value, &faults))
      } else {
        members.append(JSONMember(key: component.name, keySpan: component.span, value: inner(nil, &faults)))
      }
      return JSONNode(content: .object(members), span: span)
    case .scalar(.string) where depth == 2:
      // An entry that is only the name of a function.
      let function = JSONMember(key: "function", keySpan: self.span, value: self)
      return JSONNode(content: .object([function]), span: span)
        .replacing(at: path, with: value, depth: depth, reporting: &faults)
    case .scalar, .faulty:
      return JSONNode(content: .object([]), span: span)
        .replacing(at: path, with: value, depth: depth, reporting: &faults)
    }
  }
}
