"""Pagefind, spoken to through the pipe of its service: records in, the files of a search out.

Pagefind's own Python interface waits a tenth of a second for each record; its service takes them as fast as they come.
A message is JSON in Base64, ended by a comma, either way.
"""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from io import BufferedReader
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Semaphore, Thread
from typing import IO, Any, Final, cast

from showcase.language import N_
from showcase.model.system_causes import tell_cause

_PACKAGE: Final = "pagefind_bin_extended"
_NAMES: Final = ("pagefind_extended", "pagefind_extended.exe")
_AHEAD: Final = 256
"""Records that may wait to be read: Pagefind keeps all that waits in memory."""
_CHUNK: Final = 1 << 20
"""Bytes read at a time."""
_TAIL: Final = 300
"""Characters of what Pagefind says that are told."""
PATIENCE: Final = 300.0
"""Seconds of silence after which nothing more is expected: ten thousand brands take less on a busy machine too."""
NO_PAGEFIND: Final = N_("there is no Pagefind for this system")
NO_ANSWER: Final = N_("Pagefind does not answer")
OTHER_FORM: Final = N_("its files have another form than is known here")
_OTHER_ANSWER: Final = N_("another answer than is known here")
_ENDED: Final = N_("Pagefind ended with exit code")


class PagefindError(Exception):
    """Pagefind did not do its work.

    The text is a msgid, after which there may stand a colon and what is not translated; or what Pagefind said.
    """


def find_binary() -> Path | None:
    """The program, where there is a package of it for this platform; it is looked for nowhere else."""
    spec = find_spec(_PACKAGE)
    if spec is None or find_spec("cbor2") is None:
        return None
    folders = [Path(folder) for folder in spec.submodule_search_locations or ()]
    return next((path for folder in folders for path in (folder / name for name in _NAMES) if path.is_file()), None)


def index_records(
    binary: Path,
    messages: Iterable[dict[str, Any]],
    advance: Callable[[int], None],
    patience: float = PATIENCE,
) -> dict[str, bytes]:
    """The files of a search over records, by path; ``advance`` is told how many more were read.

    Raises :class:`PagefindError`, also where there is no answer for ``patience`` seconds, and what making a message
    raises.
    """
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                [binary, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said
            )
        except OSError as error:
            raise PagefindError(tell_cause(error)) from None
        try:
            return _converse(process, messages, advance, patience)
        except _EndedError:
            process.wait()
            said.seek(0)
            words = said.read().decode(errors="replace").strip()
            raise PagefindError(words[-_TAIL:] or f"{_ENDED}: {process.returncode}") from None
        finally:
            process.kill()
            process.wait()
            if process.stdin is not None:
                with suppress(OSError):  # it holds what was never read
                    process.stdin.close()


class _EndedError(Exception):
    """Pagefind has ended before its work was done."""


def _converse(
    process: subprocess.Popen[bytes],
    messages: Iterable[dict[str, Any]],
    advance: Callable[[int], None],
    patience: float,
) -> dict[str, bytes]:
    assert process.stdin is not None
    assert process.stdout is not None
    room = Semaphore(_AHEAD)
    writer = _Writer(process.stdin, messages, room)
    writer.start()
    try:
        for answer in _iterate_answers(cast(BufferedReader, process.stdout), patience):
            room.release()
            match answer:
                case {"payload": {"type": "Error", "message": message}}:
                    raise PagefindError(str(message)[:_TAIL])
                case {"payload": {"type": "IndexedFile"}}:
                    advance(1)
                case {"payload": {"type": "GetFiles", "files": files}}:
                    return _read_files(files)
                case {"payload": {"type": str(kind)}} if kind not in {"Error", "GetFiles"}:
                    pass
                case _:
                    raise PagefindError(_describe(answer))
        raise _EndedError
    finally:
        writer.stop()
        # What could not be made into a message is at fault, and not Pagefind, which waits for more.
        if writer.error is not None:
            raise writer.error


class _Writer(Thread):
    """Writes messages while answers are read: either pipe may be full."""

    def __init__(self, pipe: IO[bytes], messages: Iterable[dict[str, Any]], room: Semaphore) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._messages = messages
        self._room = room
        self._stopped = False
        self.error: BaseException | None = None

    def run(self) -> None:
        """Hands everything over, and asks for the files."""
        try:
            self._write(0, {"type": "NewIndex", "config": None})
            number = 0
            for number, message in enumerate(self._messages, 1):
                self._room.acquire()
                if self._stopped:
                    return
                self._write(number, {"type": "AddRecord", "index_id": 0, **message})
            self._write(number + 1, {"type": "GetFiles", "index_id": 0})
        except (BrokenPipeError, ConnectionError):
            pass  # It has ended, as whoever reads its answers finds.
        except BaseException as error:  # noqa: BLE001 - told by whoever waits for the answers
            self.error = error
            with suppress(OSError):
                self._pipe.close()

    def _write(self, number: int, payload: dict[str, Any]) -> None:
        text = json.dumps({"message_id": number, "payload": payload}, ensure_ascii=False, separators=(",", ":"))
        self._pipe.write(base64.b64encode(text.encode()) + b",")
        self._pipe.flush()

    def stop(self) -> None:
        """Ends the writing."""
        self._stopped = True
        self._room.release()


def _iterate_answers(pipe: BufferedReader, patience: float) -> Iterator[Any]:
    parts: list[bytes] = []
    for chunk in _iterate_chunks(pipe, patience):
        head, *rest = chunk.split(b",")
        parts.append(head)
        for part in rest:
            yield _read_answer(b"".join(parts))
            parts = [part]


def _iterate_chunks(pipe: BufferedReader, patience: float) -> Iterator[bytes]:
    """What comes, as it comes; a thread reads, for not every system can wait for a pipe and look at the clock."""
    chunks: SimpleQueue[bytes] = SimpleQueue()

    def read() -> None:
        with pipe:
            while chunk := pipe.read1(_CHUNK):
                chunks.put(chunk)
        chunks.put(b"")

    Thread(target=read, daemon=True).start()
    try:
        while chunk := chunks.get(timeout=patience):
            yield chunk
    except Empty:
        raise PagefindError(NO_ANSWER) from None


def _read_answer(text: bytes) -> Any:
    try:
        return json.loads(base64.b64decode(text))
    except (ValueError, RecursionError):
        raise PagefindError(text.decode(errors="replace")[:_TAIL]) from None


def _read_files(files: Any) -> dict[str, bytes]:
    try:
        return {str(file["path"]): base64.b64decode(file["content"]) for file in files}
    except (TypeError, KeyError, ValueError):
        raise PagefindError(_describe(files)) from None


def _describe(answer: object) -> str:
    return f"{_OTHER_ANSWER}: {answer!r}"[:_TAIL]
