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
import time
from pathlib import Path

from environment import Environments, Missing
from realserver import RealServer
from scenariotable import Column, render

ALL = ("0.5.20", "0.6.43", "0.7.2", "0.8.12", "0.9.6", "0.10.2", "0.11.4", "0.12.4")
PRACTICE = ("0.7.2", "0.11.4", "0.12.4")
# What owui-live says to this script stands on lines of its own; all else it prints is for people.
MARK = "@live "


class Course:
    """One walk through the scenarios by owui-live, which may ask for the server to be stopped and started."""

    def __init__(self, program, wanted):
        self.program = program
        self.wanted = wanted
        self.titles = {}

    def walk(self, column, environment, server=None):
        began = time.monotonic()
        process = subprocess.Popen(
            [self.program, *self.wanted],
            env={**os.environ, **environment, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        complete = False
        try:
            for line in process.stdout:
                if not line.startswith(MARK):
                    print(f"  {line}", end="", flush=True)
                    continue
                told = json.loads(line[len(MARK) :])
                if told["say"] == "scenarios":
                    self.titles.update({entry["number"]: entry["title"] for entry in told["list"]})
                elif told["say"] == "result":
                    column.add(told["scenario"], told["state"], told["reason"])
                elif told["say"] == "measure":
                    column.measures.append(told["text"])
                elif told["say"] == "end":
                    complete = True
                else:
                    self._obey(told, server)
                    process.stdin.write("done\n")
                    process.stdin.flush()
        except Missing as error:
            column.problem = str(error)
        finally:
            process.stdin.close()
            if process.poll() is None and not complete:
                process.kill()
            process.wait()
        column.seconds = time.monotonic() - began
        if not complete and not column.problem:
            column.problem = f"owui-live ended early ({process.returncode})."

    @staticmethod
    def _obey(told, server):
        if told["say"] == "kill":
            server.stop()
        elif told["say"] == "start":
            server.stop()
            server.start(told["settings"])
        else:
            raise Missing(f"owui-live said something unknown: {told['say']}")


def parse_arguments():
    parser = argparse.ArgumentParser(prog="dev live", description=__doc__)
    parser.add_argument("releases", nargs="*", metavar="RELEASE", help="such as 0.9.6, or newest (without any: newest)")
    parser.add_argument("--all", action="store_true", help=f"{', '.join(ALL)} and newest")
    parser.add_argument("--serve", action="store_true", help="start one release and leave it running until Ctrl+C")
    parser.add_argument("--practice", action="store_true", help="only the practice server, in each of its releases")
    parser.add_argument("--only", action="append", default=[], metavar="NUMBER", help="only this scenario; repeatable")
    parser.add_argument("--programs", required=True, type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def wanted_releases(arguments, environments):
    asked = [*arguments.releases, *(ALL if arguments.all else ())]
    if arguments.all or not asked:
        asked.append("newest")
    named = [environments.newest() if release == "newest" else release for release in asked]
    return list(dict.fromkeys(named))


def serve(release, environments):
    with RealServer(release, environments.install(release)) as server:
        print(f"Open WebUI {release} runs until Ctrl+C.\n  URL       {server.url}\n  API key   {server.key}")
        print(f"  sign in   admin@example.com, {server.password}", flush=True)
        server.process.wait()
        raise Missing(f"Open WebUI {release} ended. Its last words:\n{server.last_words()}")


def walk_all(arguments, course, columns):
    if not arguments.practice:
        environments = Environments()
        for release in wanted_releases(arguments, environments):
            column = Column(release)
            columns.append(column)
            try:
                programs = environments.install(release)
                print(f"== Open WebUI {release}", flush=True)
                with RealServer(release, programs) as server:
                    course.walk(column, {"OWUI_LIVE_SERVER": str(server.describe())}, server)
            except Missing as error:
                column.problem = str(error)
    for release in PRACTICE:
        column = Column(f"practice {release}")
        columns.append(column)
        print(f"== Practice server {release}", flush=True)
        course.walk(column, {"OWUI_LIVE_PRACTICE": release})


def main():
    arguments = parse_arguments()
    os.environ["PATH"] = f"{arguments.programs}{os.pathsep}{os.environ['PATH']}"
    # Ended from outside, it cleans up as after Ctrl+C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: sys.exit(129))
    if arguments.serve:
        environments = Environments()
        releases = wanted_releases(arguments, environments)
        if len(releases) != 1:
            raise Missing("--serve starts one release; more than one was named.")
        serve(releases[0], environments)
    course = Course(arguments.programs / "owui-live", arguments.only)
    columns = []
    walk_all(arguments, course, columns)
    text, good = render(course.titles, columns)
    print(f"\n{text}")
    return 0 if good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Missing as problem:
        sys.exit(f"dev live: {problem}")
    except KeyboardInterrupt:
        sys.exit(130)
