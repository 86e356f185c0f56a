"""Pictures at the widths of a page: never larger, upright, see-through where they were, without what a camera notes."""

import io
from pathlib import Path

import pytest
from PIL import Image

from showcase.compile.pictures import resize_picture
from showcase.source.picture_error import PictureError

RED, BLUE = (220, 20, 20), (20, 20, 220)


def draw(path: Path, size: tuple[int, int], **options: object) -> Path:
    """A picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", size, BLUE)
    picture.paste(RED, (0, 0, size[0] // 2, size[1]))
    picture.save(path, **options)
    return path


def show(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=["WEBP"])


def is_near(pixel: tuple[int, ...], color: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(pixel, color, strict=False))


@pytest.mark.parametrize(
    ("size", "width", "expected"),
    [
        ((800, 400), 480, (480, 240)),
        ((800, 400), 800, (800, 400)),
        ((800, 400), 1600, (800, 400)),
        ((1000, 1), 480, (480, 1)),
        ((999, 333), 480, (480, 160)),
    ],
)
def test_is_never_larger_than_it_was(
    tmp_path: Path, size: tuple[int, int], width: int, expected: tuple[int, int]
) -> None:
    assert show(resize_picture(draw(tmp_path / "a.png", size), width)).size == expected


@pytest.mark.parametrize(("name", "options"), [("a.jpg", {}), ("a.png", {}), ("a.webp", {}), ("a.avif", {})])
def test_takes_every_format(tmp_path: Path, name: str, options: dict[str, object]) -> None:
    picture = show(resize_picture(draw(tmp_path / name, (640, 320), **options), 480)).convert("RGB")
    assert is_near(picture.getpixel((20, 120)), RED)
    assert is_near(picture.getpixel((460, 120)), BLUE)


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [(1, (480, 240), (20, 120)), (3, (480, 240), (460, 120)), (6, (320, 640), (160, 20)), (8, (320, 640), (160, 620))],
)
def test_stands_upright(tmp_path: Path, orientation: int, size: tuple[int, int], red: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = show(resize_picture(draw(tmp_path / "a.jpg", (640, 320), exif=exif), 480)).convert("RGB")
    assert picture.size == size
    assert is_near(picture.getpixel(red), RED)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_keeps_what_is_clear(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (600, 300)).save(tmp_path / "a.png")
    assert show(resize_picture(tmp_path / "a.png", 480)).convert("RGBA").getpixel((10, 10))[3] == 0


def test_keeps_the_clear_colour_of_a_palette(tmp_path: Path) -> None:
    picture = Image.new("P", (600, 300), 1)
    picture.putpalette([*RED, *BLUE])
    picture.save(tmp_path / "a.png", transparency=1)
    assert show(resize_picture(tmp_path / "a.png", 480)).convert("RGBA").getpixel((10, 10))[3] == 0


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_shows_other_colours_as_rgb(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (600, 300)).save(tmp_path / "a.jpg")
    assert show(resize_picture(tmp_path / "a.jpg", 480)).mode == "RGB"


def test_drops_what_a_camera_notes(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[1] = "N"
    draw(tmp_path / "a.jpg", (640, 320), exif=exif, comment=b"taken at home", icc_profile=b"profile of somebody")
    for width in (480, 640):
        data = resize_picture(tmp_path / "a.jpg", width)
        assert not {"exif", "icc_profile", "xmp", "comment"} & set(show(data).info)
        assert b"somebody" not in data


def test_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = draw(tmp_path / "a.png", (640, 320)), draw(tmp_path / "b.png", (640, 320))
    assert resize_picture(first, 480) == resize_picture(second, 480) == resize_picture(first, 480)


def test_refuses_a_picture_that_is_no_picture_inside(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff nothing of the kind")
    with pytest.raises(PictureError) as caught:
        resize_picture(tmp_path / "a.jpg", 480)
    assert caught.value.code == "picture-broken"


@pytest.mark.parametrize(
    ("name", "orientation"), [("a.jpg", 1), ("a.jpg", 6), ("a.png", 1), ("a.webp", 1), ("a.avif", 8)]
)
def test_is_the_same_in_any_order_of_widths(tmp_path: Path, name: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = draw(tmp_path / name, (6_800, 700) if orientation == 1 else (700, 6_800), exif=exif)
    other = draw(tmp_path / "other.png", (20, 20))
    widths = (1600, 480, 960)
    in_a_row = {width: resize_picture(path, width) for width in widths}
    for width in reversed(widths):
        resize_picture(other, 20)
        assert resize_picture(path, width) == in_a_row[width]
        assert show(in_a_row[width]).width == width


def test_a_picture_that_changes_is_read_again(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.png", (640, 320))
    before = resize_picture(path, 480)
    Image.new("RGB", (640, 320), RED).save(path)
    assert resize_picture(path, 480) != before


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_large_picture_takes_its_widths_from_one_reading(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = draw(tmp_path / f"a.{form.lower()}", (6_800, 1_000))
    opened: list[object] = []
    open_picture = Image.open

    def count(*args: object, **options: object) -> Image.Image:
        opened.append(args)
        return open_picture(*args, **options)

    monkeypatch.setattr(Image, "open", count)
    for width in (480, 960, 1600):
        resize_picture(path, width)
    assert len(opened) == 1
