"""Runs the tool as a child process, connected by pipes."""

from __future__ import annotations

import subprocess
import warnings
from typing import Sequence

from actfig.errors import Error, FigureError, sentence_of
from actfig.tool import tool_path


def run(arguments: Sequence[str], given: bytes = b"", *, keeps_words: bool = False) -> bytes:
    """Runs the tool to its end and returns what it writes to the standard output.

    The child ends with the call, also if the call is interrupted. A message of a successful run is a warning.

    Raises Error or FigureError with the sentence of the tool.

    ``given`` is the standard input. With ``keeps_words``, the text of an error has the lines of the configuration.
    """
    code, output, words = outcome(arguments, given)
    if code == 0:
        for line in words.splitlines():
            warnings.warn(line[len("warning: ") :] if line.startswith("warning: ") else line, stacklevel=3)
        return output
    sentence = words.strip() if keeps_words else sentence_of(words)
    raise FigureError(sentence) if code == 1 else Error(sentence)


def outcome(arguments: Sequence[str], given: bytes = b"") -> tuple[int, bytes, str]:
    """Runs the tool to its end and returns its exit code and what it writes to its two streams."""
    command = [tool_path(), *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        try:
            output, words = child.communicate(given)
        except BaseException:
            child.terminate()
            child.wait()
            raise
    if child.returncode < 0:
        raise Error(f"The tool was ended by signal {-child.returncode}.")
    if child.returncode in (130, 143):
        # The tool caught the signal that its whole process group was sent.
        raise KeyboardInterrupt
    return child.returncode, output, words.decode("utf-8", "replace")
