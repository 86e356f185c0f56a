from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from showcase.source.picture_error import PictureError
from showcase.source.svg_images import measure_svg

XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC"


def refuse(text: str) -> PictureError:
    with pytest.raises(PictureError) as error:
        measure_svg(text.encode())
    return error.value


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 96 48"', (96, 48)),
        ('viewBox="-5,-5,96.4,48.6"', (96, 49)),
        ('viewBox="0 0 96 48" width="10" height="10"', (96, 48)),
        ('width="120" height="40px"', (120, 40)),
        ('width="1in" height="25.4mm"', (96, 96)),
    ],
)
def test_sizes(attributes: str, size: tuple[int, int]) -> None:
    assert measure_svg(f"<svg {XMLNS} {attributes}><path d='M0 0'/></svg>".encode()) == size


@pytest.mark.parametrize("attributes", ["", 'width="100%" height="100%"', 'viewBox="0 0 0 0"', 'viewBox="a b c d"'])
def test_no_size(attributes: str) -> None:
    assert refuse(f"<svg {XMLNS} {attributes}/>").code == "svg-without-size"


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        "<ScRiPt/>",
        "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "<iframe/>",
        "<path onclick='x()'/>",
        "<path ONLOAD='x()'/>",
        "<image href='https://a.cn/b.png'/>",
        "<image xlink:href='b.png'/>",
        "<a href='javascript:alert(1)'><path/></a>",
        "<use href='other.svg#a'/>",
        "<image href='data:image/svg+xml;base64,AAAA'/>",
        "<style>@import 'a.css';</style>",
        "<style>path{fill:url(https://a.cn/b)}</style>",
        "<path style=\"fill:url('https://a.cn/b')\"/>",
        "<path fill='url(b.svg#c)'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
        "<animate attributeName='xlink:href' values='javascript:alert(1)'/>",
        "<?xml-stylesheet href='a.css'?>",
        "<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh'/>",
        "<g xml:base='https://a.cn/'/>",
        "<style>@&#105;mport 'a.css';</style>",
        "<style>@imp<![CDATA[ort]]> 'a.css';</style>",
        "<style>@imp<!-- -->ort 'a.css';</style>",
        "<style>@\\69mport 'a.css';</style>",
        "<style>path{fill:u<title>x</title>rl(https://a.cn/b)}</style>",
        "<style>@im<x:y xmlns:x='urn:x'/>port 'a.css';</style>",
        "<style>path{fill:ur<style>/*</style>l(https://a.cn/b)}</style>",
        """<style>a{content:"/*"}path{fill:url(https://a.cn/b)}b{content:"*/"}</style>""",
        "<style>a{fill:url(#/*)}path{fill:url(https://a.cn/b)}b{fill:url(#*/)}</style>",
        "<style>path{fill:image-set('https://a.cn/b')}</style>",
        "<path style='fill:u\\72l(https://a.cn/b)'/>",
        "<animate attributeName='x' dur='1s'/>",
        "<style>@keyframes a{to{opacity:0}}</style>",
        "<style>@-webkit-keyframes a{to{opacity:0}}</style>",
        "<style>path{fill:url(data:image/png;base64,AAAA)}</style>",
        f"<use href='data:image/png;base64,{PIXEL}'/>",
        "<animateTransform attributeName='transform'/>",
        "<set attributeName='fill' to='red'/>",
        "<discard/>",
        "<unknown/>",
        "<Path/>",
        "<x:script xmlns:x='urn:x'/>",
    ],
)
def test_unsafe_content(content: str) -> None:
    error = refuse(f"<svg {XMLNS} viewBox='0 0 9 9'>\n{content}</svg>")
    assert (error.code, error.line) == ("svg-unsafe", 2)


@pytest.mark.parametrize(
    "content",
    [
        "<defs><path id='a'/></defs><use href='#a'/><use xlink:href='#a'/>",
        "<rect fill='url(#a)' style='mask: url( \"#b\" )'/>",
        f"<image href='data:image/png;base64,{PIXEL}'/>",
        f"<image xlink:href=' data:image/PNG;base64,\n{PIXEL[:20]}\n{PIXEL[20:]}'/>",
        "<i:namedview xmlns:i='http://www.inkscape.org/namespaces/inkscape' id='base'/>",
        "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
        "<symbol id='a'><path/></symbol>" + "<use href='#a'/>" * 100,
        "<g id='a'><path/></g><g id='a'><path/></g><use href='#b'/>",
        "<linearGradient id='a'/><linearGradient id='b' xlink:href='#a'/><path fill='url(#b)'/>",
        "<style>/* a */path{fill:red/* url(#b) */}</style><text>一二 onclick=</text><title>标识</title>",
    ],
)
def test_safe_content(content: str) -> None:
    assert measure_svg(f"<?xml version='1.0'?>\n<svg {XMLNS} viewBox='0 0 9 9'>{content}</svg>".encode()) == (9, 9)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<!DOCTYPE svg><svg viewBox='0 0 9 9'/>", "svg-unsafe"),
        ("<!DOCTYPE s [<!ENTITY a 'b'>]><svg viewBox='0 0 9 9'>&a;</svg>", "svg-unsafe"),
        ("<svg viewBox='0 0 9 9'>", "svg-broken"),
        ("<svg viewBox='0 0 9 9'>&nbsp;</svg>", "svg-broken"),
        ("<html><svg viewBox='0 0 9 9'/></html>", "svg-broken"),
        ("<?xml version='1.0' encoding='nonsense'?><svg viewBox='0 0 9 9'/>", "svg-broken"),
        ("<svg viewBox='0 0 9 9'>" + "<g/>" * 20_001 + "</svg>", "picture-too-large"),
        ("<svg viewBox='0 0 9 9'>" + " " * 1_000_000 + "</svg>", "picture-too-large"),
    ],
)
def test_other_files(text: str, code: str) -> None:
    assert refuse(text).code == code


