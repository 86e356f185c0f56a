from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from PIL import Image as Pillow

from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.source import brand_folder
from showcase.source.brand_folder import Reading, read_catalogue_source

VOCABULARY = """\
agencies:
  zj-data: {name: 浙江省数据局, short: 浙江数据局}
  zj-tax: {name: 浙江省税务局}
categories:
  government-services: {name: {zh-Hans: 政务服务, en: Government services}}
levels:
  province: {name: 省级}
"""


def brand(name: str, *lines: str, body: str = "") -> str:
    fields = [
        f"name: {name}",
        "agency: zj-data",
        "category: government-services",
        "slogan: 掌上办事，一站直达",
        f"summary: {name}汇集全省政务服务，个人和企业在手机上就能查询、办理、评价。",
        "sources: [{title: 报道}]",
    ]
    given = {line.partition(":")[0] for line in lines}
    kept = [field for field in fields if field.partition(":")[0] not in given]
    return "\n".join(["---", *kept, *lines, "---", "", body, ""])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "brands"
    folder.mkdir()
    (folder / "_catalogue.yml").write_text(VOCABULARY, encoding="utf-8")
    return folder


def fill(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def read(folder: Path) -> Reading:
    return read_catalogue_source(folder, root=folder.parent)


def told(reading: Reading) -> list[str]:
    return [f"{fault.code} {fault.place.path}:{fault.place.line}:{fault.place.column}" for fault in reading.faults]


def png(width: int = 800) -> bytes:
    buffer = io.BytesIO()
    Pillow.new("RGB", (width, 10)).save(buffer, "PNG")
    return buffer.getvalue()


def test_brands_by_slug(folder: Path) -> None:
    fill(
        folder,
        {
            "b/index.md": brand("乙品牌"),
            "a-z.md": brand("丙品牌"),
            "a.md": brand("甲品牌"),
            "_draft/index.md": "none",
            ".git/x.md": "none",
            "README.md": "none",
        },
    )
    reading = read(folder)
    assert not reading.faults
    assert [item.slug for item in reading.brands] == ["a", "a-z", "b"]
    assert [item.source for item in reading.brands] == ["a.md", "a-z.md", "b/index.md"]
    assert reading.found == 3
    assert reading.vocabulary is not None


def test_an_empty_folder_is_no_fault(folder: Path) -> None:
    reading = read(folder)
    assert (reading.brands, reading.faults, reading.found) == ((), (), 0)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert told(read_catalogue_source(tmp_path / "no", root=tmp_path)) == ["folder-missing no:1:1"]


@pytest.mark.parametrize(
    ("files", "faults"),
    [
        ({"Zhe_Li/index.md": brand("甲品牌")}, ["bad-folder-name brands/Zhe_Li:1:1"]),
        ({"浙里办.md": brand("甲品牌")}, ["bad-folder-name brands/浙里办.md:1:1"]),
        ({"-a.md": brand("甲品牌")}, ["bad-folder-name brands/-a.md:1:1"]),
        ({f"{'a' * 65}.md": brand("甲品牌")}, [f"bad-folder-name brands/{'a' * 65}.md:1:1"]),
        ({"a/Index.md": brand("甲品牌")}, ["no-index-file brands/a:1:1"]),
        ({"a/logo.png": b""}, ["no-index-file brands/a:1:1"]),
        ({"a.md": brand("甲品牌"), "a/index.md": brand("乙品牌")}, ["slug-twice brands/a.md:1:1"]),
        (
            {"a.md": brand("甲品牌", "aliases: [old]"), "a/index.md": brand("甲品牌", "aliases: [old]")},
            ["slug-twice brands/a.md:1:1"],
        ),
        ({"a.png": b""}, ["stray-file brands/a.png:1:1"]),
        ({"a.yml": b""}, ["stray-file brands/a.yml:1:1"]),
    ],
)
def test_what_lies_about_in_the_folder(files: dict[str, str | bytes], faults: list[str], folder: Path) -> None:
    fill(folder, files)
    assert told(read(folder)) == faults


@pytest.mark.parametrize(
    ("name", "others", "suggestion"),
    [
        ("Zhe_Li/index.md", (), "zhe-li"),
        ("浙里办.md", (), "zheliban.md"),
        ("浙里办.md", ("zheliban/index.md",), "zheliban-2.md"),
        ("浙里办/index.md", ("zheliban.md", "zheliban-2.md"), "zheliban-3"),
        ("浙里办/index.md", ("浙里辦.md", "zheliban.md"), "zheliban-2"),
        ("@.md", (), None),
        ("con.md", (), None),
    ],
)
def test_an_address_that_is_free_is_suggested(
    name: str, others: tuple[str, ...], suggestion: str | None, folder: Path
) -> None:
    names = dict(zip((name, *others), ("甲品牌", "乙品牌", "丙品牌"), strict=False))
    fill(folder, {path: brand(title) for path, title in names.items()})
    faults = [fault for fault in read(folder).faults if fault.place.path == f"brands/{name.removesuffix('/index.md')}"]
    assert [fault.details.get("suggestion") for fault in faults] == [suggestion]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["index.txt"], "index.txt"),
        (["index.MD", "about.md"], "index.MD"),
        (["Index.md", "a.md"], "Index.md"),
        (["readme.md"], "readme.md"),
        (["index.md.txt", "notes.md"], "index.md.txt"),
        (["about.md", "zheliban.md", "index.en.md"], "zheliban.md"),
        (["notes.txt", "story.markdown"], "story.markdown"),
        (["index.en.md"], ""),
        (["logo.png"], ""),
    ],
)
def test_the_file_that_is_most_likely_the_description_is_to_be_renamed(
    names: list[str], found: str, folder: Path
) -> None:
    fill(folder, {f"zheliban/{name}": brand("甲品牌") for name in names})
    (fault,) = read(folder).faults
    assert (fault.code, fault.details["found"]) == ("no-index-file", found)


