import Depth
import JSON
import Plans

// The settings of the deep random networks that figures of depth show.

/// The keys of the object `depth`.
enum DepthConfiguration {
  static let keys: [ConfigurationKey<[SettingChange]>] = [
    ConfigurationKey(
      setting: "layers", IntegerRule(bounds: Limits.layers), get: { $0.depth.layers }, set: { $0.depth.layers = $1 },
      meaning: "Number of layers of the network."),
    ConfigurationKey(
      setting: "initialization", InitializationRule(), get: { $0.depth.initialization },
      set: { $0.depth.initialization = $1 },
      meaning:
        "Standard deviations of weights and biases: those of an initialization by its name, or an object of both, of "
        + "which that of a weight is times the square root of the number of inputs."),
    ConfigurationKey(
      setting: "shownLayers", DistinctArrayRule(of: IntegerRule(bounds: Limits.layers), counts: Limits.shownLayers),
      get: { $0.depth.shownLayers }, set: { $0.depth.shownLayers = $1.sorted() },
      meaning:
        "Numbers of the layers, from 1, whose outputs the panel layers shows; those beyond the last are left out."
    ),
    ConfigurationKey(
      settings: "networks", ObjectRule(keys: networkKeys, empty: []), isRecorded: { $0.depth.networks != nil },
      beginning: { $0.depth.networks = $0.sampledNetworks },
      meaning: "Random networks of finite width that are sampled, and drawn as thin lines beside the exact ones."),
    ConfigurationKey(
      setting: "plane", BoolRule(), get: { $0.depth.showsPlane }, set: { $0.depth.showsPlane = $1 },
      isRecorded: { $0.depth.showsPlane },
      meaning: "Whether the third of the usual panels is the plane, and not the layers."),
  ]

  /// The keys of the object `networks`.
  static let networkKeys: [ConfigurationKey<[SettingChange]>] = [
    network("width", Limits.networkWidths, \.width, "Number of units in each layer."),
    network("number", Limits.networkCounts, \.count, "Number of networks."),
    ConfigurationKey(
      setting: "seed", IntegerRule(bounds: Limits.seed), get: { Int($0.sampledNetworks.seed) },
      set: { $0.sampledNetworks.seed = UInt64($1) },
      meaning: "Chooses the weights and the inputs of all networks."),
  ]

  private static func network(
    _ name: String, _ bounds: ClosedRange<Int>, _ path: WritableKeyPath<NetworkSampling, Int> & Sendable,
    _ meaning: String
  ) -> ConfigurationKey<[SettingChange]> {
    ConfigurationKey(
      setting: name, IntegerRule(bounds: bounds), get: { $0.sampledNetworks[keyPath: path] },
      set: { $0.sampledNetworks[keyPath: path] = $1 }, meaning: meaning)
  }
}

extension FigureSettings {
  /// The networks that are sampled. They have their defaults until one of their settings is given.
  fileprivate var sampledNetworks: NetworkSampling {
    get { depth.networks ?? NetworkSampling(width: 512, count: 5, seed: 0) }
    set { depth.networks = newValue }
  }

  /// A message about layers of which none is in the network; nil if some are.
  var faultOfShownLayers: String? {
    guard let first = depth.shownLayers.first, first > depth.layers else { return nil }
    let layers = depth.layers == 1 ? "1 layer" : "\(depth.layers) layers"
    return "found shown layers from \(first) on in a network of \(layers), expected one of its own"
  }
}

/// The rule for an initialization: its name, or an object with the standard deviations of weights and biases.
struct InitializationRule: ScalarRule {
  typealias Value = InitializationChoice
  private let name = EnumRule<NamedInitialization>()
  private let weights = NumberRule(bounds: Limits.weightDeviation)
  private let biases = NumberRule(bounds: Limits.biasDeviation)

  var expectation: String {
    name.expectation + ", or an object such as {\"weights\": 1.5, \"biases\": 0.1}"
  }
  var schema: JSONValue {
    let object: JSONValue = [
      "type": "object", "properties": ["weights": weights.schema, "biases": biases.schema], "required": ["weights"],
      "additionalProperties": false,
    ]
    return ["anyOf": [name.schema, object]]
  }

  func value(of json: JSONNode) -> InitializationChoice? {
    guard let members = json.members else { return name.value(of: json).map { .named($0) } }
    func number(_ key: String, by rule: NumberRule) -> Double? {
      members.first { $0.key == key }.flatMap { rule.value(of: $0.value) }
    }
    let keys = ["weights", "biases"]
    guard members.allSatisfy({ keys.contains($0.key) }), let weights = number("weights", by: weights) else {
      return nil
    }
    guard members.contains(where: { $0.key == "biases" }) else { return .deviations(weights: weights, biases: 0) }
    return number("biases", by: biases).map { .deviations(weights: weights, biases: $0) }
  }

  /// Reads an initialization. The message about an object names the member that is at fault.
  func read(_ json: JSONNode, reporting faults: inout Faults) -> InitializationChoice? {
    if let value = value(of: json) { return value }
    guard let members = json.members else {
      guard json.string != nil else {
        faults.report(json, expected: expectation)
        return nil
      }
      return name.read(json, reporting: &faults).map { .named($0) }
    }
    for member in members where !member.isRepeated {
      switch member.key {
      case "weights": _ = member.value.isFaulty ? nil : weights.read(member.value, reporting: &faults)
      case "biases": _ = member.value.isFaulty ? nil : biases.read(member.value, reporting: &faults)
      default: faults.report(unknown: member, among: ["weights", "biases"])
      }
    }
    if !members.contains(where: { $0.key == "weights" }) {
      faults.report(at: json.span.lowerBound, "found no \"weights\", expected their standard deviation")
    }
    return nil
  }

  func json(of value: InitializationChoice) -> JSONValue {
    switch value {
    case .named(let name): self.name.json(of: name)
    case .deviations(let weights, let biases): ["weights": .number(weights), "biases": .number(biases)]
    }
  }
}

extension JSONValue {
  /// The name of an initialization, or its standard deviations.
  package init(_ initialization: InitializationChoice) { self = InitializationRule().json(of: initialization) }
}
