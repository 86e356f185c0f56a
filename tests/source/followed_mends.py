"""Messages followed word for word, as somebody does who knows nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.model.faults import Fault

CHINESE: Final = load_translations("cli", "zh-Hans")


def follow(text: str, fault: Fault) -> str:
    """The text of a file in which one thing was done that a message says."""
    lines = text.split("\n")
    hint = render_fault(fault, CHINESE).hint
    for pattern, do in WAYS.items():
        if found := re.fullmatch(pattern, hint):
            do(lines, fault, found)
            return "\n".join(lines)
    raise AssertionError(hint)


def change_blanks(lines: list[str], fault: Fault, found: re.Match[str]) -> None:
    first = int(found[1] or fault.place.line)
    for index in range(first - 1, int(found[2] or first)):
        bare = lines[index].lstrip(" ")
        blanks = len(lines[index]) - len(bare)
        count = {"删去": blanks - int(found[4]), "加": blanks + int(found[4]), "空": int(found[4])}[found[3]]
        lines[index] = " " * count + bare


def write_line(lines: list[str], fault: Fault, found: re.Match[str]) -> None:
    line, place = lines[fault.place.line - 1], fault.place
    key = found[1].partition(":")[0]
    # What is to be written begins with the key that stands there, or with the sign of an item; or it is the value.
    starts = [line.find(f"{key}:"), len(line) - len(line.lstrip(" ")) if found[1].startswith("- ") else -1]
    start = next((start for start in starts if start >= 0), place.column - 1)
    lines[place.line - 1] = line[:start] + found[1]


def move_up(lines: list[str], fault: Fault, found: re.Match[str]) -> None:
    text = lines.pop(fault.place.line - 1).strip()
    above = lines[fault.place.line - 2]
    start = above.rindex(found[1])
    lines[fault.place.line - 2] = above[:start] + (", " if "逗号" in found[0] else "") + text + above[start:]


def delete_lines(lines: list[str], _fault: Fault, found: re.Match[str]) -> None:
    for number in (found[2], *range(int(found[1]), 0, -1)):
        if number:
            del lines[int(number) - 1]


def move_entry(lines: list[str], fault: Fault, found: re.Match[str]) -> None:
    first = last = fault.place.line - 1
    while lines[last + 1].startswith(" "):
        last += 1
    entry = [" " * int(found[2]) + line for line in lines[first : last + 1]]
    del lines[first : last + 1]
    start = lines.index(f"{found[1]}:") + 1
    lines[start:start] = entry


WAYS: Final[dict[str, Callable[[list[str], Fault, re.Match[str]], None]]] = {
    "(?:第 (.+) 至 (.+) 行，每行的行首都|(?:在)?这一行的行首)(删去|加|空) (.+) (?:个空格|格)": change_blanks,
    "如果是接着上一行写的，行首就()()(空) (.+) 格；不是就写成“键: 值”": change_blanks,
    "如果是接着上一行写的，就移到上一行末尾的 (.) 前面(?:，用半角逗号隔开)?；不是就写成“键: 值”": move_up,
    "把它移到 (.+): 的下一行，它的每一行，行首都加 (.+) 个空格": move_entry,
    "是单位，就移到 (agencies): 的下一行；是 .+ 里的，就留在这里。它的每一行，行首都加 (.+) 个空格": move_entry,
    "删去第 (?:1 至 )?(.+?) 行，让 --- 成为第一行(?:；末尾的第 (.+) 行也删去)?": delete_lines,
    "改为：(.+)": write_line,
}
