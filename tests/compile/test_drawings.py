"""Logos that are published look as they were drawn, and tell nothing of who drew them; resvg draws both."""

from __future__ import annotations

import base64
import io
import random
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import material
import playwright
import pytest
import resvg_py
from compile.exporters import DRAWINGS, HOME, NS, TOLD, draw_raster
from PIL import Image, ImageChops, ImageCms

from showcase.compile.drawings import clean_drawing
from showcase.source.picture_error import PictureError

ROOT = Path(__file__).parents[2]
ICONS = Path(material.__file__).parent / "templates/.icons"
SETS = ("fontawesome", "material", "octicons", "simple")
LOGOS = sorted(
    [*ROOT.glob("brands/*/*.svg"), *(Path(playwright.__file__).parent / "driver").rglob("*.svg")],
    key=lambda path: path.name,
)
"""Logos of many colours: the demonstration's, and browsers' that a package of ours brings."""


def draw(text: str, *, width: int = 160, font: str = "") -> Image.Image:
    fonts = {"font_family": font, "serif_family": font} if font else {"skip_system_fonts": True}
    data = resvg_py.svg_to_bytes(svg_string=text, width=width, dpi=96, **fonts)
    return Image.open(io.BytesIO(data)).convert("RGBA")


def find_font() -> str:
    """A font with Han characters, as every machine has that drives a browser."""
    command = ["fc-match", "--format=%{family[0]}", ":lang=zh-cn"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def clean(folder: Path, text: str) -> str:
    (folder / "logo.svg").write_text(text, encoding="utf-8")
    return clean_drawing(folder / "logo.svg").decode()


def count_colours(picture: Image.Image) -> int:
    return len(picture.getcolors(1_000_000) or ())


@pytest.mark.parametrize("name", SETS)
def test_icons_of_real_sets_look_as_they_did(name: str) -> None:
    icons = random.Random(name).sample(sorted((ICONS / name).rglob("*.svg")), 80)
    odd = []
    for icon in icons:
        was = draw(icon.read_text(encoding="utf-8"), width=48)
        is_now = draw(clean_drawing(icon).decode(), width=48)
        if count_colours(was) < 2 or ImageChops.difference(was, is_now).getbbox():
            odd.append(icon.name)
    assert odd == []


def test_there_are_logos_of_many_colours() -> None:
    texts = [path.read_text(encoding="utf-8") for path in LOGOS]
    assert len(texts) >= 12
    assert sum("Gradient" in text for text in texts) >= 3


@pytest.mark.parametrize("logo", LOGOS, ids=lambda path: path.stem)
def test_logos_look_as_they_did(logo: Path) -> None:
    was = draw(logo.read_text(encoding="utf-8"))
    assert count_colours(was) > 2
    assert not ImageChops.difference(was, draw(clean_drawing(logo).decode())).getbbox()


@pytest.mark.parametrize("exporter", DRAWINGS)
def test_what_drawing_programs_write_looks_as_it_did(exporter: str, tmp_path: Path) -> None:
    text = DRAWINGS[exporter]
    font = find_font() if exporter == "words" else ""
    was = draw(text, font=font)
    assert count_colours(was) > 20
    assert not ImageChops.difference(was, draw(clean(tmp_path, text), font=font)).getbbox()


@pytest.mark.parametrize("exporter", DRAWINGS)
def test_nothing_tells_who_drew_it(exporter: str, tmp_path: Path) -> None:
    text = clean(tmp_path, DRAWINGS[exporter])
    assert not re.search(r"inkscape|sodipodi|rdf|metadata|<!|<\?|data-name|version", text)
    assert HOME not in text
    assert "zhang.san" not in text
    assert clean(tmp_path, text) == text


def test_words_stay_as_they_were_written(tmp_path: Path) -> None:
    was, is_now = (ElementTree.fromstring(text) for text in (DRAWINGS["words"], clean(tmp_path, DRAWINGS["words"])))
    for name in ("title", "desc", "text"):
        one, other = (root.find(f"{{http://www.w3.org/2000/svg}}{name}") for root in (was, is_now))
        assert [*one.itertext()] == [*other.itertext()]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_within_does_not_tell_where_it_was_taken(form: str, tmp_path: Path) -> None:
    text = f'<svg {NS} viewBox="0 0 9 9"><image width="9" height="9" href="{draw_raster(form)}"/></svg>'
    found = re.search('href="data:image/(png|jpeg|webp);base64,([^"]*)"', clean(tmp_path, text))
    assert found
    with Image.open(io.BytesIO(base64.b64decode(found[2]))) as picture:
        assert picture.size == (64, 64)
        assert not picture.getexif()
        left, right = picture.convert("L").getpixel((32, 1)), picture.convert("L").getpixel((32, 62))
        assert (left < 20, right > 235) == (True, True)
    assert b"Camera" not in base64.b64decode(found[2])


def encode(picture: Image.Image, form: str, **options: object) -> str:
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return f"data:image/{form.lower()};base64,{base64.b64encode(buffer.getvalue()).decode()}"


def clean_image(folder: Path, address: str) -> tuple[str, Image.Image]:
    text = clean(folder, f'<svg {NS} viewBox="0 0 9 9"><image width="9" height="9" href="{address}"/></svg>')
    found = re.search('href="([^"]*)"', text)
    assert found
    return found[1], Image.open(io.BytesIO(base64.b64decode(found[1].partition(",")[2])))


@pytest.mark.parametrize("form", ["WEBP", "AVIF"])
def test_a_photograph_within_stays_as_small_as_it_is(form: str, tmp_path: Path) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((300, 300), 60).resize((900, 900)) for _ in "RGB"])
    given = encode(noise, form, quality=60)
    address, picture = clean_image(tmp_path, given)
    assert len(address) < 3 * len(given)
    assert picture.size == (900, 900)


