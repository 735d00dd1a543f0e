#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Breaks every stage of what owui-deploy does in every way of catalogue.py, and asks the practice server what is true.

    table.py --programs FOLDER [--only FAULT] [--stage STAGE] [--part N] [--verbose]

Prints what the program said wrongly, and a last line of counts; exit 1 where there is any. Loopback only. With --part N
each stage meets every Nth fault only, and those of a plain deployment every second.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import catalogue
from faultproxy import FaultProxy
from programs import Practice
from window import Window

LONGEST_RUN = 100  # seconds; the connection's own deadlines are 3
SUCCESS = {
    "deploy": {"created", "updated", "unchanged"},
    "toggle": {"changed", "unchanged"},
    "restore": {"taken-back", "unchanged"},
    "remove": {"deleted", "unchanged"},
    "pull": {"written", "unchanged", "same"},
    "window": {"created", "updated", "unchanged"},
    "undo": {"taken-back", "unchanged"},
    "sign in": {"created", "updated", "unchanged"},
}
EXTRA_HEADER = "X-Front-Door"
# What must never reach a terminal: control characters, and those that turn the direction of the text.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LIBRARY_WORDS = ("ASSERT", "QObject", "qt.", "QNetworkReply", "terminate called")


@dataclasses.dataclass(frozen=True)
class Stage:
    """Which request of which command is broken."""

    request: str
    kind: str = "Filter"
    present: bool = True  # the plugin is on the server before
    arrives: bool = True  # the request reaches the server before its answer is broken
    command: str = "deploy"
    release: str = "0.12.4"
    sign_in: str = "key"
    count: int = 1  # of plugins; what is asked for many is asked together

    @property
    def in_window(self):
        return self.command in ("window", "undo", "sign in")

    @property
    def is_plain(self):
        return self.release == "0.12.4" and self.sign_in == "key" and self.command in ("deploy", "toggle")

    def __str__(self):
        words = [self.command, self.kind.lower(), self.request]
        words += [] if self.arrives else ["(never arrived)"]
        words += [] if self.present or self.request == "create" else ["(new)"]
        words += [self.release] if self.release != "0.12.4" else []
        words += ["by " + self.sign_in] if self.sign_in != "key" else []
        words += [f"of {self.count}"] if self.count > 1 else []
        return " ".join(words)


STAGES = [
    Stage("version"),
    Stage("list"),
    Stage("list", present=False),
    Stage("list", kind="Tools"),
    Stage("lookup"),
    Stage("lookup", present=False),
    Stage("lookup", kind="Tools"),
    Stage("update", arrives=False),
    Stage("update"),
    Stage("update", kind="Tools"),
    Stage("create", present=False, arrives=False),
    Stage("create", present=False),
    Stage("create", kind="Tools", present=False),
    Stage("readback", present=False),
    Stage("create", present=False, count=6),
    Stage("proof", present=False, count=6),
    Stage("models", kind="Pipe"),
    Stage("toggle", command="toggle", arrives=False),
    Stage("toggle", command="toggle"),
    Stage("lookup", command="restore"),
    Stage("update", command="restore", arrives=False),
    Stage("update", command="restore"),
    Stage("delete", command="remove", arrives=False),
    Stage("delete", command="remove"),
    Stage("lookup", command="pull"),
    Stage("lookup", sign_in="session"),
    Stage("update", sign_in="session"),
    Stage("update", sign_in="header"),
    Stage("version", command="window"),
    Stage("lookup", command="window"),
    Stage("lookup", command="window", present=False),
    Stage("update", command="window", arrives=False),
    Stage("update", command="window"),
    Stage("create", command="window", present=False),
    Stage("readback", command="window", present=False),
    Stage("lookup", command="undo"),
    Stage("update", command="undo", arrives=False),
    Stage("update", command="undo"),
    Stage("signin", command="sign in", present=False, sign_in="password"),
]
for other in ("0.11.4", "0.7.2"):
    STAGES += [
        Stage("lookup", release=other),
        Stage("lookup", present=False, release=other),
        Stage("update", release=other),
        Stage("update", kind="Tools", release=other),
        Stage("create", present=False, release=other),
        Stage("toggle", command="toggle", release=other),
        Stage("proof", present=False, release=other, count=6),
    ]


