"""What was valid once is made again of its plain values, without rules: the same in every field, whatever is set."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
import yaml

from showcase.model.settings import Settings
from showcase.model.values import Part
from showcase.model.vocabulary import Vocabulary

ALL_SET: dict[str, Any] = {
    "brands_dir": "牌子",
    "locale": "en",
    "page_size": 12,
    "organizer": "试用市政务服务管理局",
    "operator": "试用市大数据中心",
    "contact": "0571-12345678",
    "notice": "供试用。",
    "indexing": False,
    "fulltext": False,
    "limits": {"story": 2_000, "seconds": 2.5},
    "host_site": "试用市人民政府",
    "host_domain": "example.gov.cn",
    "site_code": "3301000001",
    "party_mark": "A1B2C3D4E5F6",
    "icp": "浙ICP备05000000号-1",
    "police": "浙公网安备 33010002000001号",
    "own_hosts": ["example.gov.cn", "example.org"],
    "data_license": "https://example.gov.cn/licence",
    "feedback": {
        "phone": "0571-12345678",
        "email": "a@example.gov.cn",
        "form": "https://example.gov.cn/form?of={name}",
        "post": "https://example.gov.cn/post",
        "issue": "https://github.com/a/b",
    },
    "site_name": "品牌橱窗",
    "site_url": "https://example.gov.cn/",
}
TERMS: dict[str, Any] = {
    "agencies": {
        "office": {"name": {"zh-Hans": "办公室", "en": "Office"}, "short": "办", "region": "试用"},
        "harbour": {"name": "港务局", "parent": "office", "website": "https://example.gov.cn/"},
    },
    "categories": {"desk": {"name": "政务服务", "icon": "desk", "summary": "办事。"}},
    "levels": {"city": {"name": "市级"}},
}


def unset(part: Part) -> list[str]:
    """Fields of a part, and of those within it, that are as they are by default."""
    plain = [name for name, field in type(part).model_fields.items() if getattr(part, name) == field.default]
    return plain + [name for value in vars(part).values() if isinstance(value, Part) for name in unset(value)]


def restore(part: Part) -> Part:
    return type(part).restore(json.loads(json.dumps(part.as_plain(), ensure_ascii=False)))


@pytest.mark.parametrize("given", [{}, ALL_SET], ids=["nothing set", "all set"])
def test_settings(given: dict[str, Any]) -> None:
    settings = Settings.model_validate(given)
    assert restore(settings) == settings
    assert repr(restore(settings)) == repr(settings)


def test_of_settings_all_are_tried() -> None:
    """A field that is new is set above, too; of the limits two stand for all."""
    limits = set(type(Settings().limits).model_fields)
    assert set(unset(Settings.model_validate(ALL_SET))) < limits


def test_vocabularies() -> None:
    there = Path(__file__).parents[2] / "brands" / "_catalogue.yml"
    for given in (TERMS, yaml.safe_load(there.read_text("utf-8"))):
        vocabulary = Vocabulary.model_validate(given)
        assert restore(vocabulary) == vocabulary
        assert repr(restore(vocabulary)) == repr(vocabulary)


def test_what_was_restored_is_as_good_as_any_other() -> None:
    settings = Settings.restore(Settings.model_validate(ALL_SET).as_plain())
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert settings.model_copy(update={"locale": "zh-Hans"}).locale == "zh-Hans"
    assert settings.model_dump_json() == Settings.model_validate(ALL_SET).model_dump_json()
    with pytest.raises(ValueError, match="frozen"):
        settings.locale = "en"
