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
# Weeks of time, crowds of people, companies side by side: `make test` is for every day.
LONG = tuple(
    HERE / name
    for name in (
        "bot/blockers/test_answers.py",
        "bot/blockers/test_time.py",
        "bot/commands/test_claims.py",
        "bot/commands/test_task_phrases.py",
        "bot/rituals/test_standup_asides.py",
        "bot/rituals/test_standup_away.py",
        "bot/rituals/test_standup_by_hand.py",
        "bot/rituals/test_standup_choices.py",
        "bot/rituals/test_standup_times.py",
        "bot/test_pace.py",
        "e2e/test_lanes.py",
        "e2e/test_standup_day.py",
        "e2e/test_two_chats.py",
        "workspaces/test_gone.py",
        "workspaces/test_install.py",
        "workspaces/test_install_refused.py",
        "workspaces/test_keys.py",
        "workspaces/test_rotation.py",
    )
)


@pytest.hookimpl(tryfirst=True)  # before it is decided what is left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what takes long, and what the bot does on PostgreSQL: it takes three times
    as long.
    """
    for item in items:
        if item.path in LONG:
            item.add_marker(pytest.mark.heavy)
        spec = getattr(item, "callspec", None)
        behaves = any(folder in item.path.parents for folder in BEHAVIOUR)
        if spec and behaves and "postgresql" in spec.params.values():
            item.add_marker(pytest.mark.heavy)
