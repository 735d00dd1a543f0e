#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Deploys, takes back and switches plugins for some minutes, through a proxy that breaks connections, and kills some of it.
After each step the practice server tells what is true.

    soak.py --programs build/release/bin --minutes 10 [--seed 1]
"""

import argparse
import collections
import pathlib
import random
import sqlite3
import sys
import tempfile
import time

from faultproxy import RandomProxy
from programs import Deployer, Practice, Usage

PLUGINS = 24
LONG_RUN = 300  # plugins of the long deployment
SAVED = 5  # plugins that are saved under watch; more at once are no saves
SETTLED_AFTER = 60  # seconds
ROUNDS_BETWEEN_REPAIRS = 4
ALLOWED = "downgrade,edited-on-server"
DONE = {"created", "updated", "unchanged"}

SOURCE = '''"""
title: Soak {name}
id: {name}
version: {version}
"""

# {comment}


class {kind}:
    def {method}(self, body: dict) -> dict:
        return body
'''


class Soak:
    def __init__(self, options, home):
        self.random = random.Random(options.seed)
        random.seed(options.seed)
        # A release that keeps no versions, so that its memory has no reason to grow.
        self.practice = Practice(options.programs, "0.11.4", "--no-syntax-check")
        self.proxy = RandomProxy(self.practice.port, options.seed)
        self.deployer = Deployer(options.programs, home, f"http://127.0.0.1:{self.proxy.port}", self.practice.key)
        self.folder = pathlib.Path(home, "plugins")
        self.folder.mkdir()
        self.number = 0
        self.sent = collections.defaultdict(set)  # by id: every text that a file ever had
        self.counts = collections.Counter()
        self.violations = []
        self.server_usage = Usage()

    def violate(self, text):
        self.violations.append(text)
        print(f"VIOLATED: {text}", flush=True)

    def write(self, name):
        self.number += 1
        kind, method = (("Tools", "use") if name.startswith("tool") else ("Filter", "inlet"))
        text = SOURCE.format(name=name, version=f"1.{self.number}.0", comment=self.random.random(), kind=kind, method=method)
        (self.folder / f"{name}.py").write_text(text)
        self.sent[name].add(text)

    def names(self):
        return [f"{'tool' if i % 4 == 0 else 'filter'}_{i}" for i in range(PLUGINS)]

    def run(self, *arguments, **options):
        self.proxy.new_run()
        answer = self.deployer.run(*arguments, **options)
        for path in self.proxy.new_run():
            self.violate(f"{arguments[0]}: {path} was sent twice")
        if self.proxy.mistake:
            raise self.proxy.mistake
        self.counts[f"{arguments[0]}, {'killed' if answer.killed else f'exit {answer.code}'}"] += 1
        self.check_history()
        return answer

    def check_history(self):
        if not pathlib.Path(self.deployer.history).exists():
            return
        try:
            database = sqlite3.connect(self.deployer.history, timeout=10)
            with database:
                word = database.execute("PRAGMA integrity_check").fetchone()[0]
            database.close()
        except sqlite3.Error as error:
            word = str(error)
        if word != "ok":
            self.violate(f"the history is broken: {word}")

    def kill_within(self):
        return 1.5 if self.random.random() < 0.3 else None

    def deploy(self, allowed=""):
        for name in self.random.sample(self.names(), self.random.randint(1, PLUGINS)):
            self.write(name)
        jobs = str(self.random.randint(1, 6))
        agreed = ("--allow", allowed) if allowed else ()
        answer = self.run("deploy", str(self.folder), "--jobs", jobs, *agreed, patient=bool(allowed),
                          kill_within=None if allowed else self.kill_within())
        if not answer.killed:
            self.check_report(answer)
        return answer

    def check_report(self, answer):
        """Each plugin is on the server as in the folder, or the report says why not."""
        there = self.practice.plugins()
        results = {result["id"]: result for result in answer.results()}
        nothing_sent = not results and answer.code in (1, 3, 130) and answer.errors.strip()
        for name in self.names():
            same = name in there and there[name]["content"] == (self.folder / f"{name}.py").read_text()
            result = results.get(name)
            if result:
                self.counts[f"deploy: {result['outcome']}, {'same' if same else 'other'} on the server"] += 1
            if same or nothing_sent:
                continue
            if not result:
                self.violate(f"deploy, exit {answer.code}: {name} is other on the server, and nothing was said: {answer.errors[-500:]}")
            elif result["outcome"] in DONE or not result["message"]:
                self.violate(f"deploy: {name} is told to be {result['outcome']}, but is other on the server")
            elif answer.code == 0:
                self.violate(f"deploy: exit 0, but {name} is {result['outcome']}")

    def restore(self):
        name = self.random.choice(self.names())
        before = self.practice.plugins().get(name)
        answer = self.run("restore", name, "--allow", ALLOWED, kill_within=self.kill_within())
        after = self.practice.plugins().get(name)
        if before and not after:
            self.violate(f"restore: {name} is gone")
        if after and after["content"] not in self.sent[name]:
            self.violate(f"restore: {name} has a text that it never had")
        if answer.killed:
            return
        outcomes = [result["outcome"] for result in answer.results()]
        self.counts[f"restore: {', '.join(outcomes) or 'nothing'}"] += 1
        if answer.code == 0 and outcomes != ["taken-back"] and outcomes != ["unchanged"]:
            self.violate(f"restore: exit 0, but {name} is {outcomes}")
        if outcomes == ["taken-back"] and before and after["content"] == before["content"] \
                and after.get("is_active") == before.get("is_active"):
            self.violate(f"restore: {name} is told to be taken back, but is as before")
        if answer.code != 0 and not answer.errors.strip():
            self.violate(f"restore: exit {answer.code} of {name} without a word")

    def toggle(self):
        name = self.random.choice([name for name in self.names() if name.startswith("filter")])
        on = self.random.random() < 0.5
        answer = self.run("toggle", name, "on" if on else "off", kill_within=self.kill_within())
        there = self.practice.plugins().get(name)
        if not answer.killed and answer.code == 0 and (not there or there["is_active"] != on):
            self.violate(f"toggle: exit 0, but {name} is not {'on' if on else 'off'}")
        if not answer.killed and answer.code != 0 and not answer.errors.strip():
            self.violate(f"toggle: exit {answer.code} of {name} without a word")

    def watch(self):
        """What is saved is on the server, or the last word about it says why not."""
        share, self.proxy.share = self.proxy.share, 0
        names = self.random.sample(self.names(), SAVED)
        saved = set()

        def outcomes(events):
            return {event["id"]: event["outcome"] for event in events if event["event"] == "saved"}

        def wrong(events):
            there, told = self.practice.plugins(), outcomes(events)
            same = {name for name in saved
                    if name in there and there[name]["content"] == (self.folder / f"{name}.py").read_text()}
            return sorted(f"{name} is told to be {told.get(name, 'nothing')}, but is other on the server"
                          for name in saved - same if told.get(name, "updated") in DONE)

        def save(events):
            self.proxy.share = share
            for _ in range(self.random.randint(5, 40)):
                name = self.random.choice(names)
                self.write(name)
                saved.add(name)
                time.sleep(self.random.choice([0.005, 0.06, 0.3]))
            self.proxy.share = 0
            end = time.monotonic() + SETTLED_AFTER
            while wrong(events()) and time.monotonic() < end:
                time.sleep(0.2)

        self.proxy.new_run()
        code, events, errors = self.deployer.watch(str(self.folder), save)
        self.proxy.new_run()  # what waited for the server is sent once more, where a look says that it is not there
        self.counts[f"watch, exit {code}"] += 1
        for outcome in outcomes(events).values():
            self.counts[f"watch: {outcome}"] += 1
        for text in wrong(events):
            self.violate(f"watch, exit {code}: {text}: {errors[-500:]}")
        if code == 0 and not set(outcomes(events).values()) <= DONE:
            self.violate(f"watch: exit 0, but {outcomes(events)}")
        self.check_history()

    def repair(self):
        """Without faults one deployment makes the server equal to the folder, whatever happened before."""
        self.proxy.share = 0
        answer = self.deploy(ALLOWED)
        there = self.practice.plugins()
        if answer.code != 0:
            wrong = [(r["id"], r["outcome"], r["message"]) for r in answer.results() if r["outcome"] not in DONE]
            self.violate(f"repair: exit {answer.code}: {wrong} {answer.errors[-500:]}")
        if set(there) - set(self.names()):
            self.violate(f"repair: the server has copies: {set(there) - set(self.names())}")
        self.server_usage.sample(self.practice.process.pid)

    def go(self, seconds):
        for name in self.names():
            self.write(name)
        self.repair()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for _ in range(ROUNDS_BETWEEN_REPAIRS):
                self.proxy.share = self.random.choice([0.05, 0.2, 0.5])
                self.random.choices([self.deploy, self.restore, self.toggle, self.watch], [4, 3, 1, 2])[0]()
            self.repair()

    def deploy_long(self):
        """One process that has much to do."""
        folder = self.folder.parent / "many"
        folder.mkdir()
        self.proxy.share, self.proxy.delay = 0, 0.02
        # Both hold one more export than at their beginning, some 30 kilobytes of each: new ones are proved by one, and of
        # changed ones what was seen holds for two seconds only. What was sent is kept until it is proved, of new ones until
        # the end: some ten kilobytes and three times the text. Of changed ones only what the report tells is kept.
        for what, version, kept in (("new", "1.0", 0.06), ("changed", "1.1", 0.04)):
            for i in range(LONG_RUN):
                (folder / f"many_{i}.py").write_text(SOURCE.format(name=f"many {i}", version=version, comment="x" * 4000,
                                                                     kind="Filter", method="inlet"))
            usage = Usage()
            answer = self.run("deploy", str(folder), "--jobs", "2", patient=True, usage=usage)
            outcomes = collections.Counter(result["outcome"] for result in answer.results())
            print(f"a long owui-deploy of {what} plugins: {dict(outcomes)}, {usage.text()}")
            self.check_growth(f"a long owui-deploy of {what} plugins", usage, LONG_RUN * kept, 2)
            if sum(outcomes.values()) != LONG_RUN:
                self.violate(f"a long owui-deploy: {sum(outcomes.values())} of {LONG_RUN} {what} plugins are in the report")

    def check_growth(self, what, usage, most_memory, most_descriptors):
        grew = usage.growth(most_memory, most_descriptors)
        if grew is None:
            print(f"{what}: too few samples to tell whether it grows")
        for text in grew or []:
            self.violate(f"{what}: {text}")

    def summarize(self):
        for text, number in sorted(self.counts.items()):
            print(f"{number:6} {text}")
        print(f"{sum(self.proxy.faults.values())} faults: "
              + ", ".join(f"{number} {fault}" for fault, number in sorted(self.proxy.faults.items())))
        print(f"the practice server: {self.server_usage.text()}")
        print(f"{len(self.violations)} violations")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="owui-soak-") as home:
        soak = Soak(options, home)
        try:
            soak.go(60 * options.minutes)
            soak.check_growth("the practice server", soak.server_usage, 8, 4)
            soak.deploy_long()
        except AssertionError as error:
            soak.violate(str(error))
        soak.practice.stop()
        soak.summarize()
    return 1 if soak.violations else 0


if __name__ == "__main__":
    sys.exit(main())
