"""A pretend mail server: as much of SMTP as takes a message (RFC 5321)."""

import asyncio
import base64
import email
import email.policy
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage


@dataclass
class MailServer:
    """Keeps what it takes. `answers` replace its own, by the word they answer to; an
    empty one hangs up.
    """

    password: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    taken: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    port: int = 0

    async def start(self) -> None:
        """Opens on a free port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Closes."""
        self._server.close()
        await self._server.wait_closed()

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            await self._talk(reader, writer)
        finally:
            writer.close()

    async def _talk(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        writer.write(b"220 pretend ESMTP\r\n")
        while line := (await reader.readline()).decode():
            word = line.strip().upper()
            self.said.append(line.strip())
            answer = self._answer(word)
            if word == "DATA" and answer.startswith("354"):
                writer.write(f"{answer}\r\n".encode())
                self._take(await reader.readuntil(b"\r\n.\r\n"))
                answer = self.answers.get(".", "250 taken")
            if not answer:
                return
            writer.write(f"{answer}\r\n".encode())
            await writer.drain()
            if word == "QUIT":
                return

    def _answer(self, word: str) -> str:
        name = word.partition(" ")[0]
        if name in self.answers:
            return self.answers[name]
        match name:
            case "EHLO":
                return "250-pretend\r\n250-8BITMIME\r\n250 AUTH PLAIN"
            case "AUTH":
                _, _, given = base64.b64decode(self.said[-1].split()[-1]).split(b"\0")
                good = given.decode() == self.password
                return "235 welcome" if good else "535 no"
            case "RCPT":
                self.recipients.append(self.said[-1].partition(":")[2].strip(" <>"))
                return "250 ok"
            case "DATA":
                return "354 go on"
            case "QUIT":
                return "221 bye"
            case _:
                return "250 ok"

    def _take(self, raw: bytes) -> None:
        policy = email.policy.default
        read = email.message_from_bytes(raw.removesuffix(b".\r\n"), policy=policy)
        assert isinstance(read, EmailMessage)
        self.taken.append(read)
