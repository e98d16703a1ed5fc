"""Text out of files, as the programs of offices write them."""

import pytest

from bot.model.decoded import decoded, is_workbook

GERMAN = "Name;Rolle\nJörg Müller;Verkäufer für Tee\n"
CHINESE = "姓名,部门\n王芳,内容\n李伟（Li Wei）,仓库\n"
ENGLISH = "name,role\nSam,Agent\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "cp1252"),
        (GERMAN, "utf-16"),
        (CHINESE, "utf-8"),
        (CHINESE, "gb18030"),
        (CHINESE, "gbk"),
        (CHINESE, "utf-16"),
        (ENGLISH, "ascii"),
    ],
)
def test_text_is_read_as_it_was_written(text: str, written: str) -> None:
    """By its mark, or by how its letters come."""
    assert decoded(text.encode(written)) == text


def test_what_is_no_text_is_none() -> None:
    """A picture; a workbook says what it is."""
    assert decoded(b"\x89PNG\x00\x01") is None
    assert is_workbook(b"PK\x03\x04rest")
    assert not is_workbook(b"name,role")
