# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""The faults, by name. `good` is the true answer of the server; with `before` the server never saw the request."""
import base64
import functools
import gzip
import json
import time
from urllib.parse import quote

from faultproxy import answer, reset

FAULTS = {}


def fault(name):
    def keep(function):
        FAULTS[name] = function
        return function
    return keep


def fixed(name, make):
    """A fault that sends one made answer. The connection stays open where the answer has a length."""
    def send(proxy, connection, exchange):
        data = make(exchange) if callable(make) else make
        connection.sendall(data)
        time.sleep(0.05)
        return b"Content-Length" in data.split(b"\r\n\r\n")[0] and "length" not in name
    FAULTS[name] = send


def good(exchange):
    status, kind, body = exchange.forward() if exchange.answered else (200, "application/json", pretend(exchange))
    return status, kind, body


def id_of(exchange):
    if exchange.path.endswith("/create"):
        return json.loads(exchange.body)["id"]
    return exchange.path.split("/id/")[1].split("/")[0] if "/id/" in exchange.path else "x"


def pretend(exchange):
    """What a server that never saw the request might be thought to say: as short as it can be."""
    return json.dumps({"id": id_of(exchange)}).encode()


# --- transport -------------------------------------------------------------------------------------------------------
@fault("reset before answer")
def _(proxy, connection, exchange):
    reset(connection)


@fault("closed before answer")
def _(proxy, connection, exchange):
    connection.close()


@fault("reset, then refused")
def _(proxy, connection, exchange):
    proxy.stop()
    reset(connection)


