"""The exceptions of this package."""

from __future__ import annotations

import re
from typing import Any


class Error(Exception):
    """An error of usage or of a configuration, or of the disk: the tool ended with exit code 2.

    The text is the tool's sentence, or one line for each fault of a configuration.
    """


class FigureError(Error):
    """A figure that could not be rendered: the tool ended with exit code 1.

    After ``actfig.render``, ``figures`` lists what became of all figures of the run.
    """

    def __init__(self, message: str, figures: Any = ()) -> None:
        super().__init__(message)
        self.figures = list(figures)


def sentence_of(words: str) -> str:
    """Returns the sentences in what the tool writes to the standard error, without positions that nobody sees.

    >>> sentence_of("Error: Unknown option '--out'.\\nUsage: actfig\\n  See 'actfig --help'.\\n")
    "Unknown option '--out'."
    >>> sentence_of('standard input:1:9: /activations/0/bins: found 0, expected 1\\n{"bins": 0}\\n        ^\\n')
    'bins: found 0, expected 1'
    """
    lines = words.strip().splitlines()
    # A configuration that Python wrote has no lines for a reader, but each fault has the path of its value.
    faults = [re.sub(r"^standard input:\d+:\d+: ", "", line) for line in lines if line.startswith("standard input:")]
    if faults:
        return "\n".join(re.sub(r"^/(activations/0/|comparison/)?", "", fault) for fault in faults)
    if lines and lines[0].startswith("Error: "):
        return lines[0][len("Error: ") :]
    return "\n".join(lines) or "The tool ended without a word."
