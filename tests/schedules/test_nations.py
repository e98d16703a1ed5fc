"""Each country's holidays are loaded alone, and are the same."""

import asyncio
import sys

# With all of them loaded as the library does it, or each when it is asked for.
TOLD = """
import sys
import holidays
if sys.argv[1] == "each":
    from schedules import calendars
else:
    import holidays.countries
for code in sorted(holidays.list_supported_countries()):
    known = holidays.country_holidays(code, years=(2025, 2026))
    print(code, sorted(known.items()))
"""
LOADED = """
import sys
from schedules.calendars import WorkCalendar
assert WorkCalendar().knows("DE-BY")
print(*(name for name in sys.modules if name.startswith("holidays.countries.")))
"""


async def _said(code: str, *words: str) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, *words, stdout=asyncio.subprocess.PIPE
    )
    said = (await process.communicate())[0].decode()
    assert process.returncode == 0
    return said.strip()


async def test_every_country_has_the_days_it_has_among_all() -> None:
    """Some are made from others: they find these by themselves."""
    each, among_all = await _said(TOLD, "each"), await _said(TOLD, "all")
    assert each == among_all
    assert each.count("\n") > 200


async def test_only_countries_that_are_asked_for_are_loaded() -> None:
    """All of them would be 8 MB."""
    loaded = (await _said(LOADED)).split()
    assert {"holidays.countries.china", "holidays.countries.germany"} <= {*loaded}
    assert len(loaded) < 6
