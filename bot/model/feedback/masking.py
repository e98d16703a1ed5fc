"""What nobody outside the triage room reads of a customer (PEERS H27)."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.model.feedback import Update, UpdateKind
from bot.model.feedback.accounts import without_accounts
from bot.model.feedback.digits import STAYS
from bot.model.feedback.life import UNDO

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Seven digits and more, as phones, cards and orders are written: +49 30 1234567.
_NUMBER = re.compile(r"(?<![\w-])\+?\d(?:[ ()/.-]{0,2}\d){6,}(?![\w-])", re.ASCII)
_STREET = re.compile(
    r"\b\d{1,4}\s+(?:[A-Z][\w'’.]*\s+){1,3}"
    r"(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|drive)\b"
    r"|[A-ZÄÖÜ][\wäöüß]+(?:straße|strasse|str\.|weg|gasse|platz|allee)\s*\d+\w?"
    r"|[\u4e00-\u9fff]{2,}(?:路|街|大道|巷|弄)\d+[号弄][^\s，。,;；]*",
    re.IGNORECASE,
)
# What only those read who work on it, and what people typed.
AMONG_US = frozenset(
    {
        UpdateKind.NOTE, UpdateKind.CORRECTED, UpdateKind.OWNED, UpdateKind.WARNED,
        UpdateKind.BREACHED, UpdateKind.ESCALATED,
    }
)  # fmt: skip
TYPED = frozenset({UpdateKind.NOTE, UpdateKind.REPLY, UpdateKind.SAID})
KEPT = 3  # digits by which people know a number again


def masked(text: str) -> str:
    """The text without addresses and accounts of any kind, and of long numbers the
    last digits; dates, prices and products stay.
    """
    without = _STREET.sub("•••", _MAIL.sub("•••@•••", text))
    parts = STAYS.split(without_accounts(without))
    parts[::2] = [_NUMBER.sub(_last, part) for part in parts[::2]]
    return "".join(parts)


def masked_name(name: str) -> str:
    """The first letter of each part."""
    return " ".join(f"{part[0]}•••" for part in name.split())


def masked_number(number: str) -> str:
    """The last digits; nothing of a number that is no longer than those."""
    return f"•••{number[-KEPT:]}" if len(number) > KEPT else "•••" if number else ""


def masked_story(story: Iterable[Update]) -> list[Update]:
    """What happened, without what tells customers apart."""
    return [
        replace(each, text=masked(each.text)) if each.kind in TYPED else each
        for each in story
    ]


def heard(story: Iterable[Update], person_id: int, now: datetime) -> list[Update]:
    """What who sent it may read of its story: nothing among us, nothing that others
    said who sent it, too, and no words that may still be taken back.
    """
    return [
        each
        for each in story
        if each.kind not in AMONG_US
        and not (each.kind is UpdateKind.SAID and each.person_id != person_id)
        and not (each.kind is UpdateKind.REPLY and now < each.at + UNDO)
    ]


def _last(number: re.Match[str]) -> str:
    digits = "".join(letter for letter in number[0] if letter.isdigit())
    return f"•••{digits[-KEPT:]}"