@pytest.mark.parametrize(
    ("line", "column", "suggestion"),
    [
        ("agency: 浙江省税务局", 9, "agency: zj-tax"),
        ("agency: 浙江数据局", 9, "agency: zj-data"),
        ("agency: zj-dat", 9, "agency: zj-data"),
        ("agency: zjtax", 9, "agency: zj-tax"),
        ("agency: zj-water", 9, None),
        ("agency: 浙江税务局", 9, "agency: zj-tax"),
        ("agency: 税务局", 9, "agency: zj-tax"),
        ("agency: 浙江", 9, None),
        ("agency: 浙江省水务局", 9, None),
        ("agency: 浙江省杭州市数据局", 9, None),
        ("agency: 浙江市数据局", 9, None),
        ("category: 政务服务", 11, "category: government-services"),
        ("category: Government Services", 11, "category: government-services"),
        ("level: 省级", 8, "level: province"),
        ("level: village", 8, None),
    ],
)
def test_keys_of_the_vocabulary(line: str, column: int, suggestion: str | None, folder: Path) -> None:
    fill(folder, {"a.md": brand("甲品牌", line)})
    reading = read(folder)
    (fault,) = reading.faults
    assert (fault.code, fault.place.column) == ("not-in-vocabulary", column)
    assert fault.details.get("suggestion") == suggestion
    assert reading.brands == ()


ADD = "先在 _catalogue.yml 的 agencies: 下面加一行，行首空两格，与别的单位对齐："
CHOOSE = f"选用已有的一个，或者{ADD}"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("示例县教育局", f"{CHOOSE}shilixianjiaoyuju: {{name: 示例县教育局}}"),
        ("zj-water", f"{CHOOSE}zj-water: {{name: …}}"),
        ("甲、乙", f"{CHOOSE}jia-yi: {{name: …}}"),
        (
            "浙江税务局",
            f"是不是 agency: zj-tax？是别的单位，就{ADD}zhejiangshuiwuju: {{name: 浙江税务局}}",
        ),
    ],
)
def test_of_an_agency_that_is_not_there_it_is_told_how_to_add_it(written: str, hint: str, folder: Path) -> None:
    fill(folder, {"a.md": brand("甲品牌", f"agency: {written}")})
    (fault,) = read(folder).faults
    assert render_fault(fault, load_translations("cli", "zh-Hans")).hint == hint


@pytest.mark.parametrize(("slug", "suggestion"), [("zhelibann", "zheliban"), ("nuanxin", ""), ("zheli", "")])
def test_a_link_is_told_with_a_brand_only_where_that_is_nearly_what_is_written(
    slug: str, suggestion: str, folder: Path
) -> None:
    fill(folder, {"zheliban.md": brand("甲品牌", body=f"[乙](brand:{slug})"), "zhundianxing.md": brand("丙品牌")})
    (fault,) = read(folder).faults
    assert (fault.code, fault.details["suggestion"]) == ("unknown-brand", suggestion)


