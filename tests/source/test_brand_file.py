from __future__ import annotations

import pickle
import re
from decimal import Decimal
from pathlib import Path

import pytest

from showcase.model.brand import Brand, Status
from showcase.model.faults import Place, sort_faults
from showcase.model.values import PartialDate
from showcase.source.brand_file import BrandFile, BrandReading
from showcase.source.brand_reading import read_brand_file

FIVE_LINES = """\
name: 浙里办
agency: zj-data
category: government-services
slogan: 掌上办事，一站直达
summary: 一个入口汇集全省政务服务，个人和企业在手机上就能查询、办理、评价。
"""
SOUND = f"{FIVE_LINES}sources: [{{title: 报道}}]\n"

FULL = """\
status: retired
published: 2024-05-20
level: province
featured: yes
since: 2014-06
tags: [掌上办事, "12345"]
aliases: [old-slug, a]
identity:
  color: "#1b66d6"
  meaning: >
    名字取自
    一句老话
service:
  audience: [个人, 企业]
  items: [{name: 不动产登记, url: "https://www.example.gov.cn/a?b=1#c", hours: "9:00—17:00"}]
  channels: [{type: hotline, phone: "12345"}, {type: hall, address: 解放路一号}]
  methods: [一次登录, {name: 材料比对, technology: 电子证照, benefit: 少填表}]
  commitments: [{text: 当场受理, limit: 1, unit: 工作日}, {text: 热情}]
management:
  systems: [{kind: guarantee, title: 应急预案, document: 某政发〔2020〕1号, date: 2020}]
  certifications: [{standard: ISO 9001, valid_until: 2027-05-01}]
  responsible: 政务服务处
  supervision: [{type: window, value: 大厅三号窗口, reply_days: 5}]
  satisfaction: {rate: 98.60, sample: 1200, period: 2024 年上半年}
culture: {concept: 用心, values: [规范], mi: 理念}
phases:
  appraisal: {status: done, start: 2013-09, end: 2014-03, deliberations: [{kind: expert, count: 10}]}
  planning: {status: ongoing, evidence: [{title: 方案}]}
designation: {grade: 示范, year: 2015}
reviews: [{date: 2016, result: passed}]
results: [{label: 用户, value: 2500.50, unit: 万, period: 2019-06, source: 报道}]
honours: [{title: 奖, year: 2019}]
cases: [{title: 甲, text: 乙, consent: true}]
contact: {phone: "0571-88888888转3", email: a@example.gov.cn, website: "https://example.gov.cn"}
"""


def read(text: str, folder: Path) -> BrandReading:
    path = folder / "x.md"
    path.write_text(text, encoding="utf-8")
    return read_brand_file(BrandFile(str(path), "x.md", "x", "x.md", has_folder=False))


def brand_of(reading: BrandReading) -> Brand:
    assert reading.brand is not None, reading.faults
    return reading.brand


def test_five_lines_make_a_brand(tmp_path: Path) -> None:
    reading = read(f"---\n{FIVE_LINES}---\n", tmp_path)
    brand = brand_of(reading)
    assert (brand.slug, brand.name, brand.status, brand.body) == ("x", "浙里办", Status.PUBLISHED, "")
    assert [fault.code for fault in reading.faults] == ["no-sources"]


def test_everything_that_the_model_takes(tmp_path: Path) -> None:
    reading = read(f"---\n{SOUND}{FULL}---\n\n故事\n", tmp_path)
    brand = brand_of(reading)
    assert not reading.faults
    assert brand.status is Status.RETIRED
    assert brand.featured
    assert brand.since == PartialDate(2014, 6)
    assert brand.identity.meaning == "名字取自 一句老话"
    assert [method.name for method in brand.service.methods] == ["一次登录", "材料比对"]
    assert [commitment.measurable for commitment in brand.service.commitments] == [True, False]
    assert brand.results[0].value == Decimal("2500.50")
    assert str(brand.results[0].value) == "2500.50"
    assert brand.management.satisfaction is not None
    assert brand.management.satisfaction.period == "2024 年上半年"
    assert brand.phases.current == "planning"
    assert brand.body == "故事"


def test_a_reading_can_be_handed_between_processes(tmp_path: Path) -> None:
    reading = read(f"---\n{FIVE_LINES}{FULL}---\n", tmp_path)
    assert pickle.loads(pickle.dumps(reading)) == reading


