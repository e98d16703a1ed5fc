"""Text as people type it: tidied, never bent."""

import unicodedata

# Letters, marks and signs people see; the rest is spacing, control and format.
SEEN = frozenset("LMNPS")


def tidy(text: str) -> str:
    """One line: spaces tidied, control characters out."""
    return " ".join(_printable(text).split())


def tidy_lines(text: str) -> str:
    """Several lines, each as typed; control characters out."""
    return "\n".join(_printable(line).rstrip() for line in text.splitlines()).strip()


def shows(text: str) -> bool:
    """Whether anything of it can be seen: "\\u200b" cannot."""
    return any(unicodedata.category(letter)[0] in SEEN for letter in text)


def _printable(text: str) -> str:
    return "".join(
        letter
        if letter == "\t" or unicodedata.category(letter) not in ("Cc", "Cs")
        else " "
        for letter in text
    )
