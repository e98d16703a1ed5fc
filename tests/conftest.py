"""What holds for every test.

What the bot does is shown on SQLite at once, and on PostgreSQL by `make heavy`: that
both databases keep the same promises is what `tests/contract` and `tests/storage` are
for, and the days of `tests/e2e` run on both.
"""

from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is no failure; a hanging test ends by pytest's own timeout.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

HERE = Path(__file__).parent
BEHAVIOUR = (HERE / "bot", HERE / "workspaces")


@pytest.hookimpl(tryfirst=True)  # before it is decided what is left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what the bot does on PostgreSQL: it takes three times as long."""
    for item in items:
        spec = getattr(item, "callspec", None)
        behaves = any(folder in item.path.parents for folder in BEHAVIOUR)
        if spec and behaves and "postgresql" in spec.params.values():
            item.add_marker(pytest.mark.heavy)
