"""Work on one brand is ended where it takes too much, wherever it is done, and the work on all others is done."""

from __future__ import annotations

import ctypes
import faulthandler
import multiprocessing
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Event, Thread, get_ident, get_native_id

import pytest

from showcase.model.limits import Limits
from showcase.source import crew, lone_process, pool, stint
from showcase.source.chunk import Ended, Task
from showcase.source.crew import Crew, work_here, work_through
from showcase.source.forking import see_off

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the limits of processes are Linux's"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]
LIMITS = Limits(seconds=0.2, memory=200_000_000)
HARMLESS = ("harmless", "")


def count_for_ever() -> None:
    while True:
        pass


def hold_a_library() -> None:
    """Python cannot be heard while it waits for this."""
    data = ctypes.create_string_buffer(1 << 20)
    while True:
        ctypes.pythonapi.PyBytes_FromStringAndSize(None, 0)
        ctypes.CDLL(None).memset(data, 0, len(data))


def take_all_memory() -> None:
    bytearray(2 * LIMITS.memory)


def die(number: int) -> None:
    faulthandler.disable()
    os.kill(os.getpid(), number)


DEEDS: dict[str, Callable[[], None]] = {
    "counts for ever": count_for_ever,
    "holds a library": hold_a_library,
    "waits for ever": partial(time.sleep, 60),
    "takes all memory": take_all_memory,
    "is no memory's": partial(die, signal.SIGSEGV),
    "gives up": partial(die, signal.SIGABRT),
    "is killed": partial(die, signal.SIGKILL),
}
CODES = {
    "counts for ever": "took-too-long",
    "holds a library": "took-too-long",
    "waits for ever": "took-too-long",
    "takes all memory": "took-too-much-memory",
    "is no memory's": "stopped-the-program",
    "gives up": "stopped-the-program",
}


def work(items: Iterable[str]) -> list[str]:
    done = []
    for item in items:
        DEEDS.get(item, int)()
        done.append(item)
    return done


