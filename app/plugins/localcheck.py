# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
#
# Run by LocalCheck as `python3 -I -c`. Reads texts from standard input, each after a line with its length in bytes, and
# answers each with one line of JSON. Compiles, never runs what it is given.
import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")
NAMES = ("Pipe", "Filter", "Action", "Event", "Tools")
SCOPES = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def assigned_names(node):
    if getattr(node, "value", None) is None:  # x: int
        return
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        for part in ast.walk(target):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                yield part.id


def bound_names(body):
    """Names that the module has after it was run, as far as that can be told without running it."""
    for node in body:
        if isinstance(node, SCOPES):
            yield node.name
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                yield alias.asname or alias.name.split(".")[0]
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            yield from assigned_names(node)
        for block in ("body", "orelse", "finalbody"):
            yield from bound_names(getattr(node, block, []))
        for part in getattr(node, "handlers", []) + getattr(node, "cases", []):
            yield from bound_names(part.body)


def has_default(value):
    if isinstance(value, ast.Call) and getattr(value.func, "id", getattr(value.func, "attr", "")) == "Field":
        named = [keyword.value for keyword in value.keywords if keyword.arg in ("default", "default_factory")]
        given = value.args[:1] or named[:1]
        return bool(given) and has_default(given[0])
    return value is not None and not (isinstance(value, ast.Constant) and value.value is Ellipsis)


def valves(tree):
    plugins = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name in NAMES]
    for plugin in plugins[:1]:
        for inner in plugin.body:
            if isinstance(inner, ast.ClassDef) and inner.name == "Valves":
                for field in inner.body:
                    if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                        yield {
                            "name": field.target.id,
                            "type": ast.unparse(field.annotation),
                            "hasDefault": has_default(field.value),
                        }


def check(text):
    try:
        tree = compile(text, "<plugin>", "exec", ast.PyCF_ONLY_AST, True)
        compile(tree, "<plugin>", "exec", 0, True)
        bound = set(bound_names(tree.body))
        return {"ok": True, "classes": [name for name in NAMES if name in bound], "valves": list(valves(tree))}
    except SyntaxError as error:
        return {"ok": False, "message": error.msg, "line": error.lineno or 0}
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        return {"ok": False, "message": str(error) or type(error).__name__, "line": 0}


def main():
    version = ".".join(str(part) for part in sys.version_info[:3])
    while True:
        length = sys.stdin.buffer.readline()
        if not length:
            return
        answer = check(sys.stdin.buffer.read(int(length)).decode("utf-8"))
        answer["version"] = version
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