def test_keys_without_a_value_are_not_given(tmp_path: Path) -> None:
    brand = brand_of(read(f"---\n{SOUND}level:\nsince: ~\ntags:\n  -\n  - 甲\ncontact:\n---\n", tmp_path))
    assert (brand.level, brand.since, brand.tags) == (None, None, ("甲",))


def test_a_required_key_without_a_value_is_told_at_the_key(tmp_path: Path) -> None:
    reading = read(f"---\n{SOUND.replace('slogan: 掌上办事，一站直达', 'slogan:')}---\n", tmp_path)
    (fault,) = reading.faults
    assert (fault.code, fault.field, fault.place.line, fault.place.column) == ("missing-key", "slogan", 5, 1)


@pytest.mark.parametrize("text", ["——", "？？", '"?"', "★☆ ★☆", "🎉🎉", '"，。，。，。，。，。，。，。，。，。，。"'])
@pytest.mark.parametrize("field", ["name", "slogan", "summary"])
def test_signs_alone_are_no_text(field: str, text: str, tmp_path: Path) -> None:
    reading = read(f"---\n{re.sub(f'(?m)^{field}: .*', f'{field}: {text}', SOUND)}---\n", tmp_path)
    (fault,) = reading.faults
    assert (fault.code, fault.field, fault.details["found"]) == ("no-words", field, text.strip('"'))


@pytest.mark.parametrize("name", ["12345", "e办", "①号窗", "«甲»", "あい", "Ça va"])
def test_letters_and_digits_of_any_script_are_text(name: str, tmp_path: Path) -> None:
    assert read(f"---\n{SOUND.replace('浙里办', repr(name))}---\n", tmp_path).faults == ()


def test_missing_keys_are_told_at_the_fence(tmp_path: Path) -> None:
    reading = read("---\n---\n", tmp_path)
    assert [(fault.code, fault.field, fault.place.line) for fault in reading.faults] == [
        ("missing-key", name, 1) for name in ("name", "agency", "category", "slogan", "summary")
    ]


def test_blanks_around_a_text_are_taken_away(tmp_path: Path) -> None:
    assert brand_of(read("---\n" + SOUND.replace("浙里办", '"　浙里办 "') + "---\n", tmp_path)).name == "浙里办"


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("name", "办", "too-short"),
        ("name", "办" * 21, "too-long"),
        ("name", "浙里办浙里办浙里办", "name-long"),
        ("slogan", "办" * 25, "too-long"),
        ("slogan", "办得快", "slogan-length"),
        ("slogan", "办" * 13, "slogan-length"),
        ("summary", "短", "too-short"),
        ("summary", "长" * 161, "too-long"),
    ],
)
def test_lengths_of_the_first_fields(field: str, text: str, code: str, tmp_path: Path) -> None:
    lines = [f"{field}: {text}" if line.startswith(f"{field}:") else line for line in SOUND.splitlines()]
    reading = read("\n".join(["---", *lines, "---", ""]), tmp_path)
    assert [(fault.code, fault.field) for fault in reading.faults] == [(code, field)]


@pytest.mark.parametrize(
    ("snippet", "code", "field"),
    [
        ("cases: [{title: 甲, text: 乙}]", "case-without-consent", "cases[0]"),
        ("tags: [甲，乙]", "full-width-comma", "tags[0]"),
        ("service:\n  audience: [个人、企业]", "full-width-comma", "service.audience[0]"),
        ("culture:\n  values: [甲, 乙, 甲]", "repeated-item", "culture.values[2]"),
        ("culture:\n  concept: 请打 13812345678", "mobile-in-text", "culture.concept"),
        ("culture:\n  concept: 证件 11010519491231002X", "id-number-in-text", "culture.concept"),
    ],
)
def test_advice_does_not_stand_in_the_way(snippet: str, code: str, field: str, tmp_path: Path) -> None:
    reading = read(f"---\n{SOUND}{snippet}\n---\n", tmp_path)
    assert [(fault.code, fault.field) for fault in reading.faults] == [(code, field)]
    assert reading.brand is not None


@pytest.mark.parametrize("text", ["AT&T 合作", "小于 < 大于", "1 <2 且 3> 2", "<3 天"])
def test_signs_are_no_html(text: str, tmp_path: Path) -> None:
    assert not read(f'---\n{SOUND}culture:\n  concept: "{text}"\n---\n', tmp_path).faults