@pytest.fixture(autouse=True)
def quick_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forks, though the tests have threads of their own; and looks soon at who is late by the clock on the wall."""
    let_fork(True, monkeypatch)
    for module in (pool, lone_process):
        monkeypatch.setattr(module, "LOOK", 0.05)


def let_fork(is_forked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (crew, pool):
        monkeypatch.setattr(module, "can_fork", lambda: is_forked)


def gather(outcomes: Iterable[list[str] | Ended[str]]) -> tuple[list[str], dict[str, str]]:
    done, ended = [], {}
    for outcome in outcomes:
        if isinstance(outcome, Ended):
            ended[outcome.item] = outcome.code
        else:
            done += outcome
    return sorted(done), ended


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("deed", CODES)
def test_the_work_is_ended_and_the_rest_is_done(deed: str, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if deed == "waits for ever":
        monkeypatch.setattr(stint, "_PATIENCE", 2)
    calm = [f"{number:02}" for number in range(20)]
    done, ended = gather(work_through(Task([*calm[:7], deed, *calm[7:]], 4, LIMITS), work, jobs))
    assert done == calm
    assert ended == {deed: CODES[deed]}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("deed", ["harmless", "counts for ever", "gives up"])
def test_a_crew_stays_for_one_task_after_the_other(deed: str, jobs: int) -> None:
    with Crew(jobs) as crew:
        first = list(crew.work_through(Task(range(4), 1, LIMITS), tell_process))
        gather(crew.work_through(Task([deed], 1, LIMITS), work))
        last = list(crew.work_through(Task(range(4), 1, LIMITS), tell_process))
    assert set(first + last) == set(first) if deed == "harmless" else not set(first) & set(last)


@pytest.mark.parametrize("is_forked", [True, False])
def test_those_who_share_its_memory_are_relieved(is_forked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    let_fork(is_forked, monkeypatch)
    with Crew(1) as crew:
        first = set(crew.work_through(Task(range(2), 1, LIMITS), tell_process))
        crew.relieve()
        last = set(crew.work_through(Task(range(2), 1, LIMITS), tell_process))
    assert (first != last) == is_forked


def begin(path: Path, word: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{os.getpid()} {word}\n")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("deed", ["harmless", "gives up"])
def test_a_crew_begins_anew(deed: str, jobs: int, tmp_path: Path) -> None:
    """One process goes on with what it has in memory, several make room for others, and so does one that is ended."""
    path = tmp_path / "begun.txt"
    with Crew(jobs, partial(begin, path, "first")) as crew:
        first = set(crew.work_through(Task(range(4), 1, LIMITS), tell_process))
        gather(crew.work_through(Task([deed], 1, LIMITS), work))
        crew.begin_anew(partial(begin, path, "second"))
        last = set(crew.work_through(Task(range(4), 1, LIMITS), tell_process))
        begun = [tuple(line.split()) for line in path.read_text("utf-8").splitlines()]
    assert (first == last) == (jobs == 1 and deed == "harmless")
    assert {int(process) for process, word in begun if word == "second"} >= last
    assert all(begun.count(one) == 1 for one in begun)


@pytest.mark.parametrize("is_there", [True, False])
def test_what_goes_wrong_at_a_new_beginning_is_raised_by_the_next_work(is_there: bool) -> None:
    with Crew(1) as crew:
        if is_there:
            list(crew.work_through(Task(range(1), 1, LIMITS), tell_process))
        crew.begin_anew(partial(int, "nothing"))
        with pytest.raises(ValueError, match="nothing"):
            list(crew.work_through(Task(range(1), 1, LIMITS), tell_process))


@pytest.mark.parametrize("jobs", [1, 2])
def test_who_was_late_with_one_task_is_not_with_the_next(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stint, "_PATIENCE", 2)
    with Crew(jobs) as crew:
        gather(crew.work_through(Task(["a"], 1, LIMITS), work))
        assert crew._processes is not None
        # As if it had been looked at in the moment in which the last item was done.
        crew._processes.late[0] = "took-too-long"
        done, ended = gather(crew.work_through(Task(["gives up", "b"], 1, LIMITS), work))
    assert (done, ended) == (["b"], {"gives up": "stopped-the-program"})


def test_who_has_done_all_is_gone_once_seen_off(former_children: str) -> None:
    """Until then it holds the locks of a build, and the next would be refused."""
    gather(work_through(Task(["a"], 1, LIMITS), work, 1))
    see_off()
    assert find_children() == former_children


def tell_process(items: Iterable[int]) -> int:
    time.sleep(0.02 * len(list(items)))
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("items", [[], ["a"], ["a", "b", "c"], ["gives up", "a"]])
def test_something_else_is_done_once_meanwhile(items: list[str], jobs: int) -> None:
    seen: list[str] = []
    with Crew(jobs) as crew:
        done, _ = gather(crew.work_through(Task(items, 1, LIMITS, lambda: seen.append("done")), work))
    assert seen == ["done"]
    assert done == [item for item in items if item not in CODES]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_meanwhile_is_told_and_leaves_nobody_at_work(jobs: int, former_children: str) -> None:
    def fail() -> None:
        raise LookupError("not there")

    with pytest.raises(LookupError), Crew(jobs) as crew:
        list(crew.work_through(Task(["a", "b"], 1, LIMITS, fail), work))
    assert find_children() == former_children


@pytest.fixture
def former_children() -> str:
    see_off()
    return find_children()


def find_children() -> str:
    return Path(f"/proc/self/task/{get_native_id()}/children").read_text("ascii")


@pytest.mark.parametrize("jobs", [1, 2])
def test_several_in_one_chunk(jobs: int) -> None:
    items = ["counts for ever", "a", "takes all memory", "gives up", "b"]
    expected = {item: CODES[item] for item in items if item in CODES}
    assert gather(work_through(Task(items, 5, LIMITS), work, jobs)) == (["a", "b"], expected)


def test_seconds_are_of_the_processor() -> None:
    assert gather(work_through(Task(["a"], 1, LIMITS), partial(wait_and_work, 0.5), 1)) == (["a"], {})


def wait_and_work(seconds: float, items: Iterable[str]) -> list[str]:
    return [time.sleep(seconds) or item for item in items]  # type: ignore[func-returns-value]


def test_a_picture_within_the_limits_is_given_time() -> None:
    assert gather(work_through(Task(["a"], 1, LIMITS), count_a_while, 1)) == (["a"], {})


def count_a_while(items: Iterable[str]) -> list[str]:
    done = []
    for item in items:
        stint.allow_pixels(80_000_000)
        until = time.process_time() + 0.4
        while time.process_time() < until:
            pass
        done.append(item)
    return done


def test_of_items_that_are_at_hand_together_the_one_that_takes_the_memory_is_blamed() -> None:
    sizes = [1_000, 70_000_000, 50_000_000, 150_000_000, 2_000]
    # The system may take its time to give a process so much.
    limits = Limits(seconds=60, memory=100_000_000)
    done, ended = [], {}
    for outcome in work_through(Task(sizes, 5, limits), hold_together, 1):
        if isinstance(outcome, Ended):
            ended[outcome.item] = outcome.code
        else:
            done += outcome
    assert (sorted(done), ended) == ([1_000, 2_000, 50_000_000, 70_000_000], {150_000_000: "took-too-much-memory"})


def hold_together(sizes: Iterable[int]) -> list[int]:
    held = [bytearray(size) for size in sizes]
    return [len(each) for each in held]


def test_what_several_take_together_with_none_in_hand_is_no_fault_of_theirs() -> None:
    limits = Limits(seconds=60, memory=100_000_000)
    assert gather(work_through(Task(["a", "b", "c"], 3, limits), put_together, 1)) == (["a", "b", "c"], {})


def put_together(items: Iterable[str]) -> list[str]:
    done = list(items)
    bytearray(len(done) * 60_000_000)
    return done


def test_the_steps_of_the_work_on_an_item_share_its_seconds() -> None:
    expected = {0.15: "took-too-long"}
    done, ended = [], {}
    for outcome in work_through(Task([0.05, 0.15, 0.06], 3, LIMITS), count_in_steps, 1):
        if isinstance(outcome, Ended):
            ended[outcome.item] = outcome.code
        else:
            done += outcome
    assert (sorted(done), ended) == ([0.05, 0.06], expected)


def count_in_steps(items: stint.HandedOut[float]) -> list[float]:
    for several in items.by(2):
        for _ in range(2):
            for seconds in several:
                until = time.process_time() + seconds
                while time.process_time() < until:
                    pass
    return list(items)


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_is_killed_from_outside_has_done_nothing_wrong(jobs: int) -> None:
    with pytest.raises(OSError, match="ended from outside"):
        gather(work_through(Task(["a", "is killed"], 1, LIMITS), work, jobs))


def test_one_that_is_killed_between_two_chunks_has_done_nothing_wrong(former_children: str) -> None:
    with Crew(1) as crew:
        ((process, _),) = crew.work_through(Task(["a"], 1, LIMITS), tell_process_and_count)
        os.kill(process, signal.SIGKILL)
        with pytest.raises(OSError, match="ended from outside"):
            gather(crew.work_through(Task(["b"], 1, LIMITS), work))
    assert find_children() == former_children


def tell_process_and_count(items: Iterable[str]) -> tuple[int, int]:
    return os.getpid(), len(list(items))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("deed", "error"), [("takes all memory", MemoryError), ("is no memory's", OSError), ("gives up", OSError)]
)
def test_what_happens_with_nothing_in_hand_is_nobodys(deed: str, error: type[Exception], jobs: int) -> None:
    with pytest.raises(error):
        gather(work_through(Task(["a", "b"], 1, LIMITS), partial(work_and_go_on, deed), jobs))


def work_and_go_on(deed: str, items: Iterable[str]) -> list[str]:
    done = work(items)
    DEEDS[deed]()
    return done


@pytest.mark.parametrize("is_forked", [True, False])
def test_a_process_that_cannot_be_set_up_says_why(is_forked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    let_fork(is_forked, monkeypatch)
    with pytest.raises(LookupError, match="not there"):
        gather(work_through(Task(["a"], 1, LIMITS), work, 1, fail_to_begin))


def fail_to_begin() -> None:
    raise LookupError("not there")


def test_work_on_no_brand_takes_as_long_as_it_takes() -> None:
    def take_long(items: Iterable[str]) -> list[str]:
        until = time.process_time() + 0.4
        while time.process_time() < until:
            pass
        return list(items)

    assert gather(work_here(["a"], take_long, None)) == (["a"], {})


def test_where_no_process_can_be_had() -> None:
    items = ["a", "counts for ever", "b", "takes all memory", "c"]
    expected = {"counts for ever": "took-too-long", "takes all memory": "took-too-much-memory"}
    assert gather(work_here(items, work, LIMITS)) == (["a", "b", "c"], expected)
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_one_that_is_born_as_ctrl_c_comes_is_ended(former_children: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fork = os.fork

    def interrupt() -> int:
        process = fork()
        if process:
            signal.pthread_kill(get_ident(), signal.SIGINT)
        return process

    monkeypatch.setattr(os, "fork", interrupt)
    # A shell starts what it puts in the background with Ctrl-C ignored.
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            Crew(1).gather()
    finally:
        signal.signal(signal.SIGINT, inherited)
    see_off()
    assert find_children() == former_children


def test_what_cannot_be_handed_back_is_told_and_leaves_nobody_at_work(former_children: str) -> None:
    with pytest.raises((TypeError, AttributeError), match="lambda"):
        list(work_through(Task(["a"], 1, LIMITS), give_what_nobody_can_hand_over, 1))
    assert find_children() == former_children


def give_what_nobody_can_hand_over(items: Iterable[str]) -> list[Callable[[], None]]:
    return [lambda: None for _ in items]


def test_more_than_a_pipe_holds_is_handed_over_and_back() -> None:
    items = ["长" * 200_000, "短"]
    assert gather(work_through(Task(items, 2, LIMITS), work, 1)) == (sorted(items), {})


def test_it_ends_where_nobody_is_left_to_ask_it() -> None:
    reading, writing = os.pipe()
    parent = os.fork()
    if not parent:
        try:
            os.close(reading)
            wait = partial(tell_and_wait, writing)
            gather(work_through(Task(["a"], 1, Limits(seconds=60, memory=LIMITS.memory)), wait, 1))
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as told:
        assert told.read(1) == b"."
        os.kill(parent, signal.SIGKILL)
        os.waitpid(parent, 0)
        # The end of what it tells, which it would hold open as long as it waits.
        assert select.select([told], [], [], 20)[0]
        assert told.read(1) == b""


def tell_and_wait(writing: int, items: Iterable[str]) -> list[str]:
    os.write(writing, b".")
    time.sleep(120)
    return list(items)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 10, 23])
@pytest.mark.parametrize("chunk", [1, 7, 100])
def test_every_item_is_worked_on_once(count: int, chunk: int, jobs: int) -> None:
    items = [f"{number:02}" for number in range(count)]
    assert gather(work_through(Task(items, chunk, LIMITS), work, jobs)) == (items, {})


def test_the_board_is_read_though_somebody_was_ended_with_its_lock_in_hand() -> None:
    board = stint.Board.among(multiprocessing.get_context("fork"), 1, is_forked=True)
    board.take_row(7)
    held, done = Event(), Event()

    def hold() -> None:
        with board._lock:
            held.set()
            done.wait(20)

    holder = Thread(target=hold)
    holder.start()
    held.wait()
    found: list[object] = []
    reader = Thread(target=lambda: found.extend(board.read()), daemon=True)
    reader.start()
    reader.join(5)
    is_read = not reader.is_alive()
    done.set()
    holder.join()
    assert is_read
    assert found == [(7, -1, 0.0)]
