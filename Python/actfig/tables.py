"""Tables of the values of a function: how a Python function goes to the tool."""

from __future__ import annotations

import struct
import sys
import tempfile
from array import array
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Callable, Dict, Iterator, Optional, Tuple

from actfig.evaluation import evaluator_for
from actfig.process import run


@lru_cache(maxsize=4)
def sampled(seed: int, samples: int) -> array[float]:
    """Returns the samples of a seed, in single precision. The array is shared and must not be changed."""
    return _numbers(run(["sample", "--seed", str(seed), "--samples", str(samples), "--format", "npy"]), "f")


@lru_cache(maxsize=16)
def grid(lower: float, upper: float, step: float, style: str) -> array[float]:
    """Returns the points at which a figure shows its function, in double precision. The array must not be changed."""
    ends = ",".join(repr(float(number)) for number in (lower, upper, step))
    return _numbers(run(["sample", f"--grid={ends}", "--style", style, "--format", "npy"]), "d")


class Table:
    """The points of a function: x, value and derivative, in increasing order of x.

    The samples are evaluated in single precision, as PyTorch does, and the grid in the precision of its points: in single
    precision if it has all of them, as in the style ``matplotlib``.
    """

    def __init__(
        self, function: Callable[..., Any], derivative: Optional[Callable[..., Any]], *places: array[float]
    ) -> None:
        evaluator = evaluator_for(function)
        given = evaluator_for(derivative) if derivative is not None else None
        self.rows: Dict[float, Tuple[float, float]] = {}
        for x in places:
            x = _in_single_precision(x)
            values = evaluator.values(x)
            slopes = given.values(x) if given else evaluator.derivatives(x)
            for place, value, slope in zip(x, values, slopes):
                self.rows.setdefault(place, (value, slope))
        self.derivative_source = "given" if given else evaluator.derivative_source

    @property
    def npy(self) -> bytes:
        """The table as a file of NumPy: an array of three columns in double precision."""
        numbers = array("d")
        for place in sorted(self.rows):
            numbers.append(place)
            numbers.extend(self.rows[place])
        header = f"{{'descr': '<f8', 'fortran_order': False, 'shape': ({len(self.rows)}, 3), }}".encode()
        header += b" " * (-(len(header) + 11) % 64) + b"\n"
        return b"\x93NUMPY\x01\0" + struct.pack("<H", len(header)) + header + _little_endian(numbers).tobytes()


@contextmanager
def stored(tables: Dict[str, Table]) -> Iterator[Dict[str, str]]:
    """Writes tables to files that exist until the end of the context, and yields the path of each by its name."""
    if not tables:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="actfig-") as directory:
        paths = {}
        for index, (name, table) in enumerate(tables.items()):
            paths[name] = f"{directory}/{index}.npy"
            with open(paths[name], "wb") as file:
                file.write(table.npy)
        yield paths


def _in_single_precision(x: array[float]) -> array[float]:
    """Returns the numbers in single precision if it has all of them, otherwise the numbers themselves."""
    if x.typecode == "f":
        return x
    singles = array("f", x)
    return singles if singles.tolist() == x.tolist() else x


def _numbers(npy: bytes, typecode: str) -> array[float]:
    """Returns the numbers of a file of NumPy, format 1.0, that the tool wrote."""
    (length,) = struct.unpack_from("<H", npy, 8)
    numbers = array(typecode)
    numbers.frombytes(npy[10 + length :])
    return _little_endian(numbers)


def _little_endian(numbers: array[Any]) -> array[Any]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
