# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""One running Open WebUI with a temporary data folder."""

import json
import os
import random
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from environment import Missing
from processes import PROCESSES, Ended

START_LIMIT = 240  # seconds; 15 to 34 on an idle machine
EMAIL = "admin@example.com"

# Names differ between releases; each ignores those of the others.
SETTINGS = {
    "HF_HUB_OFFLINE": "1",
    "RAG_EMBEDDING_ENGINE": "openai",
    "AUDIO_STT_ENGINE": "openai",
    "ENABLE_OLLAMA_API": "False",
    "ENABLE_OPENAI_API": "False",
    "ENABLE_VERSION_UPDATE_CHECK": "False",
    "ENABLE_API_KEYS": "True",
    "ENABLE_API_KEY": "True",
    # 0.6.38 to 0.8.9 refuse a key even to an admin without this permission.
    "USER_PERMISSIONS_FEATURES_API_KEYS": "True",
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "True",
    "SCARF_NO_ANALYTICS": "True",
}
# Of the person's own environment only what programs need to run and to reach the package index.
KEPT = ("PATH", "HOME", "LANG", "LC_", "TMPDIR", "PIP_", "SSL_", "HTTP", "HTTPS", "NO_PROXY", "http", "no_proxy")


def free_port():
    """Below the ports that the system gives to whoever asks for any: a server that is started again finds its own free."""
    while True:
        port = random.randrange(10000, 32768)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


class RealServer:
    """A release that runs between open and close. After close nothing is left of it."""

    def __init__(self, release, programs):
        self.release = release
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="owui-live-"))
        self.password = secrets.token_hex(12)
        self.key = ""
        self.process = None
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def open(self):
        try:
            self.start({})
            self._make_admin()
        except BaseException:
            self.close()
            raise

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, settings):
        """Starts it with some settings changed, and waits until it answers."""
        environment = {name: value for name, value in os.environ.items() if name.startswith(KEPT)}
        data = self.folder / "data"
        packages = self.folder / "packages"
        data.mkdir(exist_ok=True)
        packages.mkdir(exist_ok=True)
        environment.update(SETTINGS)
        # What pip installs for plugins goes away with the server.
        environment.update(
            DATA_DIR=str(data), WEBUI_SECRET_KEY="live", PIP_TARGET=str(packages), PYTHONPATH=str(packages)
        )
        environment.update(settings)
        with open(self.log, "ab") as log:
            self.process = PROCESSES.start(
                [self.programs / "open-webui", "serve", "--host", "127.0.0.1", "--port", str(self.port)],
                env=environment,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + START_LIMIT
        while not self._answers():
            if PROCESSES.ended:
                raise Ended
            if self.process.poll() is not None:
                raise Missing(f"Open WebUI {self.release} ended while it started. Its last words:\n{self.last_words()}")
            if time.monotonic() > deadline:
                raise Missing(f"Open WebUI {self.release} did not start in {START_LIMIT} s:\n{self.last_words()}")
            time.sleep(0.1)

    def stop(self):
        """Ends the server and whatever it started, at once: its data are thrown away, or read as after a crash."""
        if self.process is None:
            return
        PROCESSES.end(self.process)
        self.process.wait()
        self.process = None

    @property
    def log(self):
        return self.folder / "log"

    def last_words(self):
        return self.log.read_text(errors="replace")[-3000:]

    def describe(self):
        """Writes what a client must know into a file for this user alone, and returns its path."""
        path = self.folder / "server.json"
        told = {
            "url": self.url,
            "key": self.key,
            "email": EMAIL,
            "password": self.password,
            "release": self.release,
            "log": str(self.log),
        }
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(told, file)
        return path

    def _answers(self):
        try:
            with urllib.request.urlopen(self.url + "/health", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def _make_admin(self):
        # The first account is the admin's.
        person = {"name": "Admin", "email": EMAIL, "password": self.password}
        token = self._post("/api/v1/auths/signup", person, {})["token"]
        self.key = self._post("/api/v1/auths/api_key", {}, {"Authorization": f"Bearer {token}"})["api_key"]

    def _post(self, path, body, headers):
        request = urllib.request.Request(
            self.url + path,
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **headers},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            told = error.read().decode(errors="replace")
            raise Missing(f"Open WebUI {self.release} refused {path}: HTTP {error.code} {told}") from error
