"""What an owner does at the command line, and what they read."""

import asyncio
import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

from bot.bootstrap import carrying
from bot.errors import NotCarried
from bot.settings import Settings, load


@dataclass
class Owner:
    """Who runs the bot on a database."""

    url: str
    key: str = ""
    language: str = "en"
    told: list[str] = field(default_factory=list)

    async def backs_up(self, where: Path) -> Path:
        """`shopcrew backup`; the file that it names."""
        await carrying.back_up(self.settings, str(where), self.told.append)
        return Path(self.told[-1].rpartition(": ")[2])

    async def restores(self, file: Path) -> None:
        """`shopcrew restore`."""
        await carrying.restore(self.settings, str(file), self.told.append)

    async def checks(self, file: Path) -> None:
        """`shopcrew restore --check`."""
        await carrying.check(self.settings, str(file), self.told.append)

    async def moves_to(self, url: str) -> None:
        """`shopcrew migrate-to`."""
        await carrying.migrate(self.settings, url, self.told.append)

    def reads(self, wrong: NotCarried) -> str:
        """Why something did not work."""
        return carrying.explain(self.settings, wrong)

    @property
    def settings(self) -> Settings:
        """What they have set."""
        return load(
            shopcrew_database_url=self.url,
            shopcrew_secret_key=self.key or None,
            shopcrew_language=self.language,
        )


def names_in(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def bytes_of(file: Path) -> bytearray:
    """What is in a file."""
    return bytearray(file.read_bytes())


def put(file: Path, content: bytes | bytearray) -> None:
    """Writes a file anew."""
    file.write_bytes(content)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    out: bytes
    err: str


async def shopcrew(
    url: str, *words: str, before: str = ":", to: Path | None = None
) -> Ended:
    """Runs the command as it is installed; `before` is what a shell does first."""
    process = await start(url, *words, before=before, to=to)
    out, err = await process.communicate()
    return Ended(process.returncode or 0, out, err.decode())


async def start(
    url: str, *words: str, before: str = ":", to: Path | None = None
) -> asyncio.subprocess.Process:
    """Starts the command; what it prints goes into a file, if one is named."""
    into = f'> "{to}"' if to else ""
    return await asyncio.create_subprocess_exec(
        *("sh", "-c", f'{before}; exec "$@" {into}', "sh"),
        *(sys.executable, "-m", "bot", *words),
        env={**os.environ, "SHOPCREW_DATABASE_URL": url},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def end(process: asyncio.subprocess.Process, by: signal.Signals) -> int:
    """Ends a command that goes on; how it ended."""
    process.send_signal(by)
    await process.communicate()
    return process.returncode or 0
