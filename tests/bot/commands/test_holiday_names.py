"""Public holidays by the names their readers know."""

import pytest

from tests.driver import a_team


@pytest.mark.parametrize(
    ("language", "typed", "names"),
    [
        ("zh", "节假日 德国 2026", ("耶稣受难日", "德国统一日", "圣诞节次日")),
        ("zh", "节假日 美国 2026", ("感恩节", "独立日（补假）")),
        ("zh", "节假日 中国 2026", ("清明节", "国庆节")),
        ("en", "holidays China 2026", ("Dragon Boat Festival", "National Day")),
        ("en", "holidays Germany 2026", ("Good Friday", "German Unity Day")),
    ],
)
async def test_a_holiday_is_named_in_the_readers_language(
    language: str, typed: str, names: tuple[str, ...]
) -> None:
    async with a_team() as team:
        reader = team.person("Anna Berger", language=language)
        seen = await reader.says(typed)
        assert seen
        for name in names:
            assert name in seen.text
        if language == "zh":
            assert "Day" not in seen.text
