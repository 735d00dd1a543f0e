# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""The built programs: the practice server, and owui-deploy with a home of its own."""

import http.client
import json
import os
import random
import signal
import subprocess
import time

HANGS_AFTER = 40  # seconds
# What got lost on its way is looked for much longer: then somebody presses Ctrl+C, and then again.
INTERRUPTED_AFTER = (3, 5)  # seconds
WATCH_INTERRUPTED_AFTER = (0, 5)  # seconds; the first is how a watch ends


class Usage:
    """What the processes of one program took."""

    def __init__(self):
        self.samples = []  # (MiB of memory, descriptors)

    def sample(self, pid):
        try:
            with open(f"/proc/{pid}/statm", encoding="ascii") as file:
                pages = int(file.read().split()[1])
            self.samples.append((pages * os.sysconf("SC_PAGE_SIZE") / 2**20, len(os.listdir(f"/proc/{pid}/fd"))))
        except (FileNotFoundError, PermissionError, ProcessLookupError):
            pass  # it has ended meanwhile

    def growth(self, most_memory, most_descriptors):
        """What grew between the second and the last quarter; the first one fills what is kept for good."""
        quarter = len(self.samples) // 4
        if quarter < 2:
            return None
        early, recent = self.samples[quarter:2 * quarter], self.samples[-quarter:]
        memory = max(s[0] for s in recent) - max(s[0] for s in early)
        descriptors = max(s[1] for s in recent) - max(s[1] for s in early)
        grew = []
        if memory > most_memory:
            grew.append(f"memory grew by {memory:.1f} MiB")
        if descriptors > most_descriptors:
            grew.append(f"descriptors grew by {descriptors}")
        return grew

    def text(self):
        memory = [sample[0] for sample in self.samples] or [0]
        descriptors = [sample[1] for sample in self.samples] or [0]
        return (f"{memory[0]:.1f} to {memory[-1]:.1f} MiB (most {max(memory):.1f}), {descriptors[0]} to {descriptors[-1]}"
                f" descriptors (most {max(descriptors)}), {len(self.samples)} samples")


class Practice:
    """A practice server, asked past the proxy: what it has is the truth."""

    EMAIL = "a@b.cc"

    def __init__(self, programs, release, *options):
        self.process = subprocess.Popen([f"{programs}/owui-practice", "--release", release, *options],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        hello = json.loads(self.process.stdout.readline())
        self.key, self.port = hello["key"], int(hello["url"].rsplit(":", 1)[1])

    def ask(self, method, path, body=None):
        """(status, JSON value)"""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, "/api/v1" + path, json.dumps(body) if body is not None else None,
                           {"Authorization": "Bearer " + self.key, "Content-Type": "application/json"})
        reply = connection.getresponse()
        text = reply.read()
        connection.close()
        return reply.status, json.loads(text) if text else None

    def session(self):
        return self.ask("POST", "/auths/signin", {"email": self.EMAIL, "password": "practice"})[1]["token"]

    def plugins(self):
        """By id: all functions and tools, each with its text."""
        found = {}
        for space in ("functions", "tools"):
            for plugin in self.ask("GET", f"/{space}/export")[1]:
                if plugin["id"] in found:
                    raise AssertionError(f"{plugin['id']} is there twice")
                found[plugin["id"]] = plugin
        return found

    def stop(self):
        self.process.stdin.close()
        self.process.wait(30)


class Answer:
    def __init__(self, code, document, errors, killed):
        self.code, self.document, self.errors, self.killed = code, document, errors, killed

    def results(self):
        return self.document.get("results", []) if isinstance(self.document, dict) else []


class Deployer:
    def __init__(self, programs, home, url, key):
        self._program = f"{programs}/owui-deploy"
        self._key_file = f"{home}/key"
        self._url = url
        self._environment = {"PATH": os.environ["PATH"], "HOME": home, "XDG_DATA_HOME": f"{home}/data",
                             "XDG_CONFIG_HOME": f"{home}/config", "XDG_CACHE_HOME": f"{home}/cache", "LC_ALL": "C.UTF-8"}
        self._home = home
        descriptor = os.open(self._key_file, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(key)

    @property
    def history(self):
        return f"{self._home}/data/owui-deployer/owui-deployer/history/history.sqlite"

    def run(self, *arguments, kill_within=None, patient=False, usage=None):
        """Within `kill_within` seconds it is killed at a random moment, if it still runs then. Nobody interrupts what is
        `patient`."""
        command = [self._program, *arguments, "--url", self._url, "--key-file", self._key_file, "--json"]
        output, errors = f"{self._home}/output", f"{self._home}/errors"
        with open(output, "wb") as out, open(errors, "wb") as err:
            process = subprocess.Popen(command, env=self._environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            killed = self._wait(process, kill_within, () if patient else INTERRUPTED_AFTER, usage)
        if killed is None:
            with open(errors, encoding="utf8", errors="replace") as err:
                raise AssertionError(f"{' '.join(arguments)}: it hung for {HANGS_AFTER} seconds: {err.read()[-2000:]}")
        with open(output, "rb") as out, open(errors, "rb") as err:
            text, complaints = out.read(), err.read().decode("utf8", "replace")
        try:
            document = json.loads(text) if text and not killed else None
        except ValueError:
            raise AssertionError(f"{arguments[0]} wrote no JSON: {text[:200]!r}") from None
        return Answer(process.returncode, document, complaints, killed)

    def watch(self, folder, work):
        """Lets `work` save in the folder while it is watched. Ends it with Ctrl+C; the code, what it told, its errors."""
        command = [self._program, "watch", folder, "--url", self._url, "--key-file", self._key_file, "--json"]
        output, errors = f"{self._home}/output", f"{self._home}/errors"

        def events():
            with open(output, encoding="utf8") as out:
                return [json.loads(line) for line in out if line.endswith("\n")]

        with open(output, "wb") as out, open(errors, "wb") as err:
            process = subprocess.Popen(command, env=self._environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        try:
            start = time.monotonic()
            while not events() and process.poll() is None and time.monotonic() < start + HANGS_AFTER:
                time.sleep(0.02)
            if events():
                work(events)
            if self._wait(process, None, WATCH_INTERRUPTED_AFTER) is None:
                raise AssertionError(f"watch: it hung for {HANGS_AFTER} seconds after Ctrl+C")
        finally:
            process.kill()
            process.wait()
        if process.returncode < 0:
            raise AssertionError(f"watch: it crashed with signal {-process.returncode}")
        with open(errors, encoding="utf8", errors="replace") as err:
            return process.returncode, events(), err.read()

    @staticmethod
    def _wait(process, kill_within, interrupted_after, usage=None):
        limit = HANGS_AFTER if kill_within is None else random.uniform(0, kill_within)
        start = time.monotonic()
        interrupts = [start + seconds for seconds in interrupted_after]
        while process.poll() is None:
            if interrupts and time.monotonic() > interrupts[0]:
                interrupts.pop(0)
                process.send_signal(signal.SIGINT)
            if time.monotonic() > start + limit:
                process.kill()
                process.wait()
                return None if kill_within is None else True
            if usage is not None:
                usage.sample(process.pid)
            time.sleep(0.02)
        if process.returncode < 0:
            raise AssertionError(f"it crashed with signal {-process.returncode}")
        return False
