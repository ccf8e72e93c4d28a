"""Runs of a configuration, comparisons, statistics, samples, and the child process."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
from pathlib import Path

import actfig

FAILING = {"function": "hard-tanh", "minVal": 999999, "maxVal": 1e6}


class DirectoryTests(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.directory = Path(temporary.name)

    def write(self, **configuration):
        path = self.directory / "config.json"
        path.write_text(json.dumps(configuration))
        return path


class RenderTests(DirectoryTests):
    def test_a_run_returns_the_files_and_what_became_of_them(self):
        path = self.write(samples=100, figure={"dpi": 40}, activations=["relu", "mish"])
        figures = actfig.render(path)
        self.assertEqual([figure.name for figure in figures], ["relu", "mish"])
        self.assertEqual([figure.outcome for figure in figures], ["created", "created"])
        self.assertEqual([figure.file for figure in figures], [self.directory / f"Output/{n}.png" for n in ("relu", "mish")])
        self.assertEqual(figures[0].figure().title, "ReLU")
        again = actfig.render(str(path), only=["m*"], set={"samples": 200})
        self.assertEqual([(figure.name, figure.outcome) for figure in again], [("mish", "replaced")])
        self.assertIn("100 → 200", again[0].reason)
        self.assertEqual([figure.outcome for figure in actfig.render(path, only="relu", jobs=1)], ["upToDate"])
        self.assertEqual([figure.outcome for figure in actfig.render(path, only="relu", force=True)], ["replaced"])

    def test_a_configuration_can_be_given_by_its_content(self):
        output = self.directory / "Pictures"
        (figure,) = actfig.render({"samples": 10, "activations": ["relu"]}, output=output, set={"style": "dark"})
        self.assertEqual(figure.file, output / "relu.png")
        self.assertEqual(figure.figure().recipe["activations"][0]["style"], "dark")

    def test_a_figure_that_fails_is_an_exception_with_all_figures(self):
        path = self.write(samples=100, figure={"dpi": 40}, activations=["relu", FAILING])
        with self.assertRaises(actfig.FigureError) as context:
            actfig.render(path)
        self.assertTrue(str(context.exception).startswith("hard-tanh.png: 100 bins between "))
        self.assertEqual([figure.outcome for figure in context.exception.figures], ["created", "failed"])
        self.assertTrue(context.exception.figures[1].reason.startswith("100 bins between "))

    def test_faults_of_a_configuration_keep_their_lines(self):
        path = self.write(samples=0, activations=["relu"])
        with self.assertRaises(actfig.Error) as context:
            actfig.render(path)
        self.assertTrue(str(context.exception).startswith(f"{path}:1:13: /samples: found 0, expected "))
        with self.assertRaisesRegex(actfig.Error, "^Cannot read .*missing.json: there is no such file or directory.$"):
            actfig.render(self.directory / "missing.json")
        with self.assertRaisesRegex(actfig.Error, "^samples: found 0, "):
            actfig.render({"samples": 0, "activations": ["relu"]}, output=self.directory)
        with self.assertRaisesRegex(actfig.Error, 'There is no figure "mihs"'):
            actfig.stats(self.write(activations=["mish"]), only="mihs")

    def test_names_that_begin_with_a_hyphen_are_no_options(self):
        here = os.getcwd()
        os.chdir(self.directory)
        self.addCleanup(os.chdir, here)
        Path("-c.json").write_text('{"samples": 10, "activations": ["relu"]}')
        (figure,) = actfig.render("-c.json", output="-")
        self.assertTrue(figure.file.samefile(self.directory / "-" / "relu.png"))


class CompareTests(unittest.TestCase):
    def test_functions_of_every_kind_are_compared(self):
        figure = actfig.compare(
            ["relu", "x / (1 + abs(x))", abs, {"function": "swish", "beta": 2}], style="light", scale=1, range=(-3, 3))
        entries = figure.recipe["activations"]
        self.assertEqual([entry.get("function") or entry["name"] for entry in entries], ["relu", "x-1-abs-x", "abs", "swish"])
        self.assertEqual(figure.statistics, {})
        self.assertEqual((figure.width, figure.title), (1500, "Activation functions"))

    def test_a_dictionary_gives_titles(self):
        figure = actfig.compare({"ours": abs, "ReLU!": "relu"}, title="Two", panels=["value"], scale=0.5)
        self.assertEqual([entry["title"] for entry in figure.recipe["activations"]], ["ours", "ReLU!"])
        self.assertEqual(figure.title, "Two")

    def test_one_function_is_not_a_list(self):
        for function in ["relu", abs]:
            with self.assertRaisesRegex(actfig.Error, "Several functions are expected"):
                actfig.compare(function)


class NumberTests(DirectoryTests):
    def test_statistics_are_those_of_the_tool(self):
        path = self.write(samples=200, activations=["relu", "mish"])
        printed = json.loads(subprocess.run([actfig.tool_path(), "stats", path, "--json"], stdout=subprocess.PIPE).stdout)
        self.assertEqual(actfig.stats(path), printed)
        self.assertEqual(actfig.stats(str(path), only="mish"), printed[1:])
        self.assertEqual(actfig.stats(["relu", "mish"], samples=200), printed)
        self.assertEqual(actfig.stats("mish", samples=200), printed[1:])
        self.assertEqual(actfig.stats(path, set={"samples": 10})[0]["sampleCount"], 10)
        with self.assertRaisesRegex(actfig.Error, "Settings of a configuration"):
            actfig.stats(path, samples=10)
        with self.assertRaisesRegex(actfig.FigureError, "100 bins between"):
            actfig.stats(["relu", FAILING])

    def test_samples_are_those_of_the_tool(self):
        printed = subprocess.run(
            [actfig.tool_path(), "sample", "--seed", "4", "--samples", "33"], stdout=subprocess.PIPE, text=True).stdout
        sample = actfig.sample(4, 33)
        self.assertEqual(sample.typecode, "f")
        self.assertEqual(sample, type(sample)("f", map(float, printed.split())))
        sample[0] = 0
        self.assertNotEqual(sample, actfig.sample(4, 33))
        with self.assertRaisesRegex(actfig.Error, "The value of '--samples' must be from 1 to 1000000000, but is 0."):
            actfig.sample(0, 0)

    def test_the_version_is_that_of_the_tool(self):
        printed = subprocess.run([actfig.tool_path(), "--version"], stdout=subprocess.PIPE, text=True).stdout
        self.assertEqual(f"actfig {actfig.version()}\n", printed)


class ProcessTests(DirectoryTests):
    def stand_in(self, script):
        path = self.directory / "tool"
        path.write_text("#!/bin/sh\n" + script)
        path.chmod(0o755)
        return path

    def test_an_environment_variable_names_another_tool(self):
        environment = {**os.environ, "ACTFIG": str(self.stand_in("echo other 7.8.9"))}
        command = [sys.executable, "-c", "import actfig; print(actfig.version())"]
        self.assertEqual(subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True).stdout, "7.8.9\n")
        environment["ACTFIG"] = str(self.directory)
        run = subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True)
        self.assertIn("FileNotFoundError: The environment variable ACTFIG names ", run.stderr)

    def test_an_interruption_ends_the_tool(self):
        tool = self.stand_in(f"echo $$ >{self.directory}/pid; exec sleep 60")
        script = "import actfig\ntry: actfig.version()\nexcept KeyboardInterrupt: print('interrupted')"
        # A group of its own, so that the signal reaches Python alone.
        child = subprocess.Popen(
            [sys.executable, "-c", script], env={**os.environ, "ACTFIG": str(tool)}, stdout=subprocess.PIPE, text=True,
            start_new_session=True)
        pid = self.directory / "pid"
        while not (pid.exists() and pid.read_text().strip()):
            time.sleep(0.01)
        child.send_signal(signal.SIGINT)
        self.assertEqual(child.communicate()[0], "interrupted\n")
        with self.assertRaises(ProcessLookupError):
            os.kill(int(pid.read_text()), 0)

    def test_a_tool_that_is_killed_is_an_error(self):
        os.environ["ACTFIG"], before = str(self.stand_in("kill -9 $$")), os.environ["ACTFIG"]
        self.addCleanup(os.environ.__setitem__, "ACTFIG", before)
        with self.assertRaisesRegex(actfig.Error, "The tool was ended by signal 9."):
            actfig.version()

    def test_no_file_stays_behind(self):
        script = textwrap.dedent("""
            import actfig, os, tempfile
            actfig.figure(abs, samples=10, scale=0.5)
            try: actfig.figure(abs, samples=10, bins="wrong")
            except actfig.Error: print(os.listdir(tempfile.gettempdir()))
            """)
        run = subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "TMPDIR": str(self.directory)}, stdout=subprocess.PIPE, text=True)
        self.assertEqual(run.stdout, "[]\n")


if __name__ == "__main__":
    unittest.main()
