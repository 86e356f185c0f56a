"""What is wrong with a setting is said in both languages, with the name that may have been meant."""

from typing import Any

import pytest
from pydantic import ValidationError

from showcase.model.setting_faults import iterate_setting_faults
from showcase.model.settings import Settings


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"page_sise": 12},
            "x.page_sise: 没有这个设置，是不是 page_size？ / there is no such setting; did you mean page_size?",
        ),
        ({"wechat": 1}, "x.wechat: 没有这个设置 / there is no such setting"),
        (
            {"limits": {"fils": 1}},
            "x.limits.fils: 没有这个设置，是不是 files？ / there is no such setting; did you mean files?",
        ),
        ({"limits": {"seconds": "abc"}}, "x.limits.seconds: 写数，不加引号 / a number without quotes"),
        ({"locale": "fr"}, "x.locale: 写其中一个：zh-Hans, en / one of zh-Hans, en"),
        ({"page_size": 5}, "x.page_size: 至少是 6 / at least 6"),
        ({"page_size": "9x"}, "x.page_size: 写整数，不加引号 / a whole number without quotes"),
        ({"fulltext": "oh"}, "x.fulltext: 写 true 或 false，不加引号 / true or false, without quotes"),
        ({"own_hosts": "a.cn"}, "x.own_hosts: 写列表，例如 [a, b] / a list, such as [a, b]"),
        ([], "x: 下面要一行一项，例如 page_size: 48 / settings below it, one a line, such as page_size: 48"),
        (
            {"contact": "甲\n乙"},
            "x.contact: 写在一行里，不要换行 / on one line, without line breaks",
        ),
        (
            {"contact": ""},
            "x.contact: 后面是空的；写上内容，或删去这一行 / nothing stands there; write it, or take the line out",
        ),
        ({1: 2}, "x.1: 名称要是文字 / the name of a setting is text"),
    ],
)
def test_faults_of_settings(given: Any, told: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate(given)
    path = told.partition(":")[0].split(".")
    (line,) = iterate_setting_faults(caught.value, Settings, "x", lambda asked: f"{[*map(str, asked)]} ")
    assert line == f"{path} {told}"
