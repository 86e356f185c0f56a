from __future__ import annotations

import pytest

from showcase.source.story import find_brand_links, find_pictures


@pytest.mark.parametrize(
    ("body", "pictures"),
    [
        ("没有图片", []),
        ("![大厅](hall.jpg)", [("hall.jpg", "大厅")]),
        ('![大厅]( hall.jpg "市民中心" )', [("hall.jpg", "大厅")]),
        ("![大厅](<hall.jpg>)", [("hall.jpg", "大厅")]),
        ("![](a.png) 与 ![乙](b.png)", [("a.png", ""), ("b.png", "乙")]),
        ('![甲]() ![乙]( "题")', [("", "甲"), ('"题"', "乙")]),
        ("![厅](%E5%A4%A7%E5%8E%85.jpg)", [("大厅.jpg", "厅")]),
        ("![大厅][图]\n\n[图]: hall.jpg", [("hall.jpg", "大厅")]),
        ("![图][]\n\n[图]: <hall.jpg>", [("hall.jpg", "图")]),
        ('<img alt="大厅" src="hall.jpg">', [("hall.jpg", "大厅")]),
        ("![大厅](大厅(1).jpg) ![乙](b.png '(一)')", [("大厅(1).jpg", "大厅"), ("b.png", "乙")]),
        ("![外](https://a.cn/b.png)", [("https://a.cn/b.png", "外")]),
        ("`![大厅](hall.jpg)`", []),
        ("```\n![大厅](hall.jpg)\n```\n![乙](b.png)", [("b.png", "乙")]),
        ("~~~\n![大厅](hall.jpg)\n~~~", []),
        ("~~~\n![大厅](hall.jpg)", [("hall.jpg", "大厅")]),
    ],
)
def test_pictures(body: str, pictures: list[tuple[str, str]]) -> None:
    assert [(picture.name, picture.alt) for picture in find_pictures(body)] == pictures


def test_pictures_know_where_they_stand() -> None:
    body = "`码` ![甲](a.png)\n![乙](b.png)"
    assert [body[one.offset : one.offset + one.length] for one in find_pictures(body)] == [
        "![甲](a.png)",
        "![乙](b.png)",
    ]


def test_brand_links() -> None:
    body = "看[浙里办](brand:zheliban)和[空](brand:)，不看`[码](brand:no)`。"
    links = find_brand_links(body)
    assert [link.name for link in links] == ["zheliban", ""]
    assert body[links[0].offset :].startswith("zheliban")


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("[甲]( brand:a)[乙](<brand:b>)[丙](\nbrand:c)", ["a", "b", "c"]),
        ('[甲](brand:a "题")', ["a"]),
        ("[甲][x]和[x]\n\n[x]: brand:a", ["a"]),
        ("> [甲][x]\n>\n> [x]: <brand:a> '题'", ["a"]),
        ("[甲][x]\n\n[x]:\n  brand:a", ["a"]),
        ("<a href=\"brand:a\">甲</a><a title='b' href='brand:b'>乙</a><a href = brand:c>丙</a>", ["a", "b", "c"]),
        ("[甲](BRAND:a)<A HREF=brand:b>乙</A>", ["a", "b"]),
        ("写成 brand:a，或者写在中括号[后面]: brand:b", []),
        ('`<a href="brand:a">`', []),
    ],
)
def test_brand_links_are_written_in_several_ways(body: str, names: list[str]) -> None:
    assert [link.name for link in find_brand_links(body)] == names
