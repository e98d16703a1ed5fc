"""The house as its owner starts it, with a clock that the harness moves.

It is `shopcrew run` but for what its clock says: the product has no switch for tests,
so this stands around it. Reading all of its code takes seconds, and a process that is
killed every few of them would do nothing else: so one process reads it, and each life
of a house is forked from that one.
"""

import os
import sys
from collections.abc import Mapping
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

from bot import cli
from bot.clock import SystemClock
from tests.e2e.faults.clock import SharedClock

READ = ("bot.bootstrap", "bot.bootstrap.dingtalk", "storage.unit_of_work")
LIVES = get_context("forkserver")
LIVES.set_forkserver_preload([__name__, *READ])


def live(settings: Mapping[str, str], clock: Path, log: Path) -> None:
    """Runs the bot by that clock, with these settings and no others."""
    with log.open("ab") as said:
        os.dup2(said.fileno(), sys.stdout.fileno())
        os.dup2(said.fileno(), sys.stderr.fileno())
    os.chdir(log.parent)
    os.environ.update(settings)
    shared = SharedClock(clock)

    def now(_: SystemClock) -> datetime:
        return shared.now()

    setattr(SystemClock, "now", now)  # noqa: B010  the one thing that differs
    sys.argv = ["shopcrew", "run"]
    cli.main()
