"""Figures as values: the bytes of a PNG and what they say of themselves."""

from __future__ import annotations

import base64
import html
import json
import os
import struct
import zlib
from pathlib import Path
from typing import Any, Collection, Dict, Iterator, Optional, Tuple, Union

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Figure:
    """A figure that ``actfig`` drew: a PNG with its facts, which shows itself in a notebook.

    >>> import actfig
    >>> figure = actfig.figure("mish", samples=1000)
    >>> figure.title
    'Mish'
    >>> figure.width, figure.height
    (1500, 500)
    >>> figure.statistics["sampleCount"]
    1000
    """

    def __init__(self, png: bytes, *, scale: float = 1, derivative: Optional[str] = None) -> None:
        """Reads the facts that a PNG carries.

        ``scale`` is the number of pixels of the picture for each pixel at which it is shown.

        Raises ValueError if the bytes are not a figure of actfig.
        """
        self._png = bytes(png)
        self._scale = scale
        self._derivative = derivative
        if not png.startswith(_SIGNATURE):
            raise ValueError("The data is not a PNG.")
        self._texts: Dict[str, str] = {}
        for kind, data in _chunks(self._png):
            if kind == b"IHDR":
                self._size: Tuple[int, int] = struct.unpack(">II", data[:8])
            elif kind == b"iTXt":
                keyword, text = _international_text(data)
                self._texts.setdefault(keyword, text)
        if "actfig:recipe" not in self._texts:
            raise ValueError("The PNG carries no recipe: it was not drawn by actfig, or was altered.")

    @classmethod
    def load(cls, path: Union[str, os.PathLike[str]], *, scale: float = 1) -> Figure:
        """Reads the file of a figure, e.g. one that ``actfig render`` wrote."""
        return cls(Path(path).read_bytes(), scale=scale)

    @property
    def png(self) -> bytes:
        """The bytes of the PNG."""
        return self._png

    @property
    def scale(self) -> float:
        """The number of pixels of the picture for each pixel at which it is shown: 2 for screens of high resolution."""
        return self._scale

    @property
    def width(self) -> int:
        """The width in pixels at which the figure is shown."""
        return round(self._size[0] / self._scale)

    @property
    def height(self) -> int:
        """The height in pixels at which the figure is shown."""
        return round(self._size[1] / self._scale)

    @property
    def pixels(self) -> Tuple[int, int]:
        """The width and the height of the picture in its own pixels."""
        return self._size

    @property
    def title(self) -> str:
        """The title of the figure."""
        return self._texts.get("Title", "")

    @property
    def alt(self) -> str:
        """A short alternative text for readers who cannot see the picture."""
        return self._texts.get("actfig:short-description") or self.title

    @property
    def description(self) -> str:
        """A longer text that describes what the figure shows."""
        return self._texts.get("Description", "")

    @property
    def recipe(self) -> Dict[str, Any]:
        """The configuration of this one figure, with every setting written out."""
        recipe: Dict[str, Any] = json.loads(self._texts["actfig:recipe"])
        return recipe

    @property
    def statistics(self) -> Dict[str, Any]:
        """The statistics of the samples and the outputs; empty for a comparison, which shows no samples."""
        statistics: Optional[Dict[str, Any]] = json.loads(self._texts.get("actfig:statistics") or "null")
        return statistics or {}

    @property
    def derivative(self) -> Optional[str]:
        """How the derivative of a Python function was computed; None for a function that the tool evaluates itself.

        It is ``torch.autograd``, ``jax.vjp``, ``given``, or a difference with its step.
        """
        return self._derivative

    def save(self, path: Union[str, os.PathLike[str]]) -> Path:
        """Writes the PNG to a file and returns its path."""
        file = Path(path)
        file.write_bytes(self._png)
        return file

    def _repr_png_(self) -> bytes:
        return self._png

    def _repr_mimebundle_(
        self, include: Optional[Collection[str]] = None, exclude: Optional[Collection[str]] = None
    ) -> Tuple[Dict[str, Any], Dict[str, Any]]:
        """Returns the forms in which a notebook stores the figure, each with what a front end has to know of it.

        JupyterLab and the templates of nbconvert show the first form, as they read no alternative text of a PNG. VS Code
        takes the plain text as the alternative text of the PNG. Books and papers take the PNG.
        """
        source = base64.b64encode(self._png).decode("ascii")
        size = f'width="{self.width}" height="{self.height}"'
        style = "max-width: 100%; height: auto"
        forms: Dict[str, Any] = {
            "text/html": f'<img src="data:image/png;base64,{source}" {size} style="{style}" '
            f'alt="{html.escape(self.alt)}">',
            "image/png": source,
            "text/plain": self.alt,
        }
        facts = {"image/png": {"width": self.width, "height": self.height, "alt": self.alt}}
        kept = {
            kind: form
            for kind, form in forms.items()
            if (not include or kind in include) and (not exclude or kind not in exclude)
        }
        return kept, {kind: fact for kind, fact in facts.items() if kind in kept}

    def __repr__(self) -> str:
        return f"<actfig.Figure {self.title!r}, {self.width} × {self.height}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Figure) and self._png == other._png

    def __hash__(self) -> int:
        return hash(self._png)


def _chunks(png: bytes) -> Iterator[Tuple[bytes, bytes]]:
    """Yields type and data of each chunk of a PNG, as far as the file is whole."""
    place = len(_SIGNATURE)
    while place + 8 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, place)
        data = png[place + 8 : place + 8 + length]
        if len(data) < length:
            raise ValueError("The PNG is cut off.")
        yield kind, data
        place += length + 12


def _international_text(data: bytes) -> Tuple[str, str]:
    """Returns keyword and text of an iTXt chunk (PNG, 11.3.4.5)."""
    keyword, rest = data.split(b"\0", 1)
    is_compressed = rest[0] == 1
    _, _, text = rest[2:].split(b"\0", 2)
    return keyword.decode("latin-1"), (zlib.decompress(text) if is_compressed else text).decode("utf-8", "replace")
