"""Text out of the bytes of a file, as the programs of offices write it; pure."""

import codecs
import re

BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
HIGH = re.compile(rb"[\x80-\xff]+")
WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how Excel's own files begin


def is_workbook(content: bytes) -> bool:
    """Whether it is a workbook of Excel's, and no text."""
    return content.startswith(WORKBOOK)


def decoded(content: bytes) -> str | None:
    """The text; None for what is none.

    What says so itself is believed. Else it is UTF-8, or what Excel writes in China
    (GB 18030) or in Europe (Windows-1252), by how its letters come.
    """
    for bom, name in BOMS.items():
        if content.startswith(bom):
            return _as(content, name)
    if b"\x00" in content:
        return None
    utf8 = _as(content, "utf-8")
    if utf8 is not None:
        return utf8
    names = ("cp1252", "gb18030") if _lone(content) else ("gb18030", "cp1252")
    return next((text for name in names if (text := _as(content, name))), None)


def _lone(content: bytes) -> bool:
    """Whether most letters beyond ASCII stand between others: ü does, 库存 does not."""
    runs = [len(run) for run in HIGH.findall(content)]
    return 2 * runs.count(1) > len(runs)


def _as(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None
