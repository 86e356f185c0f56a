"""Front matter that is wrong, each with the faults it must give: ``code@line:column``.

Every snippet stands below six lines that are right, so that it begins on line 8; ``\\n`` and ``\\t`` are written out.
"""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest

from showcase.model.fault_texts import render_fault
from showcase.model.faults import sort_faults
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file

SOUND = """\
---
name: 浙里办
agency: zj-data
category: government-services
slogan: 掌上办事，一站直达
summary: 一个入口汇集全省政务服务，个人和企业在手机上就能查询、办理、评价。
sources: [{title: 报道}]
"""

CASES = [
    ("unknown-key@8:1", r"slogn: x"),
    ("unknown-key@8:1", r"口号: 办事快"),
    ("unknown-key@8:1", r"品牌简介: 办事快"),
    ("unknown-key@8:1", r'color: "#123456"'),
    ("unknown-key@8:1", r"logo: logo.svg"),
    ("unknown-key@8:1", r'phone: "12345"'),
    ("unknown-key@9:3", r'identity:\n  colour: "#123456"'),
    ("unknown-key@9:3", r"identity:\n  slogan: 办事快"),
    ("unknown-key@9:3", r'identity:\n  品牌色: "#123456"'),
    ("unknown-key@9:3", r"service:\n  chanels: []"),
    ("unknown-key@9:12", r"service:\n  items: [{nmae: 办证}]"),
    ("unknown-key@11:7", r"service:\n  items:\n    - name: 办证\n      地点: 大厅"),
    ("unknown-key@9:3", r"phases:\n  planing: {status: done}"),
    ("unknown-key@9:3", r"phases:\n  论证: {status: done}"),
    ("unknown-key@9:3", r'contact:\n  tel: "12345"'),
    ("unknown-key@9:3", r"culture:\n  concpt:"),
    ("unknown-key@8:1", r"Name: 浙里办"),
    ("unknown-key@8:1", r"-name: 浙里办"),
    ("duplicate-key@8:1", r"name: 二"),
    ("duplicate-key@8:1", r"agency: other"),
    ("duplicate-key@10:3", r"culture:\n  mi: 甲\n  mi: 乙"),
    ("duplicate-key@9:1", r"tags: [甲]\ntags: [乙]"),
    ("duplicate-key@8:30", r'identity: {color: "#123456", color: "#654321"}'),
    ("missing-key@10:7", r"service:\n  channels:\n    - name: 网站"),
    ("missing-key@10:7", r"service:\n  channels:\n    - type:\n      name: 网站"),
    ("missing-key@9:5", r"results:\n  - {label: 用户, value: 1, source: 报道}"),
    ("missing-key@9:5", r"results:\n  - {label: 用户, value: 1, period: 2020}"),
    ("missing-key@8:9", r"cases: [{title: 甲}]"),
    ("missing-key@8:11 file-missing@8:17", r"gallery: [{src: a.png}]"),
    ("missing-key@8:11", r"reviews: [{date: 2020-01-01}]"),
    ("missing-key@9:13", r"management:\n  systems: [{kind: service}]"),
    ("missing-key@9:17", r"management:\n  supervision: [{type: web}]"),
    ("missing-key@9:3", r"phases:\n  planning: {start: 2014}"),
    ("duplicate-key@8:1", r"sources: [{url: https://a.cn}]"),
    ("not-text@8:8", r"level: no"),
    ("not-text@8:8", r"level: on"),
    ("not-text@8:8", r"level: 1.10"),
    ("not-text@8:8", r"level: 2024-01-01"),
    ("not-text@8:8", r"level: 0571"),
    ("not-text@8:8", r"level: 12:30"),
    ("not-text@8:8", r"level: 0x1F"),
    ("not-text@8:8", r"level: 1_000"),
    ("not-text@8:8", r"level: .inf"),
    ("not-text@8:8", r"level: 2024-01-01 10:00:00"),
    ("not-text@8:8", r"level: 123456789012345678901234567890123"),
    ("not-text@8:8", r"level: [city]"),
    ("not-text@8:8", r"level: {city: 市}"),
    ("empty-text@8:8", r'level: ""'),
    ("empty-text@8:8", r'level: "   "'),
    ("not-text@8:8", r"tags: [no]"),
    ("not-text@9:5", r"tags:\n  - 1.10"),
    ("not-text@9:12", r"culture:\n  concept: yes"),
    ("not-text@9:10", r"contact:\n  phone: 12345"),
    ("not-text@9:10", r"contact:\n  hours: 9:00"),
    ("not-mapping@9:13", r"service:\n  methods: [1]"),
    ("not-text@9:18", r"service:\n  items: [{name: 2024}]"),
    ("not-list@8:7", r"tags: 掌上办事"),
    ("not-list@8:7", r"tags: 掌上办事、一网通办"),
    ("not-list@8:7", r"tags: {a: b}"),
    ("not-list@10:5", r"service:\n  items:\n    name: 办证"),
    ("not-list@9:13", r"service:\n  audience: 个人"),
    ("no-space-after-dash@9:3 no-space-after-dash@10:3", r"tags:\n  -甲\n  -乙"),
    ("no-space-after-dash@9:3", r"tags:\n  －甲"),
    ("duplicate-key@8:1", r"sources: 报道"),
    ("not-mapping@8:10", r"service: 好服务"),
    ("not-mapping@8:10", r"service: [网站]"),
    ("not-mapping@8:11", r"identity: logo.svg"),
    ("not-mapping@9:11", r"service:\n  items: [办证]"),
    ("not-mapping@8:10", r'contact: "12345"'),
    ("not-mapping@8:9", r"phases: [论证]"),
    ("full-width-colon@9:10", r"culture:\n  concept：用心"),
    ("full-width-colon@9:8", r"service:\n  items：\n    - name: 办证"),
    ("not-flag@8:11", r"featured: 是"),
    ("not-flag@8:11", r'featured: "true"'),
    ("not-flag@8:11", r"featured: 1"),
    ("not-flag@8:38", r"cases: [{title: 甲, text: 乙, consent: 同意}]"),
    ("not-whole-number@9:52", r"management:\n  supervision: [{type: web, value: 网站, reply_days: 5个工作日}]"),
    ("not-whole-number@9:52", r"management:\n  supervision: [{type: web, value: 网站, reply_days: 2.5}]"),
    ("out-of-range@9:52", r"management:\n  supervision: [{type: web, value: 网站, reply_days: -1}]"),
    ("out-of-range@9:24", r"management:\n  satisfaction: {rate: 120}"),
    ("out-of-range@9:24", r"management:\n  satisfaction: {rate: -1}"),
    ("bad-number@9:24", r"management:\n  satisfaction: {rate: 98.6%}"),
    ("bad-number@9:24", r"management:\n  satisfaction: {rate: true}"),
    ("bad-number@8:30", r"results: [{label: 用户, value: 2500万, period: 2019, source: 报道}]"),
    ("bad-number@8:30", r'results: [{label: 用户, value: "2500", period: 2019, source: 报道}]'),
    ("bad-period@8:41", r"results: [{label: 用户, value: 1, period: 去年, source: 报道}]"),
    ("bad-number@9:35", r"service:\n  commitments: [{text: 办结, limit: 三}]"),
    ("not-a-choice@8:9", r"status: 已发布"),
    ("not-a-choice@8:9", r"status: publish"),
    ("not-a-choice@8:9", r"status: yes"),
    ("not-a-choice@9:21", r"service:\n  channels: [{type: 小程序}]"),
    ("not-a-choice@9:20", r"management:\n  systems: [{kind: 管理体系, title: 办法}]"),
    ("not-a-choice@8:32", r"reviews: [{date: 2020, result: 合格}]"),
    ("not-a-choice@9:22", r"phases:\n  planning: {status: 已完成}"),
    ("not-a-choice@9:52", r"phases:\n  appraisal: {status: done, deliberations: [{kind: 专家}]}"),
    ("bad-date@8:12", r"published: 2024年5月20日"),
    ("bad-date@8:12", r"published: 2024-02-30"),
    ("bad-date@8:12", r"published: 2024-13"),
    ("bad-date@8:12", r"published: 20240520"),
    ("bad-date@8:12", r"published: yes"),
    ("bad-date@8:12", r"published: 2024-05-20 10:00:00"),
    ("bad-date@8:8", r"since: 1899"),
    ("bad-date@8:8", r"since: 2014.6"),
    ("bad-date@8:28", r"honours: [{title: 奖, year: 二〇一九}]"),
    ("bad-phone@9:10", r"contact:\n  phone: 办公室"),
    ("mobile-number@9:10", r'contact:\n  phone: "13812345678"'),
    ("mobile-number@9:10", r"contact:\n  phone: 13812345678"),
    ("mobile-number@9:40", r'management:\n  supervision: [{type: hotline, value: "138-1234-5678"}]'),
    ("curly-quotes@9:10", r"contact:\n  phone: “12345”"),
    ("curly-quotes@9:10", r'contact:\n  phone: “0571-88888888"'),
    ("curly-quotes@9:16", r'contact:\n  phone: "12345”'),
    ("curly-quotes@9:16", r'contact:\n  phone: "12345”\nculture:\n  concept: "用心"'),
    ("curly-quotes@9:10", r"contact:\n  email: 「a@b.cn」"),
    ("curly-quotes@9:12", r"contact:\n  website: ‘www.gov.cn’"),
    ("curly-quotes@8:12", r"published: “2024-05-20”"),
    ("curly-quotes@8:8", r"since: “2014”"),
    ("curly-quotes@8:11", r"featured: “true”"),
    ("curly-quotes@8:11", r"aliases: [“zheli”]"),
    ("curly-quotes@9:10", r"identity:\n  color: “#1b66d6”"),
    ("curly-quotes@9:9", r"identity:\n  logo: “logo.svg”\n  logo_alt: 水波"),
    ("curly-quotes@9:52", r"management:\n  supervision: [{type: web, value: 网站, reply_days: “5”}]"),
    ("curly-quotes@9:40", r"management:\n  supervision: [{type: hotline, value: “12345”}]"),
    ("curly-quotes@9:24", r"management:\n  satisfaction: {rate: “98.6”}"),
    ("bad-phone@9:10", r"contact:\n  phone: “办公室”"),
    ("bad-date@8:12", r"published: “近期”"),
    ("bad-phone@9:10", r"contact:\n  phone: “12345”或“12346”"),
    ("mobile-number@9:10", r"contact:\n  phone: “13812345678”"),
    ("not-a-choice@8:9", r"status: “草稿”"),
    ("bad-email@9:10", r"contact:\n  email: a＠b.cn"),
    ("bad-url@9:12", r"contact:\n  website: www.gov.cn"),
    ("bad-url@9:12", r"contact:\n  website: javascript:alert(1)"),
    ("bad-url@9:27", r"service:\n  items: [{name: 办证, url: ftp://a.cn}]"),
    ("bad-color@9:10", r"identity:\n  color: blue"),
    ("bad-color@9:10", r"identity:\n  color: 123456"),
    ("bad-color@9:10", r'identity:\n  color: "#12345"'),
    ("color-is-comment@9:3", r"identity:\n  color: #1b66d6"),
    ("color-is-comment@8:19", r"identity: {color: #1b66d6}"),
    ("bad-file-name@9:9", r"identity:\n  logo: img/logo.svg\n  logo_alt: 水波"),
    ("bad-file-name@9:9", r"identity:\n  logo: my logo.svg\n  logo_alt: 水波"),
    ("file-missing@9:9", r"identity:\n  logo: logo.svg\n  logo_alt: 水波"),
    ("bad-file-name@10:9", r"identity:\n  logo_alt: 水波\n  logo: ../logo.svg"),
    ("bad-slug@8:11", r"aliases: [Zhe_Li]"),
    ("bad-slug@8:11", r"aliases: [浙里办]"),
    ("ends-before-start@9:49", r"phases:\n  planning: {status: done, start: 2014-06, end: 2014-03}"),
    ("html-in-text@9:12", r"culture:\n  concept: <b>用心</b>"),
    ("html-in-text@9:12", r"culture:\n  concept: 用心&nbsp;服务"),
    ("invisible-character@9:12", r'culture:\n  concept: "用\u200b心"'),
    ("control-character@9:12", r'culture:\n  concept: "用\0心"'),
    ("html-in-text@9:12", r"culture:\n  concept: |\n    第一行\n    <script>\n"),
    ("unknown-key@8:1", r"name2: |\n  浙里办"),
    ("unclosed-quote@8:8", r'tags: ["甲乙'),
    ("unclosed-quote@8:20", r'culture: {concept: "用心}'),
    ("unclosed-quote@8:8", r'since: "2014\nidentity:\n  color: "#c8102e"\n  meaning: 水'),
    ("unclosed-quote@9:12", r'culture:\n  concept: "用心\ncontact:\n  phone: "12345"\n  name: 热线'),
    ("text-after-quote@9:15", r'culture:\n  concept: "用"心'),
    ("bad-escape@9:14", r'culture:\n  concept: "用\d心"'),
    ("reserved-character@9:12", r"culture:\n  concept: *重要*"),
    ("reserved-character@9:12", r"culture:\n  concept: @重要"),
    ("reserved-character@9:12", r"culture:\n  concept: `重要`"),
    ("reserved-character@9:12", r"culture:\n  concept: >重要"),
    ("reserved-character@9:12", r"culture:\n  concept: %重要"),
    ("reserved-character@9:12", r"culture:\n  concept: !重要"),
    ("anchor@9:12 alias@10:7", r"culture:\n  concept: &a 用心\n  mi: *a"),
    ("anchor@9:12", r"culture:\n  concept: &a 用心"),
    ("tag@9:12", r"culture:\n  concept: !!str 用心"),
    ("merge-key@9:3", r"culture:\n  <<: {mi: 甲}"),
    ("tab-indentation@9:1", r"culture:\n\tconcept: 用心"),
    ("tab-indentation@9:3", r"culture:\n  \tconcept: 用心"),
    ("full-width-indentation@9:1", 'contact:\\n\u3000\u3000phone: "12345"'),
    ("full-width-indentation@9:1 full-width-indentation@10:2", 'contact:\\n\u3000phone: "12345"\\n \u3000name:'),
    ("full-width-indentation@9:1", "tags:\\n\u3000- 甲"),
    ("reserved-character@8:8", r"level: [家门口]办得暖心"),
    ("reserved-character@9:5", r"tags:\n  - {家门口}办得暖心\nlevel: 甲"),
    ("missing-colon@8:1", r"slogan2：办事快"),
    ("full-width-colon@8:7", r"slogan：办事快"),
    ("no-space-after-colon@8:7", r"slogan:办事快"),
    ("odd-blank@9:11", "culture:\\n  concept:\u3000用心\\n  mi: 甲"),
    ("odd-blank@8:7", "since:\u3000\u30002014"),
    ("odd-blank@8:8", "slogan:\u00a0办事快"),
    ("odd-blank@8:8", "slogan:\u202f \u00a0办事快"),
    ("odd-blank@8:8", "slogan:\u00a0办事快\\nlevel: 甲"),
    ("odd-blank@8:6", "level\u00a0: 甲"),
    ("odd-blank@9:11", "culture:\\n  concept:\u00a0用心"),
    ("odd-blank@9:11 odd-blank@10:6", "culture:\\n  concept:\u00a0用心\\n  mi:\u00a0乙"),
    ("odd-blank@9:1", 'contact:\\n\u00a0\u00a0phone: "12345"'),
    ("odd-blank@9:1 odd-blank@10:1", 'contact:\\n\u00a0\u00a0phone: "12345"\\n\u00a0\u00a0hours: 每天'),
    ("odd-blank@9:4 odd-blank@10:4", "tags:\\n  -\u00a0甲\\n  -\u00a0乙"),
    ("odd-blank@9:1 odd-blank@10:1", "tags:\\n\u00a0\u00a0- 甲\\n\u00a0\u00a0- 乙"),
    (
        "full-width-colon@9:10 full-width-colon@10:5 full-width-colon@11:5",
        r"culture:\n  concept：用心\n  mi：乙\n  bi：丙",
    ),
    ("full-width-colon@10:11 full-width-colon@11:12", r"service:\n  items:\n    - name：办证\n      place：大厅"),
    ("full-width-colon@8:3 full-width-colon@9:3", r"口号：办事快\n标签：甲"),
    ("missing-colon@8:1", r"这是一行文字"),
    ("bad-indentation@10:3", r"culture:\n   concept: 甲\n  mi: 乙"),
    ("bad-indentation@10:4", r"culture:\n  concept: 甲\n   mi: 乙"),
    ("bad-indentation@10:2", r"tags:\n  - 甲\n 乙: 丙"),
    ("colon-in-value@8:9", r"level: 甲: 乙"),
    ("list-misplaced@8:7", r"tags: - 甲"),
    ("unclosed-bracket@8:7", r"tags: [甲, 乙"),
    ("bad-list@8:10", r"tags: [甲,, 乙]"),
    ("bad-list@8:10", r"tags: [甲]]"),
    ("unclosed-bracket@8:7", r"tags: {甲, 乙"),
    ("missing-colon@8:1", r"---x"),
    ("several-documents@9:1", r"...\nlevel: 甲"),
    ("key-not-text@8:1", r"2024: 甲"),
    ("key-not-text@8:1", r"yes: 甲"),
    ("key-not-text@8:1", r"null: 甲"),
    ("key-not-text@8:3", r"? [甲]\n: 乙"),
    ("key-not-text@8:1", r": 甲"),
    ("several-documents@9:1", r"%YAML 1.1"),
    ("too-deep@8:26", r"tags: [[[[[[[[[[[[[[[[[[[[[[甲]]]]]]]]]]]]]]]]]]]]]]"),
]


