"""Python functions: how they are called, differentiated and drawn."""

import functools
import math
import unittest
from array import array

import actfig
from actfig import tables
from actfig.differences import Difference
from actfig.evaluation import ScalarEvaluator, evaluator_for


def gelu(x):
    return x * 0.5 * (1 + math.erf(x / math.sqrt(2)))


class Shrink:
    """A callable object with a text of its own, as the modules of PyTorch have."""

    def __init__(self, distance):
        self.distance = distance

    def __call__(self, x):
        return math.copysign(max(abs(x) - self.distance, 0), x)

    def __repr__(self):
        return f"Shrink(distance={self.distance})"


class CallableTests(unittest.TestCase):
    def test_the_numbers_are_those_of_the_same_function_in_the_tool(self):
        for function, name in [
            (lambda x: max(x, 0.0), "relu"), (lambda x: x * x, "x^2"), (gelu, "gelu"), (lambda x: float(x > 0.5), "where(x > 0.5, 1, 0)"),
        ]:
            (one,) = actfig.stats(function, samples=3000, seed=5)
            (other,) = actfig.stats(name, samples=3000, seed=5)
            self.assertAlmostEqual(one["mean"], other["mean"], delta=1e-9)
            self.assertAlmostEqual(one["std"], other["std"], delta=1e-9)
            self.assertEqual(one["diagnostics"]["range"], other["diagnostics"]["range"])
            self.assertEqual(one["diagnostics"]["deadShare"], other["diagnostics"]["deadShare"])
            self.assertEqual(one["sampleCount"], 3000)

    def test_nothing_is_interpolated_and_no_exact_moments_are_claimed(self):
        figure = actfig.figure(gelu, samples=500, style="light", scale=1)
        self.assertEqual(figure.title, "gelu")
        self.assertIsNone(figure.statistics["exact"]["mean"])
        self.assertEqual(figure.recipe["activations"][0]["interpolation"], "none")
        self.assertIn("The function is given by points, between which nothing is known of it; its", figure.description)

    def test_a_function_is_called_at_the_samples_and_the_points_and_nowhere_else_but_to_differentiate_it(self):
        calls = set()

        def function(x):
            calls.add(x)
            return x

        actfig.figure(function, derivative=lambda x: 1.0, samples=50, seed=3, range=(-1, 1), step=0.25, scale=0.5)
        expected = set(actfig.sample(3, 50)) | {-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75}
        self.assertTrue(expected <= calls)
        # A few numbers tell how the function is called.
        self.assertLessEqual(len(calls - expected), 20)

    def test_the_derivative_is_the_given_one_or_a_difference_that_is_told(self):
        given = actfig.figure(gelu, derivative=lambda x: 0.0, samples=100, scale=0.5)
        self.assertEqual(given.derivative, "given")
        self.assertEqual(given.statistics["diagnostics"]["deadShare"], 1)
        found = actfig.figure(gelu, samples=100, scale=0.5)
        self.assertEqual(found.derivative, "central difference with the step 2^-17 · max(1, |x|)")

    def test_values_that_are_not_finite_are_counted(self):
        figure = actfig.figure(lambda x: math.sqrt(x) if x >= 0 else math.nan, samples=1000, scale=0.5)
        excluded = sum(x < 0 for x in actfig.sample(0, 1000))
        self.assertEqual(figure.statistics["excludedCount"], excluded)
        with self.assertRaisesRegex(actfig.FigureError, "No output is a finite number"):
            actfig.figure(lambda x: math.inf, samples=10)

    def test_exceptions_of_the_function_come_through(self):
        class Own(Exception):
            pass

        def raising(x):
            raise Own("at", x)

        for function, error in [(raising, Own), (lambda x: 1 / 0, ZeroDivisionError), (lambda x: math.log(x), ValueError),
                                (lambda: 1, TypeError), (lambda x: x.mean(), AttributeError)]:
            with self.assertRaises(error):
                actfig.figure(function, samples=10)

    def test_results_that_are_no_real_numbers_are_refused(self):
        for function, sentence in [
            (lambda x: "a", r"The function returns str at -2.625, not a number\."),
            (lambda x: None, r"The function returns NoneType at "),
            (lambda x: [x], r"The function returns list at "),
            (lambda x: 1j * x, r"The function returns the complex number .* at -2.625, not a real number\."),
        ]:
            with self.assertRaisesRegex(TypeError, sentence):
                actfig.figure(function, samples=10)

    def test_a_callable_is_named_by_its_name_or_its_text(self):
        for function, title, name in [
            (gelu, "gelu", "gelu"), (lambda x: x, "function", "function"), (Shrink(0.5), "Shrink(distance=0.5)", "Shrink-distance-0.5"),
            (functools.partial(max, 0.0), "max", "max"),
        ]:
            figure = actfig.figure(function, samples=20, scale=0.5)
            self.assertEqual((figure.title, figure.recipe["activations"][0]["name"]), (title, name))

    def test_settings_decide_on_the_points(self):
        for style, first in [("matplotlib", -1.7000000476837158), ("light", -1.7), ({"base": "dark"}, -1.7)]:
            points = tables.grid(-2, 3, 0.3, style if isinstance(style, str) else style["base"])
            self.assertEqual(points[1], first)
            actfig.figure(abs, style=style, range=(-2, 3), step=0.3, samples=10, scale=0.5)

    def test_functions_of_one_name_have_figures_of_their_own(self):
        names = [figure["name"] for figure in actfig.stats([Shrink(1), lambda x: x, lambda x: -x, {"expression": "x", "name": "Function-2"}, "x + 1", "x-1"])]
        self.assertEqual(len(set(map(str.lower, names))), 6)


