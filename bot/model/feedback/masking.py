"""What nobody outside the triage room reads of a customer (PEERS H27)."""

import re

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
KEPT = 3  # digits by which people know a number again


def masked(text: str) -> str:
    """The text without addresses of any kind, and of long numbers the last digits."""
    without = _STREET.sub("•••", _MAIL.sub("•••@•••", text))
    return _NUMBER.sub(lambda found: f"•••{_digits(found[0])[-KEPT:]}", without)


def masked_name(name: str) -> str:
    """The first letter of each part."""
    return " ".join(f"{part[0]}•••" for part in name.split())


def masked_number(number: str) -> str:
    """The last digits; nothing of a number that is no longer than those."""
    return f"•••{number[-KEPT:]}" if len(number) > KEPT else "•••" if number else ""


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit())
