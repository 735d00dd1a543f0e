#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Runs the scenarios of owui-live against real releases of Open WebUI and against the practice server."""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from environment import Environments, Missing
from processes import PROCESSES, Ended
from realserver import EMAIL, RealServer
from scenariotable import Column, render

ALL = ("0.5.20", "0.6.43", "0.7.2", "0.8.12", "0.9.6", "0.10.2", "0.11.4", "0.12.4")
PRACTICE = ("0.7.2", "0.11.4", "0.12.4")
# What owui-live says to this script stands on lines of its own; all else it prints is for people.
MARK = "@live "
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Course:
    """One walk through the scenarios by owui-live, which may ask for the server to be stopped and started."""

    def __init__(self, program, wanted):
        self.program = program
        self.wanted = wanted
        self.titles = {}

    def walk(self, column, environment, server=None):
        # Its folders go away with this one, also when it is killed.
        with tempfile.TemporaryDirectory(prefix="owui-live-", ignore_cleanup_errors=True) as folder:
            settings = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TMPDIR": folder}
            self._walk(column, {**os.environ, **environment, **settings}, server)

    def _walk(self, column, environment, server):
        began = time.monotonic()
        process = PROCESSES.start(
            [self.program, *map(str, self.wanted)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        complete = False
        try:
            for line in process.stdout:
                if not line.startswith(MARK):
                    print(f"{column.name}: {line}", end="", flush=True)
                    continue
                told = json.loads(line[len(MARK) :])
                complete = told["say"] == "end"
                if not self._note(told, column) and not complete:
                    self._obey(told, server)
                    process.stdin.write("done\n")
                    process.stdin.flush()
        except (Missing, Ended) as error:
            column.problem = str(error) or "Interrupted."
        finally:
            # Complete, it still ends its practice server and says how much was tested.
            if not complete:
                PROCESSES.end(process)
            process.communicate()
            PROCESSES.end(process)
        column.seconds = time.monotonic() - began
        if not complete and not column.problem:
            column.problem = f"owui-live ended early ({process.returncode})."

    def _note(self, told, column):
        if told["say"] == "scenarios":
            self.titles.update({entry["number"]: entry["title"] for entry in told["list"]})
        elif told["say"] == "result":
            column.add(told["scenario"], told["state"], told["reason"], told["seconds"])
        elif told["say"] == "measure":
            column.measures.append(told["text"])
        else:
            return False
        return True

    @staticmethod
    def _obey(told, server):
        if told["say"] == "kill":
            server.stop()
        elif told["say"] == "start":
            server.stop()
            server.start(told["settings"])
        else:
            raise Missing(f"owui-live said something unknown: {told['say']}")


class Walks:
    """All columns of the table, two at a time: more would disturb what is measured. Whatever happens, nothing is left running
    and no data stay."""

    def __init__(self, course):
        self.course = course
        self.servers = []
        self.threads = ThreadPoolExecutor(2)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        PROCESSES.end_all()
        self.threads.shutdown(cancel_futures=True)
        for server in self.servers:
            server.close()

    def open(self, release, environments):
        """Gives a server that runs."""
        programs = environments.install(release)
        server = RealServer(release, programs)
        self.servers.append(server)
        server.open()
        return server

    def walk_release(self, column, environments):
        try:
            server = self.open(column.release, environments)
        except Missing as error:
            column.problem = str(error)
            return
        self.course.walk(column, {"OWUI_LIVE_SERVER": str(server.describe())}, server)
        server.close()

    def walk_practice(self, column):
        self.course.walk(column, {"OWUI_LIVE_PRACTICE": column.release})


def parse_arguments():
    parser = argparse.ArgumentParser(prog="dev live", description=__doc__)
    parser.add_argument("releases", nargs="*", metavar="RELEASE", help="such as 0.9.6, or newest (without any: newest)")
    parser.add_argument("--all", action="store_true", help=f"{', '.join(ALL)} and newest")
    parser.add_argument("--serve", action="store_true", help="start one release and leave it running until Ctrl+C")
    servers = parser.add_mutually_exclusive_group()
    servers.add_argument("--practice", action="store_true", help="only the practice server, in each of its releases")
    servers.add_argument("--real", action="store_true", help="only real servers: ./dev test has been through the practice server")
    parser.add_argument("--only", action="append", type=int, default=[], metavar="NUMBER", help="only this scenario; repeatable")
    parser.add_argument("--programs", required=True, type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def wanted_releases(arguments, environments):
    asked = [*arguments.releases, *(ALL if arguments.all else ())]
    if arguments.all or not asked:
        asked.append("newest")
    named = [environments.newest() if release == "newest" else release for release in asked]
    return list(dict.fromkeys(named))


def serve(walks, arguments):
    environments = Environments()
    releases = wanted_releases(arguments, environments)
    if len(releases) != 1:
        raise Missing("--serve starts one release; more than one was named.")
    server = walks.open(releases[0], environments)
    print(f"Open WebUI {server.release} runs until Ctrl+C.\n  URL       {server.url}\n  API key   {server.key}")
    print(f"  sign in   {EMAIL}, {server.password}", flush=True)
    server.process.wait()
    raise Missing(f"Open WebUI {server.release} ended. Its last words:\n{server.last_words()}")


def walk_all(walks, arguments):
    """Returns the table's columns."""
    practice = [] if arguments.real else [Column(f"practice {release}", release) for release in PRACTICE]
    columns = []
    walking = []
    if not arguments.practice:
        environments = Environments()
        columns = [Column(release, release) for release in wanted_releases(arguments, environments)]
        walking = [walks.threads.submit(walks.walk_release, column, environments) for column in columns]
    walking += [walks.threads.submit(walks.walk_practice, column) for column in practice]
    for walk in walking:
        walk.result()
    return columns + practice


def interrupted(number, _):
    # Once is enough: a second one must not interrupt the cleaning up.
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    print("Stopping.", file=sys.stderr, flush=True)
    sys.exit(128 + number)


def main():
    arguments = parse_arguments()
    os.environ["PATH"] = f"{arguments.programs}{os.pathsep}{os.environ['PATH']}"
    for number in SIGNALS:
        signal.signal(number, interrupted)
    course = Course(arguments.programs / "owui-live", arguments.only)
    with Walks(course) as walks:
        if arguments.serve:
            serve(walks, arguments)
        columns = walk_all(walks, arguments)
    text, good = render(course.titles, columns)
    print(f"\n{text}")
    unknown = [str(number) for number in arguments.only if number not in course.titles]
    if unknown:
        raise Missing(f"there is no scenario {', '.join(unknown)}.")
    return 0 if good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Missing, OSError) as problem:
        sys.exit(f"dev live: {problem}")