@fault("reset in mid-body")
def _(proxy, connection, exchange):
    status, kind, body = good(exchange)
    connection.sendall(answer(status, body[: len(body) // 2], kind, length=len(body)))
    time.sleep(0.1)
    reset(connection)


@fault("body cut, right length")
def _(proxy, connection, exchange):
    status, kind, body = good(exchange)
    connection.sendall(answer(status, body[: len(body) // 2], kind, length=len(body)))


@fault("body cut, length fits the cut")
def _(proxy, connection, exchange):
    status, kind, body = good(exchange)
    connection.sendall(answer(status, body[: len(body) // 2], kind))


@fault("body cut, no length")
def _(proxy, connection, exchange):
    status, kind, body = good(exchange)
    connection.sendall(answer(status, body[: len(body) // 2], kind, length=False, headers=[("Connection", "close")]))


@fault("length longer than body")
def _(proxy, connection, exchange):
    status, kind, body = good(exchange)
    connection.sendall(answer(status, body, kind, length=len(body) + 100))


@fault("length shorter, rest follows")
def _(proxy, connection, exchange):
    status, kind, body = good(exchange)
    connection.sendall(answer(status, body, kind, length=max(len(body) - 5, 0)))
    time.sleep(0.1)


@fault("silent")
def _(proxy, connection, exchange):
    time.sleep(12)


@fault("head, then silent")
def _(proxy, connection, exchange):
    status, kind, body = good(exchange)
    connection.sendall(answer(status, b"", kind, length=len(body)))
    time.sleep(12)


@fault("one byte a second")
def _(proxy, connection, exchange):
    status, kind, body = good(exchange)
    data = answer(status, body, kind)
    for i in range(min(len(data), 12)):
        connection.sendall(data[i:i + 1])
        time.sleep(1)


@fault("body one byte a second")
def _(proxy, connection, exchange):
    status, kind, body = good(exchange)
    connection.sendall(answer(status, b"", kind, length=len(body)))
    for i in range(min(len(body), 12)):
        connection.sendall(body[i:i + 1])
        time.sleep(1)


@fault("endless 100-continue")
def _(proxy, connection, exchange):
    for _ in range(60):
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.2)


# --- redirects -------------------------------------------------------------------------------------------------------
for status in (301, 302, 303, 307, 308):
    fixed(f"{status} same origin", lambda e, s=status: answer(s, "", None, [("Location", e.path)]))
    fixed(f"{status} other origin", lambda e, s=status: answer(s, "", None, [("Location", f"http://localhost:{EVIL}{e.path}")]))
fixed("302 without place", answer(302, "", None))
fixed("302 to file", answer(302, "", None, [("Location", "file:///etc/passwd")]))
fixed("302 with user and key", lambda e: answer(302, "", None, [("Location", f"http://u:p@localhost:{EVIL}/?key=" + KEY)]))
fixed("200 with Refresh and Location", lambda e: answer(200, "{}", headers=[("Refresh", f"0; url=http://localhost:{EVIL}/"), ("Location", f"http://localhost:{EVIL}/")]))
fixed("304", answer(304, b"", None))
EVIL = 1
KEY = ""

# --- other content ---------------------------------------------------------------------------------------------------
LOGIN = "<!doctype html><html><head><title>Sign in</title></head><body>" + "x" * 500 + "</body></html>"
fixed("200 HTML login", answer(200, LOGIN, "text/html"))
fixed("200 HTML called JSON", answer(200, LOGIN))
fixed("200 empty JSON", answer(200, ""))
fixed("204", answer(204, b"", None))
fixed("200 no content type", lambda e: answer(200, good(e)[2], None))
fixed("200 text/plain", lambda e: answer(200, good(e)[2], "text/plain"))
for name, text in {"[]": "[]", "null": "null", "string": '"x"', "number": "7", "true": "true", "{}": "{}", "[null]": "[null]",
                   "[1]": "[1]", "nested 100k": "[" * 100_000 + "]" * 100_000, "objects 100k": '{"a":' * 100_000 + "1" + "}" * 100_000,
                   "NaN": "NaN", "two documents": "{}{}", "trailing comma": '{"id":"x",}', "injection": '1],[{"id":"x"}'}.items():
    fixed("JSON " + name, answer(200, text))
fixed("JSON with NUL", lambda e: answer(200, good(e)[2] + b"\0\0"))
fixed("JSON NUL inside", lambda e: answer(200, good(e)[2].replace(b'"id"', b'"i\0d"', 1)))
fixed("JSON invalid UTF-8", lambda e: answer(200, good(e)[2].replace(b'"id":"', b'"id":"\xff\xfe', 1)))
fixed("JSON invalid UTF-8 in content", lambda e: answer(200, good(e)[2].replace(b"class", b"cl\xffss", 1)))
fixed("JSON UTF-16", lambda e: answer(200, good(e)[2].decode("utf8", "replace").encode("utf-16")))
fixed("JSON with BOM", lambda e: answer(200, b"\xef\xbb\xbf" + good(e)[2]))
fixed("JSON lone surrogate", lambda e: answer(200, good(e)[2].replace(b"class", b"\\ud800class", 1)))


def changed(name, change):
    """The true answer (or the shortest pretended one) with fields changed."""
    def make(exchange):
        status, kind, body = good(exchange)
        try:
            document = json.loads(body)
        except ValueError:
            return answer(status, body, kind)
        many = document if isinstance(document, list) else [document]
        for entry in many:
            if isinstance(entry, dict):
                change(entry)
        return answer(status, json.dumps(document), kind)
    fixed(name, make)


changed("id of another plugin", lambda d: d.update(id="another"))
changed("id in capitals", lambda d: d.update(id=str(d.get("id", "")).upper()))
changed("id a number", lambda d: d.update(id=7))
changed("id missing", lambda d: d.pop("id", None))
changed("content different", lambda d: d.update(content="# something else\n"))
changed("content missing", lambda d: d.pop("content", None))
changed("content null", lambda d: d.update(content=None))
changed("content a number", lambda d: d.update(content=7))
changed("is_active missing", lambda d: d.pop("is_active", None))
changed("is_active a string", lambda d: d.update(is_active="false"))
changed("type of another kind", lambda d: d.update(type="pipe"))
changed("type unknown", lambda d: d.update(type="wormhole"))
changed("meta null", lambda d: d.update(meta=None))
changed("meta a list", lambda d: d.update(meta=[1]))
changed("name null", lambda d: d.update(name=None))
changed("updated_at a string", lambda d: d.update(updated_at="yesterday"))
changed("updated_at huge", lambda d: d.update(updated_at=1e300))
changed("version escape sequence", lambda d: d.update(meta={"manifest": {"version": "9\x1b]0;owned\x07\x1b[31m\u202e\n1"}}))
fixed("duplicate keys", lambda e: answer(200, good(e)[2].rstrip()[:-1] + b',"id":"another","content":"y"}'))
fixed("duplicate keys first", lambda e: answer(200, b'{"id":"another",' + good(e)[2].lstrip()[1:]))
fixed("status true", answer(200, '{"status":true}'))

# --- size ------------------------------------------------------------------------------------------------------------


@fault("200 MB body")
def _(proxy, connection, exchange):
    connection.sendall(answer(200, b'{"x":"', length=200_000_000))
    block = b"a" * 1_000_000
    for _ in range(200):
        connection.sendall(block)


@functools.cache
def bomb(members):
    return gzip.compress(b'{"x":"') + gzip.compress(b"a" * 100_000_000, 1) * members


fixed("gzip bomb 2 GB", lambda e: answer(200, bomb(20), headers=[("Content-Encoding", "gzip")]))
fixed("gzip bomb 100 MB of numbers", lambda e: answer(200, numbers(), headers=[("Content-Encoding", "gzip")]))


@functools.cache
def numbers():
    return gzip.compress(b"[" + b"1," * 30_000_000 + b"1]", 1)
fixed("gzip broken", lambda e: answer(200, gzip.compress(good(e)[2])[:-12], headers=[("Content-Encoding", "gzip")]))
fixed("gzip claimed, plain sent", lambda e: answer(200, good(e)[2], headers=[("Content-Encoding", "gzip")]))
fixed("encoding unknown", lambda e: answer(200, good(e)[2], headers=[("Content-Encoding", "wormhole")]))
fixed("one header of 5 MB", lambda e: answer(200, good(e)[2], headers=[("X-Long", "a" * 5_000_000)]))
fixed("50,000 headers", lambda e: answer(200, good(e)[2], headers=[(f"X-{i}", "a") for i in range(50_000)]))
fixed("detail of 3 MB", answer(400, json.dumps({"detail": "a" * 3_000_000})))

# --- protocol --------------------------------------------------------------------------------------------------------
fixed("chunked, trailing junk", lambda e: b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\njunk junk" % (len(good(e)[2]), good(e)[2]))
fixed("chunked, cut", lambda e: b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s" % (len(good(e)[2]), good(e)[2][:20]))
fixed("chunked, no end", lambda e: b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n" % (len(good(e)[2]), good(e)[2]))
fixed("chunked, bad size", b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n")
fixed("chunked, huge size", b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc\r\n0\r\n\r\n")
fixed("HTTP/1.0", lambda e: answer(good(e)[0], good(e)[2], good(e)[1], version="HTTP/1.0", length=False))
fixed("100 before", lambda e: b"HTTP/1.1 100 Continue\r\n\r\n" + answer(*[good(e)[i] for i in (0, 2, 1)]))
fixed("103 before", lambda e: b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + answer(*[good(e)[i] for i in (0, 2, 1)]))
fixed("not HTTP", b"SSH-2.0-OpenSSH_9.2\r\n")
fixed("no status", b"HTTP/1.1\r\n\r\n{}")
fixed("status 99999", b"HTTP/1.1 99999 X\r\nContent-Length: 2\r\n\r\n{}")
fixed("negative length", lambda e: answer(200, good(e)[2], length=-5))
fixed("two lengths", lambda e: answer(200, good(e)[2], headers=[("Content-Length", "3")]))
fixed("length not a number", lambda e: answer(200, good(e)[2], length="abc"))
fixed("set-cookie", lambda e: answer(good(e)[0], good(e)[2], good(e)[1], headers=[("Set-Cookie", "token=evil; Path=/")]))
fixed("basic challenge", answer(401, '{"detail":"x"}', headers=[("WWW-Authenticate", 'Basic realm="x"')]))
fixed("proxy challenge", answer(407, "", None, headers=[("Proxy-Authenticate", 'Basic realm="x"')]))
fixed("HSTS and upgrade", lambda e: answer(426, "", None, headers=[("Upgrade", "h2c"), ("Strict-Transport-Security", "max-age=99999")]))

# --- refusals --------------------------------------------------------------------------------------------------------
TEXTS = {
    "401 key unknown": (401, "Your session has expired or the token is invalid. Please sign in again."),
    "401 not authenticated": (401, "Not authenticated"),
    "401 prohibited": (401, "You do not have permission to access this resource. Please contact your administrator for assistance."),
    "401 unauthorized": (401, "401 Unauthorized"),
    "401 not found": (401, "We could not find what you're looking for :/"),
    "403 keys off": (403, "Use of API key is not enabled in the environment."),
    "403 prohibited": (403, "You do not have permission to access this resource. Please contact your administrator for assistance."),
    "403 session": (403, "A human session is required."),
    "404 JSON": (404, "Not Found"),
    "404 not found text": (404, "We could not find what you're looking for :/"),
    "405": (405, "Method Not Allowed"),
    "409": (409, "Conflict"),
    "413": (413, "too large"),
    "429": (429, "API rate limit exceeded"),
    "400 id taken": (400, "Uh-oh! This id is already registered. Please choose another id string."),
    "400 masked update": (400, "[ERROR: Error updating function]"),
    "400 masked create": (400, "[ERROR: Error creating function]"),
    "400 function not found": (400, "Function not found"),
    "400 other": (400, "something odd"),
    "500 JSON": (500, "x"),
}
for name, (status, detail) in TEXTS.items():
    fixed(name, answer(status, json.dumps({"detail": detail}), headers=[("Retry-After", "3600")] if status == 429 else ()))
fixed("422", answer(422, '{"detail":[{"type":"missing","loc":["body","meta"],"msg":"Field required"}]}'))
fixed("400 detail odd", answer(400, '{"detail":{"a":[1,{"b":null}]}}'))
fixed("400 no JSON", answer(400, "bad request", "text/html"))
fixed("401 HTML", answer(401, LOGIN, "text/html"))
fixed("403 HTML", answer(403, LOGIN, "text/html"))
fixed("404 HTML", answer(404, LOGIN, "text/html"))
for status in (500, 502, 503, 504, 520, 524, 418, 600):
    fixed(f"{status} HTML", answer(status, f"<html><head><title>{status}</title></head></html>", "text/html"))


def echo(name, encode):
    fixed("key echoed, " + name, lambda e: answer(400, json.dumps({"detail": "bad header " + encode(KEY) + " end"})))


echo("plain", lambda k: k)
echo("base64", lambda k: base64.b64encode(k.encode()).decode())
echo("base64 of Bearer", lambda k: base64.b64encode(("Bearer " + k).encode()).decode())
echo("URL", lambda k: quote(k, safe=""))
echo("every letter percent", lambda k: "".join("%%%02x" % b for b in k.encode()))
echo("JSON escapes twice", lambda k: "".join("\\u%04x" % ord(c) for c in k))
echo("split over lines", lambda k: k[:10] + "\n" + k[10:])
echo("split by blank", lambda k: k[:20] + " " + k[20:])
echo("hex", lambda k: k.encode().hex())
echo("reversed", lambda k: k[::-1])
echo("without sk-", lambda k: k[3:])
fixed("key echoed, JSON escapes", lambda e: answer(400, '{"detail":"bad ' + "".join("\\u%04x" % ord(c) for c in KEY) + '"}'))
fixed("key echoed, HTML title", lambda e: answer(500, f"<title>{KEY}</title>", "text/html"))
fixed("key echoed, plain text", lambda e: answer(500, f"boom {KEY}", "text/plain"))
fixed("key echoed, reason phrase", lambda e: answer(500, "", "text/plain", reason=KEY))
fixed("escape sequences in detail", answer(400, json.dumps({"detail": "\x1b]0;owned\x07\x1b[2J\x1b[31mred\u202egnp\u2066\x9b31m\r\nowui: all deployed"})))
