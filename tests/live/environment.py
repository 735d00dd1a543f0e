# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Installs releases of Open WebUI, each into a virtual environment of its own in the cache folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from processes import PROCESSES, Ended

# What the parts for models and documents need. Nothing here touches them, and without them a release takes 1 GB
# instead of 3 GB. A marker that is never true leaves a package out.
LEFT_OUT = (
    "torch",
    "sentence-transformers",
    "transformers",
    "faster-whisper",
    "opencv-python-headless",
    "rapidocr-onnxruntime",
    "unstructured",
    "nltk",
)
OVERRIDES = "".join(f'{name} ; python_version < "3"\n' for name in LEFT_OUT)
# pip, because the server itself runs it for a plugin's requirements. The others came with what is left out, or with
# nothing: releases up to 0.7 import them without asking for them.
BESIDE = ("pip", "onnxruntime", "beautifulsoup4")
SPACE_NEEDED = 2 * 1024**3


class Missing(Exception):
    """Something that is needed is not there. The text says what, for people."""


def run(command, what, given=None):
    """Runs a command without a word, unless it fails. Returns what it printed."""
    # peewee is offered as source; without this it would need a C compiler and Python's headers.
    environment = {**os.environ, "NO_SQLITE": "1"}
    pipe = subprocess.PIPE
    try:
        process = PROCESSES.start(command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    except OSError as error:
        raise Missing(f"{what} failed: {error}") from error
    try:
        printed, complaint = process.communicate(given)
    finally:
        PROCESSES.end(process)
        process.wait()
    if PROCESSES.ended:
        raise Ended
    if process.returncode != 0:
        raise Missing(f"{what} failed:\n{(complaint.strip() or printed.strip())[-3000:]}")
    return printed


class Environments:
    """The virtual environments in the cache folder. One that was begun and not finished is made anew."""

    def __init__(self):
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        self.folder = Path(base) / "owui-deployer" / "live"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.uv = self._find_uv()

    def _find_uv(self):
        found = shutil.which("uv")
        if found:
            return found
        folder = self.folder / "uv"
        program = folder / "bin" / "uv"
        if not program.exists():
            run([sys.executable, "-m", "venv", "--clear", str(folder)], "Making a virtual environment for uv")
            run([str(folder / "bin" / "pip"), "install", "--quiet", "uv"], "Installing uv")
        return str(program)

    def newest(self):
        """The newest release that the package index offers."""
        options = ["--quiet", "--no-deps", "--no-header", "--no-annotate", "--python-version", "3.11", "--refresh"]
        told = run(
            [self.uv, "pip", "compile", *options, "-"], "Asking for the newest release of Open WebUI", "open-webui\n"
        )
        return told.strip().removeprefix("open-webui==")

    def install(self, release):
        """Returns the folder with the programs of a release. Installing takes a minute, and seconds from uv's cache."""
        folder = self.folder / release
        marker = folder / "owui-live-complete"
        wanted = OVERRIDES + " ".join(BESIDE)
        if marker.exists() and marker.read_text() == wanted:
            return folder / "bin"
        free = shutil.disk_usage(self.folder).free
        if free < SPACE_NEEDED:
            raise Missing(f"{self.folder} has {free // 1024**2} MB left, and a release takes up to 2 GB.")
        print(f"Installing Open WebUI {release} into {folder}.", file=sys.stderr)
        try:
            self._make(release, folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        marker.write_text(wanted)
        return folder / "bin"

    def _make(self, release, folder):
        overrides = self.folder / "overrides.txt"
        overrides.write_text(OVERRIDES)
        run(
            [self.uv, "venv", "--quiet", "--clear", "--python", ">=3.11,<3.13", str(folder)],
            "Making a virtual environment with Python 3.11 or 3.12",
        )
        python = str(folder / "bin" / "python")
        run(
            [self.uv, "pip", "install", "--quiet", "--python", python, "--override", str(overrides)]
            + [f"open-webui=={release}", *BESIDE],
            f"Installing Open WebUI {release}",
        )