def source(kind, title, version):
    return (f'"""\ntitle: {title}\nversion: {version}\n"""\n\n\nclass {kind}:\n'
            f'    def __init__(self):\n        self.x = "{version}"\n')


class Case:
    """One fault at one stage, in a home of its own."""

    def __init__(self, number, stage, fault):
        self.stage, self.fault = stage, fault
        self.id = f"case_{number}"
        self.ids = [self.id] + [f"{self.id}_{other}" for other in range(1, stage.count)]
        self.problems = []
        self.code, self.seconds = None, 0.0
        self.told = {}  # by id: the outcome and its words
        self.outcome, self.message = "none", ""  # of the first

    def path(self, plugin):
        return ("/tools" if self.stage.kind == "Tools" else "/functions") + f"/id/{plugin}"

    def run(self, programs, practice, stranger):
        self.home = tempfile.mkdtemp(prefix="owui-faults-")
        proxy = FaultProxy(practice.port)
        try:
            self._prepare(programs, practice, proxy)
            if self.stage.in_window:
                out, err = self._click(programs, practice, proxy)
            else:
                self._arm(proxy)
                out, err = self._call(programs, self._command())
            out, err = out.decode("utf8", "replace"), err.decode("utf8", "replace")
            self._read(out, err)
            self._judge(practice, stranger, proxy, out, err)
            if proxy.mistake:
                raise proxy.mistake
        except Exception as error:  # pylint: disable=broad-except
            self.problems.append(("broken case", repr(error)))
        finally:
            proxy.stop()
            shutil.rmtree(self.home, ignore_errors=True)
            for plugin in self.ids:  # whoever has few is asked for a list, and not for each
                practice.ask("DELETE", self.path(plugin) + "/delete")
        return self

    def _arm(self, proxy):
        proxy.arm(self.stage.request, catalogue.FAULTS[self.fault], before=not self.stage.arrives)

    def _click(self, programs, practice, proxy):
        """What the window told, as if owui-deploy had."""
        by_password = self.stage.sign_in == "password"
        server = {"url": f"http://127.0.0.1:{proxy.port}"}
        server |= {"email": practice.EMAIL} if by_password else {"key": practice.key}
        start = time.monotonic()
        window = Window(programs, self.home, f"{self.home}/plugins/{self.id}.py", server)
        try:
            if self.stage.command == "undo":
                window.do("deploy")
            self._arm(proxy)
            out = window.do("deploy" if self.stage.command == "window" else self.stage.command)
        except TimeoutError as error:
            out = b"{}"
            self.problems.append(("hang", str(error)))
        finally:
            self.code, err = window.end()
            self.seconds = time.monotonic() - start
        told = json.loads(out)
        if self.code == 0 and told.get("outcome") not in SUCCESS[self.stage.command]:
            self.code = 3 if told.get("outcome") == "none" and told.get("message") else 1
        return out, err

    def _write(self, version):
        for plugin in self.ids:
            with open(f"{self.home}/plugins/{plugin}.py", "w", encoding="utf8") as file:
                file.write(source(self.stage.kind, plugin, version))

    def _prepare(self, programs, practice, proxy):
        self._connect(practice, proxy.port)
        os.mkdir(f"{self.home}/plugins")
        os.mkdir(f"{self.home}/pulled")
        if self.stage.command in ("restore", "remove"):
            # What is taken back must have been sent from here.
            for version in ("1.0.0",) if self.stage.command == "remove" else ("1.0.0", "2.0.0"):
                self._write(version)
                self._call(programs, ["deploy", f"{self.home}/plugins"])
                if self.code != 0:
                    raise RuntimeError("it could not be prepared")
        elif self.stage.present:
            old = source(self.stage.kind, self.id, "1.0.0")
            practice.ask("POST", self.path("").split("/id/")[0] + "/create",
                         {"id": self.id, "name": self.id, "content": old, "meta": {}})
        self._write("2.0.0")

    def _connect(self, practice, port):
        """The files that the window writes: only there a look-up's deadline can be set."""
        config = f"{self.home}/.config/owui-deployer"
        data = f"{self.home}/.local/share/owui-deployer/owui-deployer"
        os.makedirs(config)
        os.makedirs(data)
        lines = ["[connections]", "c1\\name=faulty", f"c1\\url=http://127.0.0.1:{port}", "c1\\keepSecretsInFile=true",
                 "c1\\connectTimeout=3", "c1\\lookUpTimeout=3", "c1\\deployTimeout=3", "c1\\proxy=none"]
        self.secret = practice.key
        secret = {"origin": f"http://127.0.0.1:{port}", "secret": practice.key, "extraHeaders": []}
        if self.stage.sign_in == "session":
            # The program keeps the token that the window got for the password.
            lines += ["c1\\signIn=password", f"c1\\email={practice.EMAIL}"]
            self.secret = secret["secret"] = practice.session()
        elif self.stage.sign_in == "header":
            lines += [f"c1\\extraHeaders={EXTRA_HEADER}"]
            secret["extraHeaders"] = [[EXTRA_HEADER, "front-" + practice.key]]
        with open(f"{config}/owui-deployer.conf", "w", encoding="utf8") as file:
            file.write("\n".join(lines) + "\n")
        with open(f"{data}/secrets.json", "w", encoding="utf8") as file:
            json.dump({"c1": secret}, file)

    def _command(self):
        return {
            "deploy": ["deploy", f"{self.home}/plugins"],
            "toggle": ["toggle", self.id, "on"],
            "restore": ["restore", self.id],
            "remove": ["restore", self.id, "--delete"],
            "pull": ["pull", self.id, "--to", f"{self.home}/pulled"],
        }[self.stage.command]

    def _call(self, programs, words):
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LD_LIBRARY_PATH", "TZ")}
        start = time.monotonic()
        process = subprocess.Popen([f"{programs}/owui-deploy", *words, "--server", "faulty", "--json", "--verbose"],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=kept | {"HOME": self.home, "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": self.home})
        try:
            out, err = process.communicate(timeout=LONGEST_RUN)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            self.problems.append(("hang", f"no end after {LONGEST_RUN} s"))
        self.seconds = time.monotonic() - start
        self.code = process.returncode
        return out, err

    def _read(self, out, err):
        try:
            document = json.loads(out)
            results = document["results"] if "results" in document else [document]
            if self.stage.count == 1:
                results = [results[0] | {"id": self.id}]
            self.told = {result["id"]: (result["outcome"], f"{result['message']} | {result.get('detail') or ''}")
                         for result in results}
        except (ValueError, KeyError, IndexError):
            self.message = err.strip().split("\n")[-1]
        self.outcome, self.message = self.told.get(self.id, (self.outcome, self.message))

    def _is_done(self, practice, plugin):
        """(is the plugin there, is what was asked for done)"""
        status, there = practice.ask("GET", self.path(plugin))
        exists = status == 200
        if self.stage.command == "remove":
            return exists, not exists
        if self.stage.command == "pull":
            file = f"{self.home}/pulled/{self.id}.py"
            if not os.path.exists(file):
                return exists, False
            with open(file, encoding="utf8", newline="") as pulled:
                return exists, pulled.read() == there["content"]
        if self.stage.command == "toggle":
            return exists, exists and there["is_active"]
        version = "1.0.0" if self.stage.command in ("restore", "undo") else "2.0.0"
        return exists, exists and there["content"] == source(self.stage.kind, plugin, version)

    def _judge(self, practice, stranger, proxy, out, err):
        def bad(kind, words):
            self.problems.append((kind, words))

        if self.code not in (0, 1, 2, 3, 130) and not self.problems:
            bad("crash", f"exit {self.code}")
        posts = collections.Counter(path for _, method, path, _ in proxy.seen if method in ("POST", "DELETE"))
        if self.told and sorted(self.told) != sorted(self.ids):
            bad("wrong message", f"told of {sorted(self.told)}")
        for plugin in self.ids:
            outcome, message = self.told.get(plugin, (self.outcome, self.message))
            self._judge_one(plugin, outcome, message, self._is_done(practice, plugin), posts, bad)
        success = bool(self.told) and all(outcome in SUCCESS[self.stage.command] for outcome, _ in self.told.values())
        if any(count > 1 for count in posts.values()):
            bad("sent twice", str(posts))
        if (self.code == 0) != success:
            bad("wrong message", f"exit {self.code} for “{self.outcome}”: {self.message[:100]}")
        if self.outcome == "none" and self.code != 3:
            bad("wrong message", f"no outcome: {self.message[:100]}")
        if any(secret in out + err for secret in (self.secret, self.secret[3:], self.secret[5:25])):
            bad("leak", "the key is in the output")
        if any(self.id in path and authorization for _, _, path, authorization in stranger.seen):
            bad("leak", "the key was sent to another origin")
        if UNPRINTABLE.search(err.replace("\r", "")):
            bad("wrong message", "control characters on the terminal")
        for word in LIBRARY_WORDS:
            if word in err:
                bad("wrong message", f"words of the library: {word}")

    def _judge_one(self, plugin, outcome, message, state, posts, bad):
        exists, done = state
        # What was pulled is what the server said, and nobody can tell that it lied.
        is_lie = self.stage.command == "pull" and self.fault == "content different"
        if outcome in SUCCESS[self.stage.command] and not done and not is_lie:
            bad("false success", f"“{outcome}”, and the server has {'another state' if exists else 'nothing'}")
        told = "it is there now" in message
        if outcome in ("failed", "blocked", "cancelled") and done and not told and self.stage.command != "pull":
            bad("wrong message", f"“{outcome}”, yet it is done: {message[:120]}")
        if outcome == "unknown" and "was not switched" in message and done:
            bad("wrong message", "“was not switched”, and it is")
        of_it = [path for path in posts if self.stage.count == 1 or plugin in path.split("#")[-1].split("/")]
        if "othing was sent" in message and of_it:
            bad("wrong message", "“Nothing was sent”, though something was")
        if outcome in ("failed", "unknown") and len(message) < 20:
            bad("wrong message", f"no words: {message}")


