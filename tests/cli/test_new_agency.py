"""``new`` for a brand of a body that the vocabulary lacks, or has already."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase.cli.main import showcase
from showcase.model.fault_texts import has_errors
from showcase.source.brand_folder import read_catalogue_source

CATALOGUE = """\
categories:
  services: {name: 政务服务}
levels: {}
agencies:
  qingsong:
    name: {zh-Hans: 示例市青松街道办事处, en: Qingsong Subdistrict Office}
    short: 青松街道
  hz-tax: {name: 杭州市税务局, short: 税务局}
  nb-tax: {name: 宁波市税务局, short: 税务局}
"""
OPTIONS = {
    "--name": "浙里办",
    "--category": "政务服务",
    "--slogan": "掌上办事，一站直达",
    "--summary": "浙江全省统一的移动政务服务平台，缴费、挂号、公积金等事项，一部手机就能办。",
}
NEW = "宁波市政务办"
FIT = "1 to 64 lower-case letters, digits, hyphens between them, and no device name such as con"


@pytest.fixture
def brands(tmp_path: Path) -> Path:
    folder = tmp_path / "brands"
    folder.mkdir()
    (folder / "_catalogue.yml").write_text(CATALOGUE, encoding="utf-8")
    return folder


def run(brands: Path, *args: str, typed: list[str] | None = None) -> Result:
    text = None if typed is None else "".join(f"{line}\n" for line in typed)
    options = [part for name, value in OPTIONS.items() for part in (name, value)]
    return CliRunner().invoke(showcase, ["--lang", "en", "new", "--brands", str(brands), *options, *args], input=text)


def read_agency(brands: Path) -> str:
    """The agency of the brand that was written, which is sound."""
    reading = read_catalogue_source(brands)
    assert not has_errors(reading.faults)
    (brand,) = reading.brands
    return brand.agency


@pytest.mark.parametrize(
    "args",
    [
        ["--agency-name", "示例市青松街道办事处"],
        ["--agency-name", " 示例市青松街道办事处 "],
        ["--agency-name", "青松街道"],
        ["--agency-name", "qingsong subdistrict office"],
        ["--agency-name", "示例市青松街道办事处", "--agency", "another"],
        ["--agency-name", "示例市青松街道办事处", "--agency", "qingsong"],
    ],
)
def test_a_body_that_is_there_is_used_and_not_added_again(args: list[str], brands: Path) -> None:
    result = run(brands, "--no-input", *args)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("qingsong is there already and is used: 示例市青松街道办事处\n")
    assert read_agency(brands) == "qingsong"
    assert (brands / "_catalogue.yml").read_text(encoding="utf-8") == CATALOGUE


@pytest.mark.parametrize("typed", ["+青松街道", "＋ 示例市青松街道办事处", "+"])
def test_a_plus_may_stand_before_the_name(typed: str, brands: Path) -> None:
    more = ["青松街道"] if typed == "+" else []
    result = run(brands, "--level", "", "--color", "#1b66d6", typed=["", typed, *more, ""])
    assert result.exit_code == 0, result.output
    assert read_agency(brands) == "qingsong"


def test_a_body_that_is_not_there_is_told_how_to_add(brands: Path) -> None:
    result = run(brands, "--color", "#1b66d6", typed=["", "黄岩区大数据局", "+黄岩区大数据局", "", "", ""])
    assert "  To add a body, type + and its full name.\n" in result.stdout
    assert result.exit_code == 0, result.output
    assert read_agency(brands) == "huangyanqudashujuju"


def test_a_name_that_two_bodies_have_tells_neither(brands: Path) -> None:
    result = run(brands, "--no-input", "--agency-name", "税务局")
    told = "“税务局” may mean: 杭州市税务局 (hz-tax)、宁波市税务局 (nb-tax)\n"
    assert (result.exit_code, result.stderr) == (2, told)
    assert [path.name for path in brands.iterdir()] == ["_catalogue.yml"]


@pytest.mark.parametrize(
    ("typed", "agency", "told"),
    [
        (["+", NEW, "甬政务", ""], "ningboshizhengwuban", []),
        (["+", "  ", NEW, "", "nb"], "nb", ["Nothing but blanks; an answer is needed here."]),
        (["+", NEW, "", "社区", "nb"], "nb", [FIT, "shequ would do."]),
        (
            ["+", NEW, "", "社区", "con", "NB", ""],
            "ningboshizhengwuban",
            [FIT, "shequ would do.", FIT, "con-2 would do.", FIT, "nb would do."],
        ),
        (["+", NEW, "", "hz-tax", "nb"], "nb", ["The key hz-tax is taken already."]),
        (["+", NEW, "……", "甬政务", "nb"], "nb", ["“……” has no letter or digit in any script", "Write it in words"]),
        (["+", "？", "hz-tax"], "hz-tax", ["“？” has no letter or digit in any script", "Write it in words"]),
        (["+", "税务局", "hz-tax"], "hz-tax", ["“税务局” may mean: 杭州市税务局 (hz-tax)、宁波市税务局 (nb-tax)"]),
        (["+", "示例市青松街道办事处"], "qingsong", []),
        (["+", "青松街道"], "qingsong", []),
        (["+", "青松街道办事处", "青松街道", ""], "qingsong", []),
        (["+", "青松街道办事处", "青松街道", "y"], "qingsong", []),
        (["+", "甬州市青松街道", "青松街道", "n", "yz"], "yz", []),
        (["+", "绍兴市税务局", "税务局", "sx-tax"], "sx-tax", []),
    ],
)
def test_what_is_typed_of_a_body_is_not_lost(typed: list[str], agency: str, told: list[str], brands: Path) -> None:
    result = run(brands, typed=["", *typed, "", ""])
    assert result.exit_code == 0
    assert [line.strip().removeprefix("✗ ") for line in result.stderr.splitlines()] == told
    assert read_agency(brands) == agency
    is_new = f"\n  {agency}:" not in CATALOGUE
    assert ((brands / "_catalogue.yml").read_text(encoding="utf-8") == CATALOGUE) != is_new


def test_a_vocabulary_that_takes_no_body_is_told_and_another_may_be_chosen(brands: Path) -> None:
    text = CATALOGUE.partition("agencies:")[0] + "agencies: {office: {name: 政务办}}\n"
    (brands / "_catalogue.yml").write_text(text, encoding="utf-8")
    result = run(brands, typed=["", "+", NEW, "", "nb", "office", "", ""])
    assert result.exit_code == 0
    assert result.stderr.endswith("is laid out so that only you can add the agency nb to it.\n")
    assert read_agency(brands) == "office"
