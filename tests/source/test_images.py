from __future__ import annotations

import io
import struct
import subprocess
import zlib
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageFile

from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.model.faults import Fault, Place
from showcase.model.limits import Limits
from showcase.source.images import read_image
from showcase.source.picture_error import PictureError


def draw(form: str, size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    buffer = io.BytesIO()
    Pillow.effect_noise(size, 60).convert("RGB").save(buffer, form, **options)
    return buffer.getvalue()


def refuse(data: bytes, name: str, folder: Path) -> PictureError:
    (folder / name).write_bytes(data)
    with pytest.raises(PictureError) as error:
        read_image(folder / name)
    return error.value


@pytest.mark.parametrize(
    ("form", "name", "found"),
    [
        ("PNG", "a.png", "png"),
        ("JPEG", "a.jpg", "jpeg"),
        ("JPEG", "a.JPEG", "jpeg"),
        ("WEBP", "大厅.webp", "webp"),
        ("AVIF", "a.avif", "avif"),
    ],
)
def test_sound_pictures(form: str, name: str, found: str, tmp_path: Path) -> None:
    data = draw(form)
    (tmp_path / name).write_bytes(data)
    image = read_image(tmp_path / name)
    assert (image.name, image.format, image.width, image.height) == (name, found, 64, 48)
    assert image.digest == sha256(data).hexdigest()
    assert Path(image.path) == tmp_path / name


def test_a_progressive_photograph_with_a_preview_within(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(draw("JPEG", progressive=True))
    assert read_image(tmp_path / "a.jpg").width == 64


def test_a_photograph_is_measured_as_it_is_shown(tmp_path: Path) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    (tmp_path / "a.jpg").write_bytes(draw("JPEG", exif=exif))
    image = read_image(tmp_path / "a.jpg")
    assert (image.width, image.height) == (48, 64)


@pytest.mark.parametrize(
    ("form", "name"), [("PNG", "a.png"), ("JPEG", "a.jpg"), ("WEBP", "a.webp"), ("AVIF", "a.avif")]
)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_pictures_cut_short(form: str, name: str, share: float, tmp_path: Path) -> None:
    data = draw(form)
    assert refuse(data[: int(len(data) * share)], name, tmp_path).code == "picture-broken"


def test_a_damaged_picture(tmp_path: Path) -> None:
    data = bytearray(draw("PNG"))
    data[len(data) // 2] ^= 0xFF
    assert refuse(bytes(data), "a.png", tmp_path).code == "picture-broken"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.png", "picture-broken"),
        (b"hello", "a.jpg", "picture-broken"),
        (b"GIF89a", "a.gif", "picture-format"),
        (b"BM", "a.bmp", "picture-format"),
        (b"x", "logo", "picture-format"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "picture-broken"),
        (b"\xff\xd8\xff\xe0", "a.jpg", "picture-broken"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a.webp", "picture-broken"),
        (b"\x00\x00\x00\x10ftypavif\x00\x00\x00\x00", "a.avif", "picture-broken"),
    ],
)
def test_files_that_are_no_pictures(data: bytes, name: str, code: str, tmp_path: Path) -> None:
    assert refuse(data, name, tmp_path).code == code


def test_a_picture_under_a_wrong_name(tmp_path: Path) -> None:
    error = refuse(draw("PNG"), "photo.jpg", tmp_path)
    assert (error.code, error.details["suggestion"]) == ("picture-disagrees", "photo.png")


@pytest.mark.parametrize(("form", "name"), [("PNG", "a.png"), ("WEBP", "a.webp")])
def test_moving_pictures(form: str, name: str, tmp_path: Path) -> None:
    frames = [Pillow.new("RGB", (8, 8), (shade, 0, 0)) for shade in (10, 200)]
    buffer = io.BytesIO()
    frames[0].save(buffer, form, save_all=True, append_images=frames[1:], duration=100)
    error = refuse(buffer.getvalue(), name, tmp_path)
    assert (error.code, error.details["found"]) == ("picture-animated", "2")


@pytest.mark.parametrize(
    ("width", "height", "found"),
    [
        (12_001, 4, "12001 × 4 像素，总共 4.8 万像素"),
        (7_000, 7_000, "7000 × 7000 像素，总共 4900 万像素"),
        (12_000, 9_000, "12000 × 9000 像素，总共 10800 万像素"),
        (14_000, 14_000, "总共 19600 万像素"),
    ],
)
def test_pictures_of_too_many_pixels_are_told_by_their_size_and_not_decoded(
    width: int, height: int, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = io.BytesIO()
    Pillow.new("1", (width, height)).save(buffer, "PNG")
    monkeypatch.setattr(ImageFile.ImageFile, "load", None)
    error = refuse(buffer.getvalue(), "a.png", tmp_path)
    text = render_fault(Fault(error.code, Place("a"), details=error.details), load_translations("cli", "zh-Hans"))
    assert (error.code, text.expected) == ("picture-too-large", "总共不超过 4000 万像素，每边不超过 12000 像素")
    assert text.found == found


def test_files_of_too_many_bytes_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(draw("PNG"))
    with pytest.raises(PictureError, match="picture-too-large"):
        read_image(tmp_path / "a.png", Limits.model_construct(picture_bytes=10))


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photograph_that_is_broken_within(progressive: bool, tmp_path: Path) -> None:
    data = draw("JPEG", (640, 480), progressive=progressive)
    table = data.index(b"\xff\xc4") + 5
    broken = data[:table] + b"\xff" * 16 + data[table + 16 :]
    with Pillow.open(io.BytesIO(broken)) as opened:
        assert opened.size == (640, 480), "its head is sound"
    assert refuse(broken, "a.jpg", tmp_path).code == "picture-broken"


def test_a_png_whose_sums_are_right_and_whose_data_are_not(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0" * 99)[:-6] + b"rubbish"), chunk(b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(parts)
    assert refuse(data, "a.png", tmp_path).code == "picture-broken"


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.avif"])
@pytest.mark.parametrize(
    "data", [b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", b"\xc5\xd0\xd3\xc6", b"%PDF-1.7\n"]
)
def test_postscript_reaches_no_interpreter(
    data: bytes, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_args, **_kwargs: pytest.fail("a program was called"))
    assert refuse(data, name, tmp_path).code == "picture-broken"


def test_a_picture_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="unreadable-file"):
        read_image(tmp_path / "a.png")