def test_every_private_number_of_a_story_is_told_with_its_line(tmp_path: Path) -> None:
    story = "电话 13812345678。\n\n或 13812345678，证号 11010519491231002X、13987654321\n"
    reading = read(f"---\n{SOUND}---\n{story}", tmp_path)
    start = len(f"---\n{SOUND}---\n".splitlines())
    places = [(fault.code, fault.place.line - start, fault.place.column) for fault in sort_faults(reading.faults)]
    mobile, card = "mobile-in-text", "id-number-in-text"
    assert places == [(mobile, 1, 4), (mobile, 3, 3), (card, 3, 18), (mobile, 3, 37)]


def test_every_private_number_of_a_field_is_told(tmp_path: Path) -> None:
    text = f'---\n{SOUND}culture: {{concept: "打 13812345678 或 139 8765 4321"}}\n---\n'
    found = [(fault.code, fault.details["found"]) for fault in read(text, tmp_path).faults]
    assert found == [("mobile-in-text", "13812345678"), ("mobile-in-text", "139 8765 4321")]


def test_every_fault_is_told_in_one_run(tmp_path: Path) -> None:
    text = f"---\n{SOUND}status: 已发布\nslogn: x\nculture:\n  mi: no\n---\n![](https://a.cn/b.png) 13812345678\x01\n"
    found = [fault.code for fault in sort_faults(read(text, tmp_path).faults)]
    assert found == [
        *("not-a-choice", "unknown-key", "not-text"),
        *("picture-elsewhere", "picture-without-words", "mobile-in-text", "control-character"),
    ]


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("\x00", "control-character"),
        ("\x1b", "control-character"),
        ("\x85", "control-character"),
        ("\u2028", "control-character"),
        ("\u200b", "invisible-character"),
        ("\ufeff", "invisible-character"),
        ("\u202e", "bidi-character"),
        ("\u2067", "bidi-character"),
        ("\ufffd", "lost-character"),
    ],
)
def test_characters_that_no_field_holds(char: str, code: str, tmp_path: Path) -> None:
    reading = read(f"---\n{SOUND}culture:\n  concept: 用{char}心\n  mi: 甲\n---\n", tmp_path)
    assert [(fault.code, fault.place.line, fault.place.column) for fault in reading.faults] == [(code, 9, 13)]
    assert reading.brand is None


def test_emoji_may_be_joined_in_the_story(tmp_path: Path) -> None:
    assert not read(f"---\n{SOUND}---\n一家人\U0001f468\u200d\U0001f469\n", tmp_path).faults


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    reading = read_brand_file(BrandFile(str(tmp_path / "no.md"), "no.md", "no", "no.md", has_folder=False))
    assert [fault.code for fault in reading.faults] == ["unreadable-file"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"---\n{SOUND}{FULL}---\n[甲](brand:b) [乙](brand:)\n", id="sound"),
        pytest.param(f"---\n{SOUND}aliases: [a, ~, b, 3]\n---\n", id="aliases that are none"),
        pytest.param(f"---\n{FIVE_LINES}tags: [甲, 甲, 乙、丙]\nculture: {{values: [甲、乙]}}\n---\n", id="advice"),
        pytest.param(f"---\n{SOUND}cases:\n- {{title: 甲, text: 乙}}\n- title: 丙\n  text: 丁\n---\n", id="consent"),
        pytest.param(f"---\n{SOUND}identity: {{logo: a.png}}\ngallery:\n- src: b.png\n  alt: 乙\n---\n", id="files"),
        pytest.param(f"---\n{SOUND}level: [甲]\nagency: 0571\nname: ~\n---\n", id="fields that are no text"),
    ],
)
def test_only_claims_differ_where_they_need_no_place(text: str, tmp_path: Path) -> None:
    placed = read(text, tmp_path)
    other = read_brand_file(placed.file, placed=False)
    assert other == placed._replace(claims=tuple(claim._replace(place=Place("x.md")) for claim in placed.claims))


def test_a_sound_file_needs_no_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        f'---\n{FIVE_LINES}sources:\n- {{title: 报道}}\ntags: [掌上办事, "12345"]\naliases: [a]\n---\n[甲](brand:b)\n'
    )
    file = read(text, tmp_path).file
    monkeypatch.setattr("showcase.source.yaml_tree.build_tree", lambda *_: pytest.fail("the tree was built"))
    assert read_brand_file(file, placed=False).brand is not None
