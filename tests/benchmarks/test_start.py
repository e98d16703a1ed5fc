"""What `shopcrew run` loads: nothing that it does not use (G13)."""

import re
from pathlib import Path

from tests.benchmarks.processes import (
    answers,
    fake_slack,
    settings,
    start,
    stop,
)
from tests.ports import free_port

LOADED = re.compile(r"^import time:.*\|\s*([\w.]+)$", re.MULTILINE)
# Made for what this start does not do: migrating, another platform, another database,
# the simulator, pictures, sheets, passwords, tests.
UNUSED = {
    "alembic",
    "asyncpg",
    "mako",
    "matplotlib",
    "numpy",
    "openpyxl",
    "pgqueuer",
    "playwright",
    "psycopg",
    "pytest",
    "resvg_py",
    "sklearn",
    "uvloop",
    "websockets",
    "xlsxwriter",
}
PARTS_UNUSED = (
    "adapters.dingtalk.",
    "adapters.simulator",
    "holidays.countries.tanzania",
    "holidays.financial.",
    "storage.carrying",
)


async def test_a_start_with_slack_loads_only_what_slack_needs(tmp_path: Path) -> None:
    """Over HTTP, on SQLite, the first time and later: no other way in is loaded."""
    url = f"sqlite+aiosqlite:///{tmp_path}/shop.db"
    for _ in ("makes the tables", "finds them"):
        loaded = await _loaded(tmp_path, url)
        assert "adapters.slack.app" in loaded
        roots = {name.partition(".")[0] for name in loaded}
        assert roots & UNUSED == set()
        assert [name for name in loaded if name.startswith(PARTS_UNUSED)] == []


async def _loaded(folder: Path, url: str) -> set[str]:
    """Every module that the process told it has loaded, when it was ready."""
    port, log = free_port(), folder / "log"
    async with fake_slack() as slack:
        telling = {"PYTHONPROFILEIMPORTTIME": "1"}
        own = settings(url, port, slack.api)
        running = await start("run", ("bot", "run"), port, own | telling, log)
        try:
            await answers(running, "/readyz")
        finally:
            await stop(running)
    return set(LOADED.findall(log.read_text("utf-8")))
