"""Figures of neural-network activation functions, rendered by the tool ``actfig`` that is installed with this package.

>>> import actfig, subprocess
>>> subprocess.run([actfig.tool_path(), "--version"])  # doctest: +SKIP
"""

from importlib.metadata import PackageNotFoundError, version

from actfig.tool import tool_path

try:
    __version__ = version("actfig")
except PackageNotFoundError:  # The sources are on the path, but the package is not installed.
    __version__ = "0"

__all__ = ["__version__", "tool_path"]
