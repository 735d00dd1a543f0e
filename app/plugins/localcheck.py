# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Compiles plugin texts and reads their syntax tree. Nothing of a plugin is ever run.

Reads requests from standard input, each a line with the number of bytes and then the bytes, and answers each with one
line of JSON. The first line, unasked, tells the version. Runs on Python 3.8 and newer.
"""

import ast
import json
import re
import sys
import warnings

KINDS = ("Pipe", "Filter", "Action", "Event", "Tools")

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


def bound_names(statements):
    """Names that are bound at the top level, as far as the text alone tells."""
    for statement in statements:
        if isinstance(statement, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield statement.name
            continue
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            for alias in statement.names:
                yield alias.asname or alias.name.split(".")[0]
            continue
        if isinstance(statement, ast.AnnAssign) and statement.value is None:
            continue
        for part in ast.iter_child_nodes(statement):
            if isinstance(part, ast.expr):
                yield from stored_names(part)
            elif isinstance(part, ast.withitem) and part.optional_vars is not None:
                yield from stored_names(part.optional_vars)
            elif isinstance(part, (ast.ExceptHandler,)) or type(part).__name__ == "match_case":
                yield from bound_names(part.body)
            elif isinstance(part, ast.stmt):
                yield from bound_names([part])


def stored_names(expression):
    if isinstance(expression, ast.Name) and isinstance(expression.ctx, ast.Store):
        yield expression.id
    elif isinstance(expression, (ast.Tuple, ast.List)):
        for element in expression.elts:
            yield from stored_names(element)
    elif isinstance(expression, ast.Starred):
        yield from stored_names(expression.value)
    elif isinstance(expression, ast.NamedExpr):
        yield expression.target.id


def classes_in(statements):
    found = {}
    for statement in statements:
        if isinstance(statement, ast.ClassDef):
            found[statement.name] = statement
        elif isinstance(statement, (ast.If, ast.Try)):
            found.update(classes_in(getattr(statement, "orelse", [])))
            for handler in getattr(statement, "handlers", []):
                found.update(classes_in(handler.body))
            found.update(classes_in(statement.body))
    return found


def is_ellipsis(value):
    return isinstance(value, ast.Constant) and value.value is Ellipsis


def is_call_of_field(value):
    if not isinstance(value, ast.Call):
        return False
    name = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "")
    return name == "Field"


def gives_default(value):
    """Whether pydantic takes a default from the right side of a field."""
    if is_call_of_field(value):
        given = list(value.args[:1])
        given += [keyword.value for keyword in value.keywords if keyword.arg in ("default", "default_factory")]
        return any(not is_ellipsis(argument) for argument in given)
    return not is_ellipsis(value)


def annotation_gives_default(annotation):
    """Annotated[int, Field(default=1)]"""
    if not isinstance(annotation, ast.Subscript):
        return False
    if not ast.unparse(annotation.value).split(".")[-1] == "Annotated":
        return False
    return any(is_call_of_field(part) and gives_default(part) for part in ast.walk(annotation.slice))


def fields_of(valves, scopes, seen=()):
    fields = {}
    for base in valves.bases:
        name = getattr(base, "id", None)
        parent = next((scope[name] for scope in scopes if name in scope), None)
        if parent is not None and parent is not valves and parent not in seen:
            fields.update(fields_of(parent, scopes, seen + (valves,)))
    for statement in valves.body:
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            continue
        name = statement.target.id
        written = ast.unparse(statement.annotation) if hasattr(ast, "unparse") else ""
        if name.startswith("_") or "ClassVar" in written or name == "model_config":
            continue
        if statement.value is not None:
            default = gives_default(statement.value)
        else:
            default = hasattr(ast, "unparse") and annotation_gives_default(statement.annotation)
        fields[name] = {"name": name, "type": written, "default": default}
    return fields


def describe(tree):
    names = set(bound_names(tree.body))
    classes = [kind for kind in KINDS if kind in names]
    top = classes_in(tree.body)
    valves = []
    for kind in classes:
        if kind in top:
            inner = classes_in(top[kind].body)
            if "Valves" in inner:
                valves = list(fields_of(inner["Valves"], (inner, top)).values())
            break
    return {"status": "passed", "classes": classes, "valves": valves}


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
    except (RecursionError, MemoryError, OverflowError):
        return {"status": "nested"}
    try:
        return describe(tree)
    except RecursionError:
        return {"status": "passed", "classes": [], "valves": []}


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


main()