def test_names_are_unique(folder: Path) -> None:
    fill(folder, {"a.md": brand("iXiamen"), "b.md": brand("ｉＸＩＡＭＥＮ"), "c.md": brand("甲品牌")})
    reading = read(folder)
    assert told(reading) == ["name-taken brands/b.md:2:7"]
    assert reading.faults[0].details["other"] == "brands/a.md"
    assert [item.slug for item in reading.brands] == ["a", "c"]


@pytest.mark.parametrize(
    ("name", "is_taken"),
    [
        *(
            (name, True)
            for name in ("“浙里办”", "【浙里办】", "浙里办。", "“浙里”办", "浙里办！", '"浙里办”', "（浙里办）")
        ),
        *((name, False) for name in ("浙里办（试点）", "浙里办+", "浙里", "«»办")),
    ],
)
def test_signs_make_no_other_name(name: str, is_taken: bool, folder: Path) -> None:
    fill(folder, {"a.md": brand("浙里办"), "b.md": brand(f"'{name}'", f"summary: 又一个，{SUMMARY}")})
    assert ("name-taken brands/b.md:2:7" in told(read(folder))) == is_taken


SUMMARY = "汇集全省政务服务，个人和企业在手机上就能查询、办理、评价。"


@pytest.mark.parametrize("line", [f"summary: {SUMMARY}", f'summary: " {SUMMARY} "', f"summary: >\n  {SUMMARY}"])
def test_a_summary_is_that_of_one_brand(line: str, folder: Path) -> None:
    fill(folder, {"a.md": brand("甲品牌", f"summary: {SUMMARY}"), "b.md": brand("乙品牌", line)})
    reading = read(folder)
    assert told(reading) == ["summary-taken brands/b.md:7:10"]
    assert reading.faults[0].details == {"other": "brands/a.md"}
    assert len(reading.brands) == 2
    fill(folder, {"b.md": brand("乙品牌", f"summary: 又一个，{SUMMARY}")})
    assert told(read(folder)) == []


@pytest.mark.parametrize("written", ['""', '" "'])
def test_no_summary_is_not_told_as_the_same(written: str, folder: Path) -> None:
    line = f"summary: {written}"
    fill(folder, {"a.md": brand("甲品牌", line), "b.md": brand("乙品牌", line)})
    assert told(read(folder)) == [f"empty-text brands/{slug}.md:7:10" for slug in "ab"]


@pytest.mark.parametrize(("one", "other"), [("。", "！"), ("！", "！"), ("…", "“”")])
def test_signs_alone_are_no_name_to_take(one: str, other: str, folder: Path) -> None:
    fill(folder, {"a.md": brand(one), "b.md": brand(other, f"summary: 又一个，{SUMMARY}")})
    assert told(read(folder)) == [f"no-words brands/{slug}.md:2:7" for slug in "ab"]


def test_what_is_there_twice_is_told_by_its_name_alone(folder: Path) -> None:
    fill(folder, {"a.md": brand("甲品牌"), "b.md": brand("甲品牌")})
    assert told(read(folder)) == ["name-taken brands/b.md:2:7"]


def test_a_faulty_brand_holds_its_name_all_the_same(folder: Path) -> None:
    fill(folder, {"a.md": brand("甲品牌", "nmae: x"), "b.md": brand("甲品牌")})
    assert told(read(folder)) == ["unknown-key brands/a.md:8:1", "name-taken brands/b.md:2:7"]


def test_old_addresses(folder: Path) -> None:
    fill(
        folder,
        {
            "a.md": brand("甲品牌", "aliases: [old, b, a]"),
            "b.md": brand("乙品牌", "aliases: [old]"),
        },
    )
    reading = read(folder)
    assert told(reading) == [
        "alias-taken brands/a.md:8:16",
        "own-alias brands/a.md:8:19",
        "alias-taken brands/b.md:8:11",
    ]
    hints = [render_fault(fault, load_translations("cli", "en")).hint for fault in reading.faults]
    assert hints == [
        "Delete b from aliases here: it is the address that brands/b.md has now",
        "Delete it; aliases hold addresses that the brand had before",
        "Delete it from aliases here or there",
    ]


