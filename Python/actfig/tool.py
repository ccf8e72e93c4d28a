"""Finds the tool that was installed with this package."""

from __future__ import annotations

import os
import sys
import sysconfig
from importlib.metadata import PackageNotFoundError, files
from typing import Iterator


def tool_path() -> str:
    """Returns the path of the executable ``actfig`` that belongs to this package.

    The environment variable ACTFIG may name another executable. Otherwise this is the path that the installation recorded. If the executable was moved since, as ``pip install --target`` does,
    it is searched in the directories that installations use. ``PATH`` is not searched, because a tool of another version
    may come first there.

    Raises FileNotFoundError if the package is installed without its tool, or ACTFIG names no executable.
    """
    named = os.environ.get("ACTFIG")
    if named:
        if os.path.isfile(named) and os.access(named, os.X_OK):
            return os.path.abspath(named)
        raise FileNotFoundError(f"The environment variable ACTFIG names {named}, which is not an executable file.")
    for path in _candidates():
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return os.path.abspath(path)
    raise FileNotFoundError("The tool of the Python package actfig is missing; install the package again.")


def _candidates() -> Iterator[str]:
    try:
        for file in files("actfig") or []:
            if file.name == "actfig" and file.parent.name == "bin":
                yield str(file.locate())
    except PackageNotFoundError:
        pass
    package = os.path.dirname(os.path.abspath(__file__))
    yield os.path.join(os.path.dirname(package), "bin", "actfig")
    yield os.path.join(sysconfig.get_path("scripts"), "actfig")
    if sys.version_info >= (3, 10):
        scheme = sysconfig.get_preferred_scheme("user")
    else:
        scheme = "posix_user"
    yield os.path.join(sysconfig.get_path("scripts", scheme), "actfig")
