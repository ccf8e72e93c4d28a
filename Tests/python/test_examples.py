"""The examples: those of the docstrings, of the documentation, and the notebook."""

import base64
import doctest
import importlib
import json
import os
import pkgutil
import re
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import actfig

ROOT = Path(__file__).resolve().parent.parent.parent
NOTEBOOK = ROOT / "Examples/notebook/activations.ipynb"


class DocstringTests(unittest.TestCase):
    def test_every_example_of_a_docstring_holds(self):
        count = 0
        for module in pkgutil.iter_modules(actfig.__path__):
            if module.name != "__main__":
                result = doctest.testmod(importlib.import_module(f"actfig.{module.name}"))
                self.assertEqual(result.failed, 0, module.name)
                count += result.attempted
        self.assertGreater(count, 15)

    def test_every_example_of_the_page_holds(self):
        text = (ROOT / "docs/python.md").read_text()
        blocks = re.findall(r"(?ms)^```python\n(.*?)^```$", text)
        self.assertGreater(len(blocks), 5)
        runner, names = doctest.DocTestRunner(), {}
        here = os.getcwd()
        with tempfile.TemporaryDirectory() as directory:
            os.chdir(directory)
            try:
                for block in blocks:
                    test = doctest.DocTestParser().get_doctest(block, names, "docs/python.md", "docs/python.md", 0)
                    self.assertTrue(test.examples, block)
                    runner.run(test, clear_globs=False)
                    names = test.globs
            finally:
                os.chdir(here)
        self.assertEqual(runner.summarize().failed, 0)


class NotebookTests(unittest.TestCase):
    def test_the_notebook_is_stored_without_outputs(self):
        notebook = json.loads(NOTEBOOK.read_text())
        self.assertTrue(all(not cell.get("outputs") and not cell.get("execution_count") for cell in notebook["cells"]))

    def test_the_notebook_runs_and_shows_each_figure_with_its_size_and_its_text(self):
        try:
            importlib.import_module("nbconvert")
        except ImportError:
            self.skipTest("nbconvert is not installed; scripts/test-python installs it.")
        with tempfile.TemporaryDirectory() as directory:
            def convert(form, source, name):
                subprocess.run(
                    [sys.executable, "-m", "nbconvert", "--log-level=ERROR", "--to", form, *(["--execute"] if form == "notebook" else []),
                     "--output-dir", directory, "--output", name, str(source)], check=True,
                    env={**os.environ, "JUPYTER_PLATFORM_DIRS": "1"})
                return Path(directory, name)

            executed = convert("notebook", NOTEBOOK, "executed.ipynb")
            notebook = json.loads(executed.read_text())
            page = convert("html", executed, "executed.html").read_text()
        code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        outputs = [output for cell in code for output in cell["outputs"]]
        self.assertFalse([output for output in outputs if output["output_type"] in ("error", "stream") and output.get("name") != "stdout"])
        pictures = [output for output in outputs if "image/png" in output.get("data", {})]
        self.assertGreaterEqual(len(pictures), 13)
        for picture in pictures:
            width, height = struct.unpack_from(">II", base64.b64decode(picture["data"]["image/png"]), 16)
            facts = picture["metadata"]["image/png"]
            self.assertEqual((width, height), (2 * facts["width"], 2 * facts["height"]))
            self.assertTrue(0 < len(facts["alt"]) <= 125)
        # nbconvert warns of a picture without a text by giving it one.
        self.assertEqual(page.count("<img "), len(pictures))
        self.assertNotIn("No description has been provided", page)


if __name__ == "__main__":
    unittest.main()
