# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""A proxy on this machine that now and then breaks an exchange with the server behind it."""

import collections
import http.client
import random
import socket
import socketserver
import struct
import threading
import time

PAGE = b"<html><head><title>502 Bad Gateway</title></head></html>"
# Neither a client's nor a server's word about the connection is passed on, and no compressed body is asked for.
OWN_HEADERS = {"host", "connection", "accept-encoding", "content-length"}


def response(status, content_type, body, length=None):
    head = f"HTTP/1.1 {status} Answer\r\nContent-Type: {content_type}\r\nContent-Length: {length or len(body)}\r\n\r\n"
    return head.encode() + body


class Broken(Exception):
    """The connection is over."""


class Request:
    def __init__(self, method, path, headers, body):
        self.method, self.path, self.headers, self.body = method, path, headers, body

    def pass_on(self, port):
        """(status, content type, body) of the server's answer."""
        upstream = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            headers = {name: value for name, value in self.headers.items() if name not in OWN_HEADERS}
            upstream.request(self.method, self.path, self.body or None, headers)
            answer = upstream.getresponse()
            return answer.status, answer.getheader("Content-Type") or "", answer.read()
        finally:
            upstream.close()


def reset(connection, _answer):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    raise Broken


def close(_connection, _answer):
    raise Broken


def gateway_page(connection, _answer):
    connection.sendall(response(502, "text/html", PAGE))
    raise Broken


def server_error(connection, _answer):
    connection.sendall(response(500, "application/json", b'{"detail":"Internal Server Error"}'))


def cut(connection, answer):
    status, content_type, body = answer or (200, "application/json", b'{"id":"')
    connection.sendall(response(status, content_type, body[:len(body) // 2], len(body) + 1))
    raise Broken


def late(connection, answer):
    time.sleep(random.uniform(0.1, 0.6))
    if answer is None:
        raise Broken
    connection.sendall(response(*answer))


FAULTS = [reset, close, gateway_page, server_error, cut, late]


class BrokenProxy(socketserver.ThreadingTCPServer):
    """Breaks `share` of the requests that change something and a third as many of the others, half of them before the
    server has seen them. Counts what it did in `faults`, and in `changes` what was asked for in the present run."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, upstream, seed):
        super().__init__(("127.0.0.1", 0), Handler)
        self.upstream = upstream
        self.share = 0.0
        self.delay = 0.0
        self.faults = collections.Counter()
        self.changes = collections.Counter()
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def fault_for(self, request):
        """(the fault or None, whether the server sees the request)"""
        changes = request.method != "GET"
        with self._lock:
            if changes and request.path.endswith(("/update", "/create")):
                # Two plugins are created under one path, but with two bodies.
                self.changes[request.path, request.body] += 1
            if self._random.random() >= (self.share if changes else self.share / 3):
                return None, True
            fault, seen = self._random.choice(FAULTS), self._random.random() < 0.5
            self.faults[f"{fault.__name__} {'after' if seen else 'before'}"] += 1
            return fault, seen

    def new_run(self):
        """What was sent more than once in the last run."""
        with self._lock:
            twice = [path for (path, _), count in self.changes.items() if count > 1]
            self.changes.clear()
            return twice

    def handle_error(self, _request, _address):
        """A client that was killed is what this is for."""


class Handler(socketserver.StreamRequestHandler):
    timeout = 60

    def handle(self):
        try:
            while (request := self.read_request()) is not None:
                self.answer(request)
        except (Broken, OSError, http.client.HTTPException):
            pass

    def read_request(self):
        line = self.rfile.readline().decode("latin1").split()
        if len(line) < 3:
            return None
        headers = {name.lower(): value for name, value in http.client.parse_headers(self.rfile).items()}
        return Request(line[0], line[1], headers, self.rfile.read(int(headers.get("content-length", 0))))

    def answer(self, request):
        proxy = self.server
        time.sleep(proxy.delay)
        fault, seen = proxy.fault_for(request)
        answer = request.pass_on(proxy.upstream) if seen else None
        if fault is None:
            self.connection.sendall(response(*answer))
        else:
            fault(self.connection, answer)
