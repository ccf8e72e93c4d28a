import Activations
import Foundation
import SeededNumbers

@testable import Expressions

/// A random formula of parts whose values, derivatives and breakpoints are known independently of the expression
/// language.
struct RandomFormula {
  /// A number as a sum, so that its distance from the first summand is not rounded.
  struct Place {
    let anchor: Double
    let offset: Double

    var x: Double { anchor + offset }
    func distance(from point: Double) -> Double { anchor - point + offset }
  }

  /// A value and its derivative with respect to x.
  struct Dual {
    var value: Double
    var slope: Double
  }

  let text: String
  private let parts: [Part]
  private let joint: String

  /// The places at which the formula may have kinks or jumps.
  var breaks: [Double] { parts.flatMap(\.breaks).filter(\.isFinite) }
  /// The places at which the formula or its derivative may grow without bound.
  var singularities: [Double] { parts.flatMap(\.singularities) }
  /// The centres and widths of narrow features.
  var features: [(centre: Double, width: Double)] { parts.flatMap(\.features) }

  init(using generator: inout SeededGenerator) throws {
    var parts: [Part] = []
    for _ in 0..<Int.random(in: 1...3, using: &generator) { parts.append(try Part(using: &generator)) }
    joint = ["+", "-", "*"].randomElement(using: &generator)!
    text = parts.map(\.text).joined(separator: " \(joint) ")
    self.parts = parts
  }

  func callAsFunction(_ place: Place) -> Dual {
    parts.dropFirst().reduce(parts[0].dual(place)) { result, part in
      let next = part.dual(place)
      return switch joint {
      case "+": Dual(value: result.value + next.value, slope: result.slope + next.slope)
      case "-": Dual(value: result.value - next.value, slope: result.slope - next.slope)
      default:
        Dual(value: result.value * next.value, slope: result.slope * next.value + result.value * next.slope)
      }
    }
  }
}

extension RandomFormula {
  /// One operand of a random formula.
  private struct Part {
    let text: String
    var breaks: [Double] = []
    var singularities: [Double] = []
    var features: [(centre: Double, width: Double)] = []
    let dual: (Place) -> Dual

