"""Light pictures: a PNG of at most 256 colours weighs a third of one of all colours."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode, b64encode
from pathlib import Path

from playwright.async_api import Page

PALETTE = (Path(__file__).parent / "palette.js").read_text("utf-8").partition("\n")[2]
SIGNATURE = b"\x89PNG\r\n\x1a\n"
EIGHT_BITS, INDEXED = 8, 3


async def light(page: Page, png: bytes) -> bytes:
    """The same picture with a palette; the page counts its colours."""
    found = await page.evaluate(PALETTE, b64encode(png).decode())
    width, height = found["width"], found["height"]
    pixels = b64decode(found["pixels"])
    rows = (pixels[at : at + width] for at in range(0, len(pixels), width))
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    head = struct.pack(">IIBBBBB", width, height, EIGHT_BITS, INDEXED, 0, 0, 0)
    chunks = (
        (b"IHDR", head),
        (b"PLTE", b64decode(found["palette"])),
        (b"IDAT", data),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return (
        struct.pack(">I", len(body))
        + name
        + body
        + struct.pack(">I", zlib.crc32(name + body))
    )
