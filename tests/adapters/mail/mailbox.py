"""A pretend mailbox: as much of IMAP4rev1 as reading one takes (RFC 3501)."""

import asyncio
import base64
import re
from dataclasses import dataclass, field
from datetime import date, datetime

FETCH = re.compile(r"UID FETCH (\d+) \(RFC822\.SIZE BODY\.PEEK\[\]<0\.(\d+)>\)")
SINCE = re.compile(r"SINCE (\d\d-\w{3}-\d{4})")


@dataclass
class Kept:
    """One e-mail in it."""

    uid: int
    raw: bytes
    on: date
    seen: bool = False


@dataclass
class PretendMailbox:
    """Keeps e-mail and what was said to it. `answers` replace its own, by the word they
    answer to; an empty one hangs up.
    """

    password: str = "p@ss wörd"  # noqa: S105 a made-up one
    plain: bool = True
    folder: str = '"INBOX"'
    validity: int = 7
    mails: list[Kept] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    port: int = 0
    next: int = 1
    left: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self) -> None:
        """Opens on a free port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Closes."""
        self._server.close()
        await self._server.wait_closed()

    def gets(self, raw: bytes, on: date, *, seen: bool = False) -> None:
        """An e-mail comes."""
        self.mails.append(Kept(self.next, raw, on, seen))
        self.next += 1

    def renumbered(self) -> None:
        """The server lost its numbers: all begin anew."""
        self.validity += 1
        for uid, mail in enumerate(self.mails, 100):
            mail.uid = uid
        self.next = 100 + len(self.mails)

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            writer.write(b"* OK pretend IMAP4rev1\r\n")
            while line := (await reader.readline()).decode().strip():
                tag, _, said = line.partition(" ")
                self.said.append(said)
                if "AUTHENTICATE" in said:
                    writer.write(b"+ \r\n")
                    given = (await reader.readline()).decode()
                    before, last = b"", self._authenticate(given)
                else:
                    before, last = self._answer(said)
                if not last:
                    return
                writer.write(before + f"{tag} {last} .\r\n".encode())
                await writer.drain()
        except ConnectionError:
            return
        finally:
            writer.close()

    def _authenticate(self, line: str) -> str:
        given = base64.b64decode(line).decode().split("\0")
        return "OK in" if given[-1] == self.password else "NO wrong password"

    def _answer(self, said: str) -> tuple[bytes, str]:
        """What comes before, and the last line; an empty one hangs up."""
        word = said.split()[said.startswith("UID")]
        if word in self.answers:
            return b"", self.answers[word]
        match word:
            case "CAPABILITY":
                auth = " AUTH=PLAIN" if self.plain else ""
                return lines(f"CAPABILITY IMAP4rev1{auth}"), "OK"
            case "LOGIN":
                return b"", "OK" if said.endswith(f'"{self.password}"') else "NO no"
            case "EXAMINE":
                return self._examine(said)
            case "SEARCH":
                found = " ".join(str(mail.uid) for mail in self._found(said))
                return lines(f"SEARCH {found}".strip()), "OK"
            case "FETCH":
                return self._fetch(said), "OK"
            case "LOGOUT":
                self.left.set()
                return lines("BYE"), "OK"
            case "SELECT" | "STORE" | "EXPUNGE":
                raise AssertionError("nobody may change it")
            case _:
                return b"", "BAD what?"

    def _examine(self, said: str) -> tuple[bytes, str]:
        if said != f"EXAMINE {self.folder}":
            return b"", "NO no such folder"
        told = lines(
            f"{len(self.mails)} EXISTS",
            f"OK [UIDVALIDITY {self.validity}] it",
            f"OK [UIDNEXT {self.next}] next",
        )
        return told, "OK [READ-ONLY] in"

    def _found(self, said: str) -> list[Kept]:
        found = list(self.mails)
        if since := SINCE.search(said):
            first = datetime.strptime(since[1], "%d-%b-%Y").date()  # noqa: DTZ007 a day
            found = [mail for mail in found if mail.on >= first]
        if "UNSEEN" in said:
            found = [mail for mail in found if not mail.seen]
        if span := re.search(r"UID SEARCH UID (\d+):\*", said):
            last = max((mail.uid for mail in self.mails), default=0)
            low, high = sorted((int(span[1]), last))  # n:* always names the last one
            found = [mail for mail in found if low <= mail.uid <= high]
        return found

    def _fetch(self, said: str) -> bytes:
        asked = FETCH.fullmatch(said)
        assert asked, said
        for mail in self.mails:
            if mail.uid == int(asked[1]):
                raw = mail.raw[: int(asked[2])]
                size = f"RFC822.SIZE {len(mail.raw)} BODY[]<0> {{{len(raw)}}}"
                return lines(f"1 FETCH (UID {mail.uid} {size}") + raw + b")\r\n"
        return b""


def lines(*said: str) -> bytes:
    """Untagged answers."""
    return "".join(f"* {line}\r\n" for line in said).encode()
