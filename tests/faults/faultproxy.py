# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Proxies on loopback in front of owui-practice that break exchanges: one stage of a deployment, or now and then any.

A fault is a function (proxy, connection, exchange) -> None that writes whatever it likes to the connection. The exchange
knows the request and can forward it (once).
"""
import collections
import http.client
import json
import random
import socket
import struct
import threading
import time


def reset(connection):
    """RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def answer(status, body, kind="application/json", headers=(), reason="X", version="HTTP/1.1", length=None):
    if isinstance(body, str):
        body = body.encode()
    lines = [f"{version} {status} {reason}"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    if length is not False:
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    lines += [f"{name}: {value}" for name, value in headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


class Exchange:
    def __init__(self, method, path, headers, body, upstream):
        self.method, self.path, self.headers, self.body = method, path, headers, body
        self._upstream = upstream
        self.answered = None

    def forward(self):
        """(status, content type, body) of the real server; the request goes there once."""
        if self.answered is None:
            c = http.client.HTTPConnection("127.0.0.1", self._upstream, timeout=30)
            keep = {k: v for k, v in self.headers.items() if k not in ("host", "connection", "accept-encoding")}
            c.request(self.method, self.path, self.body or None, keep)
            r = c.getresponse()
            self.answered = (r.status, r.getheader("Content-Type") or "", r.read())
            c.close()
        return self.answered


class Proxy:
    """Forwards whatever `fault_for` has no fault for."""

    def __init__(self, upstream):
        self.upstream = upstream
        self.stopped = False
        self.mistake = None  # of a fault itself
        self.lock = threading.Lock()
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(64)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def fault_for(self, exchange):
        """(the fault or None, whether the server sees the request all the same)"""
        raise NotImplementedError

    def stop(self):
        self.stopped = True
        try:
            self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.socket.close()

    def _accept(self):
        while not self.stopped:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        try:
            connection.settimeout(60)
            buffer = b""
            while not self.stopped:
                while b"\r\n\r\n" not in buffer:
                    data = connection.recv(65536)
                    if not data:
                        return
                    buffer += data
                head, buffer = buffer.split(b"\r\n\r\n", 1)
                lines = head.decode("latin1").split("\r\n")
                method, path, _ = lines[0].split(" ", 2)
                headers = {k.strip().lower(): v.strip() for k, v in (l.split(":", 1) for l in lines[1:])}
                size = int(headers.get("content-length", 0))
                while len(buffer) < size:
                    data = connection.recv(65536)
                    if not data:
                        return
                    buffer += data
                body, buffer = buffer[:size], buffer[size:]
                exchange = Exchange(method, path, headers, body, self.upstream)
                with self.lock:
                    fault, arrives = self.fault_for(exchange)
                if fault:
                    if arrives:
                        exchange.forward()
                    if fault(self, connection, exchange) is not True:
                        connection.close()
                        return
                else:
                    status, kind, text = exchange.forward()
                    connection.sendall(answer(status, text, kind))
        except (OSError, ValueError, http.client.HTTPException):
            pass
        except Exception as error:  # pylint: disable=broad-except
            self.mistake = error
        finally:
            try:
                connection.close()
            except OSError:
                pass


class FaultProxy(Proxy):
    """Breaks every request of the stage that it is armed for."""

    def __init__(self, upstream):
        self.stage, self.fault, self.before = None, None, False
        self.seen = []  # (stage, method, path, authorization)
        self.posted = False
        super().__init__(upstream)

    def arm(self, stage, fault, before):
        """From now on `fault` answers for the stage; with `before` the server never sees the request."""
        with self.lock:
            self.stage, self.fault, self.before = stage, fault, before
            self.posted, self.seen = False, []

    def fault_for(self, exchange):
        stage = self._stage_of(exchange.method, exchange.path)
        path = exchange.path
        if stage == "create":
            path += "#" + json.loads(exchange.body)["id"]
        self.seen.append((stage, exchange.method, path, exchange.headers.get("authorization", "")))
        return (self.fault if stage == self.stage else None), not self.before

    def _stage_of(self, method, path):
        path = path.split("?")[0]
        if path == "/api/version":
            return "version"
        if path == "/api/models":
            return "models"
        if path.endswith("/update/version"):
            self.posted = True
            return "update"
        if path in ("/api/v1/functions/", "/api/v1/tools/list"):
            return "proof" if self.posted else "list"
        for end in ("export", "update", "create", "toggle", "delete", "signin", "valves", "spec", "history"):
            if path.endswith("/" + end):
                if end in ("update", "create", "toggle", "delete"):
                    self.posted = True
                return "proof" if end == "export" and self.posted else end
        return "readback" if self.posted else "lookup"


def drop(_proxy, _connection, _exchange):
    """Closes without a word."""


def drop_hard(_proxy, connection, _exchange):
    reset(connection)


def gateway_page(_proxy, connection, _exchange):
    connection.sendall(answer(502, "<html><head><title>502 Bad Gateway</title></head></html>", "text/html"))


def server_error(_proxy, connection, _exchange):
    connection.sendall(answer(500, '{"detail":"Internal Server Error"}'))
    return True


def cut(_proxy, connection, exchange):
    status, kind, body = exchange.answered or (200, "application/json", b'{"id":"')
    connection.sendall(answer(status, body[:len(body) // 2], kind, length=len(body) + 1))


def late(proxy, connection, exchange):
    time.sleep(proxy.random.uniform(0.1, 0.6))
    if exchange.answered is None:
        return None
    status, kind, body = exchange.answered
    connection.sendall(answer(status, body, kind))
    return True


class RandomProxy(Proxy):
    """Breaks `share` of the requests that change something and a third as many of the others, half of them before the
    server has seen them, after a `delay` in seconds. Counts what it did in `faults`."""

    FAULTS = [drop_hard, drop, gateway_page, server_error, cut, late]

    def __init__(self, upstream, seed):
        self.share = 0.0
        self.delay = 0.0
        self.faults = collections.Counter()
        self.random = random.Random(seed)
        self._changes = collections.Counter()  # what was asked for in the present run
        super().__init__(upstream)

    def fault_for(self, exchange):
        changes = exchange.method != "GET"
        if changes and exchange.path.endswith(("/update", "/create")):
            # Two plugins are created under one path, but with two bodies.
            self._changes[exchange.path, exchange.body] += 1
        if self.random.random() >= (self.share if changes else self.share / 3):
            return (pause if self.delay else None), True
        fault, arrives = self.random.choice(self.FAULTS), self.random.random() < 0.5
        self.faults[f"{fault.__name__} {'after' if arrives else 'before'}"] += 1
        return fault, arrives

    def new_run(self):
        """What was sent more than once in the last run."""
        with self.lock:
            twice = [path for (path, _), count in self._changes.items() if count > 1]
            self._changes.clear()
            return twice


def pause(proxy, connection, exchange):
    """No fault, but as slow as a line of some length."""
    time.sleep(proxy.delay)
    status, kind, body = exchange.forward()
    connection.sendall(answer(status, body, kind))
    return True
