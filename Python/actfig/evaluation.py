"""Evaluates functions of PyTorch, JAX, NumPy and plain Python, with their derivatives.

None of the libraries is imported here: they are used only if the caller has imported them.
"""

from __future__ import annotations

import sys
import warnings
from array import array
from typing import Any, Callable, List, Optional, Tuple

from actfig.differences import Difference

class ResultFault(Exception):
    """A result that is not one real number for each number."""


class ResultTypeFault(ResultFault, TypeError):
    """A result of another type."""


class ResultShapeFault(ResultFault, ValueError):
    """An array of another shape, e.g. a sum. Number by number, such a function would only seem to work."""


class Evaluator:
    """A way to call a function with many numbers at once."""

    #: How derivatives are computed.
    derivative_source = Difference.description

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def values(self, x: array[float]) -> array[float]:
        """Returns the values at numbers of single or double precision."""
        raise NotImplementedError

    def derivatives(self, x: array[float]) -> array[float]:
        """Returns the derivatives at numbers of single or double precision."""
        difference = Difference(self.values, is_single=self._rounds_to_single())
        self.derivative_source = difference.text
        return difference.derivatives(x)

    def _rounds_to_single(self) -> bool:
        """Whether the values at numbers of double precision have single precision only."""
        return _are_single(self.values(_DOUBLE_PROBE))


class ScalarEvaluator(Evaluator):
    """Calls a function number by number."""

    def values(self, x: array[float]) -> array[float]:
        return array("d", [_number(self.function(number), number) for number in x])

    def _rounds_to_single(self) -> bool:
        return False


class ArrayEvaluator(Evaluator):
    """Calls a function with arrays of NumPy."""

    def values(self, x: array[float]) -> array[float]:
        return self._checked(self.function(self._array(x)), len(x))

    def _array(self, x: array[float]) -> Any:
        return _module("numpy").array(x, dtype="float32" if x.typecode == "f" else "float64")

    def _checked(self, result: Any, count: int) -> array[float]:
        numpy = _module("numpy")
        _require_array(result)
        result = numpy.asarray(result)
        _require_shape(result.shape, count)
        if result.dtype.kind not in "fiub":
            raise ResultTypeFault(f"The function returns numbers of the type {result.dtype}, not real numbers.")
        return array("d", result.astype("float64").tobytes())


class JAXEvaluator(Evaluator):
    """Calls a function with arrays of JAX, and differentiates it in reverse mode."""

    derivative_source = "jax.vjp"

    def values(self, x: array[float]) -> array[float]:
        return self._numbers(self.function(self._array(x)), len(x))

    def derivatives(self, x: array[float]) -> array[float]:
        jax = _module("jax")
        values, pull = jax.vjp(self.function, self._array(x))
        return self._numbers(pull(jax.numpy.ones_like(values))[0], len(x))

    def _array(self, x: array[float]) -> Any:
        return _module("jax").numpy.array(x.tolist(), dtype="float32")

    def _numbers(self, result: Any, count: int) -> array[float]:
        _require_shape(result.shape, count)
        if result.dtype.kind == "c":
            raise ResultTypeFault(f"The function returns numbers of the type {result.dtype}, not real numbers.")
        return array("d", result.astype("float32").tolist())


class TensorEvaluator(Evaluator):
    """Calls a function with tensors of PyTorch, and differentiates it by torch.autograd where it allows that."""

    derivative_source = "torch.autograd"

    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__(function)
        torch = _module("torch")
        self.dtype, self.device = torch.float32, None
        # A module keeps its numbers on a device and in a precision.
        tensors = list(function.parameters()) if isinstance(function, torch.nn.Module) else []
        for tensor in tensors[:1]:
            self.device = tensor.device
            if tensor.dtype == torch.float64:
                self.dtype = torch.float64

    def values(self, x: array[float]) -> array[float]:
        with _module("torch").no_grad():
            return self._numbers(self.function(self._tensor(x)), len(x))

    def derivatives(self, x: array[float]) -> array[float]:
        torch = _module("torch")
        with torch.enable_grad():
            leaf = self._tensor(x).requires_grad_()
            result = self.function(leaf)
            if not result.requires_grad:
                return self._differences(x)
            (gradient,) = torch.autograd.grad(result, leaf, torch.ones_like(result), allow_unused=True)
        if gradient is None:
            return array("d", bytes(8 * len(x)))
        return self._numbers(gradient, len(x))

    def is_differentiable(self, x: array[float]) -> bool:
        """Whether torch.autograd knows the derivative. Raises what the function raises."""
        torch = _module("torch")
        with torch.enable_grad():
            result = self.function(self._tensor(x).requires_grad_())
        self._numbers(result, len(x))
        return bool(result.requires_grad)

    def _differences(self, x: array[float]) -> array[float]:
        torch = _module("torch")

        def values(places: array[float]) -> array[float]:
            with torch.no_grad():
                return self._numbers(self.function(torch.tensor(places.tolist(), dtype=dtype, device=self.device)), len(places))

        dtype = torch.float64
        try:
            is_single = _are_single(values(_DOUBLE_PROBE))
        except (RuntimeError, TypeError):
            # The function takes single precision only.
            dtype, is_single = torch.float32, True
        difference = Difference(values, is_single=is_single)
        self.derivative_source = difference.text
        return difference.derivatives(x)

    def _tensor(self, x: array[float]) -> Any:
        return _module("torch").tensor(x.tolist(), dtype=self.dtype, device=self.device)

    def _numbers(self, result: Any, count: int) -> array[float]:
        torch = _module("torch")
        if not isinstance(result, torch.Tensor):
            raise ResultTypeFault(f"The function returns {type(result).__name__} for a tensor, not a tensor.")
        _require_shape(tuple(result.shape), count)
        if result.is_complex():
            raise ResultTypeFault(f"The function returns numbers of the type {result.dtype}, not real numbers.")
        return array("d", result.detach().cpu().double().tolist())


