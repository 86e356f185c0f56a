"""A crew of processes that work on brands is spread over, each of which can be ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence

from showcase.model.limits import Limits
from showcase.source.chunk import TOO_LONG, Ended, Item, Numbers, Processes, Result, Stopped, Task, work_on
from showcase.source.forking import can_fork
from showcase.source.lone_process import LoneProcess
from showcase.source.stint import HandedOut, TookTooLongError, raise_in_time


class Crew:
    """Processes that stay together for one task after the other; one that was ended is replaced.

    They share what was in memory when the first task began, or the first after :meth:`relieve`.
    """

    def __init__(self, jobs: int, begin: Callable[[], None] | None = None) -> None:
        """``begin`` is called first in each process."""
        self._jobs, self._begin = jobs, begin
        self._processes: Processes | None = None

    def __enter__(self) -> Crew:
        """A crew that is dismissed at the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Lets the processes go."""
        self._dismiss(cancel=kind is not None)

    def work_through(
        self, task: Task[Item], work: Callable[[HandedOut[Item]], Result]
    ) -> Generator[Result | Ended[Item], None, None]:
        """What ``work`` makes of each chunk of the items, as it comes, and the items on which it had to be ended.

        A chunk in which an item had to be given up is worked on once more without it, in a new process. Raises
        ``OSError`` where a process was ended from outside.
        """
        count = len(task.items)
        chunks: deque[Numbers] = deque(
            range(start, min(start + task.chunk, count)) for start in range(0, count, task.chunk)
        )
        waiting = [task.meanwhile] if task.meanwhile else []

        def do_meanwhile() -> None:
            while waiting:
                waiting.pop()()

        try:
            while chunks:
                processes = self._processes = self._processes or self._call()
                processes.late.clear()  # They were late with items of another task, which have the same numbers.
                for outcome in processes.work(chunks, task, work, do_meanwhile):
                    yield Ended(task.items[outcome.number], outcome.code) if isinstance(outcome, Stopped) else outcome
                if processes.is_broken:
                    self._processes = None
            do_meanwhile()
        except BaseException:
            self._dismiss(cancel=True)
            raise

    def gather(self) -> None:
        """Has the processes come before there is a task, to get ready for one."""
        self._processes = self._processes or self._call()

    def begin_anew(self, begin: Callable[[], None]) -> None:
        """Has ``begin`` called before the next task, in whoever does it; this process waits until it is handed over."""
        self._begin = begin
        if self._processes and not self._processes.begin_anew(begin):
            self._dismiss(cancel=False)

    def relieve(self) -> None:
        """Has others do the next task, where processes share this one's memory: each copies more of it by and by."""
        if self._processes and self._processes.is_forked:
            self._dismiss(cancel=False)

    def _call(self) -> Processes:
        if self._jobs == 1 and can_fork():
            return LoneProcess(self._begin)
        # To import a pool takes longer than one process takes to do little.
        from showcase.source.pool import Pool

        return Pool(self._jobs, self._begin)

    def _dismiss(self, *, cancel: bool) -> None:
        """Lets the processes go; what was begun is waited for, or it would write into the next build's stage."""
        processes, self._processes = self._processes, None
        if processes:
            processes.dismiss(cancel=cancel)


def work_through(
    task: Task[Item],
    work: Callable[[HandedOut[Item]], Result],
    jobs: int,
    begin: Callable[[], None] | None = None,
) -> Generator[Result | Ended[Item], None, None]:
    """The same by a crew that comes together for this alone."""
    with Crew(jobs, begin) as crew:
        yield from crew.work_through(task, work)


def work_here(
    items: Sequence[Item], work: Callable[[HandedOut[Item]], Result], limits: Limits | None
) -> Generator[Result | Ended[Item], None, None]:
    """The same in this process, item by item, where another would take longer to start than the work takes."""
    with raise_in_time():
        for number, item in enumerate(items):
            try:
                outcome = work_on(work, [(number, item)], limits)
            except TookTooLongError:
                outcome = Stopped(number, TOO_LONG)
            yield Ended(item, outcome.code) if isinstance(outcome, Stopped) else outcome
