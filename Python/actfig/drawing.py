"""The functions of this package: figures, comparisons, runs, statistics and samples."""

from __future__ import annotations

import json
import os
from array import array
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from actfig import tables
from actfig.errors import Error, FigureError, sentence_of
from actfig.functions import Entries, Function
from actfig.pictures import Figure
from actfig.process import outcome, run

#: Keys that a configuration has at its top only.
_TOP_KEYS = frozenset(["fonts", "output", "variants", "figures", "comparison", "activations", "$schema"])
#: Keys of a comparison.
_COMPARISON_KEYS = frozenset(["range", "step", "figure", "style", "marks", "panels", "limits", "depth", "depthTitle"])


def figure(
    function: Function,
    *,
    name: Optional[str] = None,
    title: Optional[str] = None,
    range: Optional[Sequence[float]] = None,
    step: Optional[float] = None,
    samples: Optional[int] = None,
    seed: Optional[int] = None,
    bins: Union[int, str, None] = None,
    style: Union[str, Mapping[str, Any], None] = None,
    panels: Optional[Sequence[str]] = None,
    marks: Optional[Mapping[str, Any]] = None,
    dpi: Optional[float] = None,
    scale: float = 2,
    derivative: Optional[Callable[..., Any]] = None,
    **settings: Any,
) -> Figure:
    """Draws the figure of one function: what goes in, what the function does, what comes out.

    ``function`` is a name of the catalogue, a formula in x, an entry of a configuration, or a callable of PyTorch, JAX,
    NumPy or plain Python. All other arguments are keys of a configuration, or parameters of the function.

    >>> import actfig
    >>> actfig.figure("swish", beta=2, samples=1000, style="dark").title
    'Swish'
    >>> actfig.figure("x * tanh(softplus(x))", samples=1000).title
    'x * tanh(softplus(x))'
    >>> actfig.figure(abs, samples=1000, title="Absolute value").statistics["diagnostics"]["range"][0] >= 0
    True

    A callable is evaluated at the very samples and points of the figure, so that nothing is interpolated, and no exact
    moments are known of it. Its derivative is that of torch.autograd or JAX, or the callable ``derivative``, or a difference;
    ``Figure.derivative`` tells which.

    ``dpi`` is the number of pixels per inch at which the figure is shown, and ``scale`` the number of pixels of the picture for
    each of them.

    Raises Error for a fault of usage, FigureError if the figure cannot be drawn, and whatever a callable raises.
    """
    given: Dict[str, Any] = dict(
        name=name, title=title, range=range, step=step, samples=samples, seed=seed, bins=bins, style=style, panels=panels,
        marks=marks, **settings)
    given = {key: value for key, value in given.items() if value is not None}
    given["figure"] = _sized(given.get("figure"), dpi, scale)
    if derivative is not None and (isinstance(function, (str, Mapping)) or not callable(function)):
        raise Error("A derivative can be given for a callable only.")
    entries = Entries([function], given, derivative=derivative)
    top = {key: given.pop(key) for key in list(given) if key in _TOP_KEYS}
    (entry,) = entries.entries
    table = entries.tables.pop(entry["name"], None) if "table" in entry and entry.get("name") in entries.tables else None
    entry.update(given)
    with tables.stored({entry["name"]: table} if table else {}) as paths:
        png = run(["render", "-", "--output", "-"], entries.configuration(paths, **top))
    return Figure(png, scale=scale, derivative=table.derivative_source if table else None)


def compare(
    functions: Union[Iterable[Function], Mapping[str, Function]],
    *,
    name: Optional[str] = None,
    title: Optional[str] = None,
    range: Optional[Sequence[float]] = None,
    step: Optional[float] = None,
    style: Union[str, Mapping[str, Any], None] = None,
    panels: Optional[Sequence[str]] = None,
    marks: Optional[Mapping[str, Any]] = None,
    dpi: Optional[float] = None,
    scale: float = 2,
    **settings: Any,
) -> Figure:
    """Draws several functions, and their derivatives, in the same panels.

    ``functions`` lists functions as ``actfig.figure`` takes them; a dictionary gives each a title.

    >>> import actfig
    >>> actfig.compare(["relu", "mish", abs], style="light").title
    'Activation functions'
    >>> actfig.compare({"ours": lambda x: x / 2, "ReLU": "relu"}, title="Ours").title
    'Ours'
    """
    titles: List[Optional[str]] = list(functions) if isinstance(functions, Mapping) else []
    listed = list(functions.values()) if isinstance(functions, Mapping) else _listed(functions)
    given: Dict[str, Any] = dict(
        name=name, title=title, range=range, step=step, style=style, panels=panels, marks=marks, **settings)
    given = {key: value for key, value in given.items() if value is not None}
    given["figure"] = _sized(given.get("figure"), dpi, scale)
    entries = Entries(listed, given, titles=titles, has_samples=False)
    comparison = {key: given.pop(key) for key in list(given) if key in _COMPARISON_KEYS or key in ("name", "title")}
    with tables.stored(entries.tables) as paths:
        text = entries.configuration(paths, **{"figures": "comparison", "comparison": comparison, **given})
        return Figure(run(["render", "-", "--output", "-"], text), scale=scale)


class RenderedFigure(NamedTuple):
    """A figure of a run: its file, and what became of it."""

    #: The name of the figure.
    name: str
    #: The path of its file.
    file: Path
    #: ``created``, ``replaced``, ``unchanged``, ``upToDate``, ``failed`` or ``notBegun``, as in the JSON of the tool.
    outcome: str
    #: Why it was rendered or is up to date, or why it failed.
    reason: str

    def figure(self, *, scale: float = 1) -> Figure:
        """Reads the figure from its file."""
        return Figure.load(self.file, scale=scale)


