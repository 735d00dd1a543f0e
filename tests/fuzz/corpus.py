#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Writes inputs for the fuzz targets below a folder, one folder a target: from the parser cases and the recorded answers
of real servers where they are, and from the sample plugins.

    corpus.py --shared ../shared --samples resources/samples --into build/fuzz/corpus
"""
import argparse
import hashlib
import json
import pathlib

# As in classifier.cpp.
PURPOSES = ["General", "FunctionLookUp", "ToolLookUp", "FunctionUpdate", "ToolUpdate", "FunctionCreate", "ToolCreate", "SignIn"]
STATUSES = [200, 201, 204, 300, 302, 307, 400, 401, 403, 404, 405, 407, 409, 413, 422, 429, 500, 501, 502, 503, 504, 520,
            527, 599, 103, 0]
TYPES = ["application/json", "application/problem+json", "text/html", "text/plain", ""]
LARGEST = 8192  # bytes; what is longer teaches a fuzzer little more


def write(folder, data):
    """An input is named after what it holds, so that it is there once."""
    if len(data) > LARGEST:
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


def purpose_of(record):
    path = (record.get("path") or "").rstrip("/")
    if path.endswith("/signin"):
        return "SignIn"
    space = "Tool" if "/tools" in path else "Function"
    for end, name in (("/update", "Update"), ("/create", "Create")):
        if path.endswith(end):
            return space + name
    return space + "LookUp" if "/id/" in path else "General"


def classifier_input(purpose, status, content_type, body):
    plain = content_type.split(";")[0]
    return bytes([PURPOSES.index(purpose), STATUSES.index(status) if status in STATUSES else STATUSES.index(400),
                  TYPES.index(plain) if plain in TYPES else TYPES.index("")]) + body


def from_answers(shared, into):
    for path in sorted((shared / "server-answers").glob("**/*.json")):
        document = json.loads(path.read_text("utf8"))
        for record in document["records"] if isinstance(document, dict) else document:
            if not isinstance(record, dict) or "answer" not in record or not isinstance(record.get("status"), int):
                continue
            content_type = record.get("type") or ""
            is_json = content_type.startswith("application/json")
            body = (json.dumps(record["answer"], ensure_ascii=False) if is_json else str(record["answer"])).encode("utf8")
            write(into / "classifier", classifier_input(purpose_of(record), record["status"], content_type, body))
            if is_json and 200 <= record["status"] < 300:
                write(into / "answer", body)
                if b'"content"' in body:
                    write(into / "export", body)


def from_texts(folder, into):
    for path in sorted(folder.glob("**/*.py")):
        data = path.read_bytes()
        write(into / "header", data)
        write(into / "python", b"\0" + data)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--samples", type=pathlib.Path, required=True)
    parser.add_argument("--into", type=pathlib.Path, required=True)
    options = parser.parse_args()
    from_texts(options.samples, options.into)
    from_texts(options.shared / "parser-cases", options.into)
    from_answers(options.shared, options.into)
    for folder in sorted(options.into.iterdir()):
        print(f"{folder.name}: {len(list(folder.iterdir()))} inputs")


if __name__ == "__main__":
    main()
