"""Figures of the catalogue, of formulas and of entries, and what a figure says of itself."""

import base64
import json
import os
import subprocess
import tempfile
import unittest
import warnings

import actfig


def drawn_by_tool(configuration, *options):
    run = subprocess.run(
        [actfig.tool_path(), "render", "-", *options, "--output", "-"], input=json.dumps(configuration).encode(),
        stdout=subprocess.PIPE, check=True)
    return run.stdout


class FigureTests(unittest.TestCase):
    def test_a_figure_has_the_bytes_that_the_tool_writes(self):
        figure = actfig.figure("mish", samples=500, scale=1)
        self.assertEqual(figure.png, drawn_by_tool({"samples": 500, "activations": ["mish"]}))
        self.assertEqual((figure.width, figure.height, figure.pixels), (1500, 500, (1500, 500)))

    def test_every_argument_is_a_key_of_the_configuration(self):
        figure = actfig.figure(
            "swish", name="mine", title="Mine", range=(-3, 3), step=0.5, samples=99, seed=7, bins="sqrt", style="dark",
            panels=["value", "input"], marks={"guides": False}, dpi=50, counts="log", beta=2, scale=1)
        entry = {
            "function": "swish", "beta": 2, "name": "mine", "title": "Mine", "range": [-3, 3], "step": 0.5, "samples": 99,
            "seed": 7, "bins": "sqrt", "style": "dark", "panels": ["value", "input"], "marks": {"guides": False},
            "counts": "log", "figure": {"dpi": 50}}
        self.assertEqual(figure.png, drawn_by_tool({"activations": [entry]}))

    def test_the_scale_changes_the_pixels_and_not_the_size_at_which_a_figure_is_shown(self):
        figure = actfig.figure("relu", samples=100, figure={"width": 10, "dpi": 50}, scale=3)
        self.assertEqual((figure.width, figure.height, figure.pixels), (500, 250, (1500, 750)))
        self.assertEqual(actfig.figure("relu", samples=100, dpi=50).pixels, (1500, 500))
        with self.assertRaisesRegex(actfig.Error, "The scale must be greater than 0, but is 0"):
            actfig.figure("relu", scale=0)

    def test_a_text_is_a_name_with_its_aliases_or_a_formula(self):
        for text, title in [("ReLU", "ReLU"), ("leaky_relu", "Leaky ReLU"), ("hyperbolic-tangent", "Tanh")]:
            self.assertEqual(actfig.figure(text, samples=100, scale=0.5).title, title)
        for text in ["x", "x-1", "max(x, 0)", "2"]:
            figure = actfig.figure(text, samples=100, scale=0.5, panels=["value"])
            self.assertEqual(figure.title, text)
            self.assertEqual(figure.recipe["activations"][0]["expression"], text)
        bump = actfig.figure("x * exp(-(x / width)^2)", parameters={"width": 1.5}, samples=100, scale=0.5)
        self.assertEqual(bump.recipe["activations"][0]["parameters"], {"width": 1.5})

    def test_an_entry_is_drawn_as_it_is(self):
        figure = actfig.figure({"function": "elu", "alpha": 2}, samples=100, scale=0.5)
        self.assertEqual(figure.recipe["activations"][0]["alpha"], 2)

    def test_faults_are_exceptions_with_the_sentence_of_the_tool(self):
        for arguments, settings, sentence in [
            (["swich"], {}, 'function: found the unknown function "swich", expected "swish"'),
            (["mish"], {"samples": 0}, "samples: found 0, expected a whole number from 1 to 1000000000"),
            (["mish"], {"betta": 1}, 'betta: found the unknown key "betta", expected one of '),
            (["x * ("], {}, "expression: found the end of the expression, expected "),
            (["mish"], {"style": "pink"}, 'style: found "pink", expected one of '),
        ]:
            with self.assertRaises(actfig.Error) as context:
                actfig.figure(*arguments, **settings)
            self.assertTrue(str(context.exception).startswith(sentence), str(context.exception))
            self.assertNotIsInstance(context.exception, actfig.FigureError)
        with self.assertRaisesRegex(actfig.FigureError, r"relu.png: 3 × 5 inches leave no room"):
            actfig.figure("relu", figure={"width": 3}, samples=100)
        with self.assertRaisesRegex(TypeError, "^3 is not a function: "):
            actfig.figure(3)
        with self.assertRaisesRegex(actfig.Error, "can be given for a callable only"):
            actfig.figure("relu", derivative=abs)
        with self.assertRaisesRegex(actfig.Error, "cannot be written to a configuration"):
            actfig.figure("relu", marks=object())

    def test_a_warning_of_the_tool_is_a_warning(self):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            actfig.figure("relu", title="\u4e2d", samples=100, scale=0.5)
        self.assertEqual(len(caught), 1)
        self.assertIn("relu.png", str(caught[0].message))
        self.assertEqual(caught[0].filename, __file__)


class FactTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.figure = actfig.figure("mish", samples=500, title='Mish "&" <more>')

    def test_a_figure_has_its_texts_statistics_and_recipe(self):
        run = subprocess.run(
            [actfig.tool_path(), "inspect", "-", "--json"], input=self.figure.png, stdout=subprocess.PIPE, check=True)
        facts = json.loads(run.stdout)
        self.assertEqual(self.figure.title, facts["title"])
        self.assertEqual(self.figure.description, facts["alternativeText"])
        self.assertEqual(self.figure.statistics, facts["statistics"])
        self.assertEqual(self.figure.recipe, facts["recipe"])
        self.assertEqual(self.figure.pixels, (facts["width"], facts["height"]))
        self.assertTrue(0 < len(self.figure.alt) <= 125 and self.figure.alt != self.figure.description)
        self.assertIsNone(self.figure.derivative)

    def test_a_figure_is_saved_and_loaded(self):
        with tempfile.TemporaryDirectory() as directory:
            path = self.figure.save(os.path.join(directory, "mish.png"))
            self.assertEqual(path.read_bytes(), self.figure.png)
            again = actfig.Figure.load(path, scale=2)
        self.assertEqual(again, self.figure)
        self.assertEqual(hash(again), hash(self.figure))
        self.assertEqual(repr(again), "<actfig.Figure 'Mish \"&\" <more>', 1500 × 500>")
        self.assertNotEqual(again, actfig.figure("relu", samples=500))

    def test_a_notebook_gets_the_picture_with_its_size_and_its_alternative_text(self):
        forms, facts = self.figure._repr_mimebundle_()
        self.assertEqual(self.figure._repr_png_(), self.figure.png)
        self.assertEqual(base64.b64decode(forms["image/png"]), self.figure.png)
        self.assertEqual(facts["image/png"], {"width": 1500, "height": 500, "alt": self.figure.alt})
        self.assertEqual(forms["text/plain"], self.figure.alt)
        self.assertTrue(forms["text/html"].startswith(f'<img src="data:image/png;base64,{forms["image/png"]}" width="1500"'))
        self.assertIn("Mish &quot;&amp;&quot; &lt;more&gt;", forms["text/html"])
        self.assertEqual(set(self.figure._repr_mimebundle_(include=["image/png"])[0]), {"image/png"})
        self.assertEqual(set(self.figure._repr_mimebundle_(exclude=["image/png"])[0]), {"text/html", "text/plain"})
        self.assertEqual(self.figure._repr_mimebundle_(exclude=["image/png"])[1], {})

    def test_data_that_is_no_figure_is_refused(self):
        for data, sentence in [
            (b"GIF89a", "The data is not a PNG."),
            (self.figure.png[:200], "The PNG is cut off."),
            (self.figure.png[:33] + self.figure.png[-12:], "The PNG carries no recipe"),
        ]:
            with self.assertRaisesRegex(ValueError, sentence):
                actfig.Figure(data)


if __name__ == "__main__":
    unittest.main()
