"""Derivatives by differences, for functions that no library differentiates."""

from __future__ import annotations

import math
from array import array
from typing import Callable, List


class Difference:
    """The derivative of a function by central differences in double precision.

    The step is 2⁻¹⁷ · max(1, |x|), the cube root of the precision, for which errors of rounding and of truncation are about
    10⁻¹⁰; it is 2⁻⁸ · max(1, |x|) for functions that compute in single precision. At a break within a step the slope of one
    side is taken: that of the side on which x lies, or the left one at the break itself.

    >>> cube = Difference(lambda x: array("d", [number**3 for number in x]))
    >>> [round(slope, 6) for slope in cube.derivatives(array("d", [0.0, 1.0, 2.0]))]
    [0.0, 3.0, 12.0]
    >>> relu = Difference(lambda x: array("d", [max(number, 0.0) for number in x]))
    >>> relu.derivatives(array("d", [-1.0, 0.0, 1e-9, 1.0])).tolist()
    [0.0, 0.0, 1.0, 1.0]
    """

    description = "central difference with the step 2^-17 · max(1, |x|)"

    def __init__(self, values: Callable[[array[float]], array[float]], *, is_single: bool = False) -> None:
        self._values = values
        self._exponent = -8 if is_single else -17
        # The slopes of both sides of a smooth function differ by the step times the second derivative, and by rounding.
        self._break = 0.05 if is_single else 1e-3

    @property
    def text(self) -> str:
        """How the derivative is computed."""
        return self.description.replace("2^-17", f"2^{self._exponent}")

    def derivatives(self, x: array[float]) -> array[float]:
        """Returns the derivative at each number."""
        steps = [math.ldexp(_scale(place), self._exponent) for place in x]
        left, middle, right = (self._moved(x, steps, factor) for factor in (-1, 0, 1))
        slopes = [(b - a) / (2 * h) for a, b, h in zip(left, right, steps)]
        broken = [
            index
            for index, (a, y, b, h, slope) in enumerate(zip(left, middle, right, steps, slopes))
            if not abs((b - y) - (y - a)) <= self._break * h * max(1.0, abs(slope))
        ]
        if broken:
            self._take_sides(x, steps, broken, slopes)
        return array("d", slopes)

    def _take_sides(self, x: array[float], steps: List[float], broken: List[int], slopes: List[float]) -> None:
        places = array("d", [x[index] for index in broken])
        widths = [steps[index] for index in broken]
        values = [self._moved(places, widths, factor) for factor in (-2, -1, 0, 1, 2)]
        for index, h, (far_left, left, middle, right, far_right) in zip(broken, widths, zip(*values)):
            # The second differences of a curve are alike, and those around a break are not.
            bends = (middle - 2 * left + far_left, right - 2 * middle + left, far_right - 2 * right + middle)
            if max(bends) - min(bends) <= 0.25 * max(map(abs, bends)):
                continue
            before, after = (middle - left) / h, (right - middle) / h
            # The side without the break has the same slope in the step before it.
            left_fault = abs(before - (left - far_left) / h)
            right_fault = abs(after - (far_right - right) / h)
            # At the break itself both sides are without it, but for their curvature.
            tolerance = math.ldexp(4.0, self._exponent) * max(1.0, abs(before), abs(after))
            slopes[index] = after if left_fault > right_fault + tolerance else before

    def _moved(self, x: array[float], steps: List[float], factor: int) -> array[float]:
        return self._values(array("d", [place + factor * h for place, h in zip(x, steps)]))


def _scale(place: float) -> float:
    """The greatest power of two that is not greater than max(1, |place|)."""
    return math.ldexp(1.0, max(0, math.frexp(place)[1] - 1))