def render(
    configuration: Union[str, os.PathLike[str], Mapping[str, Any]],
    *,
    only: Union[str, Iterable[str]] = (),
    set: Optional[Mapping[str, Any]] = None,
    output: Union[str, os.PathLike[str], None] = None,
    jobs: Optional[int] = None,
    force: bool = False,
    prune: bool = False,
) -> List[RenderedFigure]:
    """Renders the figures of a configuration that are missing or out of date, as ``actfig render`` does.

    ``configuration`` is the path of a configuration or its content. The other arguments are the options of the tool: the
    names of figures and patterns, values that replace those of the configuration, and the directory of the files.

    >>> import actfig, tempfile
    >>> with tempfile.TemporaryDirectory() as directory:
    ...     configuration = {"samples": 1000, "activations": ["relu", "mish"]}
    ...     for figure in actfig.render(configuration, only="m*", set={"figure.dpi": 50}, output=directory):
    ...         print(figure.name, figure.file.name, figure.outcome)
    mish mish.png created

    Raises FigureError if a figure failed; its ``figures`` are those of the whole run.
    """
    path, given = _source(configuration)
    options = ["--json", "--quiet", *_options(only, set)]
    options += ["--output", _directory(output)] if output is not None else []
    options += ["--jobs", str(jobs)] if jobs is not None else []
    options += ["--force"] * force + ["--prune"] * prune
    code, written, words = outcome(["render", path, *options], given)
    if code not in (0, 1):
        raise Error(sentence_of(words) if path == "-" else words.strip())
    result = json.loads(written)
    folder = Path(result["directory"])
    figures = [
        RenderedFigure(entry["name"], folder / entry["file"], entry["outcome"], entry.get("error") or entry["reason"])
        for entry in result["figures"]
    ]
    if code == 1:
        raise FigureError(sentence_of(words), figures)
    return figures


def stats(
    functions: Union[Function, os.PathLike[str], Iterable[Function]],
    *,
    only: Union[str, Iterable[str]] = (),
    set: Optional[Mapping[str, Any]] = None,
    **settings: Any,
) -> List[Dict[str, Any]]:
    """Returns the statistics of each figure, as ``actfig stats --json`` prints them.

    ``functions`` is the path of a configuration (a text that ends in .json), a function, or a list of functions. Settings,
    e.g. ``samples=1000``, hold for functions.

    >>> import actfig
    >>> for figure in actfig.stats(["relu", "x^3"], samples=1000):
    ...     print(figure["name"], round(figure["mean"], 3), figure["exact"]["mean"])
    relu 0.419 0.3989422804014327
    x-3 0.285 0
    """
    if isinstance(functions, os.PathLike) or isinstance(functions, str) and functions.endswith(".json"):
        if settings:
            raise Error("Settings of a configuration are changed by set={\"samples\": 1000}.")
        arguments = ["stats", os.fspath(functions), "--json", *_options(only, set)]
        return _objects(run(arguments, keeps_words=True))
    is_single = isinstance(functions, (str, Mapping)) or callable(functions)
    entries = Entries([functions] if is_single else _listed(functions), settings)  # type: ignore[list-item]
    with tables.stored(entries.tables) as paths:
        return _objects(run(["stats", "-", "--json", *_options(only, set)], entries.configuration(paths, **settings)))


def sample(seed: int = 0, samples: int = 10_000) -> array[float]:
    """Returns the samples of a seed: the numbers of ``torch.manual_seed(seed); torch.randn(samples)``.

    >>> import actfig
    >>> actfig.sample(seed=0, samples=10_000)[:2]
    array('f', [-1.1258398294448853, -1.152360200881958])
    """
    return array("f", tables.sampled(seed, samples))


def version() -> str:
    """Returns the version of the tool, e.g. ``0.2.0``."""
    return run(["--version"]).decode().split()[-1]


def _sized(figure: Optional[Mapping[str, Any]], dpi: Optional[float], scale: float) -> Dict[str, Any]:
    """Returns the key ``figure`` of a configuration with the resolution of the picture."""
    if not scale > 0:
        raise Error(f"The scale must be greater than 0, but is {scale}.")
    given = dict(figure or {})
    given["dpi"] = (dpi if dpi is not None else given.get("dpi", 100)) * scale
    return given


def _listed(functions: Any) -> List[Function]:
    if isinstance(functions, (str, bytes)) or callable(functions):
        raise Error("Several functions are expected, e.g. [\"relu\", \"mish\"].")
    return list(functions)


def _source(configuration: Union[str, os.PathLike[str], Mapping[str, Any]]) -> Tuple[str, bytes]:
    if isinstance(configuration, Mapping):
        return "-", json.dumps(configuration).encode()
    return _directory(configuration), b""


def _directory(path: Union[str, os.PathLike[str]]) -> str:
    """Returns a path that the tool takes neither for an option nor for a standard stream."""
    text = os.fspath(path)
    return "./" + text if text.startswith("-") else text


def _options(only: Union[str, Iterable[str]], set: Optional[Mapping[str, Any]]) -> List[str]:
    options: List[str] = []
    for key, value in (set or {}).items():
        options += ["--set", f"{key}={json.dumps(value)}"]
    names = [only] if isinstance(only, str) else list(only)
    return options + (["--only", *names] if names else [])


def _objects(text: bytes) -> List[Dict[str, Any]]:
    objects: List[Dict[str, Any]] = json.loads(text)
    return objects
