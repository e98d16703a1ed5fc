"""An e-mail → what a customer said: pure.

Bounces, automatic answers and lists say nothing of their own (RFC 3834, RFC 2369).
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from adapters.mail.plain import as_text
from adapters.mail.replies import forwarded, own_words
from bot.model.feedback import Source
from bot.model.files import AT_MOST, KEEP_LIMIT, Enclosure
from bot.model.text import tidy
from bot.ports.intake import Parcel

ADDRESS = re.compile(r"[^\s<>@\"]{1,64}@[^\s<>@\"]{1,190}")
ANSWERS = re.compile(
    r"^(?:\s*(?:re|aw|sv|回复|答复|回覆|fwd?|wg|tr|转发|轉寄)\s*[:：])+", re.I
)
NAMED = re.compile(r"(?<![\w-])F-(?P<number>\d{1,9})(?![\w-])", re.ASCII)
FORWARDS = re.compile(r"\b(?:fwd?|wg|tr)\s*[:：]|(?:转发|轉寄)\s*[:：]", re.IGNORECASE)
WORDS = ("text/plain", "text/html")  # a calendar is text, too, and nobody's words
SEALS = ("application/pkcs7-signature", "application/pgp-signature")
BULK = frozenset({"bulk", "list", "junk", "auto_reply"})
LISTS = ("List-Id", "List-Unsubscribe", "List-Post")
MACHINES = ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Failed-Recipients")
# Programs that say so nowhere but in the subject: QQ, 163, old Exchange.
ABSENT = re.compile(
    r"\s*(?:自动回复|自動回覆|自动答复|系统退信|auto(?:matic)?[ -]?(?:reply|response)"
    r"|out of (?:the )?office|automatische antwort|abwesenheitsnotiz"
    r"|réponse automatique|risposta automatica|respuesta automática)"
    r"\s*(?:[:：,，(（【[-]|$)",
    re.IGNORECASE,
)
DAEMON = re.compile(r"(?:mailer-daemon|postmaster)@", re.IGNORECASE)
FAILED = re.compile(r"\b(?:dmarc|spf)=fail\b", re.IGNORECASE)
ORNAMENT = 10_000  # bytes
OLDEST = datetime(2000, 1, 1, tzinfo=UTC)
ID_LIMIT, NAME_LIMIT, PARTS, CHARACTERS = 200, 100, 200, 200_000
BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Letter:
    """One e-mail as read. `sender` is who sent it, `customer` who wrote it first."""

    id: str
    sender: str
    name: str
    subject: str
    text: str
    at: datetime | None
    trusted: bool
    files: tuple[Enclosure, ...] = ()
    left_out: tuple[str, ...] = ()

    def parcel(self, now: datetime, unread: int, *, ours: bool) -> Parcel:
        """What the core takes. One of us has forwarded it for their customer."""
        text, customer = own_words(self.text), f"{self.name} <{self.sender}>".strip()
        passed_on = ours and FORWARDS.search(self.subject)
        if ours:
            customer = ""
        if passed_on:
            customer, text = forwarded(self.text) or ("", self.text)
        named = None if passed_on or not self.trusted else NAMED.search(self.subject)
        subject = ANSWERS.sub("", self.subject).strip()
        # What was cut off in its midst opens nowhere.
        whole, cut = (self.files[:-1], self.files[-1:]) if unread else (self.files, ())
        fresh = subject and not text.startswith(subject)
        return Parcel(
            source=Source.MAIL,
            external=self.id,
            text=f"{subject}\n\n{text}".strip() if fresh else text,
            said_at=min(self.at, now) if self.at and self.at > OLDEST else None,
            customer=customer,
            author=self.sender if ours else "",
            enclosed=whole,
            left_out=(*self.left_out, *map(_sized, cut)),
            unread=unread,
            answers=int(named["number"]) if named else 0,
            added=text,
        )


def read(raw: bytes) -> Letter | None:
    """What an e-mail says; None for one that nobody wrote to us. One that cannot be
    read is a letter without words: whoever looks at it finds it in the mailbox.
    """
    try:
        return _read(raw)
    except BROKEN:
        return Letter(_digest(raw), "", "", "", "", None, trusted=False)


def _read(raw: bytes) -> Letter | None:
    message = message_from_bytes(raw)
    if _by_machine(message):
        return None
    sender, name = _author(message)
    text, files, left_out = _content(message)
    return Letter(
        id=_id(message, raw),
        sender=sender,
        name=name,
        subject=tidy(_header(message, "Subject"))[: NAME_LIMIT * 2],
        text=text,
        at=_date(message),
        trusted=not FAILED.search(_header(message, "Authentication-Results")),
        files=files,
        left_out=left_out,
    )


def _by_machine(message: Message) -> bool:
    said = _header(message, "Auto-Submitted").split(";")[0].strip().lower()
    if said not in ("", "no"):
        return True
    if _header(message, "Precedence").strip().lower() in BULK:
        return True
    if _header(message, "Return-Path").strip() == "<>":
        return True
    if message.get_content_type() == "multipart/report":
        return True
    _, sender = parseaddr(str(message.get("From", "")))
    if DAEMON.match(sender) or ABSENT.match(_header(message, "Subject")):
        return True
    return any(message.get(name) is not None for name in (*LISTS, *MACHINES))


def _author(message: Message) -> tuple[str, str]:
    """Who wants to be answered: a contact form writes in the customer's name."""
    for header in ("Reply-To", "From", "Sender"):
        name, address = parseaddr(str(message.get(header, "")))
        if ADDRESS.fullmatch(address):
            return address, tidy(_words(name))[:NAME_LIMIT]
    return "", ""


