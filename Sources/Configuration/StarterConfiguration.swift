/// A first configuration, which shows by its form what can be said, and its schema beside it.
///
/// ```swift
/// try StarterConfiguration.write(to: "figures").written     // ["figures/config.json", "figures/config.schema.json"]
/// ```
public enum StarterConfiguration {
  /// Every setting at its default, and an entry of each kind. Ends with a line feed.
  public static let text = """
    {
      "$schema": "config.schema.json",
      "seed": 0,
      "samples": 10000,
      "bins": 100,
      "range": [-5, 5],
      "step": 0.1,
      "figure": { "width": 15, "height": 5, "dpi": 100 },
      "style": "light",
      "output": { "directory": "Output", "name": "{name}.png" },
      "activations": [
        "relu",
        "gelu",
        { "function": "leaky-relu", "negativeSlope": 0.1, "title": "Leaky ReLU ({negativeSlope})" },
        { "function": "swish", "sweep": { "beta": [0.5, 1, 2] } },
        { "name": "bump", "title": "Bump", "expression": "x * exp(-(x / width)^2)", "parameters": { "width": 1.5 } }
      ]
    }

    """
}
