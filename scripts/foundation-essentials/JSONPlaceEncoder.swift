/// Fills a place with a value that encodes itself.
struct JSONPlaceEncoder: Encoder {
  let place: JSONPlace
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = place.content {} else { place.content = .object([]) }
    return KeyedEncodingContainer(JSONObjectContainer<Key>(place: place, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array = place.content {} else { place.content = .array([]) }
    return JSONArrayContainer(place: place, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONScalarContainer(place: place, codingPath: codingPath)
  }
}

private struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let place: JSONPlace
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { place.member(key.stringValue).content = .scalar("null") }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try place.member(key.stringValue).set(value, codingPath: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { encoder(at: key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder(at: key).unkeyedContainer() }

  func superEncoder() -> any Encoder { JSONPlaceEncoder(place: place.member("super"), codingPath: codingPath) }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(at: key) }

  private func encoder(at key: Key) -> JSONPlaceEncoder {
    JSONPlaceEncoder(place: place.member(key.stringValue), codingPath: codingPath + [key])
  }
}

private struct JSONArrayContainer: UnkeyedEncodingContainer {
  let place: JSONPlace
  let codingPath: [any CodingKey]
  var count: Int { if case .array(let elements) = place.content { elements.count } else { 0 } }

  func encodeNil() { place.element().content = .scalar("null") }

  func encode<Value: Encodable>(_ value: Value) throws { try place.element().set(value, codingPath: codingPath) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    encoder.container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }

  func superEncoder() -> any Encoder { encoder }

  private var encoder: JSONPlaceEncoder { JSONPlaceEncoder(place: place.element(), codingPath: codingPath) }
}

private struct JSONScalarContainer: SingleValueEncodingContainer {
  let place: JSONPlace
  let codingPath: [any CodingKey]

  func encodeNil() { place.content = .scalar("null") }

  func encode<Value: Encodable>(_ value: Value) throws { try place.set(value, codingPath: codingPath) }
}
