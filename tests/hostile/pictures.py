"""Hostile pictures: under wrong names, broken, moving, far too large once opened."""

from __future__ import annotations

import io
import struct
import zlib

from hostile.case import HARMLESS, Case, write_page
from PIL import Image as Pillow


def draw(form: str, size: tuple[int, int] = (640, 400), **options: object) -> bytes:
    buffer = io.BytesIO()
    Pillow.linear_gradient("L").resize(size).convert("RGB").save(buffer, form, **options)
    return buffer.getvalue()


def animate(form: str) -> bytes:
    frames = [Pillow.new("RGB", (64, 64), (shade, 0, 0)) for shade in (10, 200)]
    buffer = io.BytesIO()
    frames[0].save(buffer, form, save_all=True, append_images=frames[1:], duration=100)
    return buffer.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write_png(width: int, height: int, data: bytes, *more: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = (_chunk(b"IHDR", head), *more, _chunk(b"IDAT", data), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _break_tables(data: bytes) -> bytes:
    table = data.index(b"\xff\xc4") + 5
    return data[:table] + b"\xff" * 16 + data[table + 16 :]


def _scan_often(times: int) -> bytes:
    """A JPEG whose last scan comes again and again: 300 kB of a picture of 40 megapixels would take 20 s."""
    data = draw("JPEG", progressive=True)
    table = data.rindex(b"\xff\xc4")
    return data[:-2] + data[table:-2] * times + data[-2:]


def _locate() -> Pillow.Exif:
    """Where the camera was, and who held it."""
    exif = Pillow.Exif()
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def locate_picture() -> bytes:
    """A photograph that tells where it was taken."""
    return draw("JPEG", exif=_locate(), comment=b"taken at home")


def _fill(width: int, height: int, form: str) -> bytes:
    """As many pixels as are taken, in a file of a few bytes."""
    buffer = io.BytesIO()
    Pillow.new("1" if form == "PNG" else "L", (width, height)).save(buffer, form)
    return buffer.getvalue()


JPEG, PNG, WEBP, AVIF = (draw(form) for form in ("JPEG", "PNG", "WEBP", "AVIF"))
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file\n%%EOF\n"
NOISE = zlib.compress(b"\0" * 100_000)
PACKED = b"x\0\0" + zlib.compress(bytes(50_000_000))
PICTURES = (
    ("a.png", EPS, "picture-broken"),
    ("a.jpg", EPS, "picture-broken"),
    ("a.webp", b"\xc5\xd0\xd3\xc6" + EPS, "picture-broken"),
    ("a.eps", EPS, "picture-format"),
    ("a.gif", b"GIF89a" + bytes(50), "picture-format"),
    ("a.bmp", b"BM" + bytes(50), "picture-format"),
    ("a.tiff", b"II*\0" + bytes(50), "picture-format"),
    ("a.svgz", b"\x1f\x8b" + bytes(50), "picture-format"),
    ("a.html", b"<script>alert(1)</script>", "picture-format"),
    ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-disagrees"),
    ("a.jpg", PNG, "picture-disagrees"),
    ("a.png", JPEG, "picture-disagrees"),
    ("a.svg", PNG, "picture-disagrees"),
    ("a.png", b"<script>alert(1)</script>", "picture-broken"),
    ("a.png", b"", "picture-broken"),
    ("a.png", PNG[: len(PNG) // 2], "picture-broken"),
    ("a.jpg", JPEG[: len(JPEG) // 2], "picture-broken"),
    ("a.webp", WEBP[: len(WEBP) // 2], "picture-broken"),
    ("a.avif", AVIF[: len(AVIF) // 2], "picture-broken"),
    ("a.jpg", _break_tables(JPEG), "picture-broken"),
    ("a.jpg", _break_tables(draw("JPEG", progressive=True)), "picture-broken"),
    ("a.jpg", _scan_often(3_000), "picture-broken"),
    ("a.jpg", _scan_often(30), HARMLESS),
    ("a.png", write_png(600, 400, NOISE[: len(NOISE) // 2]), "picture-broken"),
    ("a.png", write_png(600, 400, b"rubbish"), "picture-broken"),
    ("a.png", animate("PNG"), "picture-animated"),
    ("a.webp", animate("WEBP"), "picture-animated"),
    ("a.png", write_png(50_000, 50_000, NOISE), "picture-too-large"),
    ("a.png", write_png(12_001, 10, NOISE), "picture-too-large"),
    ("a.png", write_png(7_000, 7_000, NOISE), "picture-too-large"),
    ("a.png", write_png(0, 0, NOISE), "picture-broken"),
    (
        "a.png",
        write_png(600, 400, NOISE, _chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(50_000_000)))),
        "picture-broken",
    ),
    (
        "a.png",
        write_png(600, 400, NOISE, _chunk(b"zTXt", b"x\0\0" + zlib.compress(bytes(50_000_000)))),
        "picture-broken",
    ),
    ("a.png", bytes(20_000_001), "picture-too-large"),
    ("a.png", _fill(8_000, 5_000, "PNG"), HARMLESS),
    ("a.jpg", _fill(5_000, 8_000, "JPEG"), HARMLESS),
    ("a.jpg", locate_picture(), HARMLESS),
    ("a.jpg", JPEG + b"<script>alert(1)</script>" + b"PK\x03\x04", HARMLESS),
    ("a.png", PNG + b"<script>alert(1)</script>", HARMLESS),
)
CASES = tuple(
    Case(
        "picture",
        number,
        f"{name} {data[:20]!r}",
        expected,
        write_page(f"图片{number:03}", gallery=f"[{{src: {name}, alt: 图}}]"),
        {name: data},
    )
    for number, (name, data, expected) in enumerate(PICTURES)
)