def test_links_to_brands(folder: Path) -> None:
    fill(folder, {"a.md": brand("甲品牌", body="见[乙](brand:b)和[丙](brand:cc)。"), "b.md": brand("乙品牌")})
    assert told(read(folder)) == ["unknown-brand brands/a.md:10:25"]


def test_a_link_to_an_old_address_is_told_the_new_one(folder: Path) -> None:
    fill(folder, {"a.md": brand("甲品牌", body="见[乙](brand:old)。"), "b.md": brand("乙品牌", "aliases: [old]")})
    (fault,) = read(folder).faults
    assert (fault.code, fault.details) == ("unknown-brand", {"found": "old", "renamed": "b"})


def test_pictures_are_measured(folder: Path) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 48'/>"
    lines = ["identity: {logo: logo.svg, logo_alt: 水波}", "gallery: [{src: 大厅.png, alt: 大厅}]"]
    body = "![另一张](b.png)"
    files: dict[str, str | bytes] = {"a/index.md": brand("甲品牌", *lines, body=body), "a/logo.svg": svg}
    fill(folder, {**files, "a/大厅.png": png(), "a/b.png": png(), "a/index.en.md": "x"})
    reading = read(folder)
    assert not reading.faults
    (item,) = reading.brands
    assert {name: (image.format, image.width) for name, image in item.images.items()} == {
        "logo.svg": ("svg", 96),
        "大厅.png": ("png", 800),
        "b.png": ("png", 800),
    }
    assert item.logo is not None


MISSING = "file-missing brands/a/index.md:8:18"
UNUSED = "unused-file brands/a/a.png:1:1"
ELSEWHERE = "picture-elsewhere brands/a/index.md:11"


@pytest.mark.parametrize(
    ("line", "body", "faults"),
    [
        ("identity: {logo: no.svg, logo_alt: 水}", "", [UNUSED, MISSING]),
        ("identity: {logo: A.png, logo_alt: 水}", "", [UNUSED, MISSING]),
        ("identity: {logo: a.png, logo_alt: 水}", "", []),
        ("tags: [甲]", "", [UNUSED]),
        ("tags: [甲]", "![图](a.png)", []),
        ("tags: [甲]", "![](a.png)", ["picture-without-words brands/a/index.md:11:1"]),
        ("tags: [甲]", "字![图](x/a.png)", [UNUSED, f"{ELSEWHERE}:2"]),
        ("tags: [甲]", "![图](https://a.cn/a.png)", [UNUSED, f"{ELSEWHERE}:1"]),
        ("gallery: [{src: bad.svg, alt: 图}]", "![图](a.png)", ["svg-unsafe brands/a/bad.svg:2:1"]),
        ("management: {systems: [{kind: service, title: 规范, file: a.pdf}]}", "![图](a.png)", []),
        (
            "management: {systems: [{kind: service, title: 规范, file: a.png}]}",
            "",
            ["not-pdf brands/a/index.md:8:57"],
        ),
    ],
)
def test_files_beside_a_brand(line: str, body: str, faults: list[str], folder: Path) -> None:
    fill(folder, {"a/index.md": brand("甲品牌", line, body=body), "a/a.png": png()})
    if "bad.svg" in line:
        fill(folder, {"a/bad.svg": "<svg viewBox='0 0 9 9'>\n<script/></svg>"})
    if "a.pdf" in line:
        fill(folder, {"a/a.pdf": b"%PDF-1.7\n"})
    assert told(read(folder)) == faults


@pytest.mark.parametrize(
    ("written", "found", "suggestion"),
    [
        ("大厅 照片.png", "大厅 照片.png", "大厅-照片.png"),
        ("<大厅 照片.png>", "大厅 照片.png", "大厅-照片.png"),
        (" 大厅 照片 2.png '题'", "大厅 照片 2.png", "大厅-照片-2.png"),
        ("大厅 (2).png", "大厅 (2).png", "大厅-2-.png"),
        ("大厅(1).png", "大厅(1).png", "大厅-1-.png"),
        ("<大厅%20(2).png> '题(一)'", "大厅 (2).png", "大厅-2-.png"),
        ("大厅 (2)！.png", "大厅 (2)！.png", "大厅-2-.png"),
        ("a.png '题(一)'", "a.png", ""),
        ("a.png '题.png'", "a.png", ""),
    ],
)
def test_a_blank_in_the_name_of_a_picture_is_told_as_that(
    written: str, found: str, suggestion: str, folder: Path
) -> None:
    fill(folder, {"a/index.md": brand("甲品牌", "tags: [甲]", body=f"![大厅]({written})"), "a/_keep": ""})
    (fault,) = read(folder).faults
    assert (fault.code, fault.details["found"]) == ("bad-file-name" if suggestion else "file-missing", found)
    assert fault.details.get("suggestion", "") == suggestion


