from __future__ import annotations

from pathlib import Path

import pytest
from source.followed_mends import CHINESE, follow

from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.source.catalogue_file import CatalogueReading, read_catalogue_file

SOUND = """\
agencies:
  zj-gov: {name: 浙江省人民政府, website: "https://www.zj.gov.cn", region: 浙江}
  zj-data: {name: {zh-Hans: 浙江省数据局, en: Data bureau}, short: 数据局, parent: zj-gov}
categories:
  water: {name: 水利, icon: wave, summary: 防汛供水}
levels:
  city: {name: 市级}
"""


def read(text: str | bytes, folder: Path) -> CatalogueReading:
    path = folder / "_catalogue.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_catalogue_file(path, "brands/_catalogue.yml")


def test_a_sound_vocabulary(tmp_path: Path) -> None:
    reading = read(SOUND, tmp_path)
    assert not reading.faults
    assert reading.vocabulary is not None
    agency = reading.vocabulary.agencies["zj-data"]
    assert (str(agency.name), agency.name.to("en"), agency.parent) == ("浙江省数据局", "Data bureau", "zj-gov")
    assert list(reading.vocabulary.agencies) == ["zj-gov", "zj-data"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("levels:\n  city: {name: 市级}\n", "", "missing-key@1:1 levels"),
        ("levels:\n  city: {name: 市级}\n", "levels:\n", "missing-key@6:1 levels"),
        ("levels:", "级别:", "unknown-key@6:1 级别"),
        ("  city:", "  City_1:", "bad-key@7:3 levels.City_1"),
        ("  city:", "  no:", "key-not-text@7:3 "),
        ("{name: 市级}", "{name: 12345}", "not-text@7:16 levels.city.name"),
        ("{name: 市级}", "{nmae: 市级}", "unknown-key@7:10 levels.city.nmae"),
        ("{name: 市级}", "市级", "not-mapping@7:9 levels.city"),
        ("{name: 市级}", "{name: {en: City}}", "bad-locale@7:16 levels.city.name"),
        ("{name: 市级}", "{name: {zh-Hans: 市级, fr: Ville}}", "bad-locale@7:16 levels.city.name"),
        ("{name: 市级}", "{name: {zh-Hans: 1}}", "not-text@7:26 levels.city.name.zh-Hans"),
        ("{name: 市级}", "{name: ''}", "empty-text@7:16 levels.city.name.zh-Hans"),
        ("{name: 市级}", "{name: ……}", "no-words@7:16 levels.city.name.zh-Hans"),
        ("parent: zj-gov", "parent: zj-gv", "unknown-parent@3:75 agencies.zj-data.parent"),
        ("parent: zj-gov", "parent: zj-data", "parent-cycle@3:75 agencies.zj-data.parent"),
        ("region: 浙江", "parent: zj-data", "parent-cycle@2:69 agencies.zj-gov.parent"),
        ("浙江省数据局", "浙江省人民政府", "same-agency-name@3:19 agencies.zj-data.name"),
        ('"https://www.zj.gov.cn"', "www.zj.gov.cn", "bad-url@2:36 agencies.zj-gov.website"),
        ("防汛供水", "<b>防汛</b>", "html-in-text@5:42 categories.water.summary"),
        ("levels:", "levels：", "full-width-colon@6:7 "),
        ("  water:", "\twater:", "tab-indentation@5:1 "),
        ("市级", "市\u200b级", "invisible-character@7:17 "),
    ],
)
def test_faults_of_the_vocabulary(old: str, new: str, fault: str, tmp_path: Path) -> None:
    reading = read(SOUND.replace(old, new), tmp_path)
    found = [f"{one.code}@{one.place.line}:{one.place.column} {one.field}" for one in reading.faults]
    assert sorted(found) == fault.split("|")
    assert (reading.vocabulary is None) == (not fault.startswith("same-agency-name"))


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("levels:", "owner: 甲\nlevels:", "Delete the line; _catalogue.yml takes the keys named here and no others"),
        (
            "{name: 市级}",
            "{name: 市级, note: 甲}",
            "Delete the line; _catalogue.yml takes the keys named here and no others",
        ),
        ("市级}", f"{'市' * 400}}}", "Say it shorter; _catalogue.yml has no place for the rest"),
        ("{name: 市级}", "{nmae: 市级, name: 甲}", "Did you mean name?"),
    ],
)
def test_advice_fits_a_file_without_a_story(old: str, new: str, hint: str, tmp_path: Path) -> None:
    (fault,) = read(SOUND.replace(old, new), tmp_path).faults
    text = render_fault(fault, load_translations("cli", "en"))
    assert text.hint == hint
    assert fault.code != "unknown-key" or text.expected.startswith("one of: ")


