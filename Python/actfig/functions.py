"""Entries of a configuration for whatever stands for a function."""

from __future__ import annotations

import functools
import json
import re
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Union

from actfig import tables
from actfig.errors import Error

#: A function: a name of the catalogue, a formula, an entry of a configuration, or a callable.
Function = Union[str, Mapping[str, Any], Callable[..., Any]]

#: What the tool uses where nothing is given. A table is made from them before the tool sees the configuration.
_DEFAULTS: Dict[str, Any] = {"seed": 0, "samples": 10_000, "range": (-5, 5), "step": 0.1}


class Entries:
    """The entries of a configuration with the tables of the callables among them.

    Settings that decide on samples and points are read from ``settings``.
    """

    def __init__(
        self,
        functions: Sequence[Function],
        settings: Mapping[str, Any],
        *,
        titles: Sequence[Optional[str]] = (),
        has_samples: bool = True,
        derivative: Optional[Callable[..., Any]] = None,
    ) -> None:
        self.entries: List[Dict[str, Any]] = []
        self.tables: Dict[str, tables.Table] = {}
        self._settings, self._has_samples, self._derivative = settings, has_samples, derivative
        # The names of files differ in more than the case of their letters.
        self._names = {text.lower() for text in map(_own_name, functions) if text}
        for index, function in enumerate(functions):
            self._add(function, titles[index] if index < len(titles) else None)

    def configuration(self, paths: Mapping[str, str], **others: Any) -> bytes:
        """Returns a configuration of these entries as JSON.

        ``paths`` has the file of each table, and ``others`` the other keys at the top.
        """
        entries = [
            {**entry, "table": paths[entry["name"]]} if entry.get("name") in paths else entry for entry in self.entries
        ]
        return json.dumps({**others, "activations": entries}, default=_plain).encode()

    def _add(self, function: Function, title: Optional[str]) -> None:
        if isinstance(function, Mapping):
            entry = dict(function)
        elif isinstance(function, str):
            entry = self._entry_of_text(function)
        elif callable(function):
            entry = self._entry_of_callable(function)
        else:
            raise TypeError(
                f"{function!r} is not a function: it is neither a name, nor a formula, nor an entry, nor a callable.")
        if title is not None:
            entry["title"] = title
        self.entries.append(entry)

    def _entry_of_text(self, text: str) -> Dict[str, Any]:
        if _is_name(text):
            return {"function": text}
        return {"expression": text, "name": self._free_name(_file_name(text) or "formula"), "title": text}

    def _entry_of_callable(self, function: Callable[..., Any]) -> Dict[str, Any]:
        title = _title(function)
        name = self._free_name(_file_name(title) or "function")
        setting = {**_DEFAULTS, **{key: value for key, value in self._settings.items() if value is not None}}
        lower, upper = setting["range"]
        style = setting.get("style") or "matplotlib"
        style = style if isinstance(style, str) else style.get("base", "matplotlib")
        places = [tables.grid(lower, upper, setting["step"], style)]
        if self._has_samples:
            places.insert(0, tables.sampled(setting["seed"], setting["samples"]))
        self.tables[name] = tables.Table(function, self._derivative, *places)
        return {"table": "", "interpolation": "none", "name": name, "title": title}

    def _free_name(self, name: str) -> str:
        """Returns the name, with a number if it is taken."""
        free, number = name, 1
        while free.lower() in self._names:
            number += 1
            free = f"{name}-{number}"
        self._names.add(free.lower())
        return free


def _own_name(function: Function) -> Optional[str]:
    """Returns the name of a function of the catalogue, or that of an entry."""
    if isinstance(function, Mapping):
        return str(function.get("name") or function.get("function") or "") or None
    return function if isinstance(function, str) and _is_name(function) else None


def _is_name(text: str) -> bool:
    """Returns whether a text is the name of a function rather than a formula in x.

    >>> _is_name("leaky-relu"), _is_name("x-1"), _is_name("tanh(x)")
    (True, False, False)
    """
    return all(re.fullmatch("[A-Za-z][A-Za-z0-9]*", word) and word != "x" for word in re.split("[-_ ]", text))


def _title(function: Callable[..., Any]) -> str:
    """Returns the name of a callable as a title.

    >>> import math
    >>> _title(math.tanh), _title(lambda x: x), _title(functools.partial(max, 0))
    ('tanh', 'function', 'max')
    """
    while isinstance(function, functools.partial):
        function = function.func
    name = getattr(function, "__name__", None)
    if isinstance(name, str):
        return "function" if name == "<lambda>" else name
    # The text of a module of PyTorch has its parameters: LeakyReLU(negative_slope=0.1), Mish().
    text = re.sub(r"\(\)$", "", repr(function))
    is_short = "\n" not in text and len(text) <= 60 and not text.startswith("<")
    return text if is_short else type(function).__name__


def _file_name(title: str) -> str:
    """Returns a title as the name of a file.

    >>> _file_name("x * tanh(softplus(x))"), _file_name("LeakyReLU(negative_slope=0.1)")
    ('x-tanh-softplus-x', 'LeakyReLU-negative_slope-0.1')
    """
    return re.sub(r"[^A-Za-z0-9_.]+", "-", title)[:60].strip("-._")


def _plain(value: Any) -> Any:
    """Returns a number or a sequence of NumPy, or another one that JSON does not know, as one that it knows."""
    for method in ("tolist", "__fspath__"):
        if hasattr(value, method):
            return getattr(value, method)()
    if isinstance(value, (range, set, frozenset)):
        return list(value)
    raise Error(f"{value!r} cannot be written to a configuration.")