def evaluator_for(function: Callable[..., Any]) -> Evaluator:
    """Finds by trying how a function is called: with tensors, arrays of JAX or of NumPy, or number by number.

    Raises what the function raises if it can be called in none of these ways.
    """
    with warnings.catch_warnings():
        # A library may warn of an argument that is not its own.
        warnings.simplefilter("ignore")
        return _found_evaluator(function)


def _found_evaluator(function: Callable[..., Any]) -> Evaluator:
    probe = array("f", _PROBE)
    torch, jax, numpy = (sys.modules.get(name) for name in ("torch", "jax", "numpy"))
    failures: List[Exception] = []

    def attempt(evaluator: Evaluator) -> Optional[Evaluator]:
        try:
            evaluator.values(probe)
            return evaluator
        except ResultShapeFault:
            raise
        except Exception as error:  # Whatever the function raises.
            failures.append(error)
            return None

    if torch is not None:
        tensors = TensorEvaluator(function)
        if _belongs_to(function, "torch") or isinstance(function, torch.nn.Module):
            tensors.values(probe)
            return tensors
        try:
            if tensors.is_differentiable(probe):
                return tensors
        except ResultShapeFault:
            raise
        except Exception as error:
            failures.append(error)
    if jax is not None and _returns_jax(function, probe, failures):
        return JAXEvaluator(function)
    found = attempt(ArrayEvaluator(function)) if numpy is not None else None
    if found is None and torch is not None:
        # A function of tensors that autograd does not know, e.g. (x > 0).float().
        found = attempt(TensorEvaluator(function))
    found = found or attempt(ScalarEvaluator(function))
    if found is not None:
        return found
    # A function that takes something else fails with one of these two. Any other error tells more.
    telling = [
        error for error in failures
        if isinstance(error, ResultFault) or not isinstance(error, (TypeError, AttributeError))
    ]
    raise telling[-1] if telling else failures[0]


#: Numbers at which a function is called to find out how.
_PROBE = (-2.625, -1.0625, -0.3125, 0.4375, 0.90625, 1.6875, 3.03125)
#: Numbers of which single precision has none.
_DOUBLE_PROBE = array("d", [number / 3 for number in _PROBE])


def _returns_jax(function: Callable[..., Any], probe: array[float], failures: List[Exception]) -> bool:
    jax = _module("jax")
    try:
        evaluator = JAXEvaluator(function)
        result = function(evaluator._array(probe))
        if isinstance(result, jax.Array):
            evaluator._numbers(result, len(probe))
            return True
    except ResultShapeFault:
        raise
    except Exception as error:
        failures.append(error)
    return False


def _belongs_to(function: Callable[..., Any], library: str) -> bool:
    module = getattr(function, "__module__", None) or type(function).__module__
    return module == library or module.startswith(library + ".")


def _module(name: str) -> Any:
    return sys.modules[name]


def _require_array(result: Any) -> None:
    """Checks that a result is no number of Python, such as that of a constant function."""
    if not hasattr(result, "shape"):
        raise ResultTypeFault(f"The function returns {type(result).__name__} for an array, not an array.")


def _require_shape(shape: Tuple[int, ...], count: int) -> None:
    if tuple(shape) != (count,):
        raise ResultShapeFault(
            f"The function returns an array of the shape {tuple(shape)} for one of the shape ({count},). It must return one "
            "value for each number.")


def _number(result: Any, place: float) -> float:
    if isinstance(result, complex):
        raise ResultTypeFault(f"The function returns the complex number {result} at {place}, not a real number.")
    try:
        return float(result)
    except (TypeError, ValueError) as error:
        raise ResultTypeFault(f"The function returns {type(result).__name__} at {place}, not a number.") from error


def _are_single(values: array[float]) -> bool:
    """Returns whether single precision has all of the numbers."""
    try:
        return all(value == single for value, single in zip(values, array("f", values)) if value == value)
    except OverflowError:
        return False
