"""The command ``new``, by options and by interview."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase.cli.main import showcase
from showcase.model.fault_texts import has_errors
from showcase.source.brand_folder import read_catalogue_source

CATALOGUE = """\
# 词汇表
categories:
  government-services:
    name: {zh-Hans: 政务服务, en: Government services}
  public-hotline:
    name: {zh-Hans: 便民热线, en: Public hotlines}
levels:
  province:
    name: 省级
  city:
    name: 市级
agencies:
  zj-bigdata:
    name: 浙江省大数据发展管理局
    short: 省大数据局
  hz-office:
    name: 杭州市政务服务管理办公室
# 完
"""
TAKEN = """\
---
name: 渝快办
agency: hz-office
category: public-hotline
slogan: 渝快办事，愉快办成
summary: 这是已经有的一个品牌，有名称，有口号，也有一段长短合适的简介。
aliases: [old-yukuai]
---
"""
SLOGAN = "掌上办事，一站直达"
SUMMARY = "浙江全省统一的移动政务服务平台，缴费、挂号、公积金等事项，一部手机就能办。"
FIT = "1 to 64 lower-case letters, digits, hyphens between them, and no device name such as con"
OPTIONS = {
    "--name": "浙里办",
    "--agency": "zj-bigdata",
    "--category": "政务服务",
    "--slogan": SLOGAN,
    "--summary": SUMMARY,
}


@pytest.fixture
def brands(tmp_path: Path) -> Path:
    folder = tmp_path / "brands"
    folder.mkdir()
    (folder / "_catalogue.yml").write_text(CATALOGUE, encoding="utf-8")
    (folder / "yukuaiban.md").write_text(TAKEN, encoding="utf-8")
    return folder


def run(brands: Path, *args: str, typed: list[str] | None = None, lang: str = "en") -> Result:
    text = None if typed is None else "".join(f"{line}\n" for line in typed)
    return CliRunner().invoke(showcase, ["--lang", lang, "new", "--brands", str(brands), *args], input=text)


def by_options(**changed: str) -> list[str]:
    options = {**OPTIONS, **{f"--{name.replace('_', '-')}": value for name, value in changed.items()}}
    return ["--no-input", *(part for name, value in options.items() if value for part in (name, value))]


def list_files(brands: Path) -> list[str]:
    return sorted(path.relative_to(brands).as_posix() for path in brands.rglob("*"))


UNTOUCHED = ["_catalogue.yml", "yukuaiban.md"]


def assert_sound(brands: Path) -> None:
    reading = read_catalogue_source(brands)
    assert [fault.code for fault in reading.faults if has_errors([fault])] == []


def test_options_alone_write_a_brand_that_passes(brands: Path) -> None:
    result = run(brands, *by_options(level="省级", color="#1b66d6"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"Written: {brands.as_posix()}/zheliban/index.md",
        "Next: open it and fill in what you have, then run: python build.py check",
    ]
    assert list_files(brands) == ["_catalogue.yml", "yukuaiban.md", "zheliban", "zheliban/index.md"]
    assert_sound(brands)
    text = (brands / "zheliban/index.md").read_text(encoding="utf-8")
    assert "\nname: 浙里办\n" in text
    assert "\nlevel: province\n" in text
    assert '\n  color: "#1b66d6"\n' in text


def test_the_next_step_is_told_in_chinese(brands: Path) -> None:
    result = run(brands, *by_options(), lang="zh")
    assert result.exit_code == 0
    assert "\n下一步：" in result.stdout


def test_options_alone_tell_all_that_is_missing(brands: Path) -> None:
    result = run(brands, "--no-input", "--name", "浙里办")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "Missing: --agency",
        "Missing: --category",
        "Missing: --slogan",
        "Missing: --summary",
    ]
    assert list_files(brands) == UNTOUCHED


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (by_options(name="浙"), "--name: "),
        (by_options(name="浙里办" * 7), "--name: "),
        (by_options(name="渝快办"), "--name: Another brand has this name: {brands}/yukuaiban.md"),
        (by_options(slogan="<b>掌上</b>办事"), "--slogan: "),
        (by_options(slogan="掌上\u200b办事"), "--slogan: "),
        (by_options(slogan="掌上\udcff办事"), "--slogan: "),
        (by_options(summary="太短"), "--summary: "),
        (by_options(slogan="  "), "Missing: --slogan\n"),
        (by_options(category="\u3000"), "Missing: --category\n"),
        (by_options(color="red"), "--color: Not a colour: “red”. Type # and six hexadecimal digits, such as #1b66d6."),
        (by_options(agency="省大数据厅"), "--agency: Not in the vocabulary: “省大数据厅”. Near to it: 浙江省大数据"),
        (by_options(agency="xyz"), "--agency: Not in the vocabulary: “xyz”."),
        (by_options(agency="管理"), "--agency: “管理” may mean: 浙江省大数据发展管理局 (zj-bigdata)、杭州市"),
        (by_options(level="州"), "--level: "),
        ([*by_options(), "yukuaiban"], "SLUG: The slug yukuaiban is taken by {brands}/yukuaiban.md; yukuaiban-2 is"),
        ([*by_options(), "old-yukuai"], "SLUG: The slug old-yukuai is taken by {brands}/yukuaiban.md; old-yukuai-2 is"),
        ([*by_options(), "Zhe_Li"], f"SLUG: {FIT}\n    zhe-li would do.\n"),
        ([*by_options(), "Yukuaiban"], f"SLUG: {FIT}\n    yukuaiban-2 would do.\n"),
        ([*by_options(), "★"], f"SLUG: {FIT}\n"),
        ([*by_options(), "con"], f"SLUG: {FIT}"),
        (by_options(name="Nul"), f"SLUG: {FIT}"),
        (by_options(name="あい"), "The name gives no slug: put one after “new”."),
        (by_options(name="★★"), "--name: “★★” has no letter or digit in any script\n    Write it in words\n"),
        (by_options(slogan="?"), "--slogan: “?” has no letter or digit in any script\n    Write it in words\n"),
        (by_options(summary="，" * 24), "--summary: “，，"),
        (by_options(agency_name="……", agency="xin"), "“……” has no letter or digit in any script"),
        (by_options(agency_name="新单位", agency="zj-bigdata"), "The key zj-bigdata is taken already."),
        (by_options(agency_name="新单位", agency="Xin"), FIT),
        (by_options(agency_name="新单位", agency="aux"), FIT),
        (by_options(agency_name="甲" * 301, agency="xin"), ""),
        (by_options(name="渝快伴"), "SLUG: The slug yukuaiban is taken by {brands}/yukuaiban.md; yukuaiban-2 is free."),
    ],
)
def test_unfit_options_are_told_and_nothing_written(args: list[str], told: str, brands: Path) -> None:
    result = run(brands, *args)
    assert result.exit_code == 2
    assert told.format(brands=brands.as_posix()) in result.stderr
    assert list_files(brands) == UNTOUCHED
    assert (brands / "_catalogue.yml").read_text(encoding="utf-8") == CATALOGUE


@pytest.mark.parametrize("agency", ["hz-office", "杭州市政务服务管理办公室", "杭州市政务", "HZ-Office"])
def test_an_agency_is_known_by_key_name_or_part_of_it(agency: str, brands: Path) -> None:
    assert run(brands, *by_options(agency=agency)).exit_code == 0
    assert "\nagency: hz-office\n" in (brands / "zheliban/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "written"), [("nb-office", "nb-office"), ("", "ningboshizhengwuban")])
def test_a_new_agency_joins_the_vocabulary(key: str, written: str, brands: Path) -> None:
    result = run(brands, *by_options(agency=key, agency_name="宁波市政务办"))
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Added to {brands.as_posix()}/_catalogue.yml: 宁波市政务办 ({written})\n")
    entry = f"  {written}:\n    name: 宁波市政务办\n"
    assert (brands / "_catalogue.yml").read_text(encoding="utf-8") == CATALOGUE.replace("# 完\n", f"{entry}# 完\n")
    assert_sound(brands)
    story = (brands / "zheliban/index.md").read_text(encoding="utf-8").splitlines()[-1]
    assert story.startswith("“浙里办”是宁波市政务办在政务服务领域创建的服务品牌")


def test_signs_around_a_name_are_no_part_of_it(brands: Path) -> None:
    result = run(brands, *by_options(name="“浙里办”", slogan="【掌上办事，一站直达】"))
    assert (result.exit_code, result.stderr) == (0, "")
    text = (brands / "zheliban/index.md").read_text(encoding="utf-8")
    assert "\nname: 浙里办\n" in text
    assert "\nslogan: 掌上办事，一站直达\n" in text
    assert "\n“浙里办”是" in text


def test_a_vocabulary_that_cannot_be_added_to_is_left_alone_and_no_brand_written(brands: Path) -> None:
    path = brands / "_catalogue.yml"
    text = CATALOGUE.partition("agencies:")[0] + "agencies: {zj-bigdata: {name: 浙江省大数据发展管理局}}\n"
    path.write_text(text, encoding="utf-8")
    result = run(brands, *by_options(agency="nb", agency_name="宁波市政务办"))
    assert result.exit_code == 2
    assert "only you can add the agency nb to it." in result.stderr
    assert list_files(brands) == UNTOUCHED
    assert path.read_text(encoding="utf-8") == text


def test_a_faulty_vocabulary_is_to_be_mended_first(brands: Path) -> None:
    (brands / "_catalogue.yml").write_text("agencies: [\n", encoding="utf-8")
    result = run(brands, *by_options())
    assert result.exit_code == 1
    assert result.stderr == f"{brands.as_posix()}/_catalogue.yml has errors. Next: python build.py check\n"
    assert list_files(brands) == UNTOUCHED


def test_images_that_wait_for_their_brand_stay(brands: Path) -> None:
    (brands / "zheliban").mkdir()
    (brands / "zheliban/logo.svg").write_text("<svg/>")
    assert run(brands, *by_options()).exit_code == 0
    assert sorted(path.name for path in (brands / "zheliban").iterdir()) == ["index.md", "logo.svg"]


def test_a_brand_is_never_written_over(brands: Path) -> None:
    assert run(brands, *by_options()).exit_code == 0
    before = (brands / "zheliban/index.md").read_bytes()
    result = run(brands, *by_options(name="浙里办事"), "zheliban")
    assert result.exit_code == 2
    assert f"taken by {brands.as_posix()}/zheliban/index.md; zheliban-2 is free." in result.stderr
    assert (brands / "zheliban/index.md").read_bytes() == before


ANSWERS = ["浙里办", "", "1", "政务", SLOGAN, SUMMARY, "", ""]


def test_an_interview_writes_the_same_as_options(brands: Path, tmp_path: Path) -> None:
    assert run(brands, *by_options()).exit_code == 0
    by_hand = (brands / "zheliban/index.md").rename(tmp_path / "by-options.md")
    (brands / "zheliban").rmdir()
    result = run(brands, typed=ANSWERS)
    assert result.exit_code == 0
    assert "Slug, the last part of its address [zheliban]: " in result.stdout
    assert "   2  杭州市政务服务管理办公室  (hz-office)\n" in result.stdout
    assert (brands / "zheliban/index.md").read_bytes() == by_hand.read_bytes()


def test_an_interview_asks_for_nothing_that_was_given(brands: Path) -> None:
    result = run(brands, "zlb", "--name", "浙里办", "--agency", "hz-office", typed=ANSWERS[3:])
    assert result.exit_code == 0
    assert list_files(brands)[-1] == "zlb/index.md"
    assert "Name of the brand" not in result.stdout


@pytest.mark.parametrize(
    ("field", "typed", "line"),
    [
        (0, ["浙", "渝快办", "浙里办"], "name: 浙里办"),
        (0, ["   ", "\u3000", "浙里办"], "name: 浙里办"),
        (1, ["  "], "name: 浙里办"),
        (2, ["\u3000", "2"], "agency: hz-office"),
        (3, ["  ", "热线"], "category: public-hotline"),
        (4, ["   ", "事事有回音"], "slogan: 事事有回音"),
        (5, ["\u3000\u3000", SUMMARY], f"summary: {SUMMARY}"),
        (6, ["  "], "name: 浙里办"),
        (1, ["yukuaiban", "A b", "con", "zlb"], "agency: zj-bigdata"),
        (2, ["9", "管理", "2"], "agency: hz-office"),
        (3, ["s", "税务", "热线"], "category: public-hotline"),
        (4, ["<i>掌上</i>", "?", "……", "事事有回音"], "slogan: 事事有回音"),
        (5, ["?" * 24, SUMMARY], f"summary: {SUMMARY}"),
        (6, ["国", "省级"], "level: province"),
        (7, ["红", "#c00"], '  color: "#c00"'),
        (7, ["1b66d6"], '  color: "#1b66d6"'),
        (7, ['"#1b66d6"'], '  color: "#1b66d6"'),
        (7, ["“＃1B66D6”"], '  color: "#1b66d6"'),
    ],
)
def test_an_interview_asks_again_until_the_answer_will_do(
    field: int, typed: list[str], line: str, brands: Path
) -> None:
    result = run(brands, typed=[*ANSWERS[:field], *typed, *ANSWERS[field + 1 :]])
    assert result.exit_code == 0
    (written,) = brands.glob("*/index.md")
    assert line in written.read_text(encoding="utf-8").split("\n")
    assert_sound(brands)


def test_a_blank_answer_is_told_as_that(brands: Path) -> None:
    result = run(brands, typed=["\u3000", *ANSWERS])
    assert result.exit_code == 0
    assert result.stderr == "  ✗ Nothing but blanks; an answer is needed here.\n"


def test_what_is_told_of_an_answer_speaks_of_no_lines_of_a_file(brands: Path) -> None:
    result = run(brands, *by_options(slogan="掌上办事" * 7, summary="甲" * 161))
    assert result.stderr.splitlines() == [
        "--slogan: The text is too long",
        "    at most 24 characters",
        "--summary: The text is too long",
        "    at most 160 characters",
    ]


def test_a_slug_that_is_taken_is_told_and_another_suggested(brands: Path) -> None:
    result = run(brands, typed=["渝快伴", *ANSWERS[1:]])
    assert result.exit_code == 0
    assert f"The slug yukuaiban is taken by {brands.as_posix()}/yukuaiban.md" in result.stderr
    assert "yukuaiban-2/index.md" in list_files(brands)


def test_the_name_of_a_device_is_never_suggested(brands: Path) -> None:
    result = run(brands, typed=["Nul", *ANSWERS[1:]])
    assert result.exit_code == 0
    assert "Slug, the last part of its address [nul-2]: " in result.stdout
    assert_sound(brands)


def test_a_long_vocabulary_is_searched_first(brands: Path) -> None:
    more = "".join(f"  body-{number}:\n    name: 第{number}局\n" for number in range(30))
    with (brands / "_catalogue.yml").open("a", encoding="utf-8") as file:
        file.write(more)
    result = run(brands, typed=[*ANSWERS[:2], "第2", "3", *ANSWERS[3:]])
    assert result.exit_code == 0
    assert "  32 to choose from: type a part of the name.\n" in result.stdout
    assert "\nagency: body-21\n" in (brands / "zheliban/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("answered", range(len(ANSWERS)))
def test_leaving_an_interview_leaves_nothing(answered: int, brands: Path) -> None:
    result = run(brands, typed=ANSWERS[:answered])
    assert result.exit_code == 130
    assert result.stderr.splitlines()[-2:] == [
        "Nothing was written.",
        "Where nothing can be typed, use --no-input and options.",
    ]
    assert list_files(brands) == UNTOUCHED


def test_an_interruption_while_writing_leaves_nothing(brands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("showcase.cli.new.replace_file", interrupt)
    result = run(brands, *by_options(agency="nb", agency_name="宁波市政务办"))
    assert result.exit_code != 0
    assert list_files(brands) == UNTOUCHED
    assert (brands / "_catalogue.yml").read_text(encoding="utf-8") == CATALOGUE


def test_a_folder_that_cannot_be_written_to_is_told(brands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "x")

    monkeypatch.setattr(Path, "mkdir", refuse)
    result = run(brands, *by_options())
    assert result.exit_code == 2
    assert result.stderr == "x cannot be written: no right to read or write it\n"


def test_help_names_every_option_in_both_languages() -> None:
    text = CliRunner().invoke(showcase, ["new", "--help"]).stdout
    options = [line for line in text.splitlines() if line.strip().startswith("--")]
    assert len(options) == 10
    assert [line for line in options if " / " not in line] == []
    assert "新建品牌" in text
