"""Which feedback says the same: found by what is rare in it, judged by all of it.

A text is its grams: two neighbouring Chinese characters, three letters of a word. They
are kept as numbers, which are alike in every database, whatever it knows of letters.
What was tried and how it compares: `python -m tests.benchmarks.alike`.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from rapidfuzz import fuzz

from bot.model.expression import expression
from bot.model.feedback.contrast import contrast
from bot.model.text import simplified

KEPT = 24  # grams by which a text is found; the rarest when it came
ASKED = 12  # grams by which another is looked for …
POSTINGS = 6_000  # … as long as no more than so many others have them
JUDGED = 50  # texts that are looked at as a whole
# How alike two have to be to be proposed as one. Chinese says as much in fewer pieces,
# and one word in another place changes more of them.
LIKELY, LIKELY_CHINESE = 0.66, 0.48
READ = 600  # characters of a text that count: what follows is told, not said again
SIGNED = 1 << 31  # what fits a column of integers

_PIECES = expression(r"[\u3400-\u9fff]+|[^\W\d_]+")
_APOSTROPHE = expression(r"(?<=[a-z])['’](?=[a-z])")
# What is said with everything, and says nothing.
FILLERS = (
    "a an and are as at be been but by for from had has have i im in is it its me my of"
    " on or our so than that the their there they this to was were with you your when"
    " just always any more"
)
_SAYS_NOTHING = frozenset(FILLERS.split())
_PARTICLES = str.maketrans(dict.fromkeys("的了吗呢啊吧呀么就都也还很是", ""))


@dataclass(frozen=True, slots=True)
class Told:
    """What a customer said, and which feedback it is."""

    feedback_id: int
    text: str
    sku: str = ""


@dataclass(frozen=True, slots=True)
class Likely:
    """Feedback that may say the same: how many customers did, and since when."""

    number: int
    customers: int
    since: datetime


def words(text: str) -> str:
    """The text as it is compared: no case, no width, no numbers, no fillers."""
    plain = unicodedata.normalize("NFKC", text[:READ]).casefold()
    joined = _APOSTROPHE.sub("", simplified(plain))
    pieces = (_bare(piece) for piece in _PIECES.findall(joined))
    return " ".join(piece for piece in pieces if piece)


def grams(text: str) -> frozenset[int]:
    """The grams of a text, as numbers."""
    return frozenset(_number(gram) for gram in _grams(words(text)))


def rarest(found: Collection[int], counts: Mapping[int, int]) -> list[int]:
    """Those that tell most, the rarest first."""
    return sorted(found, key=lambda gram: (counts.get(gram, 0), gram))


def asked(found: Collection[int], counts: Mapping[int, int]) -> list[int]:
    """Those by which others are looked for: known, rare, and together not too many."""
    known = [gram for gram in rarest(found, counts) if counts.get(gram)]
    chosen: list[int] = []
    postings = 0
    for gram in known[:ASKED]:
        postings += counts[gram]
        if chosen and postings > POSTINGS:
            break
        chosen.append(gram)
    return chosen


def likeness(one: str, other: str) -> float:
    """How much two texts say the same, from 0 to 1."""
    first, second = words(one), words(other)
    here, there = set(_grams(first)), set(_grams(second))
    if not here or not there:
        return 0.0
    dice = 2 * len(here & there) / (len(here) + len(there))
    return (2 * dice + fuzz.token_sort_ratio(first, second) / 100) / 3


def most_alike(said: Told, others: Iterable[Told]) -> int | None:
    """Which of the others says the same, if any is likely to; never of another
    product.
    """
    least = LIKELY_CHINESE if words(said.text)[:1] > "\u3400" else LIKELY
    scores = [
        (score, -other.feedback_id)
        for other in others
        if said.sku == other.sku or not (said.sku and other.sku)
        if (score := _score(said.text, other.text, least)) >= least
    ]
    return -max(scores)[1] if scores else None


def _score(one: str, other: str, least: float) -> float:
    """How alike they are; less, where what they name is not the same."""
    score = likeness(one, other)
    return score - contrast(words(one), words(other)) if score >= least else score


def _bare(piece: str) -> str:
    if piece[0] > "\u3400":
        return piece.translate(_PARTICLES)
    return "" if piece in _SAYS_NOTHING else piece


def _grams(text: str) -> Iterator[str]:
    for piece in text.split():
        if piece[0] > "\u3400":
            yield from _parts(piece, 2)
        else:
            yield from _parts(f"^{piece}$", 3)


def _parts(piece: str, size: int) -> Iterator[str]:
    last = max(1, len(piece) - size + 1)
    return (piece[start : start + size] for start in range(last))


def _number(gram: str) -> int:
    return crc32(gram.encode("utf-8", "surrogatepass")) - SIGNED
