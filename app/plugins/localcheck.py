# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Compiles plugin texts. Nothing of a plugin is ever run.

Reads requests from standard input, each a line with the number of bytes and then the bytes, and answers each with one
line of JSON. The first line, unasked, tells the version. Runs on Python 3.8 and newer. LocalCheck calls main().
"""

import ast
import io
import json
import re
import sys
import tokenize
import warnings

# What the image of Open WebUI has; its package (requires_python @0.7.2 to 0.12.4) takes 3.11 and 3.12. No route tells
# which one a server runs.
SERVER = (3, 11)

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


def newer_quotes(text):
    """The line of an f-string that is written as only 3.12 and newer read it, else None. Asked of such a Python."""
    depth = 0
    outer = ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.FSTRING_START:
            depth += 1
            if depth == 1:
                outer = token.string.lstrip("fFrR")
                continue
        elif token.type == tokenize.FSTRING_END:
            depth -= 1
            if depth == 0:
                continue
        elif not depth or (token.type == tokenize.FSTRING_MIDDLE and depth == 1):
            continue
        breaks_line = token.type == tokenize.NL and len(outer) == 1
        if outer in token.string or "\\" in token.string or token.type == tokenize.COMMENT or breaks_line:
            return token.start[0]
    return None


def beyond_server(text):
    """What a text that this Python takes has, and the server's Python does not know: {} where nothing was found."""
    if sys.version_info[:2] <= SERVER:
        return {}
    try:
        ast.parse(text, feature_version=SERVER)
    except SyntaxError as error:
        release = re.search(r"Python (3\.\d+) and greater", error.msg or "")
        return {"release": release.group(1) if release else "3.12", "message": error.msg, "line": error.lineno or 0}
    line = newer_quotes(text)
    if line is None:
        return {}
    return {"release": "3.12", "message": "f-string: its own quotes, a backslash or a comment in braces", "line": line}


# What to tell of the syntax tree of a text that passed. A script that follows this one may put a function here.
describe = None


def check(source):
    try:
        text = source.decode("utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # A tree takes three times as long as the code, which is made without one.
            tree = describe and compile(text, "<plugin>", "exec", ast.PyCF_ONLY_AST, True)
            compile(text, "<plugin>", "exec", 0, True)
    except SyntaxError as error:
        newer = needs_newer_python(error)
        status = "unknown" if newer and newer <= SERVER else "refused"
        answer = {"status": status, "message": error.msg, "line": error.lineno or 0}
        return dict(answer, release="%d.%d" % newer) if newer else answer
    except ValueError as error:
        return {"status": "refused", "message": str(error), "line": 0}
    except (RecursionError, OverflowError):
        return {"status": "nested"}
    except MemoryError:
        # Older parsers say this of deep nesting too; a text of a few lines has not used up the memory.
        return {"status": "large" if len(source) > 100_000 else "nested"}
    passed = {"status": "passed"}
    try:
        passed.update(beyond_server(text))
        passed["description"] = describe(tree) if describe else {}
    except (RecursionError, MemoryError, tokenize.TokenError):
        pass  # what is known so far is told
    return passed


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
