# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""The window of owui-deployer without a screen, as a process that clicks when it is told to."""
import json
import os
import selectors
import subprocess
import time

LONGEST_CLICK = 100  # seconds until its outcome is known


class Window:
    def __init__(self, programs, home, plugin, server):
        """Opens the folder of the one `plugin` and connects to the server."""
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "TZ")}
        self._errors = open(f"{home}/errors", "w+b")
        self._process = subprocess.Popen(
            [f"{programs}/owui-window-driver", plugin], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
            env=kept | {"HOME": home, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": home,
                        "QT_LOGGING_RULES": "qt.qpa.*=false"})
        self._output = selectors.DefaultSelector()
        self._output.register(self._process.stdout, selectors.EVENT_READ)
        self._say(json.dumps(server))

    def _say(self, line):
        try:
            self._process.stdin.write(line.encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # it has crashed, which its exit code tells

    def do(self, command):
        """A JSON text about what a person saw afterwards."""
        self._say(command)
        answer, end = b"", time.monotonic() + LONGEST_CLICK
        while not answer.endswith(b"\n"):
            if not self._output.select(max(0, end - time.monotonic())):
                raise TimeoutError(f"no end of “{command}” after {LONGEST_CLICK} s")
            part = os.read(self._process.stdout.fileno(), 1 << 20)
            if not part:
                return b"{}"
            answer += part
        return answer

    def end(self):
        """(exit code, what it complained about)"""
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            pass
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._errors.seek(0)
        errors = self._errors.read()
        self._errors.close()
        return self._process.returncode, errors
