"""One process that works for this one, and can be ended: what a pool is to much work, in a tenth of its time."""

from __future__ import annotations

import os
import pickle
import select
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread
from typing import Any, NoReturn

from showcase.source.chunk import (
    LOOK,
    TOO_LONG,
    Item,
    Numbers,
    Result,
    Stopped,
    Task,
    explain_exit,
    find_guilty,
    put_back,
    take_outcome,
    work_on,
)
from showcase.source.forking import hold_interrupts, let_leave, see_off
from showcase.source.stint import Board, HandedOut, join_board


class _GoneError(Exception):
    """The process has ended before it answered."""


class LoneProcess:
    """A process that shares the memory of this one as it was when it was born; it is handed one chunk at a time."""

    def __init__(self, begin: Callable[[], None] | None) -> None:
        """``begin`` is called first in it. Raises ``OSError`` where the system lets no other be had."""
        self.is_forked, self.is_broken = True, False
        self.late: dict[int, str] = {}
        self._board = Board.of_one()
        see_off()
        (reading, asking), (listening, telling) = os.pipe(), os.pipe()
        self._process = 0
        try:
            # One that is interrupted before it is deaf to Ctrl-C would go on with what this one was to do.
            with hold_interrupts():
                self._process = os.fork()
                if not self._process:
                    os.close(asking)
                    _serve(begin, self._board, reading, telling)
        except BaseException:  # Ctrl-C comes when they are no longer held.
            os.close(asking)
            os.close(listening)
            if self._process:
                let_leave(self._process)
            raise
        finally:
            os.close(reading)
            os.close(telling)
        self._asked = os.fdopen(asking, "wb")
        self._told = os.fdopen(listening, "rb")
        self._poll = select.poll()
        self._poll.register(listening, select.POLLIN)

    def work(
        self,
        chunks: deque[Numbers],
        task: Task[Item],
        work: Callable[[HandedOut[Item]], Result],
        do_meanwhile: Callable[[], None],
    ) -> Iterator[Result | Stopped]:
        """As :meth:`showcase.source.chunk.Processes.work`."""
        while chunks:
            numbers = chunks.popleft()
            try:
                self._ask((work, task.take(numbers), task.limits))
                do_meanwhile()
                outcome = self._wait()
            except _GoneError:
                self.is_broken = True
                ended = find_guilty(self._find_ended(), numbers)
                put_back(numbers, ended, chunks)
                yield from (Stopped(number, code) for number, code in ended.items())
                return
            yield from take_outcome(outcome, numbers, chunks)

    def begin_anew(self, begin: Callable[[], None], /) -> bool:
        """As :meth:`showcase.source.chunk.Processes.begin_anew`; it has to be pickled."""
        try:
            self._ask(begin)
        except _GoneError:
            return False
        return True

    def dismiss(self, *, cancel: bool) -> None:
        """As :meth:`showcase.source.chunk.Processes.dismiss`; it has begun nothing of which nobody waits."""
        if self.is_broken:
            return
        self.is_broken = True
        # Without a word to it, which would have it end on the core that this process works on.
        if cancel:
            self._end()
            self._leave()
        else:
            let_leave(self._process)
            self._hang_up()

    def _ask(self, request: object) -> None:
        # Before anything is written: what cannot be handed over would leave half of it in the pipe.
        data = pickle.dumps(request, pickle.HIGHEST_PROTOCOL)
        try:
            self._asked.write(data)
            self._asked.flush()
        except BrokenPipeError:
            raise _GoneError from None

    def _wait(self) -> Any:
        """What the process answers, or raises what it raised."""
        while not self._poll.poll(LOOK * 1000):
            self._end_late()
        try:
            error, outcome = pickle.load(self._told)  # noqa: S301 - of our own process
        except (EOFError, pickle.UnpicklingError):
            raise _GoneError from None
        if error is not None:
            raise error
        return outcome

    def _end_late(self) -> None:
        for _, number, deadline in self._board.read():
            if number >= 0 and deadline and time.monotonic() > deadline:
                self.late[number] = TOO_LONG
                self._end()

    def _find_ended(self) -> dict[int, str]:
        """The item on which the process ended by its own doing, with a kind of fault."""
        kind = explain_exit(self._leave())
        at_hand = (number for _, number, _ in self._board.read())
        return {**{number: kind for number in at_hand if kind and number >= 0}, **self.late}

    def _end(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)

    def _hang_up(self) -> None:
        with suppress(BrokenPipeError):
            self._asked.close()
        self._told.close()

    def _leave(self) -> int:
        """Waits for its end, and gives its exit code."""
        self._hang_up()
        # Where SIGCHLD is ignored, as some that start builds have it, the system forgets a process once it has ended.
        with suppress(ChildProcessError):
            return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])
        return 0


def _serve(begin: Callable[[], None] | None, board: Board, reading: int, telling: int) -> NoReturn:
    """Does what is asked for until there is no more; never returns into what the parent was at."""
    try:
        # Ctrl-C is for the process that started it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        Thread(target=_end_with_parent, args=(reading,), daemon=True).start()
        join_board(board, os.getpid())
        unready = _try_to_begin(begin)
        with os.fdopen(reading, "rb") as asked, os.fdopen(telling, "wb") as told:
            while True:
                request = pickle.load(asked)  # noqa: S301 - of our own process
                if callable(request):
                    unready = _try_to_begin(request)
                else:
                    told.write(_answer(request, unready))
                    told.flush()
    finally:
        os._exit(0)


def _try_to_begin(begin: Callable[[], None] | None) -> Exception | None:
    try:
        if begin is not None:
            begin()
    except Exception as error:  # noqa: BLE001 - raised by the first work
        return error
    return None


def _answer(request: tuple[Any, Any, Any], unready: Exception | None) -> bytes:
    if unready is not None:
        return pickle.dumps((unready, None))
    try:
        return pickle.dumps((None, work_on(*request)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - raised by whoever waits
        return pickle.dumps((error, None))


def _end_with_parent(reading: int) -> None:
    """Ends this process where nobody can ask it for anything any more: it would work for nobody."""
    poll = select.poll()
    poll.register(reading, 0)
    poll.poll()
    os._exit(1)