def _id(message: Message, raw: bytes) -> str:
    """Its Message-ID, which is the same in every copy."""
    said = _header(message, "Message-ID").strip()
    if said.isprintable() and 0 < len(said) <= ID_LIMIT:
        return said
    return _digest(raw)


def _digest(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _date(message: Message) -> datetime | None:
    try:
        at = parsedate_to_datetime(_header(message, "Date"))
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (*BROKEN, OverflowError):
        return None


def _content(
    message: Message,
) -> tuple[str, tuple[Enclosure, ...], tuple[str, ...]]:
    """The words, plain ones first; the files; and those not kept, by name and size."""
    plain: list[str] = []
    pages: list[str] = []
    files: list[Enclosure] = []
    left_out: list[str] = []
    for part in _parts(message):
        kind, name = part.get_content_type(), _filename(part)
        if kind in SEALS:
            continue
        body = kind in WORDS and not name
        if body and kind == "text/html":
            pages.append(as_text(_decoded(part)[:CHARACTERS]))
        elif body:
            plain.append(_decoded(part)[:CHARACTERS])
        else:
            file = Enclosure((name or kind).replace("/", "."), _bytes(part))
            kept = len(files) < AT_MOST and not _is_ornament(part, file)
            if kept and 0 < len(file.content) <= KEEP_LIMIT:
                files.append(file)
            else:
                left_out.append(_sized(file))
    text = "\n\n".join(each for each in plain if each.strip())
    return text or "\n\n".join(pages), tuple(files), tuple(left_out)


def _is_ornament(part: Message, file: Enclosure) -> bool:
    """Whether it is a small picture inside the words: a logo, a sign, a tracker."""
    inside = part.get_content_disposition() != "attachment" and part.get("Content-ID")
    picture = part.get_content_maintype() == "image"
    return bool(inside) and picture and len(file.content) < ORNAMENT


def _parts(message: Message) -> Iterator[Message]:
    """Every part that is no bundle of parts; an e-mail in an e-mail is a file."""
    waiting, seen = [message], 0
    while waiting and seen < PARTS:
        part, seen = waiting.pop(0), seen + 1
        inside = part.get_payload()
        if isinstance(inside, list) and part.get_content_maintype() == "multipart":
            waiting = [
                *(each for each in inside if isinstance(each, Message)),
                *waiting,
            ]
        else:
            yield part


def _filename(part: Message) -> str:
    attached = part.get_content_disposition() == "attachment"
    try:
        name = part.get_filename() or ""
    except BROKEN:
        name = ""
    named = tidy(_words(name))[:NAME_LIMIT]
    return named or (part.get_content_type() if attached else "")


def _sized(file: Enclosure) -> str:
    """Its name and size, for who looks for it in the mailbox."""
    size, mega = len(file.content), 1024 * 1024
    said = f"{size / mega:.1f} MB" if size >= mega else f"{size // 1024 + 1} KB"
    return f"{file.name} ({said})"


def _decoded(part: Message) -> str:
    """The words of a part, whatever it says of its letters."""
    raw = _bytes(part)
    for charset in (part.get_content_charset(), "utf-8", "gb18030"):
        try:
            return raw.decode(charset or "utf-8")
        except (LookupError, UnicodeError):
            continue
    return raw.decode("utf-8", "replace")


def _bytes(part: Message) -> bytes:
    try:
        found = part.get_payload(decode=True)
    except BROKEN:
        found = None
    if isinstance(found, bytes):
        return found
    inside = part.get_payload()
    parts = inside if isinstance(inside, list) else []
    return b"".join(each.as_bytes() for each in parts if isinstance(each, Message))


def _header(message: Message, name: str) -> str:
    return _words(str(message.get(name, "")))


def _words(said: str) -> str:
    """A header's words; one that cannot be read stays as it came."""
    try:
        return str(make_header(decode_header(said)))
    except BROKEN:
        return said
