"""Puts the tool into the wheel while pip or hatch builds it.

The tool is taken from the first of these sources that has it:

1. the directory named by ACTFIG_PREFIX, which contains ``bin/actfig`` and optionally ``share``; ``scripts/package`` uses
   it to build the wheel;
2. a wheel of this version for this processor in the directory named by ACTFIG_WHEELS, or in ``dist``;
3. the wheel of this version in the package index that pip is configured to use;
4. a build of the sources with Swift, which takes some minutes.
"""

import os
import platform
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: An executable that needs no dynamic linker runs on every Linux distribution.
PORTABLE_TAG = "py3-none-manylinux_2_17_{0}.musllinux_1_2_{0}"


class ToolHook(BuildHookInterface):
    """Adds the tool, its man page and its completions to a wheel, and tags the wheel with its processor."""

    def initialize(self, version, build_data):
        if self.target_name != "wheel":
            return
        self.scratch = Path(tempfile.mkdtemp(prefix="actfig-"))
        prefix, tag = self.find_prefix()
        build_data["pure_python"] = False
        build_data["tag"] = tag
        build_data["shared_scripts"][str(prefix / "bin" / "actfig")] = "actfig"
        if (prefix / "share").is_dir():
            build_data["shared_data"][str(prefix / "share")] = "share"

    def finalize(self, version, build_data, artifact_path):
        shutil.rmtree(getattr(self, "scratch", None) or "", ignore_errors=True)

    @property
    def tool_version(self):
        return self.metadata.version

    def find_prefix(self):
        """Returns the directory that contains ``bin/actfig``, and the tag of the wheel."""
        given = os.environ.get("ACTFIG_PREFIX")
        if given:
            return Path(given), tag_of(Path(given) / "bin" / "actfig")
        wheel = self.wheel_at_hand() or self.wheel_of_index()
        if wheel:
            self.say(f"The tool is taken from {wheel}.")
            return unpack(wheel, self.scratch), "-".join(wheel.stem.split("-")[-3:])
        prefix = self.build_with_swift()
        return prefix, tag_of(prefix / "bin" / "actfig")

    def wheel_at_hand(self):
        directories = [os.environ.get("ACTFIG_WHEELS"), os.path.join(self.root, "dist")]
        for directory in filter(None, directories):
            wheel = self.wheel_in(directory)
            if wheel:
                return wheel
        return None

    def wheel_in(self, directory):
        """Returns the wheel of this version for this processor in a directory, or None."""
        pattern = f"actfig-{self.tool_version}-py3-none-*_{platform.machine()}.whl"
        return next(iter(sorted(Path(directory).glob(pattern))), None)

    def wheel_of_index(self):
        self.say(f"No wheel of actfig {self.tool_version} is at hand; the package index is asked for one.")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--only-binary", ":all:", "--retries", "1", "--timeout", "10", "--dest", str(self.scratch)]
        # With this variable Python would find only the packages of this build, which do not include pip.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        run = subprocess.run(
            [*command, f"actfig=={self.tool_version}"], env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        wheel = self.wheel_in(self.scratch) if run.returncode == 0 else None
        if not wheel:
            self.say("The package index has none: " + (run.stderr.strip().splitlines() or ["it gave no reason."])[-1])
        return wheel

    def build_with_swift(self):
        remedy = (
            f"Put a wheel of actfig {self.tool_version} for {platform.machine()} into dist/ or the directory named by "
            "ACTFIG_WHEELS, or install Swift 6.1 or later from https://www.swift.org/install."
        )
        if not shutil.which("swift"):
            raise SystemExit(f"actfig cannot be installed: no wheel of it was found, and no Swift to build it. {remedy}")
        self.say("The tool is built with Swift, which takes some minutes.")
        run = subprocess.run(
            [os.path.join(self.root, "scripts", "build")], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        if run.returncode != 0:
            raise SystemExit(f"actfig cannot be installed: scripts/build failed. {remedy}")
        prefix = self.scratch / "built"
        (prefix / "bin").mkdir(parents=True)
        shutil.copy(run.stdout.strip().splitlines()[-1], prefix / "bin" / "actfig")
        return prefix

    def say(self, sentence):
        print(f"actfig: {sentence}", file=sys.stderr, flush=True)


def unpack(wheel, directory):
    """Extracts the files of a wheel other than its modules into a directory with ``bin`` and ``share``.

    Returns the directory.
    """
    prefix = directory / "prefix"
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            for inside, place in ((".data/scripts/", "bin/"), (".data/data/", "")):
                head, found, tail = name.partition(inside)
                if found and "/" not in head and tail and ".." not in tail.split("/"):
                    target = prefix / (place + tail)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(name))
    tool = prefix / "bin" / "actfig"
    if not tool.is_file():
        raise SystemExit(f"{wheel}: holds no tool.")
    tool.chmod(0o755)
    return prefix


def tag_of(tool):
    """Returns the tag of a wheel with this executable: the portable tag if the executable needs no dynamic linker."""
    portable = not has_interpreter(tool.read_bytes())
    return PORTABLE_TAG.format(platform.machine()) if portable else f"py3-none-linux_{platform.machine()}"


def has_interpreter(elf):
    """Returns whether a 64-bit little-endian ELF file has a program header of type PT_INTERP; true for other files."""
    if elf[:6] != b"\x7fELF\x02\x01":
        return True
    (offset,) = struct.unpack_from("<Q", elf, 32)
    size, count = struct.unpack_from("<HH", elf, 54)
    return any(struct.unpack_from("<I", elf, offset + size * index)[0] == 3 for index in range(count))
