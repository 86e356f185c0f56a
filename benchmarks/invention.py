"""An invented brand: about 8 KB of Chinese front matter and story, out of a seed alone."""

from __future__ import annotations

import random
from collections.abc import Sequence

AREAS = ("政务", "便民", "社保", "税务", "交通", "法律", "市场", "信访", "口岸", "水利", "健康", "社区")
PLACES = tuple(f"{first}{second}" for first in "东西南北中江河山海云" for second in "州阳安宁平川城原溪林")
LEVELS = {"nation": "国家", "province": "省级", "city": "市级", "county": "县级", "town": "乡级"}
_VERBS = ("办理", "查询", "预约", "申报", "咨询", "领取", "变更", "登记", "核验", "评价")
_THINGS = ("社保卡", "公积金", "营业执照", "居住证", "不动产", "医保", "护照", "车辆年检", "水电气", "养老补贴")
_WAYS = (
    "小程序",
    "自助终端",
    "服务大厅",
    "热线电话",
    "网上窗口",
    "上门服务",
    "智能导办",
    "数据共享",
    "电子证照",
    "帮办代办",
)
_ENDS = ("不用再跑第二趟", "材料少交一份", "当天就能办结", "老人也能自己办", "全程有人陪着", "进度随时看得见")
_WHO = ("群众", "企业", "老人", "学生", "农户", "司机", "新市民", "退役军人")


class Inventor:
    """Makes up words; the same chance makes up the same ones."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def pick(self, words: Sequence[str]) -> str:
        """One of some words."""
        return self.chance.choice(words)

    def task(self) -> str:
        """What somebody has to do, such as 查询护照."""
        return self.pick(_VERBS) + self.pick(_THINGS)

    def way(self) -> str:
        """How it is done, such as 上门服务."""
        return self.pick(_WAYS)

    def thing(self) -> str:
        """What it is about, such as 护照."""
        return self.pick(_THINGS)

    def sentence(self) -> str:
        """One sentence of some 25 characters."""
        return f"{self.pick(_WHO)}{self.task()}，可以从{self.way()}进入，{self.pick(_ENDS)}。"

    def text(self, sentences: int) -> str:
        """A paragraph."""
        return "".join(self.sentence() for _ in range(sentences))


def invent_brand(index: int, agencies: int, chance: random.Random, picture: str | None = None) -> str:
    """The file of brand number ``index``, of one of so many agencies, with a ``picture`` (file name) in its gallery."""
    made_up = Inventor(chance)
    place, year = made_up.pick(PLACES), 2010 + index % 15
    head = (
        _describe_identity(made_up, index, agencies, place, year),
        _describe_service(made_up, index),
        _describe_management(made_up, index, place, year),
        _describe_culture_and_phases(made_up, year),
        _describe_evidence(made_up, index, place, year),
        _describe_gallery(place, picture),
    )
    return f"---\n{''.join(head)}---\n\n{_tell_story(made_up)}"


def _describe_identity(made_up: Inventor, index: int, agencies: int, place: str, year: int) -> str:
    return f"""name: {place}{index:06}
agency: agency-{index % agencies}
category: area-{index % len(AREAS)}
slogan: {place}有事，一起来办
summary: {made_up.text(2)}
level: {tuple(LEVELS)[index % len(LEVELS)]}
published: {year + 1}-{1 + index % 12:02}-{1 + index % 28:02}
since: {year}
tags: [{made_up.thing()}, {made_up.way()}]
identity:
  color: "#{made_up.chance.randrange(0x1000000):06x}"
  meaning: {made_up.text(3)}
"""


def _describe_service(made_up: Inventor, index: int) -> str:
    items = "".join(f"    - name: {made_up.task()}\n      summary: {made_up.sentence()}\n" for _ in range(6))
    return f"""service:
  audience: [个人, 企业]
  items:
{items}  channels:
    - type: hotline
      phone: "0000-{index % 10_000_000:07}"
      hours: 工作日
    - type: web
      name: 网上窗口
      url: https://example.com/{index}
  methods:
    - name: {made_up.way()}
      technology: {made_up.sentence()}
      benefit: {made_up.sentence()}
  commitments:
    - text: 一般事项当场办结
      limit: {1 + index % 5}
      unit: 工作日
    - text: {made_up.sentence()}
"""


def _describe_management(made_up: Inventor, index: int, place: str, year: int) -> str:
    return f"""management:
  systems:
    - kind: service
      title: {place}服务规范
      document: 某办〔{year}〕{index % 90 + 1} 号
      date: {year}-03-01
  responsible: 综合科
  supervision:
    - type: hotline
      value: "0000-{index % 9_000_000 + 1_000_000:07}"
      reply_days: 5
  satisfaction:
    rate: {90 + made_up.chance.randrange(100) / 10}
    sample: {made_up.chance.randrange(200, 4000)}
    period: {year + 2}
    by: {place}统计局
"""


def _describe_culture_and_phases(made_up: Inventor, year: int) -> str:
    return f"""culture:
  concept: {made_up.sentence()}
  values: [便民, 守信, 公开]
  practice: {made_up.text(3)}
phases:
  planning:
    status: done
    start: {year}-01
    end: {year}-06
    summary: {made_up.text(2)}
  publicity:
    status: ongoing
    start: {year}-07
    summary: {made_up.sentence()}
"""


def _describe_evidence(made_up: Inventor, index: int, place: str, year: int) -> str:
    return f"""results:
  - label: 办件量
    value: {made_up.chance.randrange(1000, 900_000)}
    unit: 件
    period: {year + 2}
    source: {place}服务局年报
  - label: 少跑的路
    value: {made_up.chance.randrange(10, 90_000)}
    unit: 公里
    period: {year + 2}
    source: {place}服务局年报
honours:
  - title: {place}优秀服务窗口
    by: {place}总工会
    year: {year + 3}
sources:
  - title: {place}服务局公开资料
    url: https://example.com/{index}/source
    date: {year + 2}-01-15
"""


def _describe_gallery(place: str, picture: str | None) -> str:
    if picture is None:
        return ""
    return f"gallery:\n  - src: {picture}\n    alt: {place}服务大厅的窗口\n    caption: 服务大厅\n"


def _tell_story(made_up: Inventor) -> str:
    steps = "".join(f"{number}. {made_up.sentence()}\n" for number in range(1, 6))
    rows = "".join(f"| {made_up.task()} | {made_up.way()} | {days} 天 |\n" for days in range(1, 7))
    return f"""{made_up.text(6)}

## 从哪里开始

{made_up.text(10)}

| 事项 | 从哪里办 | 多久 |
| --- | --- | --- |
{rows}
## 怎样办

{steps}
{made_up.text(9)}

## 做了什么

- {made_up.sentence()}
- {made_up.sentence()}
- **要紧的一条**：{made_up.sentence()}

> {made_up.sentence()}

{made_up.text(8)}

### 群众怎么说

> {made_up.text(2)}

{made_up.text(9)}
"""