ENTRY = "shili: {name: 示例局}\n"
IN_LINES = "shili:\n  name: 示例局\n"
ADD = "在这一行的行首加 2 个空格"
TO_AGENCIES = "把它移到 agencies: 的下一行，它的每一行，行首都加 2 个空格"
UNSURE = "是单位，就移到 agencies: 的下一行；是 levels 里的，就留在这里。它的每一行，行首都加 2 个空格"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SOUND + ENTRY, f"unknown-key@8:1 {UNSURE}"),
        (SOUND + IN_LINES, f"unknown-key@8:1 {UNSURE}"),
        (SOUND + IN_LINES + "  parent: zj-gov\n", f"unknown-key@8:1 {TO_AGENCIES}"),
        (ENTRY + SOUND, f"unknown-key@1:1 {TO_AGENCIES}"),
        (SOUND.replace("categories:", f"{ENTRY}categories:"), f"unknown-key@4:1 {ADD}"),
        (
            SOUND.replace("categories:", f"{IN_LINES}\n# 领域\ncategories:"),
            "unknown-key@4:1 第 4 至 5 行，每行的行首都加 2 个空格",
        ),
        (
            SOUND.replace("  zj", "    zj").replace("categories:", f"{ENTRY}categories:"),
            f"unknown-key@4:1 {ADD[:-5]}4 个空格",
        ),
        (SOUND.replace("agencies:\n", f"agencies:\n{ENTRY}"), f"bad-indentation@2:1 {ADD}"),
        (
            SOUND.replace("agencies:\n", f"agencies:\n{ENTRY}bieju: {{name: 别局}}\n"),
            "bad-indentation@2:1 第 2 至 3 行，每行的行首都加 2 个空格",
        ),
        (SOUND.replace("agencies:\n", f"agencies:\n {ENTRY}"), "bad-indentation@2:1 在这一行的行首加 1 个空格"),
        (SOUND.replace("agencies:\n", f"agencies:\n    {ENTRY}"), "bad-indentation@2:1 这一行的行首删去 2 个空格"),
        (
            SOUND.replace("agencies:\n", f"agencies:\n{IN_LINES}"),
            "unknown-key@2:1 第 2 至 3 行，每行的行首都加 2 个空格",
        ),
    ],
)
def test_an_agency_outside_its_section_is_told_where_it_belongs(text: str, told: str, tmp_path: Path) -> None:
    (fault,) = read(text, tmp_path).faults
    hint = render_fault(fault, CHINESE).hint
    assert f"{fault.code}@{fault.place.line}:{fault.place.column} {hint}" == told
    reading = read(follow(text, fault), tmp_path)
    assert not reading.faults
    assert reading.vocabulary is not None
    assert {"shili", "zj-gov", "zj-data"} <= set(reading.vocabulary.agencies)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SOUND.replace("  water:", "  water："), ["5:8 water: {name: 水利, icon: wave, summary: 防汛供水}"]),
        (
            SOUND.replace("  water: {name: ", "  water：\n    {name："),
            ["5:8 water:", "6:10 {name: 水利, icon: wave, summary: 防汛供水}"],
        ),
        (SOUND.replace("  city: {name: ", "  city：{name: "), ["7:7 city: {name: 市级}"]),
        (SOUND.replace("  city: {name: ", "  city：{name："), ["7:7 city: {name: 市级}"]),
        (
            SOUND.replace("{name: 水利, icon: wave, summary: ", "{name：水利，icon：wave，summary：防汛，"),
            ["5:15 water: {name: 水利, icon: wave, summary: 防汛，防汛供水}"],
        ),
        (SOUND.replace("summary: ", "summary："), ["5:40 water: {name: 水利, icon: wave, summary: 防汛供水}"]),
        (SOUND.replace("city: {name: 市级}", "city：\n    name：市级"), ["7:7 city:", "8:9 name: 市级"]),
        (SOUND.replace("city: {name: 市级}", "city：\n    name: 市级"), ["7:7 city:"]),
        (
            "agencies: {}\ncategories: {}\nlevels: {city: {name: 市级}}".replace(": ", "："),
            ["1:9 agencies: {}", "2:11 categories: {}", "3:7 levels: {city: {name: 市级}}"],
        ),
    ],
)
def test_full_width_colons_are_told_with_their_lines(text: str, told: list[str], tmp_path: Path) -> None:
    faults = read(text, tmp_path).faults
    lines = [f"{one.place.line}:{one.place.column} {render_fault(one, CHINESE).hint}" for one in faults]
    assert lines == [line.replace(" ", " 改为：", 1) for line in told]
    assert {one.code for one in faults} == {"full-width-colon"}
    for fault in faults:
        text = follow(text, fault)
    reading = read(text, tmp_path)
    assert not reading.faults
    assert reading.vocabulary is not None
    assert str(reading.vocabulary.levels["city"].name) == "市级"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-vocabulary"),
        (b"- a\n", "top-level-list"),
        ("词汇".encode(), "top-level-text"),
        (SOUND.encode("gbk"), "wrong-encoding"),
    ],
)
def test_files_that_are_no_vocabulary(data: bytes, code: str, tmp_path: Path) -> None:
    assert [fault.code for fault in read(data, tmp_path).faults] == [code]


def test_a_circle_of_parents_is_told_once(tmp_path: Path) -> None:
    agencies = "".join(f"  a{number}: {{name: 单位{number}, parent: a{(number + 1) % 50}}}\n" for number in range(50))
    reading = read(f"agencies:\n{agencies}categories: {{}}\nlevels: {{}}\n", tmp_path)
    assert [fault.code for fault in reading.faults] == ["parent-cycle"]
