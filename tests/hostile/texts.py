"""Hostile texts in fields: for HTML, attributes, templates, spreadsheets, logs, terminals, and the eye."""

from __future__ import annotations

from hostile.case import HARMLESS, MARK, Case, write_page

SLOGANS = (
    (f"<script>{MARK}</script>", "html-in-text"),
    (f"'<img src=x onerror={MARK}>'", "too-long"),
    ("'<b>好办'", "html-in-text"),
    ("'&lt;b&gt;'", "html-in-text"),
    ("'&#60;b&#62;'", "html-in-text"),
    ("'<!-- x -->'", "html-in-text"),
    ("'</title>'", "html-in-text"),
    ("'</script>'", "html-in-text"),
    ("'<svg/onload=x>'", "html-in-text"),
    ("'\" onmouseover=x y=\"'", HARMLESS),
    ('"\' autofocus onfocus=x"', HARMLESS),
    ("'`-alert(1)-`'", HARMLESS),
    ("'{{ 7*7 }}'", HARMLESS),
    ("'{% include x %}'", HARMLESS),
    ("'${jndi:ldap://x/a}'", HARMLESS),
    ("'#{7*7}'", HARMLESS),
    ("'%s%s%s%n%x'", HARMLESS),
    ("'{0.__class__}'", HARMLESS),
    ("'=1+1'", HARMLESS),
    ("'=cmd|calc!A1'", HARMLESS),
    ("'+1+1'", HARMLESS),
    ("'@SUM(A1)'", HARMLESS),
    ("'-2+3'", HARMLESS),
    ("'\t=1+1'", HARMLESS),
    ("'::error::甲'", HARMLESS),
    ("'::set-output name=x::y'", HARMLESS),
    ("'##vso[task.x]y'", HARMLESS),
    ("'; DROP TABLE x;--'", HARMLESS),
    ("'$(id) `id` | id'", HARMLESS),
    ("'../../etc/passwd'", HARMLESS),
    ("'--help'", HARMLESS),
    ("'\\u0000'", HARMLESS),
    ('"甲\\0乙"', "control-character"),
    ('"甲\\e[2J乙"', "control-character"),
    ('"甲\\x9b31m乙"', "control-character"),
    ('"甲\\a乙"', "control-character"),
    ('"甲\\n::error::乙"', "line-break"),
    ('"甲\\r\\n乙"', "line-break"),
    ('"甲\\u2028乙"', "control-character"),
    ('"甲\\u202e乙"', "bidi-character"),
    ('"甲\\u2066乙"', "bidi-character"),
    ('"甲\\u200f乙"', "bidi-character"),
    ('"甲\\u200b乙"', "invisible-character"),
    ('"甲\\ufeff乙"', "invisible-character"),
    ('"甲\\u00ad乙"', "invisible-character"),
    ('"甲\\u3164乙"', "invisible-character"),
    ('"甲\\ufffd乙"', "lost-character"),
    ("甲\u202e乙丙", "bidi-character"),
    ("甲\u200b乙丙", "invisible-character"),
    ("甲\x1b[2J乙", "control-character"),
    ("甲\x00乙丙", "control-character"),
    ("甲\x08乙丙", "control-character"),
    ("甲\x85乙丙", "control-character"),
    ("甲" * 200, "too-long"),
    ("甲" + "\u0301" * 100, "too-long"),
    ("''", "empty-text"),
    ("'　　'", "empty-text"),
    ("https://evil.example/<b>", HARMLESS),
)
NAMES = (
    ("'<b>甲</b>'", "html-in-text"),
    ("'甲\" onload=\"x'", HARMLESS),
    ('"甲\\u202e乙"', "bidi-character"),
    ('"甲\\u200d乙"', "invisible-character"),
    ("'::error file=x::'", HARMLESS),
    ("'=HYPERLINK(1)'", HARMLESS),
    ("'甲/../../乙'", HARMLESS),
    ("港口一号", "name-taken"),
    ("'港口一号 '", "name-taken"),
    ("港\u200b口一号", "invisible-character"),
)
_SLOGANS = tuple(
    Case("text", number, text[:60], expected, write_page(f"文字{number:03}", "", slogan=text))
    for number, (text, expected) in enumerate(SLOGANS)
)
CASES = (
    *_SLOGANS,
    *(
        Case("text", number, name, expected, write_page(name))
        for number, (name, expected) in enumerate(NAMES, len(_SLOGANS))
    ),
)
