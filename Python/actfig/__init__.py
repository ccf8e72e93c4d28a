"""Figures of neural-network activation functions, drawn by the tool ``actfig`` that is installed with this package.

>>> import actfig
>>> actfig.figure("mish", samples=1000)
<actfig.Figure 'Mish', 1500 × 500>

In a notebook a figure shows itself. ``actfig.figure`` draws a function of the catalogue, a formula, or any function of
PyTorch, JAX, NumPy or plain Python; ``actfig.compare`` draws several in one figure, ``actfig.render`` the figures of a
configuration; ``actfig.stats`` returns numbers, and ``actfig.sample`` the samples.
"""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as _installed_version

from actfig.drawing import RenderedFigure, compare, figure, render, sample, stats, version
from actfig.errors import Error, FigureError
from actfig.pictures import Figure
from actfig.tool import tool_path

try:
    __version__ = _installed_version("actfig")
except PackageNotFoundError:  # The sources are on the path, but the package is not installed.
    __version__ = "0"

__all__ = [
    "Error",
    "Figure",
    "FigureError",
    "RenderedFigure",
    "__version__",
    "compare",
    "figure",
    "render",
    "sample",
    "stats",
    "tool_path",
    "version",
]
