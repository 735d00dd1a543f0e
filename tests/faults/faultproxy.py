# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""A proxy on loopback in front of owui-practice that breaks one stage of a deployment.

A fault is a function (proxy, connection, exchange) -> None that writes whatever it likes to the connection. The exchange
knows the request and can forward it (once). What arrived is kept in `seen`, with its Authorization header.
"""
import http.client
import json
import socket
import struct
import threading


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
    def __init__(self, method, path, headers, body, stage, upstream):
        self.method, self.path, self.headers, self.body, self.stage = method, path, headers, body, stage
        self._upstream = upstream
        self._answer = None

    def forward(self):
        """(status, content type, body) of the real server; the request goes there once."""
        if self._answer is None:
            c = http.client.HTTPConnection("127.0.0.1", self._upstream, timeout=30)
            keep = {k: v for k, v in self.headers.items() if k not in ("host", "connection", "accept-encoding")}
            c.request(self.method, self.path, self.body or None, keep)
            r = c.getresponse()
            self._answer = (r.status, r.getheader("Content-Type") or "", r.read())
            c.close()
        return self._answer


class FaultProxy:
    def __init__(self, upstream):
        self.upstream = upstream
        self.stage, self.fault, self.before = None, None, False
        self.seen = []  # (stage, method, path, authorization)
        self.posted = False
        self.hits = 0
        self.stopped = False
        self.lock = threading.Lock()
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(64)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def arm(self, stage, fault, before):
        """From now on `fault` answers for the stage; with `before` the server never sees the request."""
        with self.lock:
            self.stage, self.fault, self.before = stage, fault, before
            self.posted, self.seen, self.hits = False, [], 0

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

    def _stage_of(self, method, path):
        path = path.split("?")[0]
        if path == "/api/version":
            return "version"
        if path == "/api/models":
            return "models"
        if path.endswith("/update/version"):
            self.posted = True
            return "update"
        for end in ("export", "update", "create", "toggle", "delete", "signin", "valves", "spec", "history"):
            if path.endswith("/" + end):
                if end in ("update", "create", "toggle", "delete"):
                    self.posted = True
                return end
        return "readback" if self.posted else "lookup"

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
                with self.lock:
                    stage = self._stage_of(method, path)
                    which = path + "#" + json.loads(body)["id"] if stage == "create" else path
                    self.seen.append((stage, method, which, headers.get("authorization", "")))
                exchange = Exchange(method, path, headers, body, stage, self.upstream)
                fault = self.fault if stage == self.stage else None
                if fault:
                    self.hits += 1
                    if not self.before:
                        exchange.forward()
                    if fault(self, connection, exchange) is not True:
                        connection.close()
                        return
                else:
                    status, kind, text = exchange.forward()
                    connection.sendall(answer(status, text, kind))
        except (OSError, ValueError, http.client.HTTPException):
            pass
        finally:
            try:
                connection.close()
            except OSError:
                pass