@pytest.mark.parametrize(
    ("name", "written", "renamed"),
    [
        ("图片 (2).png", "图片 (2).png", "图片-2-.png"),
        ("大厅(1).png", "大厅(1).png", "大厅-1-.png"),
        ("大厅 1.png", "<大厅 1.png> '题'", "大厅-1.png"),
    ],
)
def test_one_file_gets_one_new_name_wherever_it_is_named(name: str, written: str, renamed: str, folder: Path) -> None:
    text = brand("甲品牌", f"gallery: [{{src: {name}, alt: 图}}]", body=f"看![大厅]({written})。")
    fill(folder, {"a/index.md": text, f"a/{name}": png()})
    faults = read(folder).faults
    assert {fault.code for fault in faults} == {"bad-file-name"}
    for fault in faults:
        new = fault.details["suggestion"]
        assert new.removeprefix("src: ") == renamed
        old = ("src: " if new.startswith("src: ") else "") + name
        lines, at = text.split("\n"), fault.place.column - 1
        line = lines[fault.place.line - 1]
        at -= len(old) - fault.place.length
        lines[fault.place.line - 1] = line[:at] + line[at:].replace(old, new, 1)
        text = "\n".join(lines)
    (folder / "a" / name).rename(folder / "a" / renamed)
    fill(folder, {"a/index.md": text})
    assert told(read(folder)) == []


def test_a_small_picture_is_told_of(folder: Path) -> None:
    files: dict[str, str | bytes] = {"a/index.md": brand("甲品牌", "gallery: [{src: a.png, alt: 图}]")}
    fill(folder, {**files, "a/a.png": png(100)})
    reading = read(folder)
    assert told(reading) == ["picture-small brands/a/index.md:8:17"]
    assert len(reading.brands) == 1


def test_a_brand_without_a_folder_is_told_how_to_have_one(folder: Path) -> None:
    fill(folder, {"a.md": brand("甲品牌", "gallery: [{src: a.png, alt: 图}]")})
    (fault,) = read(folder).faults
    assert (fault.code, fault.details["folder"]) == ("file-missing", "a")


@pytest.mark.parametrize("link", ["a", "b/index.md", "c/a.png", "d.md"])
def test_links_that_lead_out_of_the_folder(link: str, folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    fill(tmp_path, {"outside/index.md": brand("甲品牌"), "outside/a.png": png()})
    fill(folder, {"c/index.md": brand("丙品牌", "gallery: [{src: a.png, alt: 图}]"), "c/_keep": "", "b/_keep": ""})
    target = {
        "a": outside,
        "b/index.md": outside / "index.md",
        "c/a.png": outside / "a.png",
        "d.md": outside / "index.md",
    }
    (folder / link).symlink_to(target[link])
    assert any(fault.code == "outside-folder" for fault in read(folder).faults)


@pytest.mark.parametrize(
    ("target", "faults"),
    [
        ("b.png", []),
        ("../_shared/a.png", ["outside-folder brands/a/index.md:8:17"]),
        ("../c/a.png", ["outside-folder brands/a/index.md:8:17"]),
        ("a.png", ["outside-folder brands/a/index.md:8:17"]),
    ],
)
def test_links_of_a_brand_stay_in_its_own_folder(target: str, faults: list[str], folder: Path) -> None:
    pictures = {"_shared/a.png": png(), "c/a.png": png(), "a/b.png": png()}
    gallery = "gallery: [{src: a.png, alt: 图}]"
    fill(folder, {**pictures, "a/index.md": brand("甲品牌", gallery), "c/index.md": brand("丙品牌", gallery)})
    (folder / "a" / "a.png").symlink_to(target)
    assert [line for line in told(read(folder)) if not line.startswith("unused-file")] == faults


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="both names are one file there")
def test_names_that_are_one_file_elsewhere(folder: Path) -> None:
    pdf = b"%PDF-1.7\n"
    fill(folder, {"a/index.md": brand("甲品牌"), "a/Rules.pdf": pdf, "a/rules.PDF": pdf, "a/rule.pdf": pdf})
    lines = [line for line in told(read(folder)) if not line.startswith("unused-file")]
    assert lines == ["names-alike brands/a/rules.PDF:1:1"]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are Unicode there")
