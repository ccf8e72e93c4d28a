"""Runs the tool for ``python -m actfig``, with the same arguments, streams and exit code."""

from __future__ import annotations

import os
import sys

from actfig.tool import tool_path


def main() -> None:
    try:
        tool = tool_path()
    except FileNotFoundError as error:
        sys.exit(f"error: {error}")
    os.execv(tool, [tool, *sys.argv[1:]])


if __name__ == "__main__":
    main()
