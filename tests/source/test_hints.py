"""What an editor is told to write in the place of what was written, in the words that are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.model.faults import sort_faults
from showcase.source.brand_file import BrandFile, BrandReading
from showcase.source.brand_reading import read_brand_file

CHINESE = load_translations("cli", "zh-Hans")
FIELDS = {
    "name": "浙里办",
    "agency": "zj-data",
    "category": "government-services",
    "slogan": "掌上办事，一站直达",
    "summary": "一个入口汇集全省政务服务，个人和企业在手机上就能查询、办理、评价。",
    "sources": "[{title: 报道}]",
}


def tell(folder: Path, written: str, *, story: str = "") -> list[str]:
    """The code and the hint of each fault of a brand with some lines in the place of those of the same keys."""
    return list_told(read(folder, written, story=story))


def tell_text(folder: Path, text: str) -> list[str]:
    return list_told(read_text(folder, text))


def read(folder: Path, written: str, *, story: str = "") -> BrandReading:
    keys = {line.partition(":")[0] for line in written.split("\n")}
    sound = "".join(f"{key}: {value}\n" for key, value in FIELDS.items() if key not in keys)
    return read_text(folder, f"---\n{sound}{written}\n---\n{story}")


def read_text(folder: Path, text: str) -> BrandReading:
    path = folder / "x.md"
    path.write_text(text, encoding="utf-8")
    return read_brand_file(BrandFile(str(path), "x.md", "x", "x.md", has_folder=False))


def list_told(reading: BrandReading) -> list[str]:
    return [f"{fault.code} {render_fault(fault, CHINESE).hint}" for fault in sort_faults(reading.faults)]


ONLY_DIGITS = "只写数字，不加引号和千位逗号；有单位就写在 unit 里"


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("2500万件", "改为：value: 2500，旁边写：unit: 万件"),
        ("2500 万件。", "改为：value: 2500，旁边写：unit: 万件"),
        ("“2500万件”", "改为：value: 2500，旁边写：unit: 万件"),
        ("1.2亿元", "改为：value: 1.2，旁边写：unit: 亿元"),
        ("约1200多万人次", "改为：value: 1200，旁边写：unit: 多万人次"),
        ("约1.2万件", "改为：value: 1.2，旁边写：unit: 万件左右"),
        ("累计约 1.2 万件", "改为：value: 1.2，旁边写：unit: 万件左右"),
        ("近1200", "改为：value: 1200，旁边写：unit: 左右"),
        ("约12件, unit: 件", "改为：value: 12，旁边写：unit: 件左右"),
        ("约12, unit: 件左右", "改为：value: 12，旁边写：unit: 件左右"),
        ("超2500万件", "改为：value: 2500，旁边写：unit: 万件以上"),
        ("超过98.6%", '改为：value: 98.6，旁边写：unit: "%以上"'),
        ("不超过3个", "改为：value: 3，旁边写：unit: 个以下"),
        ("不少于3个", "改为：value: 3，旁边写：unit: 个以上"),
        ("不足3万人", "改为：value: 3，旁边写：unit: 万人以下"),
        ("约3万人以上", "改为：value: 3，旁边写：unit: 万人以上"),
        ("累计2500万件", "改为：value: 2500，旁边写：unit: 万件"),
        ("第1名", "名次不是数据，写在荣誉 honours 或正文里：第1名"),
        ("全省第 1", "名次不是数据，写在荣誉 honours 或正文里：全省第 1"),
        ("2500（万件）", "改为：value: 2500，旁边写：unit: 万件"),
        ("2500万, unit: 件", "改为：value: 2500，旁边写：unit: 万件"),
        ("2500万件, unit: 件", "改为：value: 2500，旁边写：unit: 万件"),
        ("12件, unit: 件", "改为：value: 12"),
        ("12个", "改为：value: 12，旁边写：unit: 个"),
        ("3个百分点", "改为：value: 3，旁边写：unit: 个百分点"),
        ("5千米", "改为：value: 5，旁边写：unit: 千米"),
        ("98.6%", '改为：value: 98.6，旁边写：unit: "%"'),
        ("百分之98.6", "改为：value: 98.6"),
        ("‘2500’", "改为：value: 2500"),
        ("3百5十万", ONLY_DIGITS),
        ("2.5w", ONLY_DIGITS),
        ("8成", ONLY_DIGITS),
        ("千分之3", ONLY_DIGITS),
        ("近三千5", ONLY_DIGITS),
        ("2至3件", ONLY_DIGITS),
        ("三", "改为：value: 3"),
        ("十五", "改为：value: 15"),
        ("二十件", "改为：value: 20，旁边写：unit: 件"),
        ("三十二个工作日", "改为：value: 32，旁边写：unit: 个工作日"),
        ("两小时, unit: 小时", "改为：value: 2"),
        ("一站式", ONLY_DIGITS),
        ("三百", ONLY_DIGITS),
        ("三万件", ONLY_DIGITS),
        ("十几件", ONLY_DIGITS),
    ],
)
def test_a_figure_keeps_its_size(value: str, hint: str, tmp_path: Path) -> None:
    told = tell(tmp_path, f"results: [{{label: 办件量, value: {value}, period: 2024, source: 报道}}]")
    assert told in ([f"bad-number {hint}"], [f"curly-quotes {hint}"])
    if mended := re.fullmatch("改为：(value: .+?)(?:，旁边写：(unit: .+))?", hint):
        line = ", ".join(part for part in mended.groups() if part)
        assert tell(tmp_path, f"results: [{{label: 办件量, {line}, period: 2024, source: 报道}}]") == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("rate: 98, sample: 1.2万", "not-whole-number 改为：sample: 12000"),
        ("rate: 98, sample: 1.2万人", "not-whole-number 改为：sample: 12000"),
        ("rate: 98, sample: “1.2亿”", "curly-quotes 改为：sample: 120000000"),
        ("rate: 98, sample: 3千余人", "not-whole-number 改为：sample: 3000"),
        ("rate: 98, sample: 1200人", "not-whole-number 改为：sample: 1200"),
        ("rate: 98, sample: 2.5", "not-whole-number 只写整数，时间换算成工作日"),
        ("rate: 98.6%", "bad-number 改为：rate: 98.6"),
        ("rate: 986‰", f"bad-number {ONLY_DIGITS}"),
        ("rate: 98万", f"bad-number {ONLY_DIGITS}"),
        ("rate: 0.98", "rate-low 改为：rate: 98"),
        ("rate: 0.9860", "rate-low 改为：rate: 98.6"),
        ("rate: 1", "rate-low 改为：rate: 100"),
        ("rate: 9.8", "rate-low 看看小数点是不是错了位"),
        ("rate: 0", "rate-low 看看小数点是不是错了位"),
    ],
)
def test_counts_and_rates_keep_their_size(written: str, told: str, tmp_path: Path) -> None:
    assert tell(tmp_path, f"management:\n  satisfaction: {{{written}}}") == [told]


@pytest.mark.parametrize("written", ["3周", "三周", "1个半月", "24小时", "半年"])
def test_a_count_of_days_is_not_made_of_other_spans(written: str, tmp_path: Path) -> None:
    supervision = f"management:\n  supervision: [{{type: web, value: 网站, reply_days: {written}}}]"
    assert tell(tmp_path, supervision) == ["not-whole-number 只写整数，时间换算成工作日"]


MERGED = "留下两个版本中的一个；删去另一个，再删去标记它们的第 {} 行"
LEFT_OVER = "merge-conflict 删去这一行；这里有两个版本，就留下其中一个"


@pytest.mark.parametrize(
    ("written", "story", "told"),
    [
        (
            "<<<<<<< HEAD\nlevel: 甲\n=======\nlevel: 乙\n>>>>>>> theirs",
            "",
            ["merge-conflict " + MERGED.format("8, 10, 12")],
        ),
        (
            "<<<<<<< HEAD\nlevel: 甲\n||||||| base\nlevel: 丙\n=======\nlevel: 乙\n>>>>>>> a1b2c3",
            "",
            ["merge-conflict " + MERGED.format("8, 10, 12, 14")],
        ),
        ("level: 甲\n<<<<<<< HEAD", "", [LEFT_OVER]),
        ("level: 甲\n=======\nsince: 2014", "", [LEFT_OVER]),
        ("level: 甲\n>>>>>>> theirs", "", [LEFT_OVER]),
        (
            "level: 甲",
            "\n故事\n\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> theirs\n",
            ["merge-conflict " + MERGED.format("13, 15, 17")],
        ),
        (
            "<<<<<<< HEAD\nlevel: 甲",
            "=======\nlevel: 乙\n---\n>>>>>>> theirs\n",
            ["merge-conflict " + MERGED.format("8, 11, 14")],
        ),
        ("level: 甲", "\n标题\n=======\n\n>>>>>>> 引用\n", []),
    ],
)
def test_what_git_leaves_of_a_merge_is_told_as_that(written: str, story: str, told: list[str], tmp_path: Path) -> None:
    assert tell(tmp_path, written, story=story) == told


def test_a_merge_above_the_fields_is_told_as_that(tmp_path: Path) -> None:
    told = tell_text(tmp_path, "<<<<<<< HEAD\n---\nname: 甲\n=======\n---\nname: 乙\n>>>>>>> theirs\n---\n")
    assert told == ["merge-conflict " + MERGED.format("1, 4, 7")]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("slogan: #家门口办得好", ['missing-key # 之后算注释，给文字加引号：slogan: "#家门口办得好"']),
        ("service:\n  items:\n    - name: #1 窗口", ['missing-key # 之后算注释，给文字加引号：name: "#1 窗口"']),
        ("slogan: # 家门口办得好", ["missing-key 补上一行，例如：slogan: 掌上办事，一站直达"]),
        ("slogan:", ["missing-key 补上一行，例如：slogan: 掌上办事，一站直达"]),
        ("culture:\n  concept: #用心", ['text-is-comment 改为：concept: "#用心"']),
        ("culture:\n  concept: # 用心", []),
        ("culture:\n  concept: ## 用心", []),
    ],
)
def test_a_text_that_begins_with_a_number_sign_is_to_be_quoted(written: str, told: list[str], tmp_path: Path) -> None:
    assert tell(tmp_path, written) == told


def test_a_required_key_in_another_spelling_is_told_once(tmp_path: Path) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in FIELDS.items()).replace("slogan:", "slogen:")
    assert tell_text(tmp_path, f"---\n{text}---\n") == ["unknown-key 是不是 slogan？"]
    text = text.replace("name:", "品牌名称:")
    assert tell_text(tmp_path, f"---\n{text}---\n") == ["unknown-key 是不是 name？", "unknown-key 是不是 slogan？"]
    text = text.replace("slogen:", "biaoyu:")
    told = tell_text(tmp_path, f"---\n{text}---\n")
    assert [line.partition(" ")[0] for line in told] == ["missing-key", "unknown-key", "unknown-key"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("service: {channels: [{type: email, email: a@b.cn}]}", "unknown-key 邮箱写成：address: a@b.cn"),
        ("service: {channels: [{type: email, 邮箱: a@b.cn}]}", "unknown-key 邮箱写成：address: a@b.cn"),
        ("service: {channels: [{type: email, url: a@b.cn}]}", "bad-url 邮箱写成：address: a@b.cn"),
        ('service: {channels: [{type: email, url: "mailto:a@b.cn"}]}', "bad-url 邮箱写成：address: a@b.cn"),
        ("contact: {website: a@b.cn}", "bad-url 邮箱写成：email: a@b.cn"),
        ("service: {channels: [{type: email, email: 邮箱}]}", "unknown-key email 要写在 contact 下面，缩进两个空格"),
        ("contact: {website: 'https：//www.a.gov.cn，点击进入'}", "bad-url 改为：website: https://www.a.gov.cn"),
        ("contact: {website: 'www.a.gov.cn（官网）'}", "bad-url 改为：website: https://www.a.gov.cn"),
        ("contact: {website: 'https://www.a.gov.cn 点击进入'}", "bad-url 改为：website: https://www.a.gov.cn"),
        ("contact: {website: 'https://www.a.gov.cn：点击进入'}", "bad-url 改为：website: https://www.a.gov.cn"),
        ("contact: {website: 'https：//a.cn：8080/b'}", "bad-url 改为：website: https://a.cn:8080/b"),
        ("contact: {website: 'ｗｗｗ。a。gov。cn。'}", "bad-url 改为：website: https://www.a.gov.cn"),
        ("contact: {website: 'https：//a.cn/b？c＝1'}", "bad-url 改为：website: https://a.cn/b?c=1"),
        ("contact: {website: 官网：www.a.gov.cn}", "bad-url 从浏览器的地址栏复制"),
        ("aliases: [brands/jiu/]", "bad-slug 改为：jiu"),
        ("aliases: [jiu.md]", "bad-slug 改为：jiu"),
        ("aliases: [brands/Jiu_Ming/index.md]", "bad-slug 改为：jiu-ming"),
        ('aliases: ["https://a.gov.cn/brands/jiu/index.html"]', "bad-slug 改为：jiu"),
        ("aliases: [/]", "bad-slug 用拼音写，例如 zheliban"),
    ],
)
def test_addresses_are_told_without_what_is_none(written: str, told: str, tmp_path: Path) -> None:
    assert tell(tmp_path, written) == [told]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("０５３１－８８８８６６６６", "数字和符号用半角，改为："),
        ("０５３１-８８８８６６６６ 转 ８０２", "数字和符号用半角，改为："),
        ("0531–88886666", "改为："),
        ("0531-88886666 分机 802", "改为："),
        ("0531-88886666分机号：802", "改为："),
    ],
)
def test_a_number_is_told_as_it_is_to_be_written(written: str, told: str, tmp_path: Path) -> None:
    (hint,) = tell(tmp_path, f"contact:\n  phone: {written}")
    code, _, hint = hint.partition(" ")
    assert (code, hint.startswith(told)) == ("bad-phone", True)
    assert tell(tmp_path, f"contact:\n  {hint.removeprefix(told)}") == []


@pytest.mark.parametrize(
    ("above", "story", "told"),
    [
        ("contact: {website: 'http://127.0.0.1:8000/x/'}", "", ["到网站上去复制网址"]),
        ("contact: {website: 'http://localhost'}", "", ["到网站上去复制网址"]),
        ("", "[甲](http://127.0.0.1:8000/brands/zheliban/) 和 http://0.0.0.0/。", ["改为：brand:zheliban", "到网站上"]),
        ("# website: http://localhost/", "", []),
        ("contact: {website: 'https://localhost.example.com'}", "见 https://a.cn//127.html 与 http://127.a.cn/", []),
    ],
)
def test_an_address_of_this_computer_is_told(above: str, story: str, told: list[str], tmp_path: Path) -> None:
    hints = [hint.partition(" ") for hint in tell(tmp_path, above, story=story)]
    assert [code for code, _, _ in hints] == ["address-local"] * len(told)
    assert all(hint.startswith(begin) for (_, _, hint), begin in zip(hints, told, strict=True))


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2024—05—01", "2024-05-01"),
        ("2024－05－01", "2024-05-01"),
        ("2024——5——1", "2024-05-01"),
        ("2024–5.1", "2024-05-01"),
        ("2024 — 05", "2024-05"),
        ("2024年5月—", ""),
        ("2022—2024", ""),
        ("2024—05—32", ""),
    ],
)
def test_a_day_with_other_dashes_is_told_as_it_is_to_be_written(written: str, right: str, tmp_path: Path) -> None:
    (hint,) = tell(tmp_path, f"since: {written}")
    assert hint.startswith(f"bad-date 改为：since: {right}" if right else "bad-date ")
    assert ("改为" in hint) == bool(right)
    assert not right or tell(tmp_path, f"since: {right}") == []


@pytest.mark.parametrize("nothing", ["无", "暂无", "没有", "/", "——", "无。"])
def test_what_there_is_none_of_is_to_be_deleted(nothing: str, tmp_path: Path) -> None:
    lines = [f"since: {nothing}", "contact:", *(f"  {key}: {nothing}" for key in ("email", "website", "phone"))]
    text = "\n".join(lines)
    told = tell(tmp_path, text)
    codes = ["bad-date", "bad-email", "bad-url", "bad-phone"]
    fields = [line.strip() for line in lines if nothing in line]
    assert told == [f"{code} 没有就不写，删去：{field}" for code, field in zip(codes, fields, strict=True)]
    assert tell(tmp_path, "\n".join(line for line in lines if nothing not in line)) == []


def test_what_must_be_there_is_not_to_be_deleted(tmp_path: Path) -> None:
    for nothing in ("无", "/"):
        written = f"results: [{{label: 办件量, value: {nothing}, period: 2024, source: 报道}}]"
        assert tell(tmp_path, written) == [f"bad-number {ONLY_DIGITS}"]


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ('contact: {phone: "0531-888866666"}', "contact.phone"),
        ('service: {channels: [{type: web}, {type: hall, phone: "8888"}]}', "service.channels[1].phone"),
        ("management: {supervision: [{type: hotline, value: 0531-8888}]}", "management.supervision[0].value"),
    ],
)
def test_a_number_that_is_not_whole_is_told(written: str, field: str, tmp_path: Path) -> None:
    reading = read(tmp_path, written)
    assert [(fault.code, fault.field) for fault in reading.faults] == [("phone-unclear", field)]
    assert reading.brand is not None


@pytest.mark.parametrize(
    "written",
    [
        'contact: {phone: "0531-88886666、88887777"}',
        "management: {supervision: [{type: hotline, value: 拨总机转监察室}, {type: window, value: 0531-8888}]}",
    ],
)
def test_words_and_several_numbers_are_not_told(written: str, tmp_path: Path) -> None:
    assert tell(tmp_path, written) == []


AROUND = "signs-around 改为："


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("name: “浙里办”", "name: 浙里办"),
        ("name: 【浙里办】", "name: 浙里办"),
        ("name: 《“浙里办”》", "name: 浙里办"),
        ("name: 浙里办。", "name: 浙里办"),
        ("name: “浙里办”。", "name: 浙里办"),
        ("name: （浙里办）", "name: 浙里办"),
        ("name: “12345”", 'name: "12345"'),
        ("slogan: “用心办好每一件事”", "slogan: 用心办好每一件事"),
        ('slogan: 家门口，办得暖心"', "slogan: 家门口，办得暖心"),
        ("slogan: 家门口，办得暖心”", "slogan: 家门口，办得暖心"),
        ("slogan: “家门口，办得暖心", "slogan: 家门口，办得暖心"),
        ('slogan: “家门口，办得暖心"', "slogan: 家门口，办得暖心"),
        ("slogan: '\"家门口: 办得暖心\"'", 'slogan: "家门口: 办得暖心"'),
        ("slogan: 「家门口，办得暖心」", "slogan: 家门口，办得暖心"),
    ],
)
def test_signs_around_a_name_or_a_slogan_are_told(written: str, right: str, tmp_path: Path) -> None:
    assert tell(tmp_path, written) == [f"{AROUND}{right}"]
    assert tell(tmp_path, right) == []


@pytest.mark.parametrize(
    "written",
    [
        "name: 浙里办（试点）",
        "name: （新）浙里办",
        "name: “浙里”办",
        "name: 来办！",
        "name: «浙里办»",
        "slogan: “一窗”收，“一次”成",
        "slogan: “一窗”和“一次”",
        "slogan: 掌上办事，一站直达。",
        'slogan: 家门口，"暖心"办',
        "slogan: 只为“最多跑一次”",
        "slogan: （能办）就（快办）",
    ],
)
def test_signs_within_a_name_or_a_slogan_are_not_told(written: str, tmp_path: Path) -> None:
    assert tell(tmp_path, written) == []


PARTED = "full-width-comma 改为："


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("tags: [甲，乙]", "tags: [甲, 乙]"),
        ("tags: [甲、乙、, 丙]", "tags: [甲, 乙, 丙]"),
        ("tags: [甲、乙, 乙]", "tags: [甲, 乙]"),
        ("tags: [12345、no、甲乙]", 'tags: ["12345", "no", 甲乙]'),
        ("tags: [个人（含老人、孩子）、企业]", "tags: [个人（含老人、孩子）, 企业]"),
        ("tags: [(1)号窗口, 5G、AI]", "tags: [(1)号窗口, 5G, AI]"),
        ("tags: [(1)号窗口（老、幼）, 5G、AI]", "tags: [(1)号窗口（老、幼）, 5G, AI]"),
        ("tags: [60 岁以上，且有户籍的老人, 5G、AI]", "tags: [60 岁以上，且有户籍的老人, 5G, AI]"),
        ("tags: [文明，和谐，及时，并联审批]", "tags: [文明, 和谐, 及时, 并联审批]"),
    ],
)
def test_items_in_brackets_are_to_be_parted(written: str, right: str, tmp_path: Path) -> None:
    assert tell(tmp_path, written) == [f"{PARTED}{right}"]
    assert tell(tmp_path, right) == []


@pytest.mark.parametrize(
    ("written", "item", "right"),
    [
        ("service:\n  audience:\n    - 老年人、残疾人", "    - 老年人、残疾人", ["- 老年人", "- 残疾人"]),
        ("tags:\n  - 上门办、代办\n  - 帮办", "  - 上门办、代办", ["- 上门办", "- 代办"]),
        ("tags:\n  - 帮办\n  - 12345、no", "  - 12345、no", ['- "12345"', '- "no"']),
        ("culture:\n  values:\n    - 规范，高效", "    - 规范，高效", ["- 规范", "- 高效"]),
    ],
)
def test_items_on_lines_are_to_be_parted(written: str, item: str, right: list[str], tmp_path: Path) -> None:
    lines = " ".join(f"“{line}”" for line in right)
    assert tell(tmp_path, written) == [f"full-width-comma 换成几行，一项一行：{lines}"]
    blanks = item[: item.index("-")]
    assert tell(tmp_path, written.replace(item, "\n".join(f"{blanks}{line}" for line in right))) == []


@pytest.mark.parametrize(
    "written",
    [
        "service:\n  audience:\n    - 个人（含老人、孩子）\n    - 企业",
        "service: {audience: [个人（含老人、孩子）]}",
        "service: {audience: [60 岁以上，且有本市户籍的老人]}",
        "service: {audience: [在本市居住、工作，并参加社保的人]}",
        "service:\n  audience:\n    - 在本市的高校和科研院所工作的人，企业",
        "tags: [上门，或代办]",
        "culture:\n  values:\n    - 以人为本，服务至上\n    - 公开透明，廉洁高效",
        "culture:\n  values:\n    - 以人为本，服务至上。",
        "culture: {values: [把群众的事当作自己的事，把小事当作大事来办]}",
    ],
)
def test_commas_within_one_item_are_not_told(written: str, tmp_path: Path) -> None:
    assert tell(tmp_path, written) == []
