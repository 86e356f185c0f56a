"""Messages followed word for word, as somebody does who knows nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from showcase.language import load_translations
from showcase.model.brand import Brand
from showcase.model.fault_texts import render_fault
from showcase.model.faults import Fault, sort_faults
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file

CHINESE: Final = load_translations("cli", "zh-Hans")
FIELDS: Final = {
    "name": "浙里办",
    "agency": "zj-data",
    "category": "government-services",
    "slogan": "掌上办事，一站直达",
    "summary": "一个入口汇集全省政务服务，个人和企业在手机上就能查询、办理、评价。",
    "sources": "[{title: 报道}]",
}
SOUND: Final = "".join(f"{key}: {value}\n" for key, value in FIELDS.items())
ROUNDS: Final = 9
"""More than any file here needs."""


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
    start, after = place.column - 1, line[place.column - 1 + place.length :]
    key = re.match("[a-z_]+:", found[1])
    if line[start : start + 1] == "：":
        start, after = len(line) - len(line.lstrip(" ")), ""
        start += 2 * line[start:].startswith("- ")
    # What is to be written begins with the sign of an item, or with the key that stands there; or it is the value.
    if found[1].startswith("- "):
        start, after = len(line) - len(line.lstrip(" ")), ""
    elif key and key[0] in line:
        start, after = line.index(key[0]), ""
    lines[place.line - 1] = line[:start] + found[1] + after


def write_choice(lines: list[str], fault: Fault, found: re.Match[str]) -> None:
    write_line(lines, fault, found)
    choice = found[2].partition(", ")[0]
    lines[fault.place.line - 1] = lines[fault.place.line - 1].replace("…", choice)


def write_lines(lines: list[str], fault: Fault, found: re.Match[str]) -> None:
    last, first = int(found[3]), int(found[2])
    assert first == fault.place.line
    del lines[first:last]
    write_line(lines, fault, found)


def move_up(lines: list[str], fault: Fault, found: re.Match[str]) -> None:
    text = lines.pop(fault.place.line - 1).strip()
    above = lines[fault.place.line - 2]
    start = above.rindex(found[1])
    lines[fault.place.line - 2] = above[:start] + (", " if "逗号" in found[0] else "") + text + above[start:]


def delete_lines(lines: list[str], _fault: Fault, found: re.Match[str]) -> None:
    for number in (found[2], *range(int(found[1]), 0, -1)):
        if number:
            del lines[int(number) - 1]


def move_below(lines: list[str], fault: Fault, found: re.Match[str]) -> None:
    first = int(found[1] or fault.place.line) - 1
    last = int(found[2] or first + 1)
    moved = lines[first:last]
    del lines[first:last]
    start = lines.index("---", 1) + 1
    lines[start:start] = moved


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
    "把(?:它|第 (.+) 至 (.+) 行)移到第二个 --- 下面的正文里，或者把内容写进相应的字段": move_below,
    "如果是字段 [a-z_]+，就改为：[^，]+，“…”处照实填写；如果是小标题，就()()移到第二个 --- 下面": move_below,
    "如果是字段 [a-z_]+，就改为：(.+)；如果是小标题，就移到第二个 --- 下面": write_line,
    "删去第 (?:1 至 )?(.+?) 行，让 --- 成为第一行(?:；末尾的第 (.+) 行也删去)?": delete_lines,
    "改为：(.+)；[a-z]+ 照实从这些里选：(.+)": write_choice,
    "改为：(.+)；要是“.+”有几项，中间加半角逗号和空格": write_line,
    "如果是另一项，就改为：(.+)；如果是接着上一行写的，行首就空 .+ 格": write_line,
    "如果是另一项，就改为：(.+)；不是就与上一项的键对齐": write_line,
    "(?=把第 .+ 至 .+ 行改为一行：(.+))把第 (.+) 至 (.+) 行.*": write_lines,
    "改为：(.+)": write_line,
}


def read(folder: Path, text: str) -> tuple[Brand | None, tuple[Fault, ...]]:
    path = folder / "x.md"
    path.write_text(text, encoding="utf-8")
    reading = read_brand_file(BrandFile(str(path), "x.md", "x", "x.md", has_folder=False))
    return reading.brand, sort_faults(reading.faults)


def tell(fault: Fault) -> str:
    return f"{fault.code}@{fault.place.line}:{fault.place.column} {render_fault(fault, CHINESE).hint}"


def mend(folder: Path, text: str) -> Brand:
    """The brand of a file after all that its messages say was done, from the last to the first."""
    for _ in range(ROUNDS):
        brand, faults = read(folder, text)
        if not faults:
            assert brand is not None
            return brand
        for fault in reversed(faults):
            text = follow(text, fault)
    raise AssertionError(text)


def write_file(written: str) -> str:
    """A file with some lines in the place of those of the same keys, at the end."""
    keys = {line.partition(":")[0] for line in written.split("\n")}
    sound = "".join(f"{key}: {value}\n" for key, value in FIELDS.items() if key not in keys)
    return f"---\n{sound}{written}\n---\n故事\n"
