# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""The programs that were started here. None of them outlives this one."""

import os
import signal
import subprocess
import threading


class Ended(Exception):
    """Everything is being ended, so nothing is started any more."""


class Processes:
    """Starts programs, each in a session of its own, and ends a program together with whatever it started."""

    def __init__(self):
        self._lock = threading.Lock()
        self._running = set()
        self._ended = False

    def start(self, command, **options):
        with self._lock:
            if self._ended:
                raise Ended
            process = subprocess.Popen(command, start_new_session=True, **options)
            self._running.add(process)
            return process

    def end(self, process):
        """At once, and also what is left of a program that ended by itself. Does not wait: somebody else may."""
        with self._lock:
            self._kill(process)
            self._running.discard(process)

    def end_all(self):
        """For good: from now on nothing can be started."""
        with self._lock:
            self._ended = True
            for process in self._running:
                self._kill(process)

    @property
    def ended(self):
        return self._ended

    @staticmethod
    def _kill(process):
        # Its number is its group's, and stays taken while one of the group lives.
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass


PROCESSES = Processes()
