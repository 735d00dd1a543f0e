# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Follows localcheck.py and tells what the practice server needs to know of a plugin that compiles: its classes, the
fields of its class Valves and the functions of a class Tools, read from the syntax tree.
"""

import ast
import re

JSON_TYPES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean", "list": "array", "dict": "object"}
KINDS = ("Pipe", "Filter", "Action", "Event", "Tools")


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


def spec_of(function):
    """One function of class Tools as the server describes it to a model (utils/tools.py)."""
    described, lines = {}, []
    for line in (ast.get_docstring(function) or "").splitlines():
        parameter = re.match(r"\s*:param\s+(\w+)\s*:\s*(.*)", line)
        if parameter:
            described[parameter.group(1)] = parameter.group(2).strip()
        elif not line.strip().startswith(":"):
            lines.append(line.strip())
    properties, required = {}, []
    positional = function.args.posonlyargs + function.args.args
    defaults = [None] * (len(positional) - len(function.args.defaults)) + function.args.defaults
    arguments = zip(positional + function.args.kwonlyargs, defaults + function.args.kw_defaults)
    for argument, default in arguments:
        # Names such as __user__ are filled in by the server and kept from the model.
        if argument.arg == "self" or argument.arg.startswith("__"):
            continue
        annotation = getattr(argument.annotation, "value", argument.annotation)  # list of list[int]
        properties[argument.arg] = {}
        if getattr(annotation, "id", "") in JSON_TYPES:
            properties[argument.arg]["type"] = JSON_TYPES[annotation.id]
        if argument.arg in described:
            properties[argument.arg]["description"] = described[argument.arg]
        if default is None:
            required.append(argument.arg)
    parameters = {"properties": properties, "type": "object"}
    if required:
        parameters["required"] = required
    return {"name": function.name, "description": "\n".join(lines).strip(), "parameters": parameters}


def specs_of(tools):
    functions = (part for part in tools.body if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return [spec_of(function) for function in functions if not function.name.startswith("_")]


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
    specs = specs_of(top["Tools"]) if "Tools" in top else []
    return {"classes": classes, "valves": valves, "specs": specs}
