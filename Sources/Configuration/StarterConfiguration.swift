/// The configuration that `actfig init` writes to begin with, which has an example of every kind of entry.
///
/// ```swift
/// try StarterConfiguration.write(to: "figures").written     // ["figures/config.json", "figures/config.schema.json"]
/// ```
public enum StarterConfiguration {
  /// The file, which has every setting at its default and ends with a line feed.
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
