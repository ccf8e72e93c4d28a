"""The eleven figures by matplotlib and NumPy: figures.py DIRECTORY

Constrained layout, so that nothing is cut off; no PyTorch, whose import alone takes a second or two.
"""

import sys

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softplus(x):
    return np.log1p(np.exp(x))


def mish_derivative(x):
    t = np.tanh(softplus(x))
    return t + x * sigmoid(x) * (1 - t * t)


SCALE, ALPHA = 1.0507009873554805, 1.6732632423543772

# Title: value and derivative.
FIGURES = {
    "Sigmoid": (sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
    "Tanh": (np.tanh, lambda x: 1 - np.tanh(x) ** 2),
    "Hard Tanh": (lambda x: np.clip(x, -1, 1), lambda x: np.where(np.abs(x) < 1, 1.0, 0.0)),
    "ReLU": (lambda x: np.maximum(x, 0), lambda x: np.where(x > 0, 1.0, 0.0)),
    "Leaky ReLU": (lambda x: np.where(x > 0, x, 0.01 * x), lambda x: np.where(x > 0, 1, 0.01)),
    "ELU": (lambda x: np.where(x > 0, x, np.expm1(x)), lambda x: np.where(x > 0, 1, np.exp(x))),
    "SELU": (
        lambda x: SCALE * np.where(x > 0, x, ALPHA * np.expm1(x)),
        lambda x: SCALE * np.where(x > 0, 1, ALPHA * np.exp(x)),
    ),
    "CELU": (lambda x: np.where(x > 0, x, np.expm1(x)), lambda x: np.where(x > 0, 1, np.exp(x))),
    "Softplus": (softplus, sigmoid),
    "Swish": (lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * (1 - sigmoid(x)))),
    "Mish": (lambda x: x * np.tanh(softplus(x)), mish_derivative),
}


def histogram(axes, values, title):
    axes.hist(values, bins=100)
    axes.set_title(f"{title} distribution\n(samples: {len(values)})")
    axes.set_xlabel(f"mean: {values.mean():.5}\nstd: {values.std(ddof=1):.5}")


samples = np.random.default_rng(0).standard_normal(10_000, dtype=np.float32)
grid = np.arange(-5, 5, 0.1)
for title, (value, derivative) in FIGURES.items():
    figure, (left, middle, right) = plt.subplots(1, 3, figsize=(15, 5), dpi=100, layout="constrained")
    figure.suptitle(title, fontsize="xx-large", weight="bold")
    histogram(left, samples, "Input")
    middle.plot(grid, value(grid))
    middle.plot(grid, derivative(grid))
    middle.legend(["Value", "Derivative"])
    histogram(right, value(samples), "Output")
    figure.savefig(f"{sys.argv[1]}/{title.lower().replace(' ', '-')}.png")
    plt.close(figure)
