from __future__ import annotations

from typing import Any

import pytest

from showcase.model.brand import Brand
from showcase.model.readiness import State, assess

READY: dict[str, Any] = {
    "slug": "x",
    "name": "浙里办",
    "agency": "a",
    "category": "b",
    "slogan": "掌上办事，一站直达",
    "summary": "一个入口汇集全省政务服务，个人和企业在手机上就能查询、办理、评价。",
    "identity": {"logo": "a.svg", "logo_alt": "水波", "logo_meaning": "通达", "meaning": "在这里就能办"},
    "service": {
        "audience": ["个人"],
        "channels": [{"type": "web"}],
        "methods": [{"name": "比对", "technology": "电子证照", "benefit": "少填表"}],
        "commitments": [{"text": "受理", "limit": 1, "unit": "工作日"}],
    },
    "management": {
        "systems": [{"kind": kind, "title": "办法"} for kind in ("service", "management", "guarantee")],
        "responsible": "政务服务处",
        "supervision": [{"type": "hotline", "value": "12345", "reply_days": 5}],
        "satisfaction": {"rate": 98, "sample": 100, "period": 2024},
    },
    "culture": {"concept": "用心", "practice": "开放日"},
    "phases": {
        "appraisal": {"status": "done", "deliberations": [{"kind": "expert"}, {"kind": "public"}]},
        "planning": {"status": "done", "evidence": [{"title": "方案"}]},
    },
    "results": [{"label": "用户", "value": 1, "period": 2024, "source": "报道"}],
    "honours": [{"title": "奖", "year": 2020}],
    "cases": [{"title": "甲", "text": "乙", "consent": True}],
    "sources": [{"title": "报道"}],
}


def brand(**changes: Any) -> Brand:
    """The ready brand, with single fields changed: ``service__audience=[]``."""
    data: dict[str, Any] = {key: dict(value) if isinstance(value, dict) else value for key, value in READY.items()}
    for path, value in changes.items():
        field, _, key = path.partition("__")
        if key:
            data[field][key] = value
        else:
            data[field] = value
    return Brand.model_validate(data)


def missing(found: Brand) -> dict[str, tuple[str, ...]]:
    readiness = assess(found)
    every = (*readiness.conditions, readiness.publicity, readiness.implementation)
    return {one.key: one.missing for one in every if one.missing}


def test_a_brand_that_has_everything() -> None:
    readiness = assess(brand(), other_names=["别的"])
    assert all(condition.met for condition in readiness.conditions)
    assert readiness.ready_for_publicity
    assert readiness.ready_for_implementation_review
    assert [condition.key for condition in readiness.conditions] == ["identity", "service", "management", "culture"]


def test_what_only_a_person_can_judge_is_never_taken_for_granted() -> None:
    identity = assess(brand()).condition("identity")
    assert identity.to_confirm == ("easy-name", "logo-legible")
    assert {item.state for item in identity.items} == {State.PRESENT, State.TO_CONFIRM}


def test_five_lines_are_a_beginning() -> None:
    bare = Brand.model_validate(
        {key: READY[key] for key in ("slug", "name", "agency", "category", "slogan", "summary")}
    )
    found = missing(bare)
    assert found["culture"] == ("concept", "practice", "case")
    assert found["publicity"] == ("identity", "appraisal", "planning", "audience", "supervision", "source")
    assert found["implementation"] == ("result", "case", "review")


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({"identity__meaning": None}, {"identity": ("name-meaning",), "publicity": ("identity",)}),
        ({"identity__logo_meaning": None}, {"identity": ("logo-meaning",), "publicity": ("identity",)}),
        (
            {"identity__logo": None},
            {"identity": ("logo", "logo-meaning", "logo-legible"), "publicity": ("identity",)},
        ),
        (
            {"phases__appraisal": {"status": "done", "deliberations": [{"kind": "notice"}]}},
            {"identity": ("expert-deliberation", "public-deliberation"), "publicity": ("identity",)},
        ),
        ({"service__methods": ["比对"]}, {"service": ("technology",)}),
        ({"service__channels": []}, {"service": ("channel",)}),
        ({"service__audience": []}, {"service": ("audience",), "publicity": ("audience",)}),
        ({"service__commitments": [{"text": "受理", "limit": 1}]}, {"management": ("measurable-commitment",)}),
        (
            {"management__systems": [{"kind": "service", "title": "办法"}]},
            {"management": ("management-system", "guarantee-system")},
        ),
        ({"management__responsible": None}, {"management": ("responsible",)}),
        ({"management__supervision": [{"type": "web", "value": "网"}]}, {"management": ("supervision-reply",)}),
        ({"management__supervision": []}, {"management": ("supervision-reply",), "publicity": ("supervision",)}),
        ({"management__satisfaction": {"rate": 98, "sample": 5}}, {"management": ("satisfaction",)}),
        ({"management__satisfaction": None}, {"management": ("satisfaction",), "implementation": ("review",)}),
        ({"culture__practice": None}, {"culture": ("practice",)}),
        ({"cases": [{"title": "甲", "text": "乙"}]}, {"culture": ("case",), "implementation": ("case",)}),
        ({"phases__planning": {"status": "done"}}, {"publicity": ("planning",)}),
        ({"phases__planning": {"status": "ongoing", "evidence": [{"title": "方案"}]}}, {"publicity": ("planning",)}),
        ({"honours": [{"title": "奖"}]}, {"publicity": ("dated",)}),
        ({"sources": []}, {"publicity": ("source",)}),
        ({"results": []}, {"implementation": ("result",)}),
    ],
)
def test_each_item(changes: dict[str, Any], lacks: dict[str, tuple[str, ...]]) -> None:
    assert missing(brand(**changes)) == lacks


def test_a_name_that_another_has() -> None:
    assert assess(brand(), other_names=["浙里办"]).condition("identity").missing == ("unique-name",)


def test_a_review_stands_for_a_figure_of_satisfaction() -> None:
    found = brand(management__satisfaction=None, reviews=[{"date": 2024, "result": "passed"}])
    assert assess(found).ready_for_implementation_review
