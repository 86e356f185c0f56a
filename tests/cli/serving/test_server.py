"""The server over a socket: heads, hosts, the overlay's script in pages alone, the stream, ports."""

import http.client
import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from showcase.cli.serving import server as module
from showcase.cli.serving.board import Board, State
from showcase.cli.serving.problem import compose_words
from showcase.cli.serving.server import PreviewServer, open_server

Ask = Callable[..., http.client.HTTPResponse]
PAGE = "<!doctype html><html><body><p>好</p></body></html>"
SCRIPT = '<script src="/__preview__/overlay.js" data-version="run-1" defer></script>'


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    """Serves a site of two pages and a script."""
    site = tmp_path / "site"
    (site / "brands").mkdir(parents=True)
    for name, text in {"index.html": PAGE, "brands/index.html": PAGE, "404.html": PAGE, "a.js": "1 </body>"}.items():
        (site / name).write_text(text, encoding="utf-8")
    board = Board(State(version="run-1", building=False, words=compose_words("en")))
    with open_server(0, site, board) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        board.close()
        server.shutdown()
        thread.join()


@pytest.fixture
def ask(server: PreviewServer) -> Iterator[Ask]:
    """Asks for a target; every answer is on a connection of its own."""
    connections = []

    def request(target: str, *, method: str = "GET", host: str = "127.0.0.1:8000") -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connections.append(connection)
        connection.putrequest(method, target, skip_host=True)
        if host:
            connection.putheader("Host", host)
        connection.endheaders()
        return connection.getresponse()

    yield request
    for connection in connections:
        connection.close()


def test_adds_the_overlay_to_a_page(ask: Ask) -> None:
    answer = ask("/")
    body = answer.read().decode()
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert body == PAGE.replace("</body>", f"{SCRIPT}</body>")
    assert int(answer.headers["Content-Length"]) == len(body.encode())


def test_adds_nothing_to_other_files(ask: Ask) -> None:
    assert ask("/a.js").read() == b"1 </body>"


def test_keeps_what_is_published(ask: Ask, server: PreviewServer) -> None:
    ask("/").read()
    assert (server.site / "index.html").read_text(encoding="utf-8") == PAGE


def test_leads_to_the_folder(ask: Ask) -> None:
    answer = ask("/brands?q=1")
    assert (answer.status, answer.headers["Location"], answer.read()) == (302, "/brands/?q=1", b"")


def test_shows_the_page_for_what_is_missing(ask: Ask) -> None:
    answer = ask("/brands/none/")
    assert (answer.status, SCRIPT in answer.read().decode()) == (404, True)


def test_waits_where_there_is_no_site(ask: Ask, server: PreviewServer) -> None:
    for path in server.site.glob("*.html"):
        path.unlink()
    answer = ask("/")
    body = answer.read().decode()
    assert answer.status == 503
    assert SCRIPT in body
    assert "There is nothing to show yet" in body


@pytest.mark.parametrize("target", ["/", "/a.js", "/none", "/__preview__/events", "/__preview__/overlay.js"])
def test_answers_head_without_a_body(ask: Ask, target: str) -> None:
    answer = ask(target, method="HEAD")
    assert answer.status == (404 if target == "/none" else 200)
    assert answer.read() == b""


@pytest.mark.parametrize("target", ["/", "/a.js", "/none", "/brands", "/__preview__/overlay.css"])
def test_nothing_is_kept_or_given_to_others(ask: Ask, target: str) -> None:
    heads = ask(target).headers
    assert heads["Cache-Control"] == "no-store"
    assert heads["Cross-Origin-Resource-Policy"] == "same-origin"
    assert heads["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:65535"])
def test_answers_to_its_own_names(ask: Ask, host: str) -> None:
    assert ask("/", host=host).status == 200


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.2"]
)
@pytest.mark.parametrize("target", ["/", "/a.js", "/__preview__/events"])
def test_answers_to_no_other_name(ask: Ask, host: str, target: str) -> None:
    answer = ask(target, host=host)
    assert answer.status == 403
    assert b"body" not in answer.read()


def test_serves_what_the_overlay_is_made_of(ask: Ask) -> None:
    kinds = {name: ask(f"/__preview__/overlay.{name}").headers["Content-Type"] for name in ("js", "css")}
    assert kinds == {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
    assert ask("/__preview__/overlay.py").status == 404


def read_state(answer: http.client.HTTPResponse) -> dict[str, object]:
    while not (line := answer.readline()).startswith(b"data: "):
        assert line, "the stream has ended"
    state: dict[str, object] = json.loads(line[6:])
    return state


def test_tells_how_things_stand_and_what_becomes_of_it(ask: Ask, server: PreviewServer) -> None:
    answer = ask("/__preview__/events")
    assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert read_state(answer)["version"] == "run-1"
    server.board.post(State(version="run-2", building=False, problem={"title": "\n\ndata: 坏"}))
    state = read_state(answer)
    assert (state["version"], state["problem"]) == ("run-2", {"title": "\n\ndata: 坏"})
    server.board.close()
    assert answer.read() == b"\n"


def test_says_now_and_then_that_it_is_there(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BEAT", 0.01)
    answer = ask("/__preview__/events")
    read_state(answer)
    assert [answer.readline() for _ in range(3)] == [b"\n", b": \n", b"\n"]


def test_says_nothing_of_a_reader_who_leaves(
    ask: Ask, server: PreviewServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_BEAT", 0.01)
    ended: list[object] = []
    own = PreviewServer.shutdown_request
    monkeypatch.setattr(PreviewServer, "shutdown_request", lambda *given: (own(*given), ended.append(given)))
    with socket.create_connection(("127.0.0.1", server.server_port)) as reader:
        reader.sendall(b"GET /__preview__/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        reader.recv(1)
    while not ended:
        assert ask("/").status == 200
    assert capsys.readouterr().err == ""


def test_takes_the_next_free_port(server: PreviewServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PORT", server.server_port)
    with open_server(None, server.site, server.board) as other:
        assert server.server_port < other.server_port < server.server_port + 20


def test_refuses_a_port_in_use(server: PreviewServer) -> None:
    with pytest.raises(OSError, match="in use"):
        open_server(server.server_port, server.site, server.board)


def test_listens_to_this_machine_alone(server: PreviewServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