def chosen_cases(options):
    cases = []
    for number, stage in enumerate(STAGES):
        if options.stage not in str(stage):
            continue
        part = min(options.part, 2) if stage.is_plain else options.part
        for place, fault in enumerate(catalogue.FAULTS):
            if options.only in fault and (place + number) % part == 0:
                cases.append((stage, fault))
    return [Case(number, stage, fault) for number, (stage, fault) in enumerate(cases)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True, help="where owui-deploy and owui-practice are")
    parser.add_argument("--only", default="", help="faults whose name has this text")
    parser.add_argument("--stage", default="", help="stages whose name has this text")
    parser.add_argument("--part", type=int, default=1, help="every Nth fault only, and of a plain deployment every second")
    parser.add_argument("--jobs", type=int, default=12)
    parser.add_argument("--verbose", action="store_true", help="also what was right")
    options = parser.parse_args()
    sys.setrecursionlimit(10_000)  # one of the faults nests deeply

    cases = chosen_cases(options)
    if not cases:
        parser.error("no case is left")
    servers = {release: Practice(options.programs, release) for release in sorted({case.stage.release for case in cases})}
    stranger = FaultProxy(next(iter(servers.values())).port)
    catalogue.EVIL = stranger.port
    print(f"{len(cases)} cases", flush=True)
    counts = collections.Counter()
    start = time.monotonic()
    # One release after the other: some faults echo the key of the server that is being asked.
    for release, practice in servers.items():
        catalogue.KEY = practice.key
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            mine = [case for case in cases if case.stage.release == release]
            for case in pool.map(lambda case, to=practice: case.run(options.programs, to, stranger), mine):
                counts.update({kind for kind, _ in case.problems})
                if case.problems or options.verbose:
                    words = "; ".join(f"{kind}: {text}" for kind, text in case.problems) or case.message[:150]
                    print(f"{case.stage} | {case.fault} | {case.code} {case.outcome} {case.seconds:.1f} s | {words}",
                          flush=True)
        practice.stop()
    print(f"{counts['sent twice']} sent twice, {counts['leak']} leaks, {counts['broken case']} broken cases, "
          f"{time.monotonic() - start:.0f} s")
    print(f"{len(cases)} cases, {counts['false success']} false successes, {counts['wrong message']} wrong messages, "
          f"{counts['crash']} crashes, {counts['hang']} hangs")
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main())
