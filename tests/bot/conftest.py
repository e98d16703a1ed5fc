"""What the bot does is shown on SQLite at once, and on PostgreSQL by `make heavy`.

That both databases keep the same promises is what `tests/contract` and `tests/storage`
are for; the days of `tests/e2e` run on both.
"""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)  # before it is decided what is left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what runs on PostgreSQL: it takes three times as long."""
    for item in items:
        spec = getattr(item, "callspec", None)
        if spec and HERE in item.path.parents and "postgresql" in spec.params.values():
            item.add_marker(pytest.mark.heavy)