@pytest.mark.parametrize(("expected", "snippet"), CASES, ids=[snippet for _, snippet in CASES])
def test_bad_front_matter_is_told_where_it_stands(expected: str, snippet: str, tmp_path: Path) -> None:
    written = snippet.replace("\\n", "\n").replace("\\t", "\t")
    path = tmp_path / "x.md"
    path.write_text(f"{SOUND}{written}\n---\n\n故事\n", encoding="utf-8")
    reading = read_brand_file(BrandFile(str(path), "x.md", "x", "x.md", has_folder=False))
    found = [f"{fault.code}@{fault.place.line}:{fault.place.column}" for fault in sort_faults(reading.faults)]
    assert found == expected.split()
    assert reading.brand is None


@pytest.mark.parametrize("between", ["", "\n", "# 说明\n", "# 说明\n\n  # 再说\n"])
def test_a_slip_on_the_first_key_is_told_alone(between: str, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(SOUND.replace("name: 浙里办\n", f"# 名称\nname：浙里办\n{between}") + "---\n", encoding="utf-8")
    reading = read_brand_file(BrandFile(str(path), "x.md", "x", "x.md", has_folder=False))
    assert [(fault.code, fault.place.line) for fault in reading.faults] == [("full-width-colon", 3)]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("since: 2024-02-30", "2024-02 has no day 30"),
        ('since: "2024-02-30"', "2024-02 has no day 30"),
        ("since: 2023-02-29", "2023-02 has no day 29"),
        ("since: 2024-2-30", "2024-02 has no day 30"),
        ("since: 2024年2月30日", "2024-02 has no day 30"),
        ("since: 20240230", "2024-02 has no day 30"),
        ("since: 2024-11-00", "2024-11 has no day 00"),
        ("since: 2024-12-32 10:00:00", "2024-12 has no day 32"),
        ("since: 2023-13", "There is no month 13"),
        ("since: 2023-00-01", "There is no month 00"),
        ("since: 2023.13", "There is no month 13"),
        ("since: 1899", "The year 1899 is out of range"),
        ("since: 2101-01-01", "The year 2101 is out of range"),
        ("honours: [{title: 奖, year: 2024-06-31}]", "2024-06 has no day 31"),
        ("satisfaction: {rate: 98, period: 2024-06-31}", "2024-06 has no day 31"),
        ("since: 近期", "This is not a day, a month or a year"),
        ("since: 2024年5月20日", "This is not a day, a month or a year"),
    ],
)
def test_of_a_day_that_does_not_exist_it_is_told_what_does_not(written: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    front = f"management:\n  {written}" if written.startswith("satisfaction") else written
    path.write_text(f"{SOUND}{front}\n---\n", encoding="utf-8")
    (fault,) = read_brand_file(BrandFile(str(path), "x.md", "x", "x.md", has_folder=False)).faults
    assert (fault.code, render_fault(fault, NullTranslations()).message) == ("bad-date", message)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("contact: {phone: “12345”}", 'phone: "12345"'),
        ("contact: {website: “www.gov.cn”}", "website: https://www.gov.cn"),
        ("since: “2014 年 6 月”", "since: 2014-06"),
        ('identity: {color: “1B66D6"}', 'color: "#1b66d6"'),
        ("management: {supervision: [{type: hotline, value: “12345”}]}", 'value: "12345"'),
        ("management: {supervision: [{type: web, value: “https://a.cn”}]}", "value: https://a.cn"),
        ('contact: \n  phone: "12345”', 'phone: "12345"'),
    ],
)
def test_what_stands_between_curly_quotes_is_told_as_it_should_be(written: str, right: str, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(f"{SOUND}{written}\n---\n", encoding="utf-8")
    (fault,) = read_brand_file(BrandFile(str(path), "x.md", "x", "x.md", has_folder=False)).faults
    assert (fault.code, fault.details["suggestion"]) == ("curly-quotes", right)
