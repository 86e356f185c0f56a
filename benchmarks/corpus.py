"""A corpus of invented brands for measuring: seeded, about 8 KB of Chinese content a brand, the same files every time.

``python benchmarks/corpus.py FOLDER COUNT`` writes one.
"""

from __future__ import annotations

import itertools
import random
import sys
from pathlib import Path

_AREAS = ("政务", "便民", "社保", "税务", "交通", "法律", "市场", "信访", "口岸", "水利", "健康", "社区")
_PLACES = tuple(f"{first}{second}" for first in "东西南北中江河山海云" for second in "州阳安宁平川城原溪林")
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
_LEVELS = ("nation", "province", "city", "county", "town")


def write_corpus(folder: Path, count: int, *, seed: int = 20260101) -> None:
    """Writes ``count`` brands and their vocabulary into an empty folder."""
    folder.mkdir(parents=True)
    agencies = max(1, count // 8)
    (folder / "_catalogue.yml").write_text(_vocabulary(agencies), "utf-8")
    for index in range(count):
        chance = random.Random(seed * 1_000_003 + index)
        (folder / f"brand-{index:06}.md").write_text(_brand(index, agencies, chance), "utf-8")


def _vocabulary(agencies: int) -> str:
    areas = "".join(f"  area-{index}:\n    name: {name}服务\n" for index, name in enumerate(_AREAS))
    levels = "".join(f"  {level}:\n    name: {name}\n" for level, name in zip(_LEVELS, "国省市县乡", strict=True))
    bodies = "".join(
        f"  agency-{index}:\n    name: {place}第{index}服务局\n    region: {_PLACES[index % 31]}\n"
        for index, place in zip(range(agencies), itertools.cycle(_PLACES))
    )
    return f"categories:\n{areas}levels:\n{levels}agencies:\n{bodies}"


def _sentence(chance: random.Random) -> str:
    verb, thing, way, end = (chance.choice(words) for words in (_VERBS, _THINGS, _WAYS, _ENDS))
    return f"群众{verb}{thing}，可以从{way}进入，{end}。"


def _task(chance: random.Random) -> str:
    return chance.choice(_VERBS) + chance.choice(_THINGS)


def _text(chance: random.Random, sentences: int) -> str:
    return "".join(_sentence(chance) for _ in range(sentences))


def _brand(index: int, agencies: int, chance: random.Random) -> str:
    place = chance.choice(_PLACES)
    year = 2010 + index % 15
    items = "".join(f"    - name: {_task(chance)}\n      summary: {_sentence(chance)}\n" for _ in range(5))
    return f"""---
name: {place}{index:06}
agency: agency-{index % agencies}
category: area-{index % len(_AREAS)}
slogan: {place}有事，一起来办
summary: {_text(chance, 2)}
level: {_LEVELS[index % len(_LEVELS)]}
published: {year + 1}-{1 + index % 12:02}-{1 + index % 28:02}
since: {year}
tags: [{chance.choice(_THINGS)}, {chance.choice(_WAYS)}]
identity:
  color: "#{chance.randrange(0x1000000):06x}"
  meaning: {_text(chance, 3)}
service:
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
    - name: {chance.choice(_WAYS)}
      technology: {_sentence(chance)}
      benefit: {_sentence(chance)}
  commitments:
    - text: 一般事项当场办结
      limit: {1 + index % 5}
      unit: 工作日
management:
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
culture:
  concept: {_sentence(chance)}
  practice: {_text(chance, 3)}
phases:
  planning:
    status: done
    start: {year}-01
    end: {year}-06
    summary: {_text(chance, 2)}
  publicity:
    status: ongoing
    start: {year}-07
results:
  - label: 办件量
    value: {chance.randrange(1000, 900_000)}
    unit: 件
    period: {year + 2}
    source: {place}服务局年报
sources:
  - title: {place}服务局公开资料
    url: https://example.com/{index}/source
    date: {year + 2}-01-15
---

{_text(chance, 4)}

## 从哪里开始

{_text(chance, 6)}

| 事项 | 从哪里办 | 多久 |
| --- | --- | --- |
| {_task(chance)} | {chance.choice(_WAYS)} | 1 天 |
| {_task(chance)} | {chance.choice(_WAYS)} | 3 天 |

## 做了什么

- {_sentence(chance)}
- {_sentence(chance)}
- **要紧的一条**：{_sentence(chance)}

> {_sentence(chance)}

{_text(chance, 8)}
"""


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
