/// The faults found so far in a source, in the order they were found.
package struct Faults: Sendable {
  package let source: SourceText
  package private(set) var list: [Fault] = []
  /// Faults beyond `maximumCount`, counted and not kept.
  package private(set) var omittedCount = 0

  /// The greatest number of faults that are kept in full. Nobody reads more, and a hostile file could bring one for every
  /// two bytes.
  package static let maximumCount = 1_000

  package init(in source: SourceText) { self.source = source }

  package var isEmpty: Bool { list.isEmpty }
  /// Those kept and those not.
  package var count: Int { list.count + omittedCount }
  /// Whether further faults are only counted.
  package var isFull: Bool { list.count >= Self.maximumCount }

  /// Notes a fault at a byte offset.
  ///
  /// - Parameters:
  ///   - message: What was found and what was expected.
  ///   - earlier: An earlier place in the source; the printed message ends with its line and column.
  package mutating func report(at offset: Int, _ message: String, earlier: Int? = nil) {
    if isFull {
      omittedCount += 1
    } else {
      list.append(Fault(offset: offset, message: message, earlier: earlier))
    }
  }

  /// Takes over what others were found, but nothing from places of which enough was said.
  package mutating func add(_ others: Faults, except places: Set<Int> = []) {
    for fault in others.list where !places.contains(fault.offset) {
      report(at: fault.offset, fault.message, earlier: fault.earlier)
    }
  }

  /// Notes that a value is not what was expected, unless something in it is no value and already has its fault.
  package mutating func report(_ value: JSONValue, expected expectation: String) {
    if case .array(let values) = value.content, values.contains(where: \.isFaulty) { return }
    report(at: value.span.lowerBound, "found \(description(of: value)), expected \(expectation)")
  }

  /// A value in a few words: as it is written where that is short.
  private func description(of value: JSONValue) -> String {
    if value.span.isEmpty { return "nothing" }
    let isShort = value.span.count <= 40 && !source.bytes[value.span].contains(0x0A)
    switch value.content {
    case .array(let values) where !isShort: return "an array of length \(values.count)"
    case .object where !isShort: return "an object"
    default: return source.excerpt(of: value.span)
    }
  }
}

/// Something wrong at a byte of the source.
package struct Fault: Sendable {
  package let offset: Int
  package let message: String
  /// Another place that the message speaks of last.
  package let earlier: Int?
}