class DifferenceTests(unittest.TestCase):
    def test_a_smooth_function_has_its_derivative(self):
        for function, derivative in [
            (math.tanh, lambda x: 1 - math.tanh(x) ** 2), (lambda x: math.sin(x * x), lambda x: 2 * x * math.cos(x * x)),
            (lambda x: x**5, lambda x: 5 * x**4),
        ]:
            x = array("d", [index / 16 for index in range(-80, 81)])
            for place, slope in zip(x, ScalarEvaluator(function).derivatives(x)):
                self.assertAlmostEqual(slope, derivative(place), delta=2e-7 * max(1, abs(derivative(place))))

    def test_a_break_has_the_slope_of_the_side_of_x(self):
        kinked = Difference(lambda x: array("d", [max(2 * number, -number) for number in x]))
        near = [-1.0, -1e-5, -1e-6, 0.0, 1e-6, 1e-5, 1.0]
        self.assertEqual([round(slope, 6) for slope in kinked.derivatives(array("d", near))], [-1, -1, -1, -1, 2, 2, 2])
        jumping = Difference(lambda x: array("d", [float(number > 0) for number in x]))
        self.assertEqual(jumping.derivatives(array("d", near)).tolist(), [0] * 7)

    def test_a_function_of_single_precision_gets_a_longer_step(self):
        rounded = Difference(lambda x: array("d", array("f", map(math.tanh, x))), is_single=True)
        for place, slope in zip((-1, 0, 2), rounded.derivatives(array("d", [-1, 0, 2]))):
            self.assertAlmostEqual(slope, 1 - math.tanh(place) ** 2, delta=1e-4)
        self.assertIn("2^-8", rounded.text)

    def test_without_a_library_a_function_is_called_number_by_number(self):
        self.assertIsInstance(evaluator_for(math.tanh), ScalarEvaluator)


class TableTests(unittest.TestCase):
    def test_a_table_is_a_file_of_numpy_with_each_point_once(self):
        table = tables.Table(lambda x: x + 1, None, array("f", [2, 0.5, 2]), array("d", [-1, 0.5]))
        header, numbers = table.npy[:128], array("d", table.npy[128:])
        self.assertIn(b"{'descr': '<f8', 'fortran_order': False, 'shape': (3, 3), }", header)
        self.assertTrue(header.endswith(b" \n"))
        self.assertEqual([round(number, 6) for number in numbers], [-1, 0, 1, 0.5, 1.5, 1, 2, 3, 1])


if __name__ == "__main__":
    unittest.main()
