"""Links within the site that lead to nothing: they are told before the public finds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from showcase.model.faults import Fault
from showcase.model.limits import Limits
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file
from showcase.source.dead_links import iterate_dead_links
from showcase.source.front_matter import split_page
from showcase.source.source_text import SourceText
from showcase.source.story_markup import may_lead_within

BESIDE = ("index.md", "hall.jpg", "door.jpg", "biaozhun.pdf", "baogao.pdf", "标准.pdf", "年报 2024.pdf", "daying.docx")
DOCUMENTS = ("biaozhun.pdf", "标准.pdf", "queshi.pdf")
WEBSITE = "https://www.zj.gov.cn"


def find(body: str) -> list[Fault]:
    page = split_page(SourceText("x.md", f"---\nname: 甲\n---\n{body}\n"))
    faults = list(iterate_dead_links(page, BESIDE, DOCUMENTS))
    assert may_lead_within(body) or not faults
    return faults


def told(body: str) -> list[tuple[str, str]]:
    """What is told: the address, and what to write."""
    return [
        (fault.details["found"], fault.details.get("suggestion", fault.details.get("perhaps", "")))
        for fault in find(body)
    ]


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("../zheliban.md", "brand:zheliban"),
        ("zheliban.md", "brand:zheliban"),
        ("./zheliban.md#由来", "brand:zheliban"),
        ("../zheliban/index.md", "brand:zheliban"),
        ("../../brands/zheliban/index.md", "brand:zheliban"),
        ("../Zheliban.md", ""),
        ("../../docs/about.md", ""),
        ("index.md", ""),
        ("www.zj.gov.cn", WEBSITE),
        ("zj.gov.cn/a?b=1#c", "https://zj.gov.cn/a?b=1#c"),
        ("12345.中国", "https://12345.中国"),
        ("https：//www.zj.gov.cn", WEBSITE),
        ("https:／／www.zj.gov.cn", WEBSITE),
        ("https//www.zj.gov.cn", WEBSITE),
        ("HTTP：／／zj.gov.cn/a", "http://zj.gov.cn/a"),
        ("office@zj.gov.cn", "mailto:office@zj.gov.cn"),
        ("Biaozhun.PDF", "biaozhun.pdf"),
        ("files/biaozhun.pdf", "biaozhun.pdf"),
        ("zheliban", ""),
        ("brands/zheliban/", "brand:zheliban"),
        ("zheliban/", ""),
        ("见附件", ""),
        ("附件.pdf", ""),
        ("%E9%99%84%E4%BB%B6.pdf", ""),
    ],
)
@pytest.mark.parametrize("form", ["先看[甲]({})。", '[甲]({} "题")', "- [**甲**乙](<{}>)", "[![厅](hall.jpg)]({})"])
def test_a_dead_link_is_told_with_what_to_write(form: str, written: str, suggestion: str) -> None:
    assert told(form.format(written)) == [(written, suggestion)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[甲][一]\n\n[一]: a.md", ["a.md"]),
        ("[甲][一] [乙][一]\n\n[一]: a.md '题'\n", ["a.md"]),
        ("详见[注]。\n\n[注]: 见附件", ["见附件"]),
        ("> [甲]\n>\n> [甲]: a.md", ["a.md"]),
        ('<a href="a.md">甲</a>', ["a.md"]),
        ("<A title='题' HREF=a.md>甲</A>", ["a.md"]),
        ("[甲]()", [""]),
        ("[甲]( )", [""]),
        ("[甲](<>)", [""]),
        ("[甲](工作报告 2024.pdf)", ["工作报告 2024.pdf"]),
        ("[甲](https:// zj.gov.cn)", ["https:// zj.gov.cn"]),
        ("![厅](hall.jpg)[甲](a.md)![门](door.jpg)", ["a.md"]),
        ("`[甲](a.md)`[乙](b.md)", ["b.md"]),
        ("![图]\n\n[图]: hall.jpg", ["hall.jpg"]),
    ],
)
def test_in_whatever_way_the_link_is_written(body: str, found: list[str]) -> None:
    assert [address for address, _ in told(body)] == found


@pytest.mark.parametrize(
    ("body", "details"),
    [
        ("[大图](hall.jpg)", {"picture": "hall.jpg"}),
        ("[大图](images/hall.jpg)", {"picture": "hall.jpg"}),
        ("![厅](hall.jpg) [大图](./hall.jpg)", {"picture": "hall.jpg", "shown": "hall.jpg"}),
        ("[![厅](hall.jpg)](hall.jpg)", {"picture": "hall.jpg", "shown": "hall.jpg"}),
        ("[报告](baogao.pdf)", {"beside": "baogao.pdf"}),
        ("[报告](./baogao.pdf#page=2)", {"beside": "baogao.pdf"}),
        ("[报告](que.pdf)", {"document": "que.pdf"}),
        ("[报告](files/que.pdf)", {"document": "que.pdf"}),
        ("[报告](daying.docx)", {"document": "daying.pdf"}),
        ("[报告](%E5%B9%B4%E6%8A%A5%202024.pdf)", {"document": "年报-2024.pdf"}),
        ("[报告](baogao.zip)", {}),
    ],
)
def test_of_a_file_it_is_told_how_it_is_published(body: str, details: dict[str, str]) -> None:
    (fault,) = find(body)
    assert {name: value for name, value in fault.details.items() if name != "found"} == details


@pytest.mark.parametrize(
    "body",
    [
        "[标准](biaozhun.pdf) [又](./biaozhun.pdf#page=3) [中](标准.pdf) [码](%E6%A0%87%E5%87%86.pdf) [缺](queshi.pdf)",
        "[数据](brand.json) [本页](.) [又](./) [节](#story) [问](?q=1) [页](index.html)",
        "[站](../../areas/) [邻](../2/) [首页](../..)",
        "[外](https://a.cn/x.md) [信](mailto:a@b.cn) [话](tel:12345) [品牌](brand:zheliban) [甲](http&#58;//a.cn)",
        "[外](HTTPS://a.cn) <https://a.cn> <a@b.cn> <a href='https://a.cn'>甲</a> <a title='a.md'>甲</a>",
        "![厅](hall.jpg) ![缺](que.jpg) ![远](https://a.cn/a.png) ![外](../x/a.png) ![里](x/a.png)",
        "![乙][图]\n\n[图]: que.jpg",
        "`[甲](a.md)`\n\n```\n[甲](a.md)\n```",
        "[注]: 见附件",
        "详见[注]。\n\n[注]: 见附件 第三页",
        "甲[^1]\n\n[^1]: 乙",
        "[甲](javascript:a) [乙](//a.cn) [丙](../../../x) [丁](brand：zheliban) [戊](Brand:a) [己](zj.gov.cn:80)",
        "<a href='a.md' onclick=x>甲</a> <www.zj.gov.cn>",
        "没有链接（a.md），也没有 www.zj.gov.cn，(a.md)，[甲](a.md 没有括号",
        r"[甲\](a.md)",
    ],
)
def test_what_leads_somewhere_or_is_told_otherwise_is_left_alone(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    "body", ["[甲](brand:a)，[官网](https://a.cn/a(b)c)，[旧](http://a.cn)", "[甲]（a.md） `[甲]`", "甲 < 乙", ""]
)
def test_most_stories_are_not_looked_at_closely(body: str) -> None:
    assert not may_lead_within(body)


@pytest.mark.parametrize(
    "address",
    [
        "../zheliban/",
        "../zheliban",
        "../zheliban/#由来",
        "../../brands/zheliban/",
        "../zheliban/guifan.pdf",
        "./../zheliban/",
    ],
)
def test_a_brand_is_not_named_by_its_path(address: str) -> None:
    (fault,) = find(f"看[甲]({address})。")
    assert (fault.code, fault.details) == ("brand-by-path", {"found": address, "suggestion": "brand:zheliban"})


def test_of_a_markdown_file_it_is_asked_whether_a_brand_is_meant() -> None:
    (fault,) = find("[关于](about.md)")
    assert fault.details == {"found": "about.md", "perhaps": "brand:about"}


STORY = "\n\n# 起因\n\n## 一、**办法** 与 _经过_\n\n看看[官网](https://a.cn)\n---\n\n## 起因\n"


@pytest.mark.parametrize(
    "address",
    [
        "起因",
        "%E8%B5%B7%E5%9B%A0",
        "story-起因",
        "起因-1",
        "一-办法-与-经过",
        "一、办法-与-经过",
        "看看官网",
        "",
        "top",
        "main",
        "h-service",
    ],
)
def test_a_heading_can_be_led_to(address: str) -> None:
    assert told(f"[本节](#{address}){STORY}") == []


@pytest.mark.parametrize(
    ("address", "details"),
    [
        ("#nosuch", {"fragment": "nosuch", "headings": "#起因, #一-办法-与-经过, #看看官网"}),
        ("#看官网", {"fragment": "看官网", "suggestion": "#看看官网"}),
    ],
)
def test_a_heading_that_is_not_there_is_told_with_those_that_are(address: str, details: dict[str, str]) -> None:
    (fault,) = find(f"[本节]({address}){STORY}")
    assert fault.details == {"found": address, "sign": "#", **details}


@pytest.mark.parametrize(
    ("heading", "address"),
    [
        ("# `A` 与 B", "a-与-b"),
        ("# 甲 &amp; 乙 ##", "甲-乙"),
        ("> # 甲", "甲"),
        ("- # 甲", "甲"),
        ("<h2>一、<em>甲</em></h2>", "一-甲"),
        ("# [浙里办](brand:a)来了", "浙里办来了"),
        ("# __甲__ 乙", "甲-乙"),
    ],
)
def test_a_heading_is_known_however_it_is_written(heading: str, address: str) -> None:
    assert told(f"[本节](#{address})\n\n{heading}\n") == []


def test_where_there_is_no_heading_none_is_named() -> None:
    (fault,) = find("[本节](#nosuch)\n\n```\n# nosuch\n```")
    assert fault.details == {"found": "#nosuch", "fragment": "nosuch", "sign": "#"}


def test_the_place_is_that_of_the_address() -> None:
    (fault,) = find("第一行\n看[甲]( a.md '题')\n")
    assert (fault.place.line, fault.place.column, fault.place.length) == (5, 7, 4)


FRONT = """\
name: 好办
agency: a
category: b
slogan: 掌上办事，一站直达
summary: 一个入口汇集全省政务服务，在手机上就能查询、办理、评价。
sources: [{title: 报道}]
management: {systems: [{kind: service, title: 规范, file: a.pdf}]}
"""


@pytest.mark.parametrize(
    ("story", "codes"),
    [
        ("[规范](a.pdf)", []),
        ("[报告](b.pdf)", ["story-dead-link"]),
        (
            "[甲](/brands/a/) [乙](../b/) [](https://a.cn) []()",
            ["story-link", "link-without-words", "brand-by-path", "story-dead-link"],
        ),
        ("[外](//a.cn) [品牌](brand：a) [注]()", ["story-link", "brand-link-form", "story-dead-link"]),
        ("![厅](x/a.png) ![门](que.png) ![窗]()", ["picture-elsewhere", "picture-elsewhere", "file-missing"]),
        (r"![厅](C:\Users\张三\厅.JPG) ![门](file:///C:/门.png)", ["picture-elsewhere", "picture-elsewhere"]),
        ("![厅](/a.png) [厅](/a.png)", ["story-link", "picture-elsewhere"]),
        ("[![厅](https://a.cn/a.png)](javascript:x)", ["story-link", "picture-elsewhere"]),
        ("[甲](a.md)" * 101, ["story-dead-link"] * 100),
    ],
)
def test_no_address_is_told_twice(story: str, codes: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    assert read(tmp_path, story) == codes


def read(folder: Path, story: str, limits: Limits | None = None, *, has_folder: bool = True) -> list[str]:
    (folder / "index.md").write_text(f"---\n{FRONT}---\n{story}\n", encoding="utf-8")
    file = BrandFile(str(folder / "index.md"), "x/index.md", "x", "x/index.md", has_folder=has_folder)
    return [fault.code for fault in read_brand_file(file, limits or Limits()).faults]


def test_where_too_many_files_lie_beside_the_named_one_is_still_known(tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"{number}.pdf").write_bytes(b"")
    codes = read(tmp_path, "[规范](a.pdf) [报告](1.pdf)", Limits(files=5))
    assert codes == ["too-many-files", "story-dead-link"]


def test_a_brand_without_a_folder_publishes_nothing_beside_it(tmp_path: Path) -> None:
    codes = read(tmp_path, "[规范](a.pdf) [报告](b.pdf) [图](a.jpg)", has_folder=False)
    assert codes == ["file-missing", "story-dead-link", "story-dead-link"]
