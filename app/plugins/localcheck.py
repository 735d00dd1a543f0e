# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Compiles plugin texts. Nothing of a plugin is ever run.

Reads requests from standard input, each a line with the number of bytes and then the bytes, and answers each with one
line of JSON. The first line, unasked, tells the version. Runs on Python 3.8 and newer. LocalCheck calls main().
"""

import ast
import json
import re
import sys
import warnings

# Errors that no release of Python forgives, although their text speaks of f-strings.
HOPELESS = ("single '}' is not allowed", "empty expression not allowed", "invalid conversion character")


def needs_newer_python(error):
    """The first release, such as (3, 12), whose syntax may be what this one does not know; else None."""
    line = error.text or ""
    message = error.msg or ""
    if sys.version_info < (3, 11):
        return (3, 11)
    if sys.version_info < (3, 12):
        formatted = "f-string" in message or (
            ("unterminated" in message or "forgot a comma" in message) and re.search(r"\b[rR]?[fF][rR]?[\"']", line)
        )
        if formatted and not any(text in message for text in HOPELESS):
            return (3, 12)
        if re.match(r"\s*(type\s+\w+\s*[=\[]|class\s+\w+\s*\[|(async\s+)?def\s+\w+\s*\[)", line):
            return (3, 12)
    if sys.version_info < (3, 14):
        if "multiple exception types must be parenthesized" in message:
            return (3, 14)
        if re.search(r"\b(t|tr|rt)[\"']", line, re.IGNORECASE):
            return (3, 14)
    return None


def describe(tree):
    """What to tell of a text that passed. A script that follows this one may put its own in this one's place."""
    return {}


def check(source):
    try:
        text = source.decode("utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = compile(text, "<plugin>", "exec", ast.PyCF_ONLY_AST, True)
            compile(text, "<plugin>", "exec", 0, True)
    except SyntaxError as error:
        newer = needs_newer_python(error)
        if newer:
            return {"status": "newer", "release": "%d.%d" % newer, "message": error.msg, "line": error.lineno or 0}
        return {"status": "refused", "message": error.msg, "line": error.lineno or 0}
    except ValueError as error:
        return {"status": "refused", "message": str(error), "line": 0}
    except (RecursionError, OverflowError):
        return {"status": "nested"}
    except MemoryError:
        # Older parsers say this of deep nesting too; a text of a few lines has not used up the memory.
        return {"status": "large" if len(source) > 100_000 else "nested"}
    try:
        return {"status": "passed", "description": describe(tree)}
    except (RecursionError, MemoryError):
        return {"status": "passed"}


def answer(value):
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main():
    answer({"python": "%d.%d.%d" % sys.version_info[:3]})
    while True:
        size = sys.stdin.buffer.readline()
        if not size:
            return
        answer(check(sys.stdin.buffer.read(int(size))))