def test_a_drawn_picture_within_is_the_same_to_the_pixel(tmp_path: Path) -> None:
    drawn = Image.effect_noise((60, 60), 60).convert("RGBA")
    drawn.putalpha(Image.linear_gradient("L").resize((60, 60)))
    for given in (encode(drawn, "PNG"), encode(drawn, "WEBP", lossless=True, exact=True)):
        was = Image.open(io.BytesIO(base64.b64decode(given.partition(",")[2])))
        _, is_now = clean_image(tmp_path, given)
        # Of what nobody sees the colour does not count.
        assert not ImageChops.difference(was.convert("RGBa"), is_now.convert("RGBa")).getbbox()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_within_keeps_what_its_colours_mean(form: str, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = Image.new("RGB", (8, 8), "teal")
    assert clean_image(tmp_path, encode(plain, form, icc_profile=profile))[1].info["icc_profile"] == profile
    # A profile of another kind of colours than are written would be taken for a fault.
    other = profile[:16] + b"CMYK" + profile[20:]
    assert "icc_profile" not in clean_image(tmp_path, encode(plain, form, icc_profile=other))[1].info


def test_comments_of_a_style_sheet_are_not_written(tmp_path: Path) -> None:
    style = "/* 张三 */.a{fill:red/**//* x */}&#13;"
    text = clean(tmp_path, f'<svg {NS} viewBox="0 0 9 9"><style>{style}</style><text>a&#13;b</text></svg>')
    assert "<style>/**/.a{fill:red/**//**/}&#13;</style><text>a&#13;b</text>" in text
    assert clean(tmp_path, text) == text


def test_what_is_on_no_list_is_not_written(tmp_path: Path) -> None:
    parts = (
        '<path d="M0 0h9v9z" data-x="1" tabindex="0" formaction="x" fill="red" aria-label="x"/>'
        '<a href="#x" target="_top"><path d="M0 0"/></a>'
        '<x:y xmlns:x="urn:x"><path d="M1 1"/></x:y><metadata><path/></metadata>'
    )
    assert clean(tmp_path, f'<svg viewBox="0 0 9 9">{parts}</svg>') == (
        f'<svg {NS} xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
        '<path d="M0 0h9v9z" fill="red"/><a><path d="M0 0"/></a></svg>'
    )


@pytest.mark.parametrize("what", TOLD)
def test_what_would_look_other_is_told(what: str, tmp_path: Path) -> None:
    inside, code = TOLD[what]
    entities = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [<!ENTITY ns "http://www.w3.org/2000/svg">]>'
    text = f'{entities * (not inside)}<svg {NS} viewBox="0 0 9 9">{inside}<path d="M0 0h9v9z"/></svg>'
    with pytest.raises(PictureError) as error:
        clean(tmp_path, text)
    assert error.value.code == code