@pytest.mark.parametrize(
    ("doctype", "rest", "code"),
    [
        ('svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"', "", ""),
        ('svg PUBLIC "-//W3C//DTD SVG 20010904//EN" "x"', "", ""),
        ('svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"', "&x;", "svg-unsafe"),
        ('svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [<!ENTITY a "b">]', "", "svg-unsafe"),
        ('svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"', "", "svg-unsafe"),
        ('svg SYSTEM "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"', "", "svg-unsafe"),
        ("svg [<!ENTITY % x SYSTEM 'https://a.cn/x'> %x;]", "", "svg-unsafe"),
    ],
)
def test_doctypes(doctype: str, rest: str, code: str) -> None:
    text = f"<!DOCTYPE {doctype}>\n<svg {XMLNS} viewBox='0 0 9 9'>{rest}<path/></svg>"
    if code:
        assert refuse(text).code == code
    else:
        assert measure_svg(text.encode()) == (9, 9)


def test_pictures_within_have_few_pixels_together() -> None:
    picture, buffer = Image.new("1", (2_000, 2_000)), io.BytesIO()
    picture.save(buffer, "PNG")
    part = f"<image href='data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}'/>\n"
    assert measure_svg(f"<svg {XMLNS} viewBox='0 0 9 9'>{part * 2}</svg>".encode()) == (9, 9)
    error = refuse(f"<svg {XMLNS} viewBox='0 0 9 9'>{part * 3}</svg>")
    assert (error.code, error.line, error.details["most"]) == ("picture-too-large", 3, "1000")


def test_entities_in_another_encoding() -> None:
    with pytest.raises(PictureError, match="svg-unsafe"):
        measure_svg("<!DOCTYPE s [<!ENTITY a 'b'>]><svg viewBox='0 0 9 9'/>".encode("utf-16"))


def test_a_drawing_that_uses_itself_over_and_over() -> None:
    bomb = "<path id='a0'/>" + "".join(
        f"<g id='a{level}'>" + f"<use href='#a{level - 1}'/>" * 10 + "</g>" for level in range(1, 9)
    )
    assert refuse(f"<svg {XMLNS} viewBox='0 0 9 9'>{bomb}</svg>").code == "picture-too-large"


@pytest.mark.parametrize(
    "rules",
    [
        ".m0{mask:url(#a0)} .m1,.x{mask:url(#a1)} g.m2{mask:url(#a2)} g .m3{mask:url(#a3)} .m4.x{mask:url(#a4)}",
        "*{mask:url(#a0)} .m1{mask:URL('#a1')} #b2{mask:url(#a2)} path{mask:url(#a3)} .m4:not(.x){mask:url(#a4)}",
        "@media all{.m0{mask:url(#a0)}} .x{}.m1{mask:url(#a1);.x{}} .m2{.x{} mask:url(#a2)} .m3{mask:url(#a3)",
        '.m0{mask:url(#a0)} x{content:"/*"}.m1{mask:url(#a1)}x{content:"*/"} .m2{content:"{.x{";mask:url(#a2)}',
        ".m0{/*}*/mask:url(#a0)} .m1/*{.x*/{mask:url(#a1)} .m2{fill:url(#/*{.x{*/);mask:url(#a2)}",
    ],
)
def test_a_style_sheet_that_draws_over_and_over(rules: str) -> None:
    masks = "".join(
        f"<mask id='a{n}'>" + f"<path class='x m{n + 1}' id='b{n + 1}'/>" * 90 + "</mask>" for n in range(5)
    )
    drawing = f"<svg {XMLNS} viewBox='0 0 9 9'><style>{{}}</style>{masks}<g class='m0'/></svg>"
    assert measure_svg(drawing.format("").encode()) == (9, 9)
    assert refuse(drawing.format(rules)).code == "picture-too-large"


def test_a_style_sheet_of_an_ordinary_drawing() -> None:
    rules = "/* {a} */ .a,.b{fill:url(#g)} path{fill:url(#g)} #c > .d{mask:url(#m)} text{font-family:'A',\"B\"}"
    shapes = "<path class='a d'/><g class='b' id='c'><path class='d'/></g>" * 300
    parts = "<linearGradient id='g'><stop/><stop/></linearGradient><mask id='m'><rect class='a'/></mask>"
    assert measure_svg(f"<svg {XMLNS} viewBox='0 0 9 9'><style>{rules}</style>{parts}{shapes}</svg>".encode()) == (9, 9)


@pytest.mark.parametrize(
    "content",
    [
        "<g id='a'><use href='#a'/></g>",
        "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
        "<pattern id='a'><path fill='url(#a)'/></pattern>",
        "".join(f"<g id='a{n}'><use href='#a{n + 1}'/></g>" for n in range(500)),
        "".join(f"<mask id='a{n}'>" + f"<path mask='url(#a{n + 1})'/>" * 9 + "</mask>" for n in range(9))
        + "<g mask='url(#a0)'/>"
        + "<path id='a9'/>",
        "<pattern id='a'><path fill='URL( #a)'/></pattern>",
    ],
)
def test_a_drawing_that_leads_round(content: str) -> None:
    assert refuse(f"<svg {XMLNS} viewBox='0 0 9 9'>{content}</svg>").code == "picture-too-large"