    init(using generator: inout SeededGenerator) throws {
      func number(_ range: ClosedRange<Double>) -> Double {
        (Double.random(in: range, using: &generator) * 1_000).rounded() / 1_000
      }
      let (place, factor, power) = (number(-2.5...2.5), number(-3...3), number(-0.9...2.9))
      let width = [1, 0.3, 0.05, 0.01, 0.002].randomElement(using: &generator)!
      let u = "(x - (\(place)))"
      let turns = (-80...80).map(Double.init)
      switch Int.random(in: 0..<20, using: &generator) {
      case 0:
        text = "(\(factor)) * abs\(u)^(\(power))"
        singularities = [place]
        dual = { x in
          let distance = x.distance(from: place)
          let value = factor * pow(abs(distance), power)
          return Dual(value: value, slope: power * value / distance)
        }
      case 1:
        text = "where(abs\(u) < \(width), (\(factor)), 0)"
        breaks = [place - width, place + width]
        dual = { Dual(value: abs($0.distance(from: place)) < width ? factor : 0, slope: 0) }
      case 2:
        text = "(\(factor)) * exp(-(\(u) / \(width))^2)"
        features = [(place, width)]
        dual = { x in
          let share = x.distance(from: place) / width
          let value = factor * exp(-share * share)
          return Dual(value: value, slope: -2 * share / width * value)
        }
      case 3:
        text = "tanh(\(u) / \(width))"
        features = [(place, width)]
        dual = { x in
          let share = x.distance(from: place) / width
          let inverse = 1 / cosh(min(abs(share), 400))
          return Dual(value: tanh(share), slope: inverse * inverse / width)
        }
      case 4:
        text = "relu((\(factor)) * x + (\(place)))"
        breaks = [-place / factor]
        dual = { x in
          let inner = factor * x.x + place
          return inner > 0 ? Dual(value: inner, slope: factor) : Dual(value: 0, slope: 0)
        }
      case 5:
        let (low, high) = (number(-2 ... -0.1), number(0.1...2))
        text = "clamp((\(factor)) * x^3, \(low), \(high))"
        breaks = [cbrt(low / factor), cbrt(high / factor)]
        dual = { x in
          let inner = factor * x.x * x.x * x.x
          let isInside = low < inner && inner < high
          return Dual(value: min(max(inner, low), high), slope: isInside ? 3 * factor * x.x * x.x : 0)
        }
      case 6:
        text = "floor((\(factor)) * x)"
        breaks = turns.map { $0 / factor }
        dual = { Dual(value: floor(factor * $0.x), slope: 0) }
      case 7:
        text = "max(x, (\(factor)) * x^2 - 1)"
        let root = (1 + 4 * factor).squareRoot()
        breaks = [(1 + root) / (2 * factor), (1 - root) / (2 * factor)]
        dual = { x in
          let square = factor * x.x * x.x - 1
          return x.x > square ? Dual(value: x.x, slope: 1) : Dual(value: square, slope: 2 * factor * x.x)
        }
      case 8:
        text = "where(sin((\(factor)) * x) > (\(place)), x, (\(factor)))"
        if abs(place) <= 1 {
          let (first, circle) = (asin(place), 2 * Double.pi)
          breaks = turns.flatMap { [(first + circle * $0) / factor, (Double.pi - first + circle * $0) / factor] }
        }
        dual = { sin(factor * $0.x) > place ? Dual(value: $0.x, slope: 1) : Dual(value: factor, slope: 0) }
      case 9:
        text = "1 / (1 + (\(u) / \(width))^2)"
        features = [(place, width)]
        dual = { x in
          let share = x.distance(from: place) / width
          let value = 1 / (1 + share * share)
          return Dual(value: value, slope: -2 * share / width * value * value)
        }
      case 10:
        text = "log(abs\(u))"
        singularities = [place]
        dual = { Dual(value: log(abs($0.distance(from: place))), slope: 1 / $0.distance(from: place)) }
      case 11:
        text = "sqrt(abs(x^2 - abs(\(place))))"
        let root = sqrt(abs(place))
        singularities = [-root, root]
        dual = { x in
          let (left, right) = (x.distance(from: -root), x.distance(from: root))
          let value = sqrt(abs(left)) * sqrt(abs(right))
          return Dual(value: value, slope: 0.5 * value * (1 / left + 1 / right))
        }
      case 12:
        text = "softplus(\(u) / \(width)) * \(width)"
        features = [(place, width)]
        dual = { x in
          let share = x.distance(from: place) / width
          return Dual(value: width * (max(share, 0) + log1p(exp(-abs(share)))), slope: 1 / (1 + exp(-share)))
        }
      case 13:
        text = "x * sigmoid((\(factor)) * x)"
        dual = { x in
          let (share, rest) = (1 / (1 + exp(-factor * x.x)), 1 / (1 + exp(factor * x.x)))
          return Dual(value: x.x * share, slope: share + factor * x.x * share * rest)
        }
      case 14:
        text = "(\(factor)) / \(u)"
        singularities = [place]
        dual = { x in
          let distance = x.distance(from: place)
          return Dual(value: factor / distance, slope: -factor / distance / distance)
        }
      case 15:
        text = "exp((\(factor)) * x / 2)"
        dual = { Dual(value: exp(factor * $0.x / 2), slope: factor / 2 * exp(factor * $0.x / 2)) }
      case 16:
        text = "mod((\(factor)) * x, 1.5)"
        breaks = turns.map { 1.5 * $0 / factor }
        dual = { Dual(value: factor * $0.x - 1.5 * floor(factor * $0.x / 1.5), slope: factor) }
      case 17:
        let power = abs(power)
        text = "relu\(u)^(\(power))"
        singularities = [place]
        dual = { x in
          let distance = x.distance(from: place)
          guard distance > 0 else { return Dual(value: power == 0 ? 1 : 0, slope: 0) }
          let value = pow(distance, power)
          return Dual(value: value, slope: power * value / distance)
        }
      default:
        let text = "(\(RandomExpression.text(depth: 2, using: &generator)))"
        let function = try ActivationFunction(expression: ParsedExpression(text), name: "part").function
        self.text = text
        dual = { Dual(value: function.value(at: $0.x), slope: function.derivative(at: $0.x)) }
      }
    }
  }
}
