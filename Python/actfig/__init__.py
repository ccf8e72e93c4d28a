"""Figures of neural-network activation functions, drawn by the tool ``actfig`` that is installed with this package.

>>> import actfig, subprocess
>>> subprocess.run([actfig.tool_path(), "--version"])  # doctest: +SKIP
"""

from importlib.metadata import PackageNotFoundError, version

from actfig.tool import tool_path

try:
    __version__ = version("actfig")
except PackageNotFoundError:  # The sources stand on the path, and nothing is installed.
    __version__ = "0"

__all__ = ["__version__", "tool_path"]