def test_names_in_another_encoding(folder: Path) -> None:
    """As an archive from Windows leaves them."""
    fill(folder, {"a/index.md": brand("甲品牌"), "d/b.txt": "x"})
    for name in ("b1", "c2.md", "a/d.png", "d/e.md"):
        path = os.fsencode(folder / name).replace(b"/c2", "/办2".encode("gbk")).replace(b"/b1", "/办1".encode("gbk"))
        path = path.replace(b"/d.png", "/办3.png".encode("gbk")).replace(b"/e.md", "/文.md".encode("gbk"))
        if name == "b1":
            os.mkdir(path)  # noqa: PTH102 - no Path is made of bytes
            path += b"/index.md"
        with open(path, "wb") as file:  # noqa: PTH123 - as above
            file.write(brand("乙品牌").encode())
    assert sorted(told(read(folder))) == [
        "bad-folder-name brands/\ufffd\ufffd1:1:1",
        "bad-folder-name brands/\ufffd\ufffd2.md:1:1",
        "no-index-file brands/d:1:1",
        "unused-file brands/a/\ufffd\ufffd3.png:1:1",
    ]


@pytest.mark.parametrize("name", ["con", "aux", "com1", "nul"])
def test_names_of_devices(name: str, folder: Path) -> None:
    fill(folder, {f"{name}/index.md": brand("甲品牌"), f"{name}x/index.md": brand("乙品牌")})
    reading = read(folder)
    assert told(reading) == [f"bad-folder-name brands/{name}:1:1"]
    assert [one.slug for one in reading.brands] == [f"{name}x"]


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "thumbs.DB", "desktop.ini", "Desktop.ini", "_draft.txt"])
def test_what_a_system_leaves_in_a_folder_is_passed_over(name: str, folder: Path) -> None:
    fill(folder, {"a/index.md": brand("甲品牌"), f"a/{name}": b"\0", name: b"\0"})
    assert told(read(folder)) == []


def test_no_name_is_suggested_where_there_is_none_to_make(folder: Path) -> None:
    """Whatever stood there as an example, a brand might have."""
    fill(folder, {"con/index.md": brand("甲品牌"), "zheliban/index.md": brand("乙品牌")})
    (fault,) = read(folder).faults
    hint = render_fault(fault, load_translations("cli", "en")).hint
    assert hint == "Rename it, to the brand's name in pinyin for example"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system are a thing of POSIX")
def test_a_pipe_is_no_brand(folder: Path) -> None:
    os.mkfifo(folder / "a.md")
    (folder / "b").mkdir()
    os.mkfifo(folder / "b/index.md")
    reading = read(folder)
    assert told(reading) == ["stray-file brands/a.md:1:1", "no-index-file brands/b:1:1"]
    assert "Rename" not in render_fault(reading.faults[1], load_translations("cli", "en")).hint


def test_a_missing_vocabulary(folder: Path) -> None:
    (folder / "_catalogue.yml").unlink()
    fill(folder, {"a.md": brand("甲品牌")})
    reading = read(folder)
    assert told(reading) == ["no-vocabulary brands/_catalogue.yml:1:1"]
    assert reading.vocabulary is None


def test_several_processes_read_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    levels = ["省级" if number % 7 else "province" for number in range(30)]
    files = {f"b{number:03}.md": brand(f"品牌{number}", f"level: {level}") for number, level in enumerate(levels)}
    fill(folder, dict(files))
    monkeypatch.setattr(brand_folder, "WORTH_A_POOL", 10)
    monkeypatch.setattr(brand_folder, "_CHUNK", 7)
    single = read(folder)
    assert read_catalogue_source(folder, jobs=2, root=folder.parent) == single
    assert len(single.faults) == 25


@pytest.mark.parametrize(("relative", "prefix"), [("brands", "brands/"), (".", "")])
def test_paths_are_told_as_an_editor_writes_them(
    relative: str, prefix: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, {"a.md": brand("甲品牌", "x: 1")})
    monkeypatch.chdir(folder.parent if relative == "brands" else folder)
    (fault,) = read_catalogue_source(Path(relative)).faults
    assert fault.place.path == f"{prefix}a.md"
