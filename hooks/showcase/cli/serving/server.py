"""The server of a preview: the site as a plain static server would give it, for this machine alone."""

from __future__ import annotations

import re
import socketserver
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from showcase.cli.serving.board import Board, State
from showcase.cli.serving.overlay import ASSETS, EVENTS, draw_waiting, inject_overlay
from showcase.cli.serving.site_files import Moved, find_file, name_type

HOST: Final = "127.0.0.1"
PORT: Final = 8000
_TRIES: Final = 20
"""Ports that are tried from :data:`PORT` on where none is asked for."""
_BEAT: Final = 15.0
"""Seconds after which a stream with nothing to tell says so, to learn whether anybody still listens."""
_HTML: Final = "text/html; charset=utf-8"
_OWN_HOST: Final = re.compile(r"(?:localhost|127\.0\.0\.1)(?::[0-9]{1,5})?", re.IGNORECASE)


class PreviewServer(ThreadingHTTPServer):
    """Serves one site; a thread for every connection, none of which keeps the process from ending."""

    daemon_threads = True
    # Elsewhere a port in use is refused and one just left is not; on Windows this would share one in use.
    allow_reuse_address = sys.platform != "win32"
    request_queue_size = 64

    def __init__(self, port: int, site: Path, board: Board) -> None:
        """Takes a port, 0 for any; raises ``OSError``."""
        self.site = site
        self.board = board
        super().__init__((HOST, port), PreviewHandler)

    def server_bind(self) -> None:
        """Takes the port without asking a name server what this machine is called, as the base class does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of a reader who left."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def open_server(port: int | None, site: Path, board: Board) -> PreviewServer:
    """A server on a port, or on the first that is free where none is named; raises ``OSError``."""
    if port is not None:
        return PreviewServer(port, site, board)
    for free in range(PORT, PORT + _TRIES - 1):
        try:
            return PreviewServer(free, site, board)
        except OSError:
            continue
    return PreviewServer(PORT + _TRIES - 1, site, board)


class PreviewHandler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = 60
    """Seconds after which a connection that asks for nothing is closed."""

    def do_GET(self) -> None:
        """Sends what was asked for."""
        self._answer()

    def do_HEAD(self) -> None:
        """Sends the head of what was asked for."""
        self._answer()

    def version_string(self) -> str:
        """The name in the head, without the version of Python."""
        return "brand-showcase"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as above
        """Says nothing: the terminal tells of builds."""

    def end_headers(self) -> None:
        """Ends every head alike: nothing is kept by a browser, nothing is given to pages of other hosts."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def _answer(self) -> None:
        # A page of another host whose name was made to mean this machine is told nothing (DNS rebinding).
        if not _OWN_HOST.fullmatch(self.headers.get("Host", "")):
            self._send(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", b"only localhost and 127.0.0.1\n")
        elif self.path == EVENTS:
            self._stream()
        elif asset := ASSETS.get(self.path.partition("?")[0]):
            self._send(HTTPStatus.OK, name_type(asset), asset.read_bytes())
        else:
            self._send_page()

    def _send_page(self) -> None:
        # Read before the file is: a page that is older than it says is loaded anew, one that is newer would not be.
        state = self.server.board.read()
        found = find_file(self.server.site, state.base, self.path)
        if isinstance(found, Moved):
            self._send(HTTPStatus.FOUND, _HTML, b"", location=found.address)
            return
        content = _read(found.path) if found else None
        if found is not None and content is not None:
            kind = name_type(found.path)
            self._send(HTTPStatus.OK, kind, inject_overlay(content, state.version) if kind == _HTML else content)
        elif (missing := _read(self.server.site / "404.html")) is not None:
            self._send(HTTPStatus.NOT_FOUND, _HTML, inject_overlay(missing, state.version))
        else:
            page = inject_overlay(draw_waiting(state.words), state.version)
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, _HTML, page)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, *, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self) -> None:
        """Tells how things stand, now and whenever it changes, as Server-Sent Events."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 500\n\n")
        told: State | None = None
        state: State | None = self.server.board.read()
        while state is not None:
            self.wfile.write(b": \n\n" if state is told else f"data: {state.as_json()}\n\n".encode())
            told = state
            state = self.server.board.wait(told, _BEAT)


def _read(path: Path) -> bytes | None:
    """A file's bytes; ``None`` for one that is not there, or was taken away by a build just now."""
    try:
        return path.read_bytes()
    except OSError:
        return None
