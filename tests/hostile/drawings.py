"""Hostile SVG logos: scripts, outside addresses, entities, bombs."""

from __future__ import annotations

import base64

from hostile.case import EVIL, HARMLESS, MARK, Case, write_page
from hostile.pictures import EPS, NOISE, PNG, animate, locate_picture, write_png


def _within(data: bytes, kind: str = "png") -> str:
    return f"<image href='data:image/{kind};base64,{base64.b64encode(data).decode()}'/>"


HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
INSIDE = (
    (f"<script>{MARK}</script>", "svg-unsafe"),
    (f"<script href='https://{EVIL}/x.js'/>", "svg-unsafe"),
    (f"<x:script xmlns:x='http://www.w3.org/2000/svg'>{MARK}</x:script>", "svg-unsafe"),
    (f"<script xmlns='http://www.w3.org/1999/xhtml'>{MARK}</script>", "svg-unsafe"),
    (f"<g onload='{MARK}'/>", "svg-unsafe"),
    (f"<path onclick='{MARK}'/>", "svg-unsafe"),
    (f"<g ONLOAD='{MARK}'/>", "svg-unsafe"),
    (f"<a href='javascript:{MARK}'><path/></a>", "svg-unsafe"),
    (f"<a xlink:href='java&#9;script:{MARK}'><path/></a>", "svg-unsafe"),
    (f"<a href='https://{EVIL}/'><path/></a>", "svg-unsafe"),
    (f"<image href='https://{EVIL}/x.png'/>", "svg-unsafe"),
    (f"<image xlink:href='//{EVIL}/x.png'/>", "svg-unsafe"),
    ("<image href='file:///etc/passwd'/>", "svg-unsafe"),
    ("<image href='../../x.png'/>", "svg-unsafe"),
    ("<image href='data:image/svg+xml;base64,PHN2Zy8+'/>", "svg-unsafe"),
    ("<image href='data:text/html,x'/>", "svg-unsafe"),
    (_within(write_png(7_000, 7_000, NOISE)), "picture-too-large"),
    (_within(write_png(3_000, 3_000, NOISE)), "picture-broken"),
    (_within(PNG[: len(PNG) // 2]), "picture-broken"),
    (_within(EPS), "picture-broken"),
    (_within(b"<svg onload='x'/>"), "picture-broken"),
    (_within(animate("PNG")), "picture-animated"),
    (_within(locate_picture(), "jpeg"), HARMLESS),
    (_within(PNG, "png;x"), "svg-unsafe"),
    (f"<use href='https://{EVIL}/x.svg#a'/>", "svg-unsafe"),
    ("<use href='data:image/svg+xml,x#a'/>", "svg-unsafe"),
    (f"<feImage href='https://{EVIL}/x'/>", "svg-unsafe"),
    ("<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:x'/></foreignObject>", "svg-unsafe"),
    (f"<style>@import url(https://{EVIL}/x.css);</style>", "svg-unsafe"),
    (f"<style>*{{background:url(https://{EVIL}/x)}}</style>", "svg-unsafe"),
    (f"<style>@font-face{{src:url(//{EVIL}/f)}}</style>", "svg-unsafe"),
    (f"<style>@im<![CDATA[port]]> '//{EVIL}/x';</style>", "svg-unsafe"),
    (f"<style>@\\69mport '//{EVIL}/x';</style>", "svg-unsafe"),
    (f"<style>*{{fill:u<x:y xmlns:x='urn:x'>x</x:y>rl(//{EVIL}/x)}}</style>", "svg-unsafe"),
    (f"<style>a{{content:'/*'}}*{{fill:url(//{EVIL}/x)}}b{{content:'*/'}}</style>", "svg-unsafe"),
    (f"<style>*{{fill:image-set('//{EVIL}/x')}}</style>", "svg-unsafe"),
    (f"<path style='fill:url(//{EVIL}/x)'/>", "svg-unsafe"),
    (f"<path fill='url(//{EVIL}/x#a)'/>", "svg-unsafe"),
    (f"<path style='fill:u\\72l(//{EVIL}/x)'/>", "svg-unsafe"),
    (f"<path style='width:expression({MARK})'/>", "svg-unsafe"),
    (f"<set attributeName='href' to='javascript:{MARK}'/>", "svg-unsafe"),
    (f"<animate attributeName='xlink:href' values='javascript:{MARK}'/>", "svg-unsafe"),
    (f"<animate onbegin='{MARK}' attributeName='x'/>", "svg-unsafe"),
    ("<animateTransform attributeName='transform' type='rotate' repeatCount='indefinite'/>", "svg-unsafe"),
    ("<handler type='application/ecmascript'>x</handler>", "svg-unsafe"),
    ("<audio src='x'/>", "svg-unsafe"),
    ("<iframe src='x'/>", "svg-unsafe"),
    ("<embed src='x'/>", "svg-unsafe"),
    ("<link rel='stylesheet' href='x'/>", "svg-unsafe"),
    ("<meta http-equiv='refresh' content='0'/>", "svg-unsafe"),
    (f"<g xml:base='https://{EVIL}/'/>", "svg-unsafe"),
    (f"<?xml-stylesheet href='https://{EVIL}/x.css'?>", "svg-unsafe"),
    ("<g/>" * 20_001, "picture-too-large"),
    (
        "<path id='a0'/>" + "".join(f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 10)),
        "picture-too-large",
    ),
    ("<g id='a'><use href='#a'/></g>", "picture-too-large"),
    ("<pattern id='a'><path fill='url(#a)'/></pattern><path fill='url(#a)'/>", "picture-too-large"),
    ("<g>" * 9_000 + "</g>" * 9_000, HARMLESS),
    ("&xxe;", "svg-broken"),
    ("<path", "svg-broken"),
    ("<path a='1' a='2'/>", "svg-broken"),
    ("\x00", "svg-broken"),
    ("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title><path d='M0 0h9v9z'/>", HARMLESS),
    ("<text>onload=alert(1)</text>", HARMLESS),
    ("<path d='" + "M0 0h9v9" * 100_000 + "'/>", HARMLESS),
)
WHOLE = (
    ("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg viewBox='0 0 9 9'>&x;</svg>", "svg-unsafe"),
    ("<!DOCTYPE s [<!ENTITY a 'xx'><!ENTITY b '&a;&a;&a;&a;'>]><svg viewBox='0 0 9 9'>&b;</svg>", "svg-unsafe"),
    (f"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'https://{EVIL}/x.dtd'>{HEAD}<path/></svg>", HARMLESS),
    (f"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'https://{EVIL}/x.dtd'>{HEAD}&x;</svg>", "svg-unsafe"),
    (f"<!DOCTYPE svg SYSTEM 'https://{EVIL}/x.dtd'><svg viewBox='0 0 9 9'/>", "svg-unsafe"),
    (f"<html xmlns='http://www.w3.org/1999/xhtml'><script>{MARK}</script><svg/></html>", "svg-broken"),
    ("<?xml version='1.0' encoding='utf-7'?><svg viewBox='0 0 9 9'>+ADw-script+AD4-</svg>", "svg-broken"),
    ("<svg viewBox='0 0 1e99 1e99' xmlns='http://www.w3.org/2000/svg'/>", "svg-without-size"),
    ("<svg viewBox='0 0 nan nan' xmlns='http://www.w3.org/2000/svg'/>", "svg-without-size"),
    ("<svg viewBox='0 0 -9 -9' xmlns='http://www.w3.org/2000/svg'/>", "svg-without-size"),
    ("<svg xmlns='http://www.w3.org/2000/svg'/>", "svg-without-size"),
    ("<svg" + " " * 2_000_000 + "/>", "picture-too-large"),
    ("MZ<svg", "picture-broken"),
    ("GIF89a/*<svg/onload=x>*/", "picture-broken"),
)
DRAWINGS = (
    *((f"{HEAD}{inside}</svg>", inside, expected) for inside, expected in INSIDE),
    *((w, w, e) for w, e in WHOLE),
)
LOGO = {"identity": "{logo: logo.svg, logo_alt: 标识}"}
CASES = tuple(
    Case("drawing", number, what[:60], expected, write_page(f"图形{number:03}", **LOGO), {"logo.svg": text.encode()})
    for number, (text, what, expected) in enumerate(DRAWINGS)
)
