"""What a text is judged by: its words, its pairs of Chinese characters, and which of
the lexicon's words it has. Signs are what the model weighs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Self

from bot.model.expression import expression
from bot.reading import lexicon
from bot.reading.characters import SIMPLIFIED
from bot.reading.numbers import unnumbered
from bot.reading.typos import mended

WORDS = expression(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+|[?!]")
CHINESE = expression(r"[\u3400-\u9fff]")
SPACE = expression(r"\s+")
ENDINGS = ("'s", "ing", "ed", "es", "s")
SHORTEST = 3  # letters that stay of a word without its ending
HEAVY = 3  # saying it more often says nothing more
WHETHER = expression(r"([\u3400-\u9fff])[不没]\1")  # 能不能, 开不开门, 是不是
FULL_WIDTH = str.maketrans("？！，：；（）’", "?!,:;()'")

MOODS = {
    "buying": lexicon.BUYING,
    "stuck": lexicon.STUCK,
    "gone": lexicon.GONE,
    "screen": lexicon.SCREEN,
    "tried": lexicon.TRIED,
    "bought": lexicon.BOUGHT,
    "many": lexicon.MANY,
    "severe": lexicon.SEVERE,
    "mild": lexicon.MILD,
    "wishes": lexicon.WISHES,
    "praise": lexicon.PRAISE,
    "angry": lexicon.ANGRY,
    "asks": lexicon.ASKS,
}


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one theme each, found in a text in one pass."""

    roots: Mapping[str, tuple[tuple[str, str], ...]]

    @classmethod
    def of(cls, themes: Mapping[str, str]) -> Self:
        """Written as "one|two words|…" for each theme."""
        roots: dict[str, list[tuple[str, str]]] = {}
        for theme, known in themes.items():
            for phrase in known.split("|"):
                roots.setdefault(phrase[:2], []).append((phrase, theme))
        return cls({first: tuple(found) for first, found in roots.items()})

    def weigh(self, said: str) -> dict[str, int]:
        """How much the words speak of each theme: every phrase once, by its words."""
        found = {
            pair
            for at in range(len(said))
            for first in (said[at], said[at : at + 2])
            for pair in self.roots.get(first, ())
            if said.startswith(pair[0], at) and _begins(said, at)
        }
        weights: dict[str, int] = {}
        for phrase, theme in found:
            weights[theme] = weights.get(theme, 0) + len(phrase.split())
        return weights


def _begins(said: str, at: int) -> bool:
    """English words begin where a word begins; Chinese has no such place."""
    return at == 0 or not (
        said[at].isascii()
        and said[at - 1].isascii()
        and said[at].isalpha()
        and said[at - 1].isalpha()
    )


PHRASES = Phrases.of(
    {str(step): known for step, known in lexicon.STEPS.items()} | MOODS
)
TRANSACTS = {str(step): step for step in lexicon.STEPS if step.transacts}


def plain(text: str) -> str:
    """The text as it is read: small letters, simplified characters, single spaces, and
    without the usual slips.
    """
    folded = mended(text.casefold().translate(FULL_WIDTH)).translate(SIMPLIFIED)
    return SPACE.sub(" ", folded)


def signs(text: str) -> frozenset[str]:
    """By what the text is judged; none for one without words."""
    said = unnumbered(plain(text))
    return frozenset((*words(said), *themes(said)))


def words(said: str) -> Iterator[str]:
    """The words without their endings, Chinese characters and their pairs."""
    for found in WORDS.findall(said):
        if not CHINESE.match(found):
            yield _stem(found)
            continue
        yield from found
        yield from map("".join, pairwise(found))


def themes(said: str) -> Iterator[str]:
    """Signs that no word can be mistaken for: they begin with "@"."""
    weights = _weights(said)
    for theme, weight in weights.items():
        yield from (f"@{theme}{n}" for n in range(1, min(weight, HEAVY) + 1))
    moods = sorted(weights.keys() & MOODS.keys())
    yield from (f"@{one}+{other}" for one, other in combinations(moods, 2))
    for step in TRANSACTS:
        if step in weights:
            yield from (f"@{step}+{mood}" for mood in moods)
    if weights.keys() & {"stuck", "gone"} and weights.keys() & TRANSACTS:
        yield "@stuck before paying"


def _weights(said: str) -> dict[str, int]:
    """How much is said of each theme; who asks whether (能不能) does not say not."""
    weights = PHRASES.weigh(said)
    if WHETHER.search(said):
        said_so = PHRASES.weigh(WHETHER.sub(r"\1", said))
        denied = {"stuck", "gone"}
        kept = {each: weights[each] for each in weights if each not in denied}
        return kept | {each: said_so[each] for each in denied & said_so.keys()}
    return weights


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + SHORTEST:
            return word.removesuffix(ending)
    return word
